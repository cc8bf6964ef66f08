#pragma once

#include "mailbox/Bounce.h"
#include "mailbox/ReplyHead.h"

#include <optional>
#include <vector>

namespace Helmdesk
{

// How far a mail has come on its way to the server.
enum class OutgoingStage {
    Begun,    // handed to the sender; without its end nothing leaves
    Ending,   // its end is sent, or about to be: it may have left
    Accepted, // the server has it
    Copied,   // and its copy lies in the Sent folder
    Unsure,   // was looked for in the Sent folder and not found there: a person decides
    Returned, // came back
};
QString nameOf(OutgoingStage stage); // fixed names in the store

struct OutgoingNote {
    OutboxId outbox;
    QString account;
    QString messageId; // without brackets
    OutgoingStage stage = OutgoingStage::Begun;
    QString detail; // the server's receipt, or what was said of it; one sentence
    QDateTime at;
};

// A draft that lies in the Drafts folder of a mailbox.
struct MailboxDraft {
    ConversationId conversation;
    QString account;
    QString messageId; // of its mail, without brackets; another text is another id
    OutboxId outbox;   // of a reply that waits there to be sent by hand; invalid: of the desk's own draft
    bool operator==(const MailboxDraft &) const = default;
};

// What lies on its way out by one mailbox.
struct OutgoingCounts {
    qint64 waiting = 0; // to leave, or leaving
    qint64 unknown = 0; // nobody knows whether they left
    qint64 drafts = 0;  // in its Drafts folder
};

// What is known of the mails that leave by the team's mailboxes.
// Thread: any. Ownership: takes and returns values. Failure: Unavailable, StorageFull, Corrupt or Io of the
// store.
class OutgoingMailRepository
{
public:
    virtual ~OutgoingMailRepository() = default;

    // Said when a mail was taken in: by which mailbox, and what a reply will need of it. Again for the same
    // message: nothing changes.
    virtual Result<> keepHead(MessageId message, const QString &account, const ReplyHead &head) = 0;
    virtual Result<std::optional<ReplyHead>> head(MessageId message) const = 0;
    virtual Result<QString> accountOf(ConversationId conversation) const = 0; // empty: none
    // Mailboxes by which something waits to leave, is leaving, or is unknown.
    virtual Result<QStringList> accountsWithWork() const = 0;
    virtual Result<OutgoingCounts> counts(const QString &account) const = 0;

    // Durable when it returns: it survives a power cut.
    virtual Result<> keepNote(const OutgoingNote &note) = 0;
    virtual Result<std::optional<OutgoingNote>> note(OutboxId outbox) const = 0;
    virtual Result<std::optional<OutgoingNote>> noteOf(const QString &messageId) const = 0;

    virtual Result<std::vector<MailboxDraft>> drafts(const QString &account) const = 0;
    virtual Result<> keepDraft(const MailboxDraft &draft, const QDateTime &at) = 0;
    virtual Result<> forgetDraft(ConversationId conversation) = 0;
    // Conversations of the mailbox that have a draft to be seen there now, and are not resolved.
    virtual Result<std::vector<ConversationId>> conversationsWithDraft(const QString &account) const = 0;
};

} // namespace Helmdesk
