#include "pipeline/OutboxSender.h"

#include "core/Instants.h"
#include "pipeline/Promise.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Helmdesk
{
namespace
{

constexpr int batchSize = 50;
constexpr std::array retryAfterSeconds{5, 30, 300};
constexpr int channelFaultPause = 300; // seconds

} // namespace

std::optional<std::chrono::seconds> OutboundChannel::retryAfter(int failures) const
{
    const auto attempt = static_cast<size_t>(std::max(failures, 0));
    if (attempt >= retryAfterSeconds.size())
        return {};
    return std::chrono::seconds(retryAfterSeconds[attempt]);
}

OutboxSender::OutboxSender(OutboxRepository &outbox, ConversationRepository &conversations,
                           UnitOfWork &unitOfWork, const Clock &clock,
                           std::vector<OutboundChannel *> channels, std::function<bool()> isHeldBack)
    : m_outbox(outbox)
    , m_conversations(conversations)
    , m_unitOfWork(unitOfWork)
    , m_clock(clock)
    , m_channels(std::move(channels))
    , m_isHeldBack(std::move(isHeldBack))
{
}

Result<int> OutboxSender::sendDue()
{
    int sent = 0;
    while (true) {
        if (m_isHeldBack && m_isHeldBack())
            return sent;
        auto due = m_outbox.claimDue(m_clock.now(), batchSize);
        if (!due)
            return due.error();
        for (const OutboxItem &item : *due) {
            if (auto delivered = deliver(item); !delivered)
                return delivered.error();
            ++sent;
        }
        if (due->size() < batchSize)
            return sent;
    }
}

OutboundChannel *OutboxSender::channelOf(const OutboxItem &item) const
{
    const auto channel = std::ranges::find_if(
        m_channels, [&](const OutboundChannel *candidate) { return candidate->serves(item.item.channel); });
    return channel == m_channels.end() ? nullptr : *channel;
}

Result<Traced> OutboxSender::traceOf(const OutboxItem &item) const
{
    const OutboundChannel *channel = channelOf(item);
    // Without a channel the thread is the delivery, and the reply enters it when it is marked sent.
    return channel == nullptr ? Traced{Trace::Nothing, {}} : channel->trace(item);
}

Result<> OutboxSender::recover()
{
    auto sending = m_outbox.withState(OutboxState::Sending, std::numeric_limits<int>::max());
    if (!sending)
        return sending.error();
    for (const OutboxItem &item : *sending) {
        const auto traced = traceOf(item);
        if (!traced || traced->trace == Trace::Unknown)
            continue; // nobody knows
        auto done = traced->trace == Trace::Left ? markSent(item, traced->externalId)
                                                 : m_outbox.putBack(item.id, item.failure, m_clock.now());
        if (!done)
            return done;
    }
    auto interrupted = m_outbox.recoverInterrupted();
    return interrupted ? Result<>() : Result<>(interrupted.error());
}

Result<int> OutboxSender::clearUpUnknown()
{
    auto unknown = m_outbox.withState(OutboxState::Unknown, batchSize);
    if (!unknown)
        return unknown.error();
    int cleared = 0;
    for (const OutboxItem &item : *unknown) {
        if (channelOf(item) == nullptr)
            continue;
        const auto traced = traceOf(item);
        if (!traced || traced->trace == Trace::Unknown)
            continue;
        auto done = traced->trace == Trace::Left
                        ? markSent(item, traced->externalId)
                        : m_outbox.requeue(item.id, QStringLiteral("system"), m_clock.now());
        if (!done)
            return done.error();
        ++cleared;
    }
    return cleared;
}

Result<> OutboxSender::deliver(const OutboxItem &item)
{
    reached(Instant::ReplyClaimed);
    if (!m_prepare)
        return handOver(item);
    auto prepared = m_prepare(item);
    if (prepared)
        return handOver(*prepared);
    if (prepared.error().kind == ErrorKind::Cancelled)
        return prepared.error(); // the program ends; the next start goes on
    return keepFailed(item, prepared.error());
}

Result<> OutboxSender::handOver(const OutboxItem &item)
{
    OutboundChannel *channel = channelOf(item);
    if (channel == nullptr) // the thread itself is the delivery: the customer reads it there
        return markSent(item, {});
    auto delivered = channel->deliver(item);
    if (delivered)
        return markSent(item, *delivered);
    const Error &error = delivered.error();
    if (error.kind == ErrorKind::Timeout)
        return m_outbox.markUnknown(item.id, error.detail);
    if (error.kind == ErrorKind::Cancelled)
        return error; // the program ends; the next start goes on
    return keepFailed(item, error);
}

// It is tried again later where that may help.
Result<> OutboxSender::keepFailed(const OutboxItem &item, const Error &error)
{
    const OutboundChannel *channel = channelOf(item);
    const int failures = item.attempts; // before this one
    const auto pause = channel != nullptr ? channel->retryAfter(failures) : std::nullopt;
    if (error.retryable && error.kind == ErrorKind::Denied)
        return m_outbox.putBack(item.id, error.detail,
                                m_clock.now() + pause.value_or(std::chrono::seconds(channelFaultPause)));
    std::optional<QDateTime> retryAt;
    if (error.retryable && pause)
        retryAt = m_clock.now() + *pause;
    return m_outbox.markFailed(item.id, error.detail, retryAt);
}

Result<> OutboxSender::markSent(const OutboxItem &item, const QString &externalId)
{
    auto marked = m_unitOfWork.run([&]() -> Result<> {
        if (item.item.inReplyTo.isValid() && item.item.conversation.isValid()) {
            Message reply;
            reply.conversation = item.item.conversation;
            reply.author = item.item.approvedBy.isEmpty() ? Author::Agent : Author::Operator;
            reply.operatorName = item.item.approvedBy;
            reply.text = item.item.body;
            reply.subject = item.item.subject;
            reply.externalId = QStringLiteral("outbox:%1").arg(item.id.value);
            reply.attachments = item.files;
            reply.cc = item.copies.cc.value_or(QStringList()).join(QStringLiteral(", "));
            reply.at = m_clock.now();
            if (auto stored = m_conversations.append(reply); !stored)
                return stored.error();
            if (auto reminded = remind(item); !reminded)
                return reminded;
        }
        return m_outbox.markSent(item.id, externalId, m_clock.now());
    });
    if (OutboundChannel *channel = marked ? channelOf(item) : nullptr)
        channel->forget(item);
    return marked;
}

// What a person promises comes back to him; with his next reply the last promise is kept or renewed.
Result<> OutboxSender::remind(const OutboxItem &item)
{
    if (item.item.approvedBy.isEmpty())
        return {};
    const auto promise = standardPromiseWords().promiseIn(item.item.body, m_clock.now());
    return m_conversations.setReminder(item.item.conversation,
                                       promise ? Reminder{promise->due.toUTC(), promise->words} : Reminder());
}

} // namespace Helmdesk
