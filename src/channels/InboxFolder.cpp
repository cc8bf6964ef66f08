#include "channels/InboxFolder.h"

#include "channels/MessageFileReader.h"
#include "pipeline/Contained.h"

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
    const auto isTaken = [&] {
        return folder.exists(candidate) || folder.exists(candidate + QStringLiteral(".txt"));
    };
    for (int i = 2; isTaken(); ++i)
        candidate = QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(i).arg(info.suffix());
    return candidate;
}

} // namespace

struct InboxFolder::Reading {
    QString name;
    std::optional<MessageFileReader> reader;
    QStringList errors; // the first ones
    int errorCount = 0;
    int messages = 0;

    void addError(const QString &error)
    {
        constexpr int most = 1000; // lines of the .txt
        if (++errorCount <= most)
            errors.append(error);
    }
};

InboxFolder::InboxFolder(const QString &folder, Delivery deliver, Timing timing, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(folder).absolutePath())
    , m_deliver(std::move(deliver))
    , m_timing(timing)
    , m_watcher(this)
    , m_poll(this)
    , m_settle(this)
    , m_slice(this)
    , m_note(m_folder)
{
    m_settle.setSingleShot(true);
    m_slice.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &InboxFolder::scan);
    connect(&m_settle, &QTimer::timeout, this, &InboxFolder::scan);
    connect(&m_slice, &QTimer::timeout, this, &InboxFolder::readSlice);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &InboxFolder::scan);
}

InboxFolder::~InboxFolder() = default;

void InboxFolder::start()
{
    QDir().mkpath(m_folder);
    setAsideWhatKilled();
    m_watcher.addPath(m_folder);
    m_poll.start(m_timing.poll);
    scan();
}

void InboxFolder::stop()
{
    m_poll.stop();
    m_settle.stop();
    m_slice.stop();
    m_ready.clear();
    m_reading.reset();
    m_note.remove();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
}

void InboxFolder::setAsideWhatKilled()
{
    const auto left = m_note.left();
    m_note.remove();
    if (!left || !QFile::exists(QDir(m_folder).filePath(left->file)))
        return;
    const QString place =
        left->message > 0 ? QStringLiteral("message %1 of it").arg(left->message) : QStringLiteral("it");
    const QString why =
        QStringLiteral("The program ended while it read %1. Messages before that one were taken in, it and "
                       "those behind it were not. Put the file back into the inbox to try again: what was "
                       "taken in is not taken in twice.")
            .arg(place);
    if (move(left->file, QStringLiteral("failed"), why))
        Q_EMIT setAside(left->file, why);
}

void InboxFolder::scan()
{
    const QDir folder(m_folder);
    const QStringList filters = {QStringLiteral("*.eml"), QStringLiteral("*.jsonl"),
                                 QStringLiteral("*.mbox")};
    const QFileInfoList files =
        folder.entryInfoList(filters, QDir::Files | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    QHash<QString, Seen> now;
    m_ready.clear();
    const qint64 at = monotonicMs();
    bool isSettling = false;
    for (const QFileInfo &file : files) {
        if (m_reading && m_reading->name == file.fileName())
            continue;
        Seen seen{file.size(), file.lastModified().toMSecsSinceEpoch(), at};
        const Seen before = m_seen.value(file.fileName());
        if (before.bytes == seen.bytes && before.modifiedAt == seen.modifiedAt)
            seen.since = before.since;
        now.insert(file.fileName(), seen);
        if (at - seen.since >= m_timing.settle.count())
            m_ready.append(file.fileName());
        else
            isSettling = true;
    }
    m_seen = now;
    if (isSettling)
        m_settle.start(m_timing.settle + std::chrono::milliseconds(20));
    if (!m_slice.isActive() && !m_isDelivering)
        m_slice.start(0);
}

void InboxFolder::readSlice()
{
    if (m_isDelivering) // a delivery that runs an event loop must not read within itself
        return;
    const QDeadlineTimer end(m_timing.slice);
    while (!end.hasExpired() && (m_reading || openNext())) {
        const Result<bool> isMore = contained([this] { return readOne(); });
        m_isDelivering = false;
        if (isMore && *isMore)
            continue;
        const bool isFault = !isMore && isMore.error().kind == ErrorKind::Internal; // would come again
        if (isFault)
            m_reading->addError(isMore.error().detail);
        if (isMore || isFault)
            finish();
        else
            leave(isMore.error().detail);
    }
    if (m_reading || !m_ready.isEmpty())
        m_slice.start(0);
}

// False when there is nothing to read.
bool InboxFolder::openNext()
{
    if (m_ready.isEmpty())
        return false;
    m_reading = std::make_unique<Reading>();
    m_reading->name = m_ready.takeFirst();
    return true;
}

// Takes one message, or opens the file. False: that was the last one.
Result<bool> InboxFolder::readOne()
{
    Reading &reading = *m_reading;
    if (reading.reader)
        return takeOne();
    m_note.begin(reading.name, 0);
    auto reader = MessageFileReader::open(QDir(m_folder).filePath(reading.name));
    m_note.end();
    if (reader)
        reading.reader = std::move(*reader);
    else
        reading.addError(reader.error().detail);
    return reading.reader.has_value();
}

Result<bool> InboxFolder::takeOne()
{
    Reading &reading = *m_reading;
    m_note.begin(reading.name, reading.reader->done() + 1);
    const auto message = reading.reader->next();
    m_note.end();
    if (!message)
        return false;
    m_isDelivering = true;
    const Result<> delivered = m_deliver(*message);
    m_isDelivering = false;
    if (!delivered)
        return delivered.error();
    ++reading.messages;
    if (!message->unreadable.isEmpty())
        reading.addError(message->source + QStringLiteral(": ") + message->unreadable);
    return true;
}

// The file was read to its end.
void InboxFolder::finish()
{
    if (const Result<> kept = m_keep ? m_keep() : Result<>(); !kept) {
        leave(kept.error().detail);
        return;
    }
    const std::unique_ptr<Reading> read = std::move(m_reading);
    const bool isFailed = read->errorCount > 0;
    QString why = read->errors.join(u'\n');
    if (read->errorCount > read->errors.size())
        why += QStringLiteral("\nand %1 more").arg(read->errorCount - read->errors.size());
    const QString target = isFailed ? QStringLiteral("failed") : QStringLiteral("processed");
    if (!move(read->name, target, why)) {
        Q_EMIT deliveryFailed(read->name, QStringLiteral("the file cannot be moved to %1").arg(target));
        return;
    }
    m_seen.remove(read->name);
    if (isFailed)
        Q_EMIT setAside(read->name, why);
    Q_EMIT fileTaken(read->name, read->messages, isFailed);
}

// A message could not be delivered: the file stays and is read again by a later scan.
void InboxFolder::leave(const QString &why)
{
    const std::unique_ptr<Reading> left = std::move(m_reading);
    m_note.end();
    Q_EMIT deliveryFailed(left->name, why);
}

bool InboxFolder::move(const QString &name, const QString &subfolder, const QString &error)
{
    const QDir folder(m_folder);
    if (!folder.mkpath(subfolder))
        return false;
    const QDir target(folder.filePath(subfolder));
    const QString newName = freeName(target, name);
    if (!error.isEmpty()) {
        QFile text(target.filePath(newName + QStringLiteral(".txt")));
        if (!text.open(QIODevice::WriteOnly) || text.write(error.toUtf8() + '\n') < 0)
            return false;
    }
    return QFile::rename(folder.filePath(name), target.filePath(newName));
}

} // namespace Helmdesk
