#include "pipeline/TurnRun.h"

#include "core/Instants.h"
#include "memory/SessionHistory.h"
#include "pipeline/ApproverCheck.h"
#include "pipeline/Decision.h"
#include "pipeline/KnowledgeWitness.h"
#include "pipeline/Log.h"
#include "pipeline/MessageBurst.h"
#include "pipeline/OutcomeWriter.h"
#include "pipeline/Proposals.h"
#include "pipeline/RateSettings.h"
#include "pipeline/StepJson.h"
#include "pipeline/TurnRouting.h"
#include "pipeline/UnansweredTurns.h"
#include "specialists/PersonalData.h"
#include "specialists/RequestMood.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr double plainlySaid = 0.65;     // probability of a wish for a person that is taken for one
constexpr double plainlySaidInFew = 0.8; // the same of a word or two: "phone" may answer a question
constexpr qsizetype fewWords = 3;
constexpr double plainlyAsked = 0.6; // of an act that makes a turn understood in a language of the examples

qsizetype wordCount(const QString &text)
{
    const QString words = text.simplified();
    return words.isEmpty() ? 0 : words.count(QLatin1Char(' ')) + 1;
}

ToolLimits limitsOf(const Settings &settings)
{
    ToolLimits limits;
    limits.rates = exchangeRatesOf(settings);
    limits.timeout = std::chrono::milliseconds(static_cast<qint64>(settings.toolTimeoutSeconds() * 1000.0));
    return limits;
}

// The reason that stands behind each intent of the category escalate.
EscalationReason reasonOfIntent(const QString &intent)
{
    if (intent.contains(QLatin1String("human")) || intent.contains(QLatin1String("callback")))
        return EscalationReason::HumanRequested;
    if (intent.contains(QLatin1String("legal")))
        return EscalationReason::ComplexQuery;
    if (intent.contains(QLatin1String("anger")) || intent.contains(QLatin1String("frustration")))
        return EscalationReason::NegativeSentiment;
    return EscalationReason::Policy;
}

// What was approved, for the record of the decision: a run that is resumed executes on this and nothing else.
Json grantOf(const Approval &approval)
{
    const NewApproval &request = approval.request;
    return {{"approval", approval.id.value}, {"customer", request.customer}, {"tool", request.tool},
            {"args", request.args},          {"preview", request.preview},   {"shown", request.shown}};
}

// Whether the customer said a clear yes to exactly this call.
bool isConfirmed(const Json &accepted, const ToolRequest &request)
{
    return std::ranges::any_of(accepted, [&](const Json &proposal) {
        return stringOr(proposal, "tool") == request.name && memberOrNull(proposal, "args") == request.args;
    });
}

// A reason that a limit in the settings gives, of what is measured in the text.
bool isMeasured(const ReasonDetail &reason)
{
    if (reason.reason == EscalationReason::NegativeSentiment)
        return reason.detail == QLatin1String("sentiment");
    return reason.reason == EscalationReason::ComplexQuery &&
           (reason.detail == QLatin1String("words") || reason.detail == QLatin1String("questions"));
}

