#include "core/ProcessLock.h"

#include <QSysInfo>

namespace Helmdesk
{

ProcessLock::ProcessLock(const QString &path)
    : m_file(path)
{
    m_file.setStaleLockTime(0); // it may be held for days; only the end of its process makes it stale
}

bool ProcessLock::tryLock(std::chrono::milliseconds wait)
{
    if (m_file.isLocked() || m_file.tryLock(static_cast<int>(wait.count())))
        return true;
    // QLockFile judges by the process's number, which says nothing when it is of another machine. Removing
    // takes the system's own lock of the file first, and so fails while its holder lives.
    return isLeftFromElsewhere() && m_file.removeStaleLockFile() && m_file.tryLock(0);
}

bool ProcessLock::isLeftFromElsewhere() const
{
    qint64 process = 0;
    QString host;
    QString program;
    if (m_file.error() != QLockFile::LockFailedError || !m_file.getLockInfo(&process, &host, &program))
        return false;
    return host != QSysInfo::machineHostName();
}

QString ProcessLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file.getLockInfo(&process, &host, &program))
        return QStringLiteral("another program");
    return QStringLiteral("%1, process %2 on %3").arg(program).arg(process).arg(host);
}

} // namespace Helmdesk
