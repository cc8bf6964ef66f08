#include "store/Checkpointer.h"

#include "store/Connection.h"

#include <QFileInfo>

namespace Helmdesk
{

namespace
{

constexpr std::chrono::milliseconds interval{250};
constexpr qint64 logBytes = 4 * 1024 * 1024;

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
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait_for(lock, stop, interval, [] { return false; });
        // The file keeps its size after a checkpoint, and then starts over: a checkpoint of it costs little.
        if (stop.stop_requested() || QFileInfo(log).size() < logBytes)
            continue;
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
