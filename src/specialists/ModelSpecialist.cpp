#include "specialists/ModelSpecialist.h"

#include "llm/ChatHistory.h"
#include "llm/Prompts.h"
#include "specialists/AnswerCache.h"
#include "specialists/ContextQuestion.h"
#include "specialists/DraftJudge.h"
#include "specialists/ModelPlan.h"
#include "specialists/PersonalData.h"
#include "specialists/ReplyStyle.h"
#include "specialists/TracedFigures.h"

#include <algorithm>
#include <QLoggingCategory>
#include <QRegularExpression>

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcModelSpecialist, "helmdesk.specialists.model", QtInfoMsg)

namespace
{

constexpr int mostRounds = 6; // answers of the model in one turn
constexpr int planTokens = 700;
constexpr double writeTemperature = 0.3;
constexpr std::chrono::milliseconds longestCall{60'000};
constexpr double unreadLanguage = 0.5; // confidence of a draft whose words nobody here can judge
constexpr double inventedSource = 0.8;
const QString passedOnWord = QStringLiteral("colleague"); // as the instructions want it

// The built-in engine has to have time left when the model has used up its own.
RunControl halfOf(const RunControl &control)
{
    if (control.deadline() == RunControl::SteadyTime::max())
        return control.withDeadline(longestCall);
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(control.deadline() -
                                                                            std::chrono::steady_clock::now());
    return control.withDeadline(std::min(longestCall, left / 2));
}

// The call that was made for the request. A person who approves may change the arguments of a write, and
// writes are the built-in engine's alone: those are known by their name.
std::vector<const ToolCall *>::iterator
madeFor(const ToolRequest &request, std::vector<const ToolCall *> &left, const ToolRegistry &registry)
{
    const auto exact = std::ranges::find_if(
        left, [&](const ToolCall *call) { return call->name == request.name && call->args == request.args; });
    const ToolRegistry::Entry *tool = registry.find(request.name);
    if (exact != left.end() || tool == nullptr || tool->spec().risk == RiskClass::Read)
        return exact;
    return std::ranges::find_if(left, [&](const ToolCall *call) { return call->name == request.name; });
}

// What the built-in engine does with the turn, given the calls that were made: it takes up those that are its
// own and asks for the first that is missing.
Result<NextStep> builtinStep(const ModelSpecialist::Surroundings &surroundings, const TurnContext &context,
                             const std::vector<ToolCall> &calls, const RunControl &control)
{
    std::vector<const ToolCall *> left;
    for (const ToolCall &call : calls)
        left.push_back(&call);
    std::vector<ToolCall> own;
    while (true) {
        auto step = surroundings.builtin.next(context, own, control);
        if (!step || !std::holds_alternative<CallTools>(*step))
            return step;
        auto &wanted = std::get<CallTools>(*step);
        while (!wanted.requests.empty()) {
            const ToolRequest &request = wanted.requests.front();
            const auto made = madeFor(request, left, surroundings.registry);
            if (made == left.end())
                return step;
            own.push_back(**made);
            left.erase(made);
            wanted.requests.erase(wanted.requests.begin());
        }
    }
}

CitedDraft takeMarks(const QString &draft, const std::vector<Evidence> &passages)
{
    static const QRegularExpression mark(QStringLiteral("\\s?\\[(\\d{1,3})\\]"));
    CitedDraft cited;
    auto marks = mark.globalMatch(draft);
    while (marks.hasNext()) {
        const qsizetype number = marks.next().captured(1).toLongLong();
        if (number < 1 || number > static_cast<qsizetype>(passages.size())) {
            ++cited.invented;
            continue;
        }
        const Citation &citation = passages[static_cast<size_t>(number - 1)].citation;
        if (std::ranges::find(cited.citations, citation) == cited.citations.end())
            cited.citations.push_back(citation);
    }
    cited.text = QString(draft).remove(mark).trimmed();
    return cited;
}

QString conversationOf(const TurnContext &context)
{
    QString all = context.text;
    for (const Message &message : context.history)
        all += QLatin1Char('\n') + message.text;
    return all;
}

bool saysOnlyUnsure(const GiveUp &step)
{
    return std::ranges::all_of(step.reasons, [](const ReasonDetail &reason) {
        return reason.reason == EscalationReason::LowConfidence;
    });
}

// The run shows what a model was sent also where the built-in engine answers.
NextStep withSent(NextStep step, const Json &sent)
{
    if (auto *draft = std::get_if<DraftReply>(&step))
        draft->sent = sent;
    else if (auto *giveUp = std::get_if<GiveUp>(&step))
        giveUp->draft.sent = sent;
    return step;
}

double partOf(const DraftReply &draft, const char *name)
{
    const auto found = std::ranges::find(draft.confidenceParts, QString::fromLatin1(name), &NamedValue::name);
    return found == draft.confidenceParts.end() ? 1.0 : found->value;
}

} // namespace

struct ModelSpecialist::Turn {
    const TurnContext &context;
    const std::vector<ToolCall> &calls;
    const RunControl &control;
    AnsweringModel answering;
    std::vector<ToolOffer> tools;
    std::vector<PersonalValue> personal;
    std::optional<CacheableTurn> cacheable; // nothing: its answer is for this turn alone
};

QString promptOf(const AnsweringModel &answering, const QString &name)
{
    if (answering.prompt)
        return answering.prompt(name);
    const auto shipped = shippedPrompt(name);
    return shipped ? shipped->text : QString();
}

ModelSpecialist::ModelSpecialist(Surroundings surroundings, std::function<AnsweringModel()> pick)
    : m_surroundings(std::move(surroundings))
    , m_pick(std::move(pick))
{
}

Result<DraftReply> ModelSpecialist::answerFromKnowledge(const TurnContext &context,
                                                        const RunControl &control) const
{
    return m_surroundings.builtin.answerFromKnowledge(context, control);
}

bool ModelSpecialist::isWriting(const QString &tool) const
{
    const ToolRegistry::Entry *entry = m_surroundings.registry.find(tool);
    return entry == nullptr || entry->spec().risk != RiskClass::Read;
}

Result<NextStep> ModelSpecialist::next(const TurnContext &context, const std::vector<ToolCall> &calls,
                                       const RunControl &control) const
{
    Turn turn{context, calls, control, m_pick(), {}, {}, {}};
    // What the customer says to a question or an offer of the desk, and what asks for nothing, is the
    // built-in engine's own.
    const bool isUnderWay =
        !context.proposals.empty() || (context.followsUp && !stringOr(context.memory, "awaiting").isEmpty());
    const bool isBegun = context.engineState.is_object();
    if (!isBegun && (!turn.answering.model || isUnderWay || context.asksIfBot || context.intent.isEmpty() ||
                     !calls.empty()))
        return m_surroundings.builtin.next(context, calls, control);
    if (!turn.answering.model)
        return builtinStep(m_surroundings, context, calls, control);
    turn.tools = specialistTools(context.category, *m_surroundings.playbooks, m_surroundings.registry);
    turn.personal = personalValues(context.customer, context.sender, context.history);

    ModelPlan plan;
    if (!isBegun) {
        if (auto begun = begin(turn, plan); !begun)
            return begun.error();
        if (auto served = fromCache(turn, plan))
            return std::move(*served);
    } else {
        plan = planFromJson(context.engineState);
        for (size_t i = 0; i < plan.pending.size(); ++i) {
            const size_t at = static_cast<size_t>(plan.callsBefore) + i;
            if (at < calls.size())
                plan.messages.push_back({ChatRole::Tool, resultText(calls[at]), {}, plan.pending[i].id, {}});
        }
        plan.pending.clear();
    }
    return plan.isDone ? beside(turn, plan) : converse(turn, plan);
}

Result<> ModelSpecialist::begin(const Turn &turn, ModelPlan &plan) const
{
    auto found = m_surroundings.knowledge.find(questionOf(turn.context), turn.context.category,
                                               m_surroundings.topK, turn.control);
    if (!found && found.error().kind == ErrorKind::Cancelled)
        return found.error();
    if (found)
        plan.passages = std::move(found->passages);
    plan.messages = turnMessages(turn.context,
                                 planRequests(turn.context, *m_surroundings.playbooks,
                                              m_surroundings.words->in(turn.context.language)),
                                 plan.passages);
    return {};
}

QString ModelSpecialist::instructionsOf(const Turn &turn) const
{
    return specialistInstructions(promptOf(turn.answering, QStringLiteral("answer")), turn.context.category,
                                  *m_surroundings.playbooks);
}

// What was answered to the same question before, where it holds for this turn as well: nothing has to be
// looked up, and the judge finds nothing wrong with it in view of the present sources.
std::optional<NextStep> ModelSpecialist::fromCache(Turn &turn, const ModelPlan &plan) const
{
    const AnswerCache *cache = m_surroundings.cache;
    if (cache == nullptr)
        return {};
    turn.cacheable = cache->cacheable(turn.context, plan.passages,
                                      {turn.answering.name, turn.answering.version, instructionsOf(turn)});
    const auto kept = turn.cacheable ? cache->find(turn.context, plan.passages, *turn.cacheable)
                                     : std::vector<KeptAnswer>();
    if (kept.empty())
        return {};
    const auto builtin = builtinStep(m_surroundings, turn.context, {}, turn.control);
    const auto *own = builtin ? std::get_if<DraftReply>(&*builtin) : nullptr;
    if (own == nullptr)
        return {};
    for (const KeptAnswer &answer : kept) {
        ModelPlan again;
        again.draft = answer.kept.text;
        const JudgedDraft verdict = judgeDraft(again.draft, sourcesOf(turn, plan, own));
        if (belongsToBuiltin(turn, *builtin, again) || !verdict.isFine())
            continue;
        cache->noteServed(turn.context, *turn.cacheable, answer);
        DraftReply draft = worded(turn, *own, {answer.kept.text, answer.kept.citations, 0}, verdict);
        draft.engine = cacheEngine;
        return NextStep(std::move(draft));
    }
    return {};
}

ChatRequest ModelSpecialist::requestOf(const Turn &turn, const ModelPlan &plan) const
{
    ChatRequest request;
    request.system = instructionsOf(turn);
    request.messages = plan.messages;
    request.maxTokens = planTokens;
    request.purpose = {QStringLiteral("answer"), nameOf(turn.context.category), turn.context.conversation,
                       turn.context.run};
    request.personal = turn.personal;
    return request;
}

Result<NextStep> ModelSpecialist::converse(const Turn &turn, ModelPlan &plan) const
{
    while (plan.rounds < mostRounds) {
        ChatRequest request = requestOf(turn, plan);
        request.tools = turn.tools;
        const ChatResult result = turn.answering.model->complete(request, halfOf(turn.control));
        ++plan.rounds;
        if (!result.sent.is_null())
            plan.sent = result.sent;
        if (turn.control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("the run was stopped")};
        if (!result.reply) {
            qCInfo(lcModelSpecialist).noquote()
                << "run" << turn.context.run.value
                << "is answered by the built-in engine:" << result.failure.detail;
            plan.draft.clear();
            break;
        }
        const ChatReply &reply = *result.reply;
        plan.engine = result.model;
        plan.messages.push_back({ChatRole::Assistant, reply.text, reply.calls, {}, reply.opaque});
        if (reply.calls.empty()) {
            // A reply that was cut off is no whole answer.
            plan.draft = reply.stop == StopReason::Length ? QString() : reply.text;
            break;
        }
        if (auto step = sortCalls(turn, reply.calls, plan)) {
            step->state = toJson(plan);
            return NextStep(std::move(*step));
        }
        if (plan.wantsWrite)
            break;
    }
    plan.isDone = true;
    return beside(turn, plan);
}

// The calls that may be made; those that may not are answered at once. A call that would change something
// ends the model's part: the built-in engine decides on it.
std::optional<CallTools> ModelSpecialist::sortCalls(const Turn &turn, const std::vector<ModelCall> &asked,
                                                    ModelPlan &plan) const
{
    CallTools step;
    for (const ModelCall &call : asked) {
        if (m_surroundings.registry.find(call.name) != nullptr && isWriting(call.name)) {
            plan.wantsWrite = true;
            plan.pending.clear();
            return {};
        }
        const QString objection = objectionTo(turn, call, plan);
        if (objection.isEmpty()) {
            step.requests.push_back({call.name, call.args});
            plan.pending.push_back(call);
            continue;
        }
        const Json answer = {{"error", "not_made"}, {"message", objection}};
        plan.messages.push_back({ChatRole::Tool, QString::fromUtf8(toBytes(answer)), {}, call.id, {}});
    }
    if (step.requests.empty())
        return {};
    plan.callsBefore = static_cast<qint64>(turn.calls.size());
    return step;
}

// Why a read is not made, for the model to read; empty: it is.
QString ModelSpecialist::objectionTo(const Turn &turn, const ModelCall &call, const ModelPlan &plan) const
{
    if (std::ranges::find(turn.tools, call.name, &ToolOffer::name) == turn.tools.end())
        return QStringLiteral("There is no such tool.");
    if (!call.raw.isEmpty())
        return QStringLiteral("The arguments are no JSON object: %1").arg(call.raw.left(200));
    if (auto valid = m_surroundings.registry.find(call.name)->schema.check(call.args); !valid)
        return valid.error().detail;
    const auto isSame = [&](const auto &made) { return made.name == call.name && made.args == call.args; };
    if (std::ranges::any_of(turn.calls, isSame) || std::ranges::any_of(plan.pending, isSame))
        return QStringLiteral("The same call was made before.");
    TracedFigures known;
    known.addText(conversationOf(turn.context));
    for (const Evidence &passage : plan.passages)
        known.addText(sourceText(passage));
    for (const ToolCall &made : turn.calls)
        known.addResult(made.result);
    if (!known.covers(call.args))
        return QStringLiteral("An argument stands neither in the conversation nor in a result.");
    return {};
}

Result<NextStep> ModelSpecialist::beside(const Turn &turn, ModelPlan &plan) const
{
    auto step = builtinStep(m_surroundings, turn.context, turn.calls, turn.control);
    if (!step)
        return step;
    if (auto *call = std::get_if<CallTools>(&*step)) {
        call->state = toJson(plan);
        return step;
    }
    return settle(turn, std::move(*step), plan);
}

bool ModelSpecialist::belongsToBuiltin(const Turn &turn, const NextStep &builtin, const ModelPlan &plan) const
{
    const bool hasActed =
        std::ranges::any_of(turn.calls, [this](const ToolCall &call) { return isWriting(call.name); });
    QStringList names;
    for (const ToolOffer &tool : turn.tools)
        names << tool.name;
    if (plan.draft.trimmed().isEmpty() || plan.wantsWrite || hasActed || looksLikeCall(plan.draft, names))
        return true;
    if (const auto *giveUp = std::get_if<GiveUp>(&builtin))
        return !saysOnlyUnsure(*giveUp);
    if (plan.draft.contains(passedOnWord, Qt::CaseInsensitive)) // the model has no answer, and here is one
        return true;
    const auto &draft = std::get<DraftReply>(builtin);
    return draft.asksCustomer || draft.memory.contains("proposes") || draft.memory.contains("proposals") ||
           !stringOr(draft.memory, "awaiting").isEmpty();
}

// `own`: what the built-in engine says to the turn; null: it has no answer.
DraftSources ModelSpecialist::sourcesOf(const Turn &turn, const ModelPlan &plan, const DraftReply *own) const
{
    DraftSources sources;
    for (const Evidence &passage : plan.passages)
        sources.texts << sourceText(passage);
    if (own != nullptr)
        sources.texts << own->text;
    for (const ToolCall &call : turn.calls)
        sources.results.push_back(call.result);
    sources.conversation = conversationOf(turn.context);
    return sources;
}

// A model's words in place of the built-in engine's. What the conversation remembers stays that one's.
DraftReply ModelSpecialist::worded(const Turn &turn, const DraftReply &own, const CitedDraft &cited,
                                   const JudgedDraft &verdict) const
{
    DraftReply draft = own;
    draft.text = frameReply(cited.text, turn.context);
    if (!cited.citations.empty())
        draft.citations = cited.citations;
    const double language = turn.context.language == QLatin1String("en") ? 1.0 : unreadLanguage;
    const double judged = verdict.share * language * (cited.invented > 0 ? inventedSource : 1.0);
    const double before = partOf(own, "grounding");
    draft.confidence = before > 0.0 ? std::min(1.0, own.confidence / before) * judged : 0.0;
    std::erase_if(draft.confidenceParts,
                  [](const NamedValue &part) { return part.name == QLatin1String("grounding"); });
    draft.confidenceParts.push_back({QStringLiteral("grounding"), judged});
    return draft;
}

Result<NextStep> ModelSpecialist::settle(const Turn &turn, NextStep builtin, ModelPlan &plan) const
{
    if (belongsToBuiltin(turn, builtin, plan))
        return withSent(std::move(builtin), plan.sent);
    auto *giveUp = std::get_if<GiveUp>(&builtin);
    const DraftReply &own = giveUp != nullptr ? giveUp->draft : std::get<DraftReply>(builtin);

    const DraftSources sources = sourcesOf(turn, plan, giveUp == nullptr ? &own : nullptr);
    CitedDraft cited = takeMarks(plan.draft, plan.passages);
    JudgedDraft verdict = judgeDraft(cited.text, sources);
    if (!verdict.isFine()) { // once more, with the reasons
        ChatRequest request = requestOf(turn, plan);
        request.messages.push_back(
            {ChatRole::User,
             QStringLiteral(
                 "Your answer cannot be sent:\n- %1\nWrite it again without that. Say only what the "
                 "sources and results say.")
                 .arg(verdict.problems.join(QStringLiteral("\n- "))),
             {},
             {},
             {}});
        request.temperature = writeTemperature;
        const ChatResult again = turn.answering.model->complete(request, halfOf(turn.control));
        if (turn.control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("the run was stopped")};
        if (!again.sent.is_null())
            plan.sent = again.sent;
        if (again.reply && again.reply->calls.empty()) {
            plan.draft = again.reply->text;
            plan.engine = again.model;
        }
        if (belongsToBuiltin(turn, builtin, plan))
            return withSent(std::move(builtin), plan.sent);
        cited = takeMarks(plan.draft, plan.passages);
        verdict = judgeDraft(cited.text, sources);
    }

    DraftReply draft = worded(turn, own, cited, verdict);
    draft.engine = plan.engine.isEmpty() ? turn.answering.name : plan.engine;
    draft.sent = plan.sent;
    if (giveUp != nullptr)
        draft.citations = cited.citations;
    if (!verdict.isFine() || giveUp != nullptr) {
        GiveUp out;
        if (giveUp != nullptr)
            out.reasons = giveUp->reasons;
        for (const QString &problem : verdict.problems)
            out.reasons.push_back({EscalationReason::LowConfidence, QStringLiteral("judge: %1").arg(problem),
                                   verdict.share, 1.0});
        out.draft = std::move(draft);
        return NextStep(std::move(out));
    }
    if (turn.cacheable && turn.calls.empty() && cited.invented == 0)
        m_surroundings.cache->keep(turn.context, *turn.cacheable, cited.text, cited.citations, plan.passages,
                                   draft.engine);
    return NextStep(std::move(draft));
}

} // namespace Helmdesk
