#include "pipeline/Pipeline.h"

#include "pipeline/Log.h"
#include "pipeline/MessageBurst.h"
#include "pipeline/MessageIntake.h"
#include "pipeline/MessageMasking.h"
#include "pipeline/TurnRun.h"

namespace Helmdesk
{
namespace
{

constexpr std::chrono::seconds runDeadline{60};

// What the channel read of the message, for the outcome.
Json readJson(const IncomingMessage &incoming)
{
    Json attachments = Json::array();
    for (const Attachment &attachment : incoming.attachments)
        attachments.push_back(
            {{"name", attachment.name}, {"media_type", attachment.mediaType}, {"bytes", attachment.bytes}});
    Json json{
        {"subject", incoming.subject}, {"text", incoming.text}, {"attachments", std::move(attachments)}};
    if (!incoming.senderAddress.isEmpty())
        json["from"] = incoming.senderAddress;
    if (!incoming.source.isEmpty())
        json["source"] = incoming.source;
    if (incoming.isAutomatic)
        json["automatic"] = incoming.automaticReason;
    return json;
}

} // namespace

Result<AppendedMessage> Pipeline::take(const IncomingMessage &incoming)
{
    const Settings settings = m_parts.settings();
    return takeIn({m_parts.conversations, m_parts.customers, m_parts.unitOfWork, m_parts.clock,
                   settings.sessionTtlSeconds(), m_parts.originals, settings.keepOriginalsHours()},
                  incoming);
}

Result<Processed> Pipeline::process(const IncomingMessage &incoming, const RunControl &control)
{
    auto taken = take(incoming);
    if (!taken)
        return taken.error();
    auto processed = answer(taken->id, control);
    if (!processed)
        return processed.error();
    describeMessage(incoming, processed->outcome);
    return processed;
}

void Pipeline::describeMessage(const IncomingMessage &incoming, Outcome &outcome)
{
    outcome.message = readJson(withoutSecrets(incoming));
    outcome.error = incoming.unreadable;
}

Result<Processed> Pipeline::answer(MessageId message, const RunControl &control)
{
    auto stored = m_parts.runs.outcomeOf(message);
    if (!stored)
        return stored.error();
    if (*stored)
        return Processed{message, std::move((*stored)->outcome), true};
    auto live = m_parts.runs.liveRun(message);
    if (!live)
        return live.error();
    Run run;
    if (*live) {
        run = **live;
    } else {
        auto found = m_parts.conversations.message(message);
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no message %1").arg(message.value)};
        auto later = joinToLater(**found);
        if (!later)
            return later.error();
        if (*later)
            return answer(**later, control);
        auto begun = m_parts.runs.begin((*found)->conversation, message, m_parts.clock.now());
        if (!begun)
            return begun.error();
        run = *begun;
    }
    auto turn = TurnRun::open(m_parts, run, control.withDeadline(runDeadline));
    if (!turn)
        return turn.error();
    auto outcome = turn->execute();
    if (!outcome)
        return outcome.error();
    return Processed{message, std::move(*outcome), false};
}

// A message that another one follows at once is answered with that one: its own run ends as cancelled.
Result<std::optional<MessageId>> Pipeline::joinToLater(const Message &message)
{
    auto conversation = m_parts.conversations.get(message.conversation);
    if (!conversation)
        return conversation.error();
    if (!*conversation)
        return std::optional<MessageId>();
    const Settings settings = m_parts.settings();
    auto later = nextOfBurst({m_parts.conversations, m_parts.runs, settings}, **conversation, message);
    if (!later || !*later)
        return later;
    const QDateTime now = m_parts.clock.now();
    auto run = m_parts.runs.begin(message.conversation, message.id, now);
    if (!run)
        return run.error();
    if (auto ended = m_parts.runs.setState(run->id, RunState::Cancelled, now); !ended)
        return ended.error();
    return later;
}

Result<int> Pipeline::resume(const RunControl &control)
{
    int taken = 0;
    auto unfinished = m_parts.runs.unfinished();
    if (!unfinished)
        return unfinished.error();
    for (const Run &run : *unfinished) {
        auto done = answer(run.message, control);
        if (!done)
            return done.error();
        ++taken;
    }
    auto waiting = m_parts.conversations.unansweredMessages();
    if (!waiting)
        return waiting.error();
    for (const Message &message : *waiting) {
        auto done = answer(message.id, control);
        if (!done)
            return done.error();
        ++taken;
    }
    if (taken > 0)
        qCInfo(lcPipeline) << "took up" << taken << "messages that an earlier start had left";
    return taken;
}

Result<Outcome> Pipeline::runAgain(MessageId message, const RunControl &control)
{
    auto found = m_parts.conversations.message(message);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no message %1").arg(message.value)};
    const QDateTime now = m_parts.clock.now();
    if (auto voided =
            m_parts.approvals.voidPendingOf((*found)->conversation, QStringLiteral("run again"), now);
        !voided)
        return voided.error();
    if (auto cancelled = m_parts.runs.cancelLive((*found)->conversation, now); !cancelled)
        return cancelled.error();
    auto run = m_parts.runs.begin((*found)->conversation, message, now);
    if (!run)
        return run.error();
    auto turn = TurnRun::open(m_parts, *run, control.withDeadline(runDeadline));
    if (!turn)
        return turn.error();
    return turn->executeAgain();
}

} // namespace Helmdesk
