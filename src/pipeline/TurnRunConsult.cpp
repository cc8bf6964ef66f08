// What the specialist says to a turn, and the calls that it wants.

#include "pipeline/TurnRun.h"

#include "pipeline/Decision.h"
#include "pipeline/Log.h"
#include "pipeline/RateSettings.h"
#include "pipeline/StepJson.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

ToolLimits limitsOf(const Settings &settings)
{
    ToolLimits limits;
    limits.rates = exchangeRatesOf(settings);
    limits.timeout = std::chrono::milliseconds(static_cast<qint64>(settings.toolTimeoutSeconds() * 1000.0));
    return limits;
}

// Whether the customer said a clear yes to exactly this call.
bool isConfirmed(const Json &accepted, const ToolRequest &request)
{
    return std::ranges::any_of(accepted, [&](const Json &proposal) {
        return stringOr(proposal, "tool") == request.name && memberOrNull(proposal, "args") == request.args;
    });
}

} // namespace

// The agent stays silent where a person has the conversation or must have it; it may propose where it is only
// unsure.
bool TurnRun::isAnswerable() const
{
    if (m_message.isAutomatic || m_conversation.status == ConversationStatus::TakenOver ||
        m_message.text.trimmed().isEmpty() || m_route.category == Category::Escalate || mode() == Mode::Off)
        return false;
    return std::ranges::none_of(m_reasons, [](const ReasonDetail &item) {
        return item.reason == EscalationReason::HumanRequested || item.reason == EscalationReason::Policy ||
               item.reason == EscalationReason::InjectionSuspected;
    });
}

// The strictest mode of all categories that the turn touches.
Mode TurnRun::mode() const
{
    Mode strictest = m_settings.mode(m_route.category);
    for (const RequestPart &part : m_context.requests)
        strictest = std::min(strictest, m_settings.mode(part.category));
    if (m_context.isForKnowledge && m_route.runnerUp != Category::Escalate)
        strictest = std::min(strictest, m_settings.mode(m_route.runnerUp));
    return strictest;
}

ExecutionMode TurnRun::executionMode() const
{
    const Mode mode = this->mode();
    if (mode == Mode::Shadow)
        return ExecutionMode::Never;
    const bool mayAct = mode == Mode::Auto && !m_said.causesNoWrite && !escalates(m_reasons) &&
                        m_route.confidence >= m_settings.answerThreshold() && !m_personRequired;
    return mayAct ? ExecutionMode::Execute : ExecutionMode::HoldWrites;
}

ToolContext TurnRun::toolContext() const
{
    ToolContext context;
    context.customer = m_conversation.customer;
    context.conversation = m_conversation.id;
    context.message = m_message.id;
    context.run = m_run.id;
    context.now = m_now;
    context.settings = m_settings;
    context.category = nameOf(m_route.category);
    context.channel = m_conversation.channel;
    context.level = m_sender.level;
    context.limits = limitsOf(m_settings);
    context.control = m_control;
    return context;
}

Result<> TurnRun::consult()
{
    if (answersCode() || !isAnswerable())
        return {};
    if (m_route.confidence < m_settings.leastGuess())
        return proposeFromKnowledge();
    for (int round = 0; round <= maxRounds; ++round) {
        auto output =
            m_journal.step(QStringLiteral("specialist"), {{"calls", m_calls.size()}}, [&]() -> Result<Json> {
                auto next = m_parts.specialist.next(m_context, m_calls, m_control);
                if (next)
                    return toJson(*next);
                if (next.error().kind == ErrorKind::Cancelled)
                    return next.error();
                return degraded(next.error());
            });
        if (!output)
            return output.error();
        const NextStep next = nextStepFromJson(*output);
        if (const auto *call = std::get_if<CallTools>(&next)) {
            m_context.engineState = call->state;
            if (auto called = callTools(call->requests, round); !called)
                return called.error();
            continue;
        }
        if (const auto level = fromName<Degraded>(stringOr(*output, "degraded")))
            m_degraded = *level;
        if (asksWhoWrites(next)) {
            auto isAsked = askForCode();
            if (!isAsked)
                return isAsked.error();
            if (*isAsked)
                return {};
        }
        take(next);
        m_isConsulted = true;
        return {};
    }
    m_found.push_back(
        {EscalationReason::EngineFailed, QStringLiteral("too_many_rounds"), maxRounds, maxRounds});
    m_reasons.push_back(m_found.back());
    m_isConsulted = true;
    return {};
}

