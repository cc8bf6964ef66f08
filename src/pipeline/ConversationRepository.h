#pragma once

#include "core/Json.h"
#include "core/Message.h"
#include "core/Result.h"

#include <optional>
#include <QMap>
#include <vector>

namespace Helmdesk
{

// What identifies the conversation that an incoming message belongs to.
struct ConversationOpening {
    ChannelKind channel = ChannelKind::Api;
    QString key;      // thread on the channel; empty: by customer (or else address) within the session
    QString customer; // customer id established by the channel, or empty
    QString senderAddress;
    QString senderName;
    QString subject;
    QDateTime at;
    int sessionTtlSeconds = 3600; // an older conversation of the customer is not continued
};

struct AppendedMessage {
    MessageId id;
    bool isDuplicate = false; // delivered before: id is the stored message's
};

enum class ConversationSort {
    UpdatedNewest, // last change first
    UpdatedOldest, // longest waiting first
    Priority,      // resolved ones last, urgent first, of these the longest waiting first
};

struct ConversationFilter {
    std::optional<ConversationStatus> status;
    std::optional<Category> category;
    std::optional<Decision> decision; // of the latest outcome
    bool isNotEscalated = false;      // by the latest outcome, or there is none
    std::optional<Priority> priority;
    std::optional<QString> assignee; // an empty name: nobody
    QString customer;
    std::optional<ChannelKind> channel;
    bool needsAttention = false; // a person has something to do: taken over, escalated or a draft to review
    bool isOpen = false;         // not resolved
    bool awaitsApproval = false; // a call waits for a person
    bool isUnanswered = false;   // the customer spoke last
};

// Where a conversation stands, to be put back there.
struct ConversationPlace {
    ConversationId id;
    ConversationStatus status = ConversationStatus::Open;
    QString assignee;
    bool needsAttention = false;
    bool operator==(const ConversationPlace &) const = default;
};

// What was promised to the customer, and by when.
struct Reminder {
    QDateTime due;   // UTC; invalid: nothing
    QString promise; // the words of the reply that promised it; empty: somebody set it by hand
    bool operator==(const Reminder &) const = default;
};

// One row of the queue.
struct ConversationSummary {
    Conversation conversation;
    QString customerName; // the record's name, else the sender's
    QString snippet;      // beginning of the last message
    Author lastAuthor = Author::Customer;
    int messageCount = 0;
    Priority priority = Priority::Normal;
    std::optional<Decision> decision; // of the latest outcome; none while no run has ended
    QString intent;
    double confidence = 0.0;
    QList<EscalationReason> reasons;
    bool shadow = false;
    bool needsAttention = false;
    bool hasDraft = false;
    int pendingApprovals = 0;
    TicketId ticket;
    Reminder reminder;
    QString excerpt; // of search() alone: where it matched, each match between U+0002 and U+0003
};

// Where a page ends; pass it to get the next one. Stays valid while rows change.
struct ConversationCursor {
    int priority = 0;
    QString updatedAt;
    qint64 id = 0;
    bool isResolved = false;
};

struct ConversationPage {
    std::vector<ConversationSummary> rows;
    std::optional<ConversationCursor> next; // empty: this was the last page
};

struct ConversationCounts {
    int total = 0;
    int needsAttention = 0;
    QMap<ConversationStatus, int> byStatus;
    QMap<Category, int> byCategory;        // not resolved ones
    QMap<Decision, int> byDecision;        // not resolved ones
    QMap<Decision, int> waitingByDecision; // of these those that need attention
};

// Conversations and their messages.
// Thread: any. Ownership: takes and returns values. Failure: NotFound for an unknown id, otherwise
// Unavailable, StorageFull, Corrupt or Io of the store. Times are UTC.
class ConversationRepository
{
public:
    virtual ~ConversationRepository() = default;

    // The conversation of the channel's thread; without a key the customer's latest conversation on the
    // channel that is not resolved and had a message within the session; else a new one. A missing sender is
    // filled in, a known one never replaced; the customer stays the one it was begun with, or nobody. Two
    // callers at once get the same conversation.
    virtual Result<Conversation> findOrCreate(const ConversationOpening &opening) = 0;
    virtual Result<std::optional<Conversation>> get(ConversationId id) const = 0;
    // The conversation of the channel's thread, the latest one where there are several.
    virtual Result<std::optional<Conversation>> findByKey(ChannelKind channel, const QString &key) const = 0;

