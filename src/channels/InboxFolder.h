#pragma once

#include "channels/ReadingNote.h"
#include "core/Message.h"
#include "core/Result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Helmdesk
{

// Takes messages from the .eml, .jsonl and .mbox files that appear in a folder. A file is read once its size
// and time have been still for `settle`, a slice at a time, so that large ones leave the thread free in
// between. When every message of it has been delivered it moves to processed/, or to failed/ with a .txt
// beside that says why when something in it could not be read. A program that ends in between delivers the
// file again: intake knows its messages. What was being read when an earlier program died (see ReadingNote)
// moves to failed/ unread, so no file can keep the desk from starting twice.
//
// Thread: that of the object, which needs an event loop; move it to a thread of its own and call start()
// there by a queued call. The delivery function is called on that thread and may block. Ownership: QObject
// rules. Failure: an error of the delivery leaves the file where it is, to be tried again at the next scan.
class InboxFolder : public QObject
{
    Q_OBJECT

public:
    using Delivery = std::function<Result<>(const IncomingMessage &)>;
    struct Timing {
        std::chrono::milliseconds poll{2000};
        std::chrono::milliseconds settle{400};
        std::chrono::milliseconds slice{50}; // of reading at a time
    };

    InboxFolder(const QString &folder, Delivery deliver, Timing timing, QObject *parent = nullptr);
    InboxFolder(const QString &folder, Delivery deliver, QObject *parent = nullptr)
        : InboxFolder(folder, std::move(deliver), Timing{}, parent)
    {
    }
    ~InboxFolder() override;

    // Called before a file is moved away, which acknowledges its messages: brings them to the disk. An error
    // leaves the file where it is. Set it before start().
    void setKeep(std::function<Result<>()> keep) { m_keep = std::move(keep); }

public Q_SLOTS:
    void start(); // makes the folder when it is missing, then scans and watches
    void stop();
    void scan();

Q_SIGNALS:
    void fileTaken(const QString &name, int messages, bool isFailed);
    void deliveryFailed(const QString &name, const QString &why); // will be tried again
    void setAside(const QString &name, const QString &why);       // moved to failed/; a person looks at it

private:
    struct Seen {
        qint64 bytes = -1;
        qint64 modifiedAt = 0;
        qint64 since = 0; // milliseconds of a monotonic clock
    };

    struct Reading; // the file that is being read

    void setAsideWhatKilled();
    void readSlice();
    bool openNext();
    Result<bool> readOne();
    Result<bool> takeOne();
    void finish();
    void leave(const QString &why);
    bool move(const QString &name, const QString &subfolder, const QString &error);

    QString m_folder;
    Delivery m_deliver;
    std::function<Result<>()> m_keep;
    Timing m_timing;
    QFileSystemWatcher m_watcher;
    QTimer m_poll;
    QTimer m_settle;
    QTimer m_slice;
    QHash<QString, Seen> m_seen;
    QStringList m_ready; // files to read, in order
    ReadingNote m_note;
    std::unique_ptr<Reading> m_reading;
    bool m_isDelivering = false;
};

} // namespace Helmdesk
