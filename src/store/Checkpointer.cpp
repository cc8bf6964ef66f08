#include "store/Checkpointer.h"

#include "store/Connection.h"

#include <QDateTime>
#include <QFileInfo>

namespace Helmdesk
{

namespace
{

constexpr std::chrono::milliseconds interval{500};
constexpr int longestWait = 4; // intervals; while writing goes on without a pause

} // namespace

Checkpointer::Checkpointer(QString path)
    : m_path(std::move(path))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

Checkpointer::~Checkpointer()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

void Checkpointer::work(const std::stop_token &stop)
{
    std::unique_ptr<Connection> connection;
    const QString log = m_path + QStringLiteral("-wal");
    QDateTime seen;         // when the log was last written, at the last look
    QDateTime checkpointed; // and before the last checkpoint
    int waited = 0;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait_for(lock, stop, interval, [] { return false; });
        // Size zero: nothing to do. Its size says no more, since the log starts over inside its file.
        const QFileInfo file(log);
        const QDateTime written = file.lastModified();
        const bool isQuiet = written == std::exchange(seen, written);
        if (stop.stop_requested() || file.size() == 0 || written == checkpointed)
            continue;
        if (!isQuiet && ++waited < longestWait)
            continue;
        waited = 0;
        checkpointed = written;
        if (!connection) {
            auto opened = Connection::open(m_path);
            if (!opened) {
                qCWarning(lcStore).noquote() << "checkpoint:" << opened.error().detail;
                continue;
            }
            connection = std::move(*opened);
        }
        if (auto done = connection->runOnce(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")); !done)
            qCWarning(lcStore).noquote() << "checkpoint:" << done.error().detail;
    }
}

} // namespace Helmdesk
