#include "pipeline/TurnRun.h"

#include "memory/SessionHistory.h"
#include "pipeline/Decision.h"
#include "pipeline/KnowledgeWitness.h"
#include "pipeline/Log.h"
#include "pipeline/MessageBurst.h"
#include "pipeline/OutcomeWriter.h"
#include "pipeline/Proposals.h"
#include "pipeline/StepJson.h"
#include "pipeline/TurnRouting.h"
#include "specialists/PersonalData.h"
#include "specialists/RequestMood.h"

#include <algorithm>

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

// A reason that a limit in the settings gives, of what is measured in the text.
bool isMeasured(const ReasonDetail &reason)
{
    if (reason.reason == EscalationReason::NegativeSentiment)
        return reason.detail == QLatin1String("sentiment");
    return reason.reason == EscalationReason::ComplexQuery &&
           (reason.detail == QLatin1String("words") || reason.detail == QLatin1String("questions"));
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
    for (const auto part : {&TurnRun::proveIdentity, &TurnRun::gatherHistory, &TurnRun::understand,
                            &TurnRun::route, &TurnRun::gatherContext, &TurnRun::consult}) {
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
                                     EscalationAssessment assessment = assess(limits);
                                     if (!assessment.isLanguageSure)
                                         assessment.language = languageSoFar().value_or(assessment.language);
                                     Json json = toJson(assessment);
                                     auto awaits = awaitsAnswer();
                                     if (!awaits)
                                         return awaits.error();
                                     json["awaits"] = *awaits;
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
    addReasonsRead(boolOr(*output, "awaits", false));
    m_alwaysEscalates = m_alwaysEscalates || !std::ranges::all_of(m_reasons, isMeasured);
    return {};
}

// The language that the customer wrote in so far: "ok" and "ja bitte" alone are of none.
std::optional<QString> TurnRun::languageSoFar() const
{
    for (auto message = m_context.history.rbegin(); message != m_context.history.rend(); ++message) {
        if (message->author != Author::Customer)
            continue;
        const DetectedLanguage language = detectLanguage(message->text, tokenize(message->text));
        if (language.isReliable)
            return language.code;
    }
    return std::nullopt;
}

// Whether the last reply asked for something, so that this turn may be the answer.
Result<bool> TurnRun::awaitsAnswer() const
{
    if (m_sender.isAmongOthers)
        return false;
    auto memory = m_parts.conversations.memory(m_conversation.id);
    if (!memory)
        return memory.error();
    return !stringOr(*memory, "awaiting").isEmpty() || !memberOrNull(*memory, "proposals").empty();
}

// What the reading adds: a wish for a person in any words, and that a language is understood after all where
// an act is plainly asked for in it, or it answers what the desk asked in that language.
void TurnRun::addReasonsRead(bool isAnswer)
{
    const auto has = [this](EscalationReason reason) {
        return std::ranges::find(m_reasons, reason, &ReasonDetail::reason) != m_reasons.end();
    };
    const double person = m_context.reading.asks(QStringLiteral("person"));
    const double least = wordCount(m_message.text) < fewWords ? plainlySaidInFew : plainlySaid;
    if (person >= least && !has(EscalationReason::HumanRequested) && !m_assessment.asksIfBot)
        addReason(EscalationReason::HumanRequested, QStringLiteral("reading"), person, least);
    const bool isUnderstood = m_parts.languages.contains(m_assessment.language) &&
                              (isAnswer || m_context.reading.mostAsked(plainlyAsked) != nullptr);
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

void TurnRun::addReason(EscalationReason reason, const QString &detail, double value, double threshold)
{
    m_reasons.push_back({reason, detail, value, threshold});
}

void TurnRun::addOwnReason(EscalationReason reason, const QString &detail, double value, double threshold)
{
    addReason(reason, detail, value, threshold);
    m_alwaysEscalates = true;
}

} // namespace Helmdesk
