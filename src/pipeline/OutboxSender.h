#pragma once

#include "core/Clock.h"
#include "pipeline/ConversationRepository.h"
#include "pipeline/OutboxRepository.h"
#include "pipeline/UnitOfWork.h"

#include <functional>

namespace Helmdesk
{

// What a channel does with a reply that is due. Implemented by the channels.
class OutboundChannel
{
public:
    virtual ~OutboundChannel() = default;
    virtual bool serves(ChannelKind kind) const = 0;
    // Returns what the channel calls the delivered reply (may be empty). A retryable error queues it again;
    // ErrorKind Timeout means that it may have gone out, so a person decides.
    virtual Result<QString> deliver(const OutboxItem &item) = 0;
    // Whether delivering an item again gives the one same delivery, so that an interrupted one may be
    // repeated.
    virtual bool isRepeatable() const { return false; }
};

// Sends what is due, each item once. A reply enters the thread in the same transaction that marks it sent.
// Thread-safe. Failure: that of the store; a failed delivery is a state of its item.
class OutboxSender
{
public:
    OutboxSender(OutboxRepository &outbox, ConversationRepository &conversations, UnitOfWork &unitOfWork,
                 const Clock &clock, std::vector<OutboundChannel *> channels,
                 std::function<bool()> isHeldBack = {});

    // Returns how many were sent; none while everything is held back.
    Result<int> sendDue();

    // At start: what a killed program left half sent is sent again where that cannot reach anybody twice, and
    // is otherwise Unknown, for a person to decide.
    Result<> recover();

private:
    OutboundChannel *channelOf(const OutboxItem &item) const; // null: the thread is the delivery
    Result<> deliver(const OutboxItem &item);
    Result<> markSent(const OutboxItem &item, const QString &externalId);

    OutboxRepository &m_outbox;
    ConversationRepository &m_conversations;
    UnitOfWork &m_unitOfWork;
    const Clock &m_clock;
    std::vector<OutboundChannel *> m_channels;
    std::function<bool()> m_isHeldBack;
};

} // namespace Helmdesk
