#include "app/WorkerLock.h"

#include <QDir>

namespace Helmdesk
{

WorkerLock::WorkerLock(const QString &folder)
    : m_file(QDir(folder).filePath(QStringLiteral("worker.lock")))
{
    m_file.setStaleLockTime(0); // it is held for days; only the end of its process makes it stale
}

bool WorkerLock::tryLock(std::chrono::milliseconds wait)
{
    return m_file.isLocked() || m_file.tryLock(static_cast<int>(wait.count()));
}

QString WorkerLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!m_file.getLockInfo(&process, &host, &program))
        return QStringLiteral("another program");
    return QStringLiteral("%1, process %2 on %3").arg(program).arg(process).arg(host);
}

} // namespace Helmdesk