bool namesAnotherMethod(const QString &text)
{
    static const QRegularExpression method(
        QStringLiteral("\\b(?:another|different|new|other)\\b[^.?!]{0,12}\\b(?:card|account|method|bank)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return method.match(text).hasMatch();
}

} // namespace

TurnRun::TurnRun(const PipelineParts &parts, Run run, RunJournal journal, RunControl control)
    : m_parts(parts)
    , m_run(std::move(run))
    , m_journal(std::move(journal))
    , m_control(std::move(control))
    , m_settings(parts.settings())
    , m_now(parts.clock.now())
    , m_router(std::make_shared<RememberedRouter>(parts.router))
    , m_reader(std::make_shared<RememberedReader>(parts.reader))
{
}

Result<TurnRun> TurnRun::open(const PipelineParts &parts, const Run &run, RunControl control)
{
    auto journal = RunJournal::open(parts.runs, run.id, parts.clock);
    if (!journal)
        return journal.error();
    TurnRun turn(parts, run, std::move(*journal), std::move(control));
    if (auto loaded = turn.load(); !loaded)
        return loaded.error();
    return turn;
}

Result<> TurnRun::load()
{
    auto conversation = m_parts.conversations.get(m_run.conversation);
    if (!conversation)
        return conversation.error();
    auto message = m_parts.conversations.message(m_run.message);
    if (!message)
        return message.error();
    if (!*conversation || !*message)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the message of run %1 is gone").arg(m_run.id.value)};
    m_conversation = std::move(**conversation);
    m_message = std::move(**message);
    auto sender = senderOf(m_parts.customers, m_conversation, m_message);
    if (!sender)
        return sender.error();
    m_sender = std::move(*sender);
    m_conversation.customer = m_sender.customerId();
    auto text = textOfBurst({m_parts.conversations, m_parts.runs, m_settings}, m_conversation, m_message);
    if (!text)
        return text.error();
    m_textLength = text->size();
    m_textWords = wordCount(*text);
    auto history = m_parts.conversations.history(m_conversation.id, m_settings.sessionMaxTurns() * 3);
    if (!history)
        return history.error();
    std::erase_if(*history, [&](const Message &earlier) { return earlier.id >= m_message.id; });
    // What others wrote in the conversation is none of this sender's.
    if (!m_sender.isAmongOthers)
        m_earlier = std::move(*history);
    m_said = readTurnText(readableBeginning(*text), m_conversation, m_message, m_earlier);
    m_message.text = m_said.text;
    return {};
}

Result<> TurnRun::answerTurn()
{
    for (const auto part : {&TurnRun::gatherHistory, &TurnRun::understand, &TurnRun::route,
                            &TurnRun::gatherContext, &TurnRun::consult}) {
        if (m_control.isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("run %1 was stopped").arg(m_run.id.value)};
        if (auto done = (this->*part)(); !done)
            return done.error();
    }
    return {};
}

Result<Outcome> TurnRun::execute()
{
    if (auto answered = answerTurn(); !answered)
        return answered.error();
    return finish(OutcomeWrite::First, Keep::Run);
}

Result<Outcome> TurnRun::fail(const QString &why)
{
    m_degraded = Degraded::TicketOnly;
    addOwnReason(EscalationReason::EngineFailed, why);
    return finish(OutcomeWrite::First, Keep::Run);
}

Result<Outcome> TurnRun::executeAgain()
{
    m_personRequired = true; // who asked for it is there to look at it: nothing leaves or is done by itself
    if (auto answered = answerTurn(); !answered)
        return answered.error();
    return finish(OutcomeWrite::Replace, Keep::Run);
}

// The own words call for a person; orders to the machine count wherever they stand in the message.
EscalationAssessment TurnRun::assess(const EscalationLimits &limits) const
{
    EscalationAssessment assessment = m_parts.assessor.assess(m_message.text, limits);
    const auto isInjection = [](const ReasonDetail &reason) {
        return reason.reason == EscalationReason::InjectionSuspected;
    };
    if (m_said.material.isEmpty() || std::ranges::any_of(assessment.reasons, isInjection))
        return assessment;
    const EscalationAssessment beside = m_parts.assessor.assess(m_said.material, limits);
    std::ranges::copy_if(beside.reasons, std::back_inserter(assessment.reasons), isInjection);
    return assessment;
}

Result<> TurnRun::understand()
{
    auto output = m_journal.step(QStringLiteral("understand"), {{"words", wordCount(m_message.text)}},
                                 [&]() -> Result<Json> {
                                     EscalationLimits limits;
                                     limits.sentiment = m_settings.sentimentThreshold();
                                     limits.maxWords = m_settings.maxWords();
                                     limits.maxQuestions = m_settings.maxQuestions();
                                     Json json = toJson(assess(limits));
                                     json["reading"] = toJson(m_reader->read(m_said.asking));
                                     return json;
                                 });
    if (!output)
        return output.error();
    m_assessment = assessmentFromJson(*output);
    m_isMeasured = output->contains("words");
    m_context.reading = readingFromJson(memberOrNull(*output, "reading"));
    for (ReasonDetail reason : m_assessment.reasons) {
        // How long it is, and not how much of it was read.
        if (m_textLength > mostReadCharacters && reason.reason == EscalationReason::ComplexQuery &&
            reason.detail == QLatin1String("words"))
            reason.value = std::max(reason.value, static_cast<double>(m_textWords));
        m_reasons.push_back(std::move(reason));
    }
    if (m_message.text.trimmed().isEmpty())
        addOwnReason(EscalationReason::LowConfidence, QStringLiteral("empty_message"));
    if (m_textLength > mostReadCharacters)
        addOwnReason(EscalationReason::ComplexQuery,
                     QStringLiteral("shortened: the beginning alone was read"),
                     static_cast<double>(m_textLength), static_cast<double>(mostReadCharacters));
    addReasonsRead();
    m_alwaysEscalates = m_alwaysEscalates || !std::ranges::all_of(m_reasons, isMeasured);
    return {};
}

// What the reading adds: a wish for a person in any words, and that a language is understood after all where
// an act is plainly asked for in it.
void TurnRun::addReasonsRead()
{
    const auto has = [this](EscalationReason reason) {
        return std::ranges::find(m_reasons, reason, &ReasonDetail::reason) != m_reasons.end();
    };
    const double person = m_context.reading.asks(QStringLiteral("person"));
    const double least = wordCount(m_message.text) < fewWords ? plainlySaidInFew : plainlySaid;
    if (person >= least && !has(EscalationReason::HumanRequested) && !m_assessment.asksIfBot)
        addReason(EscalationReason::HumanRequested, QStringLiteral("reading"), person, least);
    const bool isUnderstood = m_parts.languages.contains(m_assessment.language) &&
                              m_context.reading.mostAsked(plainlyAsked) != nullptr;
    const auto isOfLanguage = [](const ReasonDetail &reason) {
        return reason.reason == EscalationReason::Policy &&
               reason.detail.startsWith(QLatin1String("language"));
    };
    if (isUnderstood) {
        std::erase_if(m_reasons, isOfLanguage);
        std::erase_if(m_assessment.reasons, isOfLanguage); // the route may follow the act then
    }
}

Result<> TurnRun::route()
{
    auto output = m_journal.step(QStringLiteral("route"), Json::object(), [&]() -> Result<Json> {
        auto memory = m_sender.isAmongOthers ? Result<Json>(Json::object())
                                             : m_parts.conversations.memory(m_conversation.id);
        if (!memory)
            return memory.error();
        Json accepted =
            acceptedProposals(*memory, lastReply(), m_message.text, customerName(), m_parts.answers, m_now,
                              std::chrono::seconds(m_settings.offerTtlSeconds()));
        const RouteLimits limits(m_settings.routingThreshold());
        auto route = routeBy(limits, m_assessment, *memory, !accepted.empty());
        if (!route)
            return route.error();
        if (!limits.isSure(route->route.confidence)) {
            auto witnessed = askKnowledge(*route, m_assessment);
            if (!witnessed)
                return witnessed.error();
            if (*witnessed && (*witnessed)->settles(limits.threshold(), m_settings.answerThreshold()))
                route = std::move((*witnessed)->turn);
        }
        auto told = askAdvisor(*route);
        if (!told)
            return told.error();
        Json json = toJson(*route);
        if (!told->is_null())
            json["sent"] = std::move(*told);
        json["memory"] = std::move(*memory);
        json["person_required"] = m_personRequired;
        json["accepted"] = std::move(accepted);
        return json;
    });
    if (!output)
        return output.error();
    m_turn = turnRouteFromJson(*output);
    m_route = m_turn.route;
    m_takesBack = m_turn.takesBack;
    setRoute(m_context, m_turn);
    m_personRequired = m_personRequired || boolOr(*output, "person_required", false);
    m_context.asksIfBot = m_assessment.asksIfBot;
    m_context.memory = memberOrNull(*output, "memory");
    if (const Json &accepted = memberOrNull(*output, "accepted"); accepted.is_array())
        m_context.proposals = accepted;
    const double threshold = m_settings.routingThreshold();
    if (m_route.category == Category::Escalate && m_route.confidence >= threshold)
        addReason(reasonOfIntent(m_route.intent), m_route.intent, m_route.confidence, threshold);
    if (m_route.confidence < threshold && !m_message.text.trimmed().isEmpty())
        addReason(EscalationReason::LowConfidence, QStringLiteral("route"), m_route.confidence, threshold);
    if (!m_turn.unanswerable.isEmpty())
        addReason(EscalationReason::LowConfidence,
                  QStringLiteral("several_requests: %1; unknown").arg(m_route.intent), 0.0, threshold);
    return {};
}

Result<TurnRoute> TurnRun::routeBy(const RouteLimits &limits, const EscalationAssessment &assessment,
                                   const Json &memory, bool acceptsProposals) const
{
    return routeTurn(*m_router,
                     {m_message.text, m_conversation, memory, limits, m_settings.sessionTtlSeconds(), m_now,
                      assessment, m_context.reading, *m_reader, acceptsProposals});
}

// An article as a second witness of where an unsure turn belongs; nothing where none tells it.
Result<std::optional<WitnessedTurn>> TurnRun::askKnowledge(const TurnRoute &turn,
                                                           const EscalationAssessment &assessment) const
{
    if (!isOpenToWitness(turn, m_message.text, assessment))
        return std::optional<WitnessedTurn>();
    TurnContext question;
    question.text = m_message.text;
    question.category = turn.route.category;
    question.now = m_now;
    const auto answer = m_parts.specialist.answerFromKnowledge(question, m_control);
    if (!answer && answer.error().kind == ErrorKind::Cancelled)
        return answer.error();
    return answer ? withWitness(*answer, turn) : std::nullopt;
}

// A language model is one more witness where the router and the articles are unsure; where it cannot be asked
// the turn goes on without it. Gives what it was sent.
Result<Json> TurnRun::askAdvisor(TurnRoute &turn) const
{
    if (m_parts.advisor == nullptr || turn.route.confidence >= m_settings.routingThreshold() ||
        turn.followsUp || turn.setByPerson || turn.requests.size() > 1 || m_message.isAutomatic ||
        m_conversation.status == ConversationStatus::TakenOver || !m_reasons.empty() ||
        m_message.text.trimmed().isEmpty())
        return Json();
    const auto advice = m_parts.advisor->advise(
        m_message.text, turn.route,
        {m_conversation.id, m_run.id, personalValues(m_sender.customer, m_message.sender, {})}, m_control);
    if (!advice && advice.error().kind == ErrorKind::Cancelled)
        return advice.error();
    if (!advice || !*advice)
        return Json();
    turn.route = withAdvice(std::move(turn.route), **advice);
    return (*advice)->sent;
}

// What was said before in this session, and who says it.
Result<> TurnRun::gatherHistory()
{
    m_context.history =
        sessionHistory(m_earlier, m_now, {m_settings.sessionTtlSeconds(), m_settings.sessionMaxTurns()});
    m_context.customer = m_sender.customer;
    m_context.sender = m_message.sender;
    return {};
}

QString TurnRun::customerName() const
{
    return m_context.customer ? m_context.customer->name : QString();
}

Result<> TurnRun::gatherContext()
{
    m_context.actLimits.act = m_settings.actThreshold();
    m_context.actLimits.ask = m_settings.askThreshold();
    m_context.actLimits.confirmsPayments = m_settings.confirmsPayments();
    m_context.conversation = m_conversation.id;
    m_context.message = m_message.id;
    m_context.run = m_run.id;
    m_context.channel = m_conversation.channel;
    m_context.text = m_message.text;
    m_context.language =
        m_parts.languages.contains(m_assessment.language) ? m_assessment.language : QStringLiteral("en");
    m_context.now = m_now;
    m_context.answerThreshold = m_settings.answerThreshold();
    const bool wasAnswered = lastReply() != nullptr || m_context.memory.contains("playbook");
    if (wasAnswered && saysItDidNotHelp(m_message.text))
        addOwnReason(EscalationReason::Policy, QStringLiteral("not solved by the last reply"));
    if (saysItWentWrong(m_message.text))
        addOwnReason(EscalationReason::Policy, QStringLiteral("something was done wrongly"));
    return {};
}

// What the customer read last; null when nothing was answered in this session.
const Message *TurnRun::lastReply() const
{
    const auto last = std::ranges::find_if(
        m_context.history.rbegin(), m_context.history.rend(), [](const Message &message) {
            return message.author == Author::Agent || message.author == Author::Operator;
        });
    return last == m_context.history.rend() ? nullptr : &*last;
}

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
    context.limits = limitsOf(m_settings);
    context.control = m_control;
    return context;
}