// Nobody knows what the turn is about; an article that plainly answers it is proposed to the person all the
// same.
Result<> TurnRun::proposeFromKnowledge()
{
    auto output = m_journal.step(QStringLiteral("specialist"), Json::object(), [&]() -> Result<Json> {
        auto draft = m_parts.specialist.answerFromKnowledge(m_context, m_control);
        if (!draft && draft.error().kind == ErrorKind::Cancelled)
            return draft.error();
        return toJson(
            NextStep(draft && draft->confidence >= m_settings.plainSupport() ? *draft : DraftReply()));
    });
    if (!output)
        return output.error();
    take(nextStepFromJson(*output));
    return {};
}

// The failure ladder below the full agent: an answer from the knowledge base alone, then a ticket.
Json TurnRun::degraded(const Error &cause) const
{
    qCWarning(lcPipeline) << "run" << m_run.id.value << "goes on without the full agent:" << cause.detail;
    auto draft = m_parts.specialist.answerFromKnowledge(m_context, m_control);
    const bool helps = draft && !draft->text.isEmpty() && draft->confidence >= m_settings.answerThreshold();
    if (helps) {
        Json json = toJson(NextStep(std::move(*draft)));
        json["degraded"] = nameOf(Degraded::RagOnly);
        return json;
    }
    GiveUp giveUp;
    giveUp.reasons = {{EscalationReason::EngineFailed, nameOf(cause.kind), 0.0, 0.0}};
    Json json = toJson(NextStep(std::move(giveUp)));
    json["degraded"] = nameOf(Degraded::TicketOnly);
    return json;
}

Result<> TurnRun::callTools(const std::vector<ToolRequest> &requests, int round)
{
    for (const ToolRequest &request : requests) {
        auto output = m_journal.step(
            QStringLiteral("tool:%1").arg(request.name), {{"args", request.args}}, [&]() -> Result<Json> {
                ToolContext context = toolContext();
                context.round = round;
                context.isConfirmed = isConfirmed(m_context.proposals, request);
                return toJson(m_parts.tools.run(request, context, executionMode(), m_calls));
            });
        if (!output)
            return output.error();
        m_calls.push_back(toolCallFromJson(*output));
    }
    return {};
}

void TurnRun::take(const NextStep &next)
{
    const size_t before = m_found.size();
    m_draft = draftIn(next, m_found);
    std::copy(m_found.begin() + static_cast<std::ptrdiff_t>(before), m_found.end(),
              std::back_inserter(m_reasons));
}

// The draft of a last step; the reasons beside it are added to `found`.
DraftReply TurnRun::draftIn(const NextStep &next, std::vector<ReasonDetail> &found) const
{
    if (const auto *draft = std::get_if<DraftReply>(&next)) {
        // Who wrote from the address on record is not told to write from it. A From line proves nothing, so
        // a person decides.
        if (m_sender.isProbablyKnown && stringOr(draft->memory, "awaiting") == QLatin1String("identity")) {
            found.push_back(
                {EscalationReason::Policy, QStringLiteral("sender probable, not proven"), 0.0, 0.0});
            return {};
        }
        return *draft;
    }
    if (const auto *giveUp = std::get_if<GiveUp>(&next)) {
        found.insert(found.end(), giveUp->reasons.begin(), giveUp->reasons.end());
        return giveUp->draft;
    }
    return {};
}

} // namespace Helmdesk
