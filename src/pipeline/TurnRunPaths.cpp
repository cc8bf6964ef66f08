#include "pipeline/Decision.h"
#include "pipeline/Log.h"
#include "pipeline/TurnRun.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// Of a turn that is less certain than this it is kept what the knowledge base alone answers.
constexpr double mostGuessed = 0.6;

bool isHeldByRule(const ToolCall &call)
{
    return call.status == ToolStatus::PendingApproval && !call.rule.isEmpty();
}

// A write that no rule holds: it was carried out, or only the mode held it.
bool isFreeWrite(const ToolCall &call)
{
    return !call.key.isEmpty() && (call.status == ToolStatus::Done ||
                                   (call.status == ToolStatus::PendingApproval && call.rule.isEmpty()));
}

KeptActs actsOf(const std::vector<ToolCall> &calls)
{
    const auto free = std::ranges::count_if(calls, isFreeWrite);
    if (free == 0)
        return KeptActs::None;
    const bool allDone = std::ranges::none_of(calls, [](const ToolCall &call) {
        return isFreeWrite(call) && call.status == ToolStatus::PendingApproval;
    });
    return allDone || free == 1 ? KeptActs::Done : KeptActs::Unclear;
}

// One of several requests fell short of the answer threshold; those behind it were not looked at.
bool gaveUpByThreshold(const std::vector<ReasonDetail> &found)
{
    return !found.empty() && found.front().reason == EscalationReason::LowConfidence &&
           found.front().detail == QLatin1String("answer");
}

} // namespace

KeptFacts TurnRun::facts() const
{
    KeptFacts facts;
    facts.isSilent = m_message.isAutomatic || m_conversation.status == ConversationStatus::TakenOver;
    facts.alwaysEscalates = m_alwaysEscalates;
    facts.personRequired = m_personRequired;
    facts.sentiment = m_assessment.sentiment;
    facts.words = m_assessment.words;
    facts.questions = m_assessment.questions;
    return facts;
}

PathAnswer TurnRun::answerOf(const DraftReply &draft, const std::vector<ToolCall> &calls,
                             const std::vector<ReasonDetail> &found) const
{
    PathAnswer answer;
    answer.answer = draft.confidence;
    answer.escalates = escalates(found) || repeatsLastReply(draft, calls);
    answer.acts = actsOf(calls);
    answer.waits =
        std::ranges::any_of(calls, isHeldByRule) || (m_said.causesNoWrite && answer.acts != KeptActs::None);
    return answer;
}

// The path that was taken, as it came out: also by what a person decided on its calls since.
KeptPath TurnRun::ownPath() const
{
    KeptPath path;
    path.confidence = m_route.confidence;
    path.categories = bindingCategories(m_turn);
    path.isUnanswerable = !m_turn.unanswerable.isEmpty();
    const PathAnswer answer = answerOf(m_draft, m_calls, m_found);
    path.answer = path.guess = answer.answer;
    path.escalates = path.repeatsGuess = answer.escalates;
    path.acts = KeptActs::None;
    path.waits = std::ranges::any_of(
        m_calls, [](const ToolCall &call) { return call.status == ToolStatus::PendingApproval; });
    return path;
}

Decision TurnRun::decision() const
{
    const auto decided = decide(facts(), ownPath(), TuningSettings::of(m_settings));
    const bool isSilent = m_message.isAutomatic || m_conversation.status == ConversationStatus::TakenOver;
    if (isSilent || (decided == Decision::Escalated) == (escalates(m_reasons) || mode() == Mode::Off))
        return decided.value_or(Decision::Escalated);
    // The reasons that people read and the decision come from the same limits. If they ever differ a person
    // looks at it.
    qCCritical(lcPipeline) << "the decision on run" << m_run.id.value << "does not fit its reasons";
    return Decision::Escalated;
}

Result<KeptRun> TurnRun::kept() const
{
    KeptRun kept{facts(), {}};
    if (kept.facts.isSilent || kept.facts.alwaysEscalates)
        return kept; // no setting changes that
    EscalationAssessment unmeasured = m_assessment;
    unmeasured.reasons.clear(); // where a limit of these is passed the turn escalates on every path
    std::optional<Error> failure;
    TurnWays ways;
    ways.route = [&](const RouteLimits &limits) {
        return routeBy(limits, unmeasured, m_context.memory, !m_context.proposals.empty());
    };
    ways.witness = [&](const TurnRoute &turn) -> std::optional<WitnessedTurn> {
        auto witnessed = askKnowledge(turn, unmeasured);
        if (witnessed)
            return *witnessed;
        failure = witnessed.error();
        return std::nullopt;
    };
    ways.answer = [&](const TurnRoute &turn) { return answerOn(turn); };
    if (m_parts.advisor != nullptr && m_parts.advisor->isThere()) {
        ways.advised = &m_turn;
        ways.advisedAt = m_settings.routingThreshold();
    }
    auto paths = pathsOf(ways);
    if (!paths)
        return paths.error();
    if (failure)
        return *failure;
    kept.paths = std::move(*paths);
    return kept;
}

// What the specialist comes to on another route; its own answer where that is the route it took.
PathAnswer TurnRun::answerOn(const TurnRoute &turn) const
{
    KeptPath modes;
    modes.categories = bindingCategories(turn);
    if (modes.mode(TuningSettings::of(m_settings)) == Mode::Off)
        return {}; // off: nobody is consulted, not even for this
    TurnContext context = m_context;
    setRoute(context, turn);
    context.engineState = Json();
    PathAnswer answer;
    if (m_isConsulted && !gaveUpByThreshold(m_found) && toJson(turn) == toJson(m_turn))
        answer = answerOf(m_draft, m_calls, m_found);
    else if (m_parts.specialist.isFree())
        answer = consultedOn(context);
    if (turn.route.confidence < std::max(mostGuessed, m_settings.leastGuess()) &&
        m_parts.specialist.isFree()) {
        if (const auto guess = m_parts.specialist.answerFromKnowledge(context, m_control)) {
            answer.guess = guess->confidence;
            answer.repeatsGuess = repeatsLastReply(*guess, {});
        }
    }
    return answer;
}

// Asks the specialist what it would say. Nothing is done: what reads is read, what writes is described.
PathAnswer TurnRun::consultedOn(const TurnContext &asked) const
{
    TurnContext context = asked;
    context.answerThreshold = 0.0; // each of several requests is looked at; the weakest answer counts
    std::vector<ToolCall> calls;
    for (int round = 0; round <= maxRounds; ++round) {
        const auto next = m_parts.specialist.next(context, calls, m_control);
        if (!next)
            return {};
        const auto *wanted = std::get_if<CallTools>(&*next);
        if (wanted == nullptr) {
            std::vector<ReasonDetail> found;
            const DraftReply draft = draftIn(*next, found);
            return answerOf(draft, calls, found);
        }
        context.engineState = wanted->state;
        for (const ToolRequest &request : wanted->requests) {
            ToolContext tools = toolContext();
            tools.round = round;
            const auto made = std::ranges::find_if(m_calls, [&](const ToolCall &call) {
                return call.key.isEmpty() && call.status == ToolStatus::Done && call.name == request.name &&
                       call.args == request.args;
            });
            calls.push_back(made != m_calls.end()
                                ? *made
                                : m_parts.tools.run(request, tools, ExecutionMode::Never, calls));
        }
    }
    PathAnswer answer;
    answer.answer = 0.0;
    answer.escalates = true; // too many rounds
    return answer;
}

} // namespace Helmdesk