    // The conversations of the messages that came in, or of the replies that left, with this id on the
    // channel, the latest first: an id is its sender's own word and may have been used by others too.
    virtual Result<std::vector<Conversation>> findByExternalId(ChannelKind channel, const QString &id) const
    {
        Q_UNUSED(channel)
        Q_UNUSED(id)
        return std::vector<Conversation>();
    }

    // The stored message that is the same by channel, external id and fingerprint; nothing without an id.
    virtual Result<std::optional<MessageId>> delivered(ChannelKind channel, const QString &externalId,
                                                       const QString &fingerprint) const = 0;

    // Stores `message` (its id is ignored) and moves the conversation's time forward. One with the external
    // id and the fingerprint (where none is given: the text) of a stored one is that one, delivered again. A
    // customer's message reopens a waiting or resolved conversation.
    virtual Result<AppendedMessage> append(const Message &message) = 0;
    virtual Result<std::optional<Message>> message(MessageId id) const = 0;
    // The bytes of an attachment, in the message's order; nothing where they were not kept.
    virtual Result<std::optional<QByteArray>> attachment(MessageId id, int position) const
    {
        Q_UNUSED(id)
        Q_UNUSED(position)
        return std::optional<QByteArray>();
    }
    // All messages in order; with `limit` above 0 only the newest ones of them.
    virtual Result<std::vector<Message>> history(ConversationId id, int limit = 0) const = 0;
    // What the customer may see too (no notes, no lines of the system) after a message, oldest first.
    virtual Result<std::vector<Message>> publicMessages(ConversationId id, MessageId after,
                                                        int limit) const = 0;
    // Customer messages without an outcome, oldest first: work that intake had stored before a crash.
    virtual Result<std::vector<Message>> unansweredMessages() const = 0;

    // A person takes over: status TakenOver and the assignee in one change; Conflict when another one has it.
    virtual Result<> takeOver(ConversationId id, const QString &operatorName, const QDateTime &at) = 0;
    // The agent goes on; one whose last word is the customer's waits for a person until it has.
    virtual Result<> handBack(ConversationId id, const QString &operatorName, const QDateTime &at) = 0;
    virtual Result<> setStatus(ConversationId id, ConversationStatus status, const QString &by,
                               const QDateTime &at) = 0;
    // Undoes a change of the place, audited as one.
    virtual Result<> putBack(const ConversationPlace &place, const QString &by, const QDateTime &at)
    {
        Q_UNUSED(by)
        Q_UNUSED(at)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(place.id.value)};
    }
    virtual Result<> setAssignee(ConversationId id, const QString &assignee, const QDateTime &at) = 0;
    virtual Result<> setCategory(ConversationId id, Category category, const QString &by,
                                 const QDateTime &at) = 0;
    // Replaces the reminder; an invalid time takes it away.
    virtual Result<> setReminder(ConversationId id, const Reminder &reminder)
    {
        Q_UNUSED(reminder)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    }
    // Conversations whose reminder has come need a person again; how many.
    virtual Result<int> raiseDue(const QDateTime &now)
    {
        Q_UNUSED(now)
        return 0;
    }
    // An operator says who the sender is: shown with the conversation, and no right of the sender. An empty
    // customer takes it back. Audited.
    virtual Result<> linkCustomer(ConversationId id, const QString &customer, const QString &by,
                                  const QDateTime &at)
    {
        Q_UNUSED(customer)
        Q_UNUSED(by)
        Q_UNUSED(at)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    }
    virtual Result<> setLanguage(ConversationId id, const QString &language) = 0;

    virtual Result<ConversationPage> list(const ConversationFilter &filter, ConversationSort sort, int limit,
                                          const std::optional<ConversationCursor> &after = {}) const = 0;
    virtual Result<std::optional<ConversationSummary>> summary(ConversationId id) const = 0;
    virtual Result<ConversationCounts> counts() const = 0;

    // Conversations whose messages, subject or sender hold all the words; any text of a user is allowed.
    virtual Result<std::vector<ConversationSummary>> search(const QString &text, int limit) const = 0;

    // What the last reply left open (awaited slots): TurnContext::memory of the next turn. An object, empty
    // at first.
    virtual Result<Json> memory(ConversationId id) const = 0;
    virtual Result<> setMemory(ConversationId id, const Json &memory) = 0;
};

} // namespace Helmdesk
