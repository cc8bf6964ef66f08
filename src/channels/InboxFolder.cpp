#include "channels/InboxFolder.h"

#include "channels/MessageFileReader.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Helmdesk
{

namespace
{

qint64 monotonicMs()
{
    return QDeadlineTimer::current(Qt::CoarseTimer).deadline();
}

QString freeName(const QDir &folder, const QString &name)
{
    QString candidate = name;
    const QFileInfo info(name);
    for (int i = 2; folder.exists(candidate); ++i)
        candidate = QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(i).arg(info.suffix());
    return candidate;
}

} // namespace

InboxFolder::InboxFolder(const QString &folder, Delivery deliver, Timing timing, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(folder).absolutePath())
    , m_deliver(std::move(deliver))
    , m_timing(timing)
    , m_watcher(this)
    , m_poll(this)
    , m_settle(this)
{
    m_settle.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &InboxFolder::scan);
    connect(&m_settle, &QTimer::timeout, this, &InboxFolder::scan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &InboxFolder::scan);
}

void InboxFolder::start()
{
    QDir().mkpath(m_folder);
    m_watcher.addPath(m_folder);
    m_poll.start(m_timing.poll);
    scan();
}

void InboxFolder::stop()
{
    m_poll.stop();
    m_settle.stop();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
}

void InboxFolder::scan()
{
    if (m_isScanning) // a delivery that runs an event loop must not scan within itself
        return;
    m_isScanning = true;
    const QDir folder(m_folder);
    const QStringList filters = {QStringLiteral("*.eml"), QStringLiteral("*.jsonl"),
                                 QStringLiteral("*.mbox")};
    const QFileInfoList files =
        folder.entryInfoList(filters, QDir::Files | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    QHash<QString, Seen> now;
    QStringList ready;
    const qint64 at = monotonicMs();
    for (const QFileInfo &file : files) {
        Seen seen{file.size(), file.lastModified().toMSecsSinceEpoch(), at};
        const Seen before = m_seen.value(file.fileName());
        if (before.bytes == seen.bytes && before.modifiedAt == seen.modifiedAt)
            seen.since = before.since;
        now.insert(file.fileName(), seen);
        if (at - seen.since >= m_timing.settle.count())
            ready.append(file.fileName());
    }
    m_seen = now;
    for (const QString &name : ready)
        takeFile(name);
    if (m_seen.size() > ready.size())
        m_settle.start(m_timing.settle + std::chrono::milliseconds(20));
    m_isScanning = false;
}

void InboxFolder::takeFile(const QString &name)
{
    QStringList errors;
    int count = 0;
    auto reader = MessageFileReader::open(QDir(m_folder).filePath(name));
    if (!reader) {
        errors.append(reader.error().detail);
    } else {
        while (const auto message = reader->next()) {
            const Result<> delivered = m_deliver(*message);
            if (!delivered) {
                Q_EMIT deliveryFailed(name, delivered.error().detail);
                return;
            }
            ++count;
            if (!message->unreadable.isEmpty())
                errors.append(message->source + QStringLiteral(": ") + message->unreadable);
        }
    }
    if (const Result<> kept = m_keep ? m_keep() : Result<>(); !kept) {
        Q_EMIT deliveryFailed(name, kept.error().detail);
        return;
    }
    const bool isFailed = !errors.isEmpty();
    const QString target = isFailed ? QStringLiteral("failed") : QStringLiteral("processed");
    if (!move(name, target, errors.join(u'\n'))) {
        Q_EMIT deliveryFailed(name, QStringLiteral("the file cannot be moved to %1").arg(target));
        return;
    }
    m_seen.remove(name);
    Q_EMIT fileTaken(name, count, isFailed);
}

bool InboxFolder::move(const QString &name, const QString &subfolder, const QString &error)
{
    const QDir folder(m_folder);
    if (!folder.mkpath(subfolder))
        return false;
    const QDir target(folder.filePath(subfolder));
    const QString newName = freeName(target, name);
    if (!error.isEmpty()) {
        QFile text(target.filePath(newName + QStringLiteral(".error")));
        if (!text.open(QIODevice::WriteOnly) || text.write(error.toUtf8() + '\n') < 0)
            return false;
    }
    return QFile::rename(folder.filePath(name), target.filePath(newName));
}

} // namespace Helmdesk
