#pragma once

#include "mailbox/SocketStream.h"

#include <functional>
#include <QDate>
#include <vector>

struct mailimap;

namespace Helmdesk
{

struct SelectedFolder {
    quint32 uidValidity = 0;
    quint32 uidNext = 0; // 0: the server did not tell
    quint32 exists = 0;
    quint64 modSeq = 0; // 0: the server keeps none
};

struct ListedMail {
    quint32 uid = 0;
    qint64 bytes = 0;
    QDateTime arrived; // at the server
};

struct MailContent {
    quint32 uid = 0;
    QByteArray bytes;
    bool isCut = false; // only its beginning
};

enum class FolderAccess {
    ReadOnly, // the server itself sees to it that nothing changes
    ReadWrite,
};

// One signed-in IMAP connection of one account. Never sets \Seen by reading.
//
// Thread: the one that opened it, made by Qt. Failure: that of SocketStream; Denied when the server refuses
// the sign-in, Unavailable when it says that it cannot now, NotFound for a folder that is not there, Io when
// it refuses a command. After a failure of another kind than NotFound and Io the session is over: open
// another.
class ImapSession
{
public:
    // Steps: name, connected, tls, signed-in; with what was found.
    using StepSink = std::function<void(const QString &step, const QString &words)>;

    static Result<std::unique_ptr<ImapSession>> open(const MailAccount &account, const QString &secret,
                                                     const RunControl &control, const StepSink &tell = {});
    ~ImapSession(); // closes without a word: a server forgets the session by itself

    void setControl(const RunControl &control) { m_stream->setControl(control); }
    bool hasIdle() const;
    bool canMove() const;

    Result<std::vector<ServerFolder>> folders();
    Result<SelectedFolder> select(const QString &folder, FolderAccess access);
    // UIDs in [first, last] in their order, last 0: to the end; with a day only of mails that arrived since.
    Result<std::vector<quint32>> search(quint32 first, quint32 last, const std::optional<QDate> &since = {});
    // UIDs whose header Message-ID holds the text; the caller compares.
    Result<std::vector<quint32>> searchMessageId(const QString &messageId);
    Result<std::vector<quint32>> searchHeader(const char *header, const QString &text);
    // Sizes and times, in the order of the UIDs; what is gone is left out.
    Result<std::vector<ListedMail>> describe(const std::vector<quint32> &uids);
    // The mails, in the order of the UIDs, each up to `most` bytes; what is gone is left out. What came
    // before a failure is in `mails`.
    Result<> fetch(const std::vector<quint32> &uids, qsizetype most, std::vector<MailContent> *mails);

    Result<> markSeen(const std::vector<quint32> &uids);
    Result<> move(const std::vector<quint32> &uids, const QString &folder);
    // For good, by their UIDs alone where the server can do that; else they stay, marked as deleted.
    Result<> remove(const std::vector<quint32> &uids);
    // Stores a mail in a folder, seen or as a draft.
    enum class Appended { Seen, Draft };
    Result<> append(const QString &folder, const QByteArray &mail, Appended as);

    enum class Woken {
        News,    // something changed in the folder
        Nothing, // the time is over
    };
    // Waits for a change in the selected folder, by IDLE, or until `isOver` says so, which is asked several
    // times a second. Unavailable also when the server complains: it may have lost the folder.
    Result<Woken> idle(std::chrono::milliseconds wait, const std::function<bool()> &isOver = {});
    Result<> noop();

private:
    struct Freer {
        void operator()(mailimap *imap) const;
    };
    explicit ImapSession(std::unique_ptr<SocketStream> stream);
    Result<> greet(const MailAccount &account, const StepSink &tell);
    Result<> signIn(const MailAccount &account, const QString &secret);
    Result<> done(int code, const QString &what);
    Error failure(int code, const QString &what) const;
    QString serverWords() const;

    std::unique_ptr<SocketStream> m_stream; // outlives the session of the library
    std::unique_ptr<mailimap, Freer> m_imap;
    QString m_server;
    QString m_folder; // selected
};

} // namespace Helmdesk
