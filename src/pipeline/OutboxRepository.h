#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Message.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <vector>

namespace Helmdesk
{

enum class OutboxState {
    Queued,  // may still be cancelled (undo window)
    Sending, // claimed by a sender
    Sent,
    Failed,
    Unknown, // sending had started and cannot be proven finished: a person decides
    Cancelled,
};
// Fixed names in the store.
inline QString nameOf(OutboxState value)
{
    switch (value) {
    case OutboxState::Queued:
        return QStringLiteral("queued");
    case OutboxState::Sending:
        return QStringLiteral("sending");
    case OutboxState::Sent:
        return QStringLiteral("sent");
    case OutboxState::Failed:
        return QStringLiteral("failed");
    case OutboxState::Unknown:
        return QStringLiteral("unknown");
    case OutboxState::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

// Begins the keys of replies that say no more than that a person was called.
inline QString acknowledgementKey()
{
    return QStringLiteral("called");
}

// Begins the keys of mails that tell the team of an alarm.
inline QString alarmMailKey()
{
    return QStringLiteral("alarm");
}

struct NewOutboxItem {
    QString key;                 // idempotency key, unique
    ConversationId conversation; // may be invalid
    MessageId inReplyTo;         // the customer's message that it answers; may be invalid
    ChannelKind channel = ChannelKind::Api;
    QString recipient;
    QString subject;
    QString body;
    QString approvedBy; // operator who sent it; empty when the agent did
    QDateTime createdAt;
    QDateTime dueAt; // not sent before: the end of the undo window
    // It is the reply that was begun in its conversation: the files and copies of that go with it.
    bool takesBegun = false;
    QString account; // mailbox that it leaves by; empty: that of its conversation
};

struct OutboxItem {
    OutboxId id;
    NewOutboxItem item;
    OutboxState state = OutboxState::Queued;
    int attempts = 0; // that failed; a claim that a killed program left is none
    QString failure;
    QString externalId; // what the channel called it
    QDateTime sentAt;
    QList<Attachment> files; // without their bytes
    ReplyCopies copies;
};

// Everything that leaves the desk, written before it leaves.
// Thread: any. Ownership: takes and returns values. Failure: NotFound for an unknown id, Conflict for a state
// that does not allow the change, otherwise Unavailable, StorageFull, Corrupt or Io of the store.
class OutboxRepository
{
public:
    virtual ~OutboxRepository() = default;

    // The same key gives the id of what was queued first; nothing is queued twice. InvalidInput where the
    // files of the begun reply are more than a mail may hold.
    virtual Result<OutboxId> enqueue(const NewOutboxItem &item) = 0;
    virtual Result<std::optional<OutboxItem>> get(OutboxId id) const = 0;
    // Its files with their bytes, in order.
    virtual Result<QList<Attachment>> files(OutboxId id) const
    {
        Q_UNUSED(id)
        return QList<Attachment>();
    }
    virtual Result<std::optional<OutboxItem>> byKey(const QString &key) const = 0;
    virtual Result<std::vector<OutboxItem>> ofConversation(ConversationId conversation) const = 0;
    // How many messages to the recipient (in any case of its letters) the agent queued alone since then, of
    // which none was cancelled.
    virtual Result<int> sentAloneTo(const QString &recipient, const QDateTime &since) const = 0;
    virtual Result<std::vector<OutboxItem>> withState(OutboxState state, int limit) const = 0;

    // Queued items due by `now` become Sending and are the caller's; no two callers get the same one. That
    // they are survives a power cut. An item that would wait longer than any window, since the clock was set
    // back, waits its time from `now` on.
    virtual Result<std::vector<OutboxItem>> claimDue(const QDateTime &now, int limit) = 0;
    // When the next queued item falls due; empty: none is queued.
    virtual Result<std::optional<QDateTime>> nextDue() const = 0;

    // Also one that was Unknown, when its channel has shown since that it has left.
    virtual Result<> markSent(OutboxId id, const QString &externalId, const QDateTime &at) = 0;
    // With `retryAt` it is queued again for then, else Failed. The conversation of one that is Failed or
    // Unknown needs a person.
    virtual Result<> markFailed(OutboxId id, const QString &why, const std::optional<QDateTime> &retryAt) = 0;
    virtual Result<> markUnknown(OutboxId id, const QString &why) = 0;
    // Nothing of it has left, and its channel says nothing about it: queued again for then, as no attempt.
    virtual Result<> putBack(OutboxId id, const QString &why, const QDateTime &dueAt) = 0;
    // It had left, or may have, and did not arrive: Sent, Unknown or Sending becomes Failed, and its
    // conversation needs a person. Conflict in another state. Audited.
    virtual Result<> markReturned(OutboxId id, const QString &why, const QDateTime &at) = 0;
    // A person, or a sender that can prove that nothing is sent twice, has it sent again: Failed or Unknown
    // becomes Queued. Conflict in another state. Audited.
    virtual Result<> requeue(OutboxId id, const QString &by, const QDateTime &at) = 0;
    // Other words for one that has not left; Conflict unless it is queued or being sent.
    virtual Result<> reword(OutboxId id, const QString &body) = 0;
    // Undo: Conflict unless it is still queued. Its files and copies are those of the begun reply again.
    virtual Result<> cancel(OutboxId id, const QString &by, const QDateTime &at) = 0;
    // Cancels what is queued for the conversation (a take-over); returns how many.
    virtual Result<int> cancelQueued(ConversationId conversation, const QString &by, const QDateTime &at) = 0;
    // At start: what a killed program left in Sending becomes Unknown; returns those items.
    virtual Result<std::vector<OutboxItem>> recoverInterrupted() = 0;
};

} // namespace Helmdesk
