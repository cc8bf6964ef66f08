#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// A customer's message without an outcome.
struct UnansweredMessage {
    MessageId id;
    ConversationId conversation;
    ChannelKind channel = ChannelKind::Api;
    int attempts = 0;  // that failed so far
    QDateTime nextTry; // invalid: nothing failed yet
};

// What waits for an answer of the agent, and what is known of answers that failed. Conversations that a
// person has taken over or closed are left out, and so are messages that were joined to a later one. Thread:
// any. Ownership: values. Failure: Unavailable, StorageFull, Corrupt or Io of the store.
class UnansweredRepository
{
public:
    virtual ~UnansweredRepository() = default;

    // In the order of arrival.
    virtual Result<std::vector<UnansweredMessage>> all() const = 0;
    virtual Result<std::vector<UnansweredMessage>> of(ConversationId conversation) const = 0;
    // Those whose answer failed and is due to be tried again.
    virtual Result<std::vector<UnansweredMessage>> due(const QDateTime &now) const = 0;
    virtual Result<std::optional<UnansweredMessage>> find(MessageId message) const = 0;

    // An answer failed and is tried again at `nextTry`; until it has an outcome its conversation needs
    // attention.
    virtual Result<> recordFailure(MessageId message, const QString &why, const QDateTime &nextTry) = 0;
    // What came in before `since` and is unanswered needs attention.
    virtual Result<> markLate(const QDateTime &since) = 0;
};

} // namespace Helmdesk
