#pragma once

#include "core/Clock.h"
#include "pipeline/ConversationRepository.h"
#include "pipeline/OutboxRepository.h"
#include "pipeline/UnitOfWork.h"

#include <chrono>
#include <functional>
#include <optional>

namespace Helmdesk
{

enum class Trace {
    Unknown, // it may have reached somebody: a person decides
    Nothing, // it certainly has not, or repeating it is the one same delivery
    Left,    // it has left the desk
};

struct Traced {
    Trace trace = Trace::Unknown;
    QString externalId; // of one that has left
};

// What a channel does with a reply that is due. Implemented by the channels.
class OutboundChannel
{
public:
    virtual ~OutboundChannel() = default;
    virtual bool serves(ChannelKind kind) const = 0;
    // Returns what the channel calls the delivered reply (may be empty). A retryable error queues it again,
    // and a retryable Denied does so as no attempt: the channel is at fault, not the reply. ErrorKind Timeout
    // means that it may have gone out, so a person decides; Cancelled that the program ends and nothing has
    // left.
    virtual Result<QString> deliver(const OutboxItem &item) = 0;
    // How long to wait after so many failures before the next try; nothing: none follows.
    virtual std::optional<std::chrono::seconds> retryAfter(int failures) const;
    // What is known of a delivery that a killed program had begun.
    virtual Result<Traced> trace(const OutboxItem &) const { return Traced{}; }
    // The item is marked sent: what trace() goes by is no longer needed.
    virtual void forget(const OutboxItem &) {}
};

// Sends what is due, each item once. A reply enters the thread in the same transaction that marks it sent.
// Thread-safe. Failure: that of the store; a failed delivery is a state of its item.
class OutboxSender
{
public:
    OutboxSender(OutboxRepository &outbox, ConversationRepository &conversations, UnitOfWork &unitOfWork,
                 const Clock &clock, std::vector<OutboundChannel *> channels,
                 std::function<bool()> isHeldBack = {});

    // What has to happen before an item leaves; gives it as it is to leave. An error that is not retryable
    // keeps it here, as Failed.
    using Preparation = std::function<Result<OutboxItem>(const OutboxItem &)>;
    void setPreparation(Preparation prepare) { m_prepare = std::move(prepare); }

    // Returns how many were sent; none while everything is held back.
    Result<int> sendDue();

    // At start: what a killed program was sending is marked sent where its channel shows that it has left,
    // sent again where the channel shows that it has not, and is otherwise Unknown, for a person to decide.
    Result<> recover();

    // What was Unknown and is known by its channel now: sent, or certainly not and sent again. Returns how
    // many.
    Result<int> clearUpUnknown();

private:
    OutboundChannel *channelOf(const OutboxItem &item) const; // null: the thread is the delivery
    Result<> deliver(const OutboxItem &item);
    Result<> handOver(const OutboxItem &item);
    Result<> keepFailed(const OutboxItem &item, const Error &error);
    Result<Traced> traceOf(const OutboxItem &item) const;
    Result<> remind(const OutboxItem &item);
    Result<> markSent(const OutboxItem &item, const QString &externalId);

    OutboxRepository &m_outbox;
    ConversationRepository &m_conversations;
    UnitOfWork &m_unitOfWork;
    const Clock &m_clock;
    std::vector<OutboundChannel *> m_channels;
    std::function<bool()> m_isHeldBack;
    Preparation m_prepare;
};

} // namespace Helmdesk
