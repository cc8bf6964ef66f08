#include "pipeline/Pipeline.h"

#include "pipeline/Contained.h"
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
                   settings.sessionTtlSeconds(), settings.mailSenderAddress(), m_parts.originals,
                   settings.keepOriginalsHours()},
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
    auto outcome = execute(run, control);
    if (!outcome)
        return outcome.error();
    return Processed{message, std::move(*outcome), false};
}

// A fault of the program in one turn costs that turn its answer and nothing else.
Result<Outcome> Pipeline::execute(const Run &run, const RunControl &control)
{
    auto outcome = contained([&]() -> Result<Outcome> {
        auto turn = TurnRun::open(m_parts, run, control.withDeadline(runDeadline));
        return turn ? turn->execute() : Result<Outcome>(turn.error());
    });
    if (outcome || outcome.error().kind != ErrorKind::Internal)
        return outcome;
    qCCritical(lcPipeline) << "run" << run.id.value << "failed:" << outcome.error().detail;
    return fail(run, outcome.error().detail, control);
}

Result<Outcome> Pipeline::fail(const Run &run, const QString &why, const RunControl &control)
{
    return contained([&]() -> Result<Outcome> {
        auto turn = TurnRun::open(m_parts, run, control);
        return turn ? turn->fail(why) : Result<Outcome>(turn.error());
    });
}

Result<Outcome> Pipeline::giveUp(MessageId message, const QString &why, const RunControl &control)
{
    auto run = m_parts.runs.liveRun(message);
    if (!run)
        return run.error();
    if (*run)
        return fail(**run, why, control);
    auto found = m_parts.conversations.message(message);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no message %1").arg(message.value)};
    auto begun = m_parts.runs.begin((*found)->conversation, message, m_parts.clock.now());
    return begun ? fail(*begun, why, control) : Result<Outcome>(begun.error());
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
    std::optional<Error> failure; // of one message; the others are answered all the same
    const auto takeUp = [&](MessageId message) {
        auto done = answer(message, control);
        if (done)
            ++taken;
        else if (!failure)
            failure = done.error();
        return done || done.error().kind != ErrorKind::Cancelled;
    };
    for (const Run &run : *unfinished) {
        if (!takeUp(run.message))
            return *failure;
    }
    auto waiting = m_parts.conversations.unansweredMessages();
    if (!waiting)
        return waiting.error();
    for (const Message &message : *waiting) {
        if (!takeUp(message.id))
            return *failure;
    }
    if (taken > 0)
        qCInfo(lcPipeline) << "took up" << taken << "messages that an earlier start had left";
    if (failure)
        return *failure;
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
    return contained([&]() -> Result<Outcome> {
        auto turn = TurnRun::open(m_parts, *run, control.withDeadline(runDeadline));
        return turn ? turn->executeAgain() : Result<Outcome>(turn.error());
    });
}

} // namespace Helmdesk