Result<> TurnRun::consult()
{
    if (!isAnswerable())
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

Result<> TurnRun::replay()
{
    if (auto answered = answerTurn(); !answered)
        return answered.error();
    while (m_journal.hasStored()) {
        if (auto applied = decideCall(Json()); !applied)
            return applied.error();
    }
    return {};
}

// One decision of a person on a waiting call, and the reply that follows from it. A decision that an earlier
// attempt stored is applied instead of `decision`.
Result<> TurnRun::decideCall(const Json &decision)
{
    auto stored =
        m_journal.step(QStringLiteral("decision"), decision, [&]() -> Result<Json> { return decision; });
    if (!stored)
        return stored.error();
    reached(Instant::DecisionStored);
    const QString key = stringOr(*stored, "key");
    const auto call = std::ranges::find(m_calls, key, &ToolCall::key);
    if (call == m_calls.end())
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the decided call is not part of run %1").arg(m_run.id.value)};
    if (boolOr(*stored, "approved", false)) {
        if (auto ran = runWaiting(*call, *stored); !ran)
            return ran.error();
    } else {
        call->status = ToolStatus::Denied;
        call->rule = QStringLiteral("operator");
        call->failure = stringOr(*stored, "reason", QStringLiteral("a person denied it"));
        m_personRequired = true;
    }
    m_draft = {};
    return consult();
}

Result<> TurnRun::runWaiting(ToolCall &call, const Json &decision)
{
    auto output = m_journal.step(
        QStringLiteral("approved:%1").arg(call.name), {{"args", call.args}}, [&]() -> Result<Json> {
            const Json &grant = memberOrNull(decision, "grant");
            return toJson(m_parts.tools.runApproved(call, toolContext(),
                                                    {stringOr(decision, "by"), stringOr(grant, "customer"),
                                                     stringOr(grant, "tool"), memberOrNull(grant, "args"),
                                                     stringOr(grant, "preview"), memberOrNull(grant, "shown"),
                                                     stringOr(decision, "also_by")},
                                                    memberOrNull(decision, "args")));
        });
    if (!output)
        return output.error();
    call = toolCallFromJson(*output);
    if (call.status == ToolStatus::Failed)
        addOwnReason(EscalationReason::ToolFailed, call.name);
    return {};
}

Result<Outcome> TurnRun::continueAfter(const Approval &approval, const Json &args)
{
    if (auto replayed = replay(); !replayed)
        return replayed.error();
    const bool isApproved = approval.state == ApprovalState::Approved;
    const auto call = std::ranges::find(m_calls, approval.request.callKey, &ToolCall::key);
    if (call != m_calls.end() && call->status == ToolStatus::PendingApproval) {
        Json decision{{"key", approval.request.callKey},
                      {"approved", isApproved},
                      {"by", approval.decidedBy},
                      {"grant", grantOf(approval)}};
        const auto earlier = earlierYes(m_parts, approval.id, approval.decidedBy);
        if (!earlier)
            return earlier.error();
        if (!earlier->isEmpty())
            decision["also_by"] = *earlier;
        if (!approval.reason.isEmpty())
            decision["reason"] = approval.reason;
        if (args.is_object())
            decision["args"] = args;
        if (auto decided = decideCall(decision); !decided)
            return decided.error();
    }
    return finish(OutcomeWrite::Replace, Keep::Nothing);
}

Result<Outcome> TurnRun::requestAgain()
{
    if (auto replayed = replay(); !replayed)
        return replayed.error();
    return finish(OutcomeWrite::Replace, Keep::Nothing);
}

Result<Outcome> TurnRun::executeHeld(const QString &operatorName)
{
    if (auto replayed = replay(); !replayed)
        return replayed.error();
    auto approvals = m_parts.approvals.ofRun(m_run.id);
    if (!approvals)
        return approvals.error();
    m_isSentByPerson = true;
    for (size_t i = 0; i < m_calls.size(); ++i) {
        if (m_calls[i].status != ToolStatus::PendingApproval || !m_calls[i].rule.isEmpty())
            continue;
        const auto granted = std::ranges::find_if(*approvals, [&](const Approval &approval) {
            return approval.state == ApprovalState::Approved && approval.request.callKey == m_calls[i].key;
        });
        if (granted == approvals->end())
            continue; // nobody said yes to it
        const Json decision{
            {"key", m_calls[i].key}, {"approved", true}, {"by", operatorName}, {"grant", grantOf(*granted)}};
        if (auto decided = decideCall(decision); !decided)
            return decided.error();
        if (m_calls[i].status == ToolStatus::Failed)
            break; // nothing further is done, and nothing is sent
    }
    return finish(OutcomeWrite::Replace, Keep::Nothing);
}

void TurnRun::addReason(EscalationReason reason, const QString &detail, double value, double threshold)
{
    m_reasons.push_back({reason, detail, value, threshold});
}

void TurnRun::addOwnReason(EscalationReason reason, const QString &detail, double value, double threshold)
{
    addReason(reason, detail, value, threshold);
    m_alwaysEscalates = true;
}

// A customer who writes again is not helped by the same words once more.
bool TurnRun::repeatsLastReply(const DraftReply &draft, const std::vector<ToolCall> &calls) const
{
    const Message *last = lastReply();
    // Another link is the same reply, unless it is asked for.
    const bool isLinkWanted =
        asksAgain(m_message.text) || saysPlease(m_message.text) || namesAnotherMethod(m_message.text);
    const bool onlyRead = std::ranges::all_of(calls, [&](const ToolCall &call) {
        return call.name == QLatin1String("check_invoice") ||
               (call.name == QLatin1String("update_payment_method") && !isLinkWanted);
    });
    const bool isSameQuestion = m_assessment.asksIfBot; // asked twice, it is answered twice
    if (last == nullptr || draft.text.isEmpty() || !onlyRead || isSameQuestion)
        return false;
    const auto body = [](const QString &text) { // without the greeting of a first reply
        const qsizetype greeting =
            text.startsWith(QLatin1String("Hello")) ? text.indexOf(QLatin1String("\n\n")) : -1;
        static const QRegularExpression link(QStringLiteral("https?://\\S+"));
        return text.mid(greeting < 0 ? 0 : greeting).remove(link).simplified();
    };
    return body(last->text) == body(draft.text);
}

// Whether the proposal is good enough to go out, by its own parts.
void TurnRun::judge()
{
    for (const ToolCall &call : m_calls) {
        if (call.status == ToolStatus::PendingApproval && !call.rule.isEmpty())
            addReason(EscalationReason::ApprovalRequired, call.rule);
    }
    if (isAnswerable() && repeatsLastReply(m_draft, m_calls))
        addReason(EscalationReason::LowConfidence, QStringLiteral("same reply again"), 1.0, 1.0);
    if (isAnswerable() && m_draft.confidence < m_settings.answerThreshold())
        addReason(EscalationReason::LowConfidence, QStringLiteral("answer"), m_draft.confidence,
                  m_settings.answerThreshold());
    if (const int replies = repliesOfLate(); replies >= mostRepliesAnHour)
        addOwnReason(EscalationReason::Policy, QStringLiteral("many replies to one address"), replies,
                     mostRepliesAnHour);
}

// How many mails the agent alone has sent to the sender within an hour. Two machines that answer each other
// come to an end so. What cannot be read counts as too many.
int TurnRun::repliesOfLate() const
{
    if (m_conversation.channel != ChannelKind::Mail || m_conversation.senderAddress.isEmpty())
        return 0;
    return m_parts.outbox.sentAloneTo(m_conversation.senderAddress, m_now.addSecs(-3600))
        .value_or(mostRepliesAnHour);
}

Outcome TurnRun::outcome() const
{
    Outcome outcome;
    outcome.id = m_message.externalId.isEmpty() ? QString::number(m_message.id.value) : m_message.externalId;
    outcome.conversation = m_conversation.id;
    outcome.run = m_run.id;
    outcome.customer = m_conversation.customer;
    outcome.category = m_route.category;
    outcome.intent = m_route.intent;
    outcome.confidence = m_route.confidence;
    outcome.confidenceParts = m_draft.confidenceParts;
    outcome.confidenceParts.push_back({QStringLiteral("answer"), m_draft.confidence});
    outcome.confidenceParts.push_back({QStringLiteral("margin"), m_route.margin()});
    outcome.confidenceParts.push_back({QStringLiteral("sentiment"), m_assessment.sentiment});
    outcome.answer = m_draft.text;
    outcome.citations = m_draft.citations;
    outcome.tools = m_calls;
    outcome.reasons = m_reasons;
    outcome.degraded = m_degraded;
    if (!m_draft.engine.isEmpty())
        outcome.engine = m_draft.engine;
    if (m_parts.calls != nullptr) {
        const CostRow cost = m_parts.calls->ofRun(m_run.id).value_or(CostRow());
        outcome.tokensIn = cost.tokensIn;
        outcome.tokensOut = cost.tokensOut;
        outcome.costUsd = cost.costUsd;
    }
    outcome.milliseconds = m_journal.milliseconds();
    const Mode mode = this->mode();
    outcome.decision = decision();
    outcome.shadow = mode == Mode::Shadow;
    if (mode == Mode::Off && m_route.category != Category::Escalate)
        outcome.reasons.push_back({EscalationReason::Policy, QStringLiteral("mode_off"), 0.0, 0.0});
    const int join = m_conversation.channel == ChannelKind::Chat ? m_settings.joinMilliseconds() : 0;
    outcome.priority =
        priorityOf({.reasons = outcome.reasons,
                    .plan = m_context.customer ? m_context.customer->plan : QString(),
                    .unanswered = m_message.isAutomatic ? 0 : unansweredTurns(m_earlier, m_message, join)});
    return outcome;
}

Result<Outcome> TurnRun::finish(OutcomeWrite write, Keep keep)
{
    if (m_message.isAutomatic || m_conversation.status == ConversationStatus::TakenOver)
        m_reasons.clear(); // nobody is answered, so nothing escalates
    else
        judge();
    Outcome result = outcome();
    std::optional<KeptRun> keptRun;
    if (keep == Keep::Run && m_parts.kept != nullptr && (m_isMeasured || m_alwaysEscalates)) {
        auto found = kept();
        if (!found)
            return found.error();
        keptRun = std::move(*found);
    }
    OutcomeWriter writer(m_parts, m_settings, m_conversation, m_message, m_now);
    if (auto stored = writer.write(
            result, m_draft,
            {write, m_isSentByPerson, m_takesBack, m_assessment.language, keptRun ? &*keptRun : nullptr});
        !stored)
        return stored.error();
    return result;
}

} // namespace Helmdesk
