#pragma once

#include "core/Ids.h"
#include "mailbox/MailAccount.h"

#include <vector>

namespace Helmdesk
{

// How far one folder of a mailbox was taken in. A UID means something only with its UIDVALIDITY.
struct FolderState {
    QString mailbox;
    QString folder;
    quint32 uidValidity = 0;
    quint32 lastUid = 0;      // up to here everything was taken in, put aside or left out on purpose
    quint32 backlogUntil = 0; // the last UID that was there when this began; above it everything is new
    QDateTime since;          // of the backlog what arrived earlier is left out
};

// One mail that was dealt with.
struct NotedMail {
    quint32 uid = 0;
    MessageId message; // invalid: it was put aside
    QString aside;     // why; empty: it was taken in
    qint64 bytes = 0;
    bool wasThere = false; // delivered before, by another way or another UID
};

struct AsideMail {
    QString folder;
    quint32 uid = 0;
    QString why;
    qint64 bytes = 0;
    QDateTime at;
};

enum class MailboxCondition {
    Unknown,    // never looked at
    Connecting, //
    Reading,    // mails are being taken in
    Listening,  // up to date, told of news at once
    Polling,    // up to date, looks now and then
    Waiting,    // failed; tries again by itself
    Refused,    // the sign-in was refused: a person has to do something
};
QString
nameOf(MailboxCondition condition); // unknown, connecting, reading, listening, polling, waiting, refused
std::optional<MailboxCondition> mailboxConditionNamed(const QString &name);

// How a mailbox does. Counts since it was added.
struct MailboxState {
    QString mailbox;
    MailboxCondition condition = MailboxCondition::Unknown;
    QDateTime lastPoll;  // when the server was last asked and answered; invalid: never
    QString lastError;   // of the last try; empty: it went well
    qint64 onServer = 0; // mails in the watched folders at the last poll
    qint64 taken = 0;    // messages made of them
    qint64 again = 0;    // mails that were there already
    qint64 aside = 0;    // could not be read
    QDateTime retryAt;   // while it waits: when it tries again; invalid: it does not wait
    qint64 asked = 0;    // how often somebody asked for the server to be asked at once
};

// Where mailboxes and their state are kept. Thread: any. Failure: that of the store; NotFound for a name that
// is not there.
class MailboxRepository
{
public:
    virtual ~MailboxRepository() = default;

    virtual Result<std::vector<MailAccount>> accounts() const = 0; // by name
    virtual Result<std::optional<MailAccount>> account(const QString &name) const = 0;
    virtual Result<> save(const MailAccount &account, const QString &author) = 0;
    // With all that is known of its folders; the messages stay.
    virtual Result<> remove(const QString &name, const QString &author) = 0;
    // Changes whenever an account was added, changed or removed, by any program.
    virtual Result<qint64> revision() const = 0;

    virtual Result<std::optional<FolderState>> folder(const QString &mailbox,
                                                      const QString &folder) const = 0;
    virtual Result<> saveFolder(const FolderState &state) = 0;
    // Notes mails of the folder under its present UIDVALIDITY, and the folder's state.
    virtual Result<> note(const FolderState &state, const std::vector<NotedMail> &mails) = 0;
    // Taken in, and the server was not told so far; the first ones.
    virtual Result<std::vector<quint32>> untold(const FolderState &state, int limit) const = 0;
    virtual Result<> setTold(const FolderState &state, const std::vector<quint32> &uids) = 0;
    virtual Result<std::vector<AsideMail>> aside(const QString &mailbox, int limit) const = 0; // newest first

    // With the counts as they are now.
    virtual Result<MailboxState> state(const QString &mailbox) const = 0;
    virtual Result<> saveState(const MailboxState &state) = 0; // without the counts
    // Whoever watches the mailbox, in any program, asks the server at once.
    virtual Result<> askForSync(const QString &mailbox) = 0;
    // The mailbox that the latest message of the conversation came by; empty: none.
    virtual Result<QString> mailboxOf(ConversationId conversation) const = 0;
};

} // namespace Helmdesk
