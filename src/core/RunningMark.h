#pragma once

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace Helmdesk
{

// While one lives, Windows' setup and uninstaller see that the program runs and ask for it to be closed,
// instead of replacing half of its files (packaging/windows/helmdesk.nsi). Elsewhere files in use can be
// replaced, and it does nothing.
class RunningMark
{
public:
#ifdef Q_OS_WIN
    RunningMark()
        : m_mutex(CreateMutexW(nullptr, FALSE, L"Helmdesk.Running"))
    {
    }
    ~RunningMark()
    {
        if (m_mutex)
            CloseHandle(m_mutex);
    }
#else
    RunningMark()
    {
    } // not defaulted: a value that is never read would be warned about
#endif
    Q_DISABLE_COPY_MOVE(RunningMark)

#ifdef Q_OS_WIN
private:
    HANDLE m_mutex;
#endif
};

} // namespace Helmdesk
