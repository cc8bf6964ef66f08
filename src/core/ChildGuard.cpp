#include "core/ChildGuard.h"

#include <QProcess>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace Helmdesk
{

void dieWithUs([[maybe_unused]] QProcess &child, [[maybe_unused]] ProcessGroup group)
{
#ifdef Q_OS_UNIX
    const pid_t parent = getpid();
    child.setChildProcessModifier([parent, group] { // between fork and exec: system calls alone
        if (group == ProcessGroup::Own)
            setpgid(0, 0);
#ifdef Q_OS_LINUX
        prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
        if (getppid() != parent) // it died before the signal was set
            _exit(1);
    });
#endif
}

void keepInJob([[maybe_unused]] const QProcess &child)
{
#ifdef Q_OS_WIN
    // One job for all children; the system closes its last handle with this process and ends them.
    static const HANDLE job = [] {
        HANDLE made = CreateJobObjectW(nullptr, nullptr);
        JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
        limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
        if (made != nullptr)
            SetInformationJobObject(made, JobObjectExtendedLimitInformation, &limits, sizeof(limits));
        return made;
    }();
    if (job == nullptr)
        return;
    if (HANDLE process = OpenProcess(PROCESS_SET_QUOTA | PROCESS_TERMINATE, FALSE,
                                     static_cast<DWORD>(child.processId()))) {
        AssignProcessToJobObject(job, process);
        CloseHandle(process);
    }
#endif
}

} // namespace Helmdesk
