#include "specialists/PlaybookRun.h"

#include "core/Clock.h"
#include "core/ListText.h"
#include "specialists/ActGate.h"
#include "specialists/ContextQuestion.h"
#include "specialists/Grounding.h"
#include "specialists/InvoiceResolver.h"
#include "specialists/KnowledgeWriter.h"
#include "specialists/PlaybookExpression.h"
#include "specialists/ProfileSlots.h"
#include "specialists/RefundMade.h"
#include "specialists/RefundSlots.h"
#include "specialists/ReplyWords.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

// Below that a passage is no proposal: of the questions that an article answers 1 to 10 % lie there, of those
// that none does about half (docs/retrieval.md).
constexpr double leastSupport = 0.08;
constexpr double contextTrust = 0.85; // of an answer that rests on the question before as well
constexpr double guessTrust = 0.5;    // of an answer to words that name nothing
constexpr double codeSupport = 0.35;  // of an answer to a code that no article has, to be proposed at all
constexpr double likelyAnswer = 0.7;  // from which nothing better is looked for
constexpr double likelySupport =
    0.5; // from which a passage likely fits: a side remark is cited, a question stands alone

QString nameOfMatch(InvoiceMatch match)
{
    switch (match) {
    case InvoiceMatch::Found:
        return QStringLiteral("found");
    case InvoiceMatch::Ambiguous:
        return QStringLiteral("ambiguous");
    case InvoiceMatch::NotFound:
        return QStringLiteral("not_found");
    case InvoiceMatch::NoInvoices:
        break;
    }
    return QStringLiteral("no_invoices");
}

Json idsOf(const Json &rows)
{
    Json ids = Json::array();
    for (const Json &row : rows)
        ids.push_back(stringOr(row, "id"));
    return ids;
}

// The call of this turn that changed what a "forget it" does not bring back.
QString lastingWrite(const std::vector<ToolCall> &calls)
{
    const auto wrote = std::ranges::find_if(calls, [](const ToolCall &call) {
        return call.status == ToolStatus::Done &&
               (call.name == QLatin1String("process_refund") || call.name == QLatin1String("update_account"));
    });
    return wrote == calls.end() ? QString() : wrote->name;
}

// "Ok, to the old one is fine", after we asked whether we shall.
bool agrees(const QString &text)
{
    static const QRegularExpression consent(
        QStringLiteral(
            "^\\W*(?:ok|okay|fine|sure|alright|all right|right|good|great|yes|yeah|yep|that(?:'s|’s| is) "
            "(?:fine|ok|okay))\\b"
            "(?![\\s\\S]*\\b(?:not|no|don't|don’t|dont|but|rather|instead|wait|stop|leave|\\d+)\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return consent.match(text).hasMatch();
}

// An article on one error code is no answer to another one.
bool speaksOfCode(const Evidence &evidence)
{
    static const QRegularExpression code(QStringLiteral("\\b[A-Z]{1,4}-[0-9]{2,5}\\b"));
    return code.match(evidence.text).hasMatch();
}

} // namespace

PlaybookRun::PlaybookRun(const Playbook &playbook, const TurnContext &context,
                         const std::vector<ToolCall> &calls, const EntityExtractor &extractor,
                         const ValueWords &words, const KnowledgeSource &knowledge, int topK)
    : m_playbook(playbook)
    , m_context(context)
    , m_calls(calls)
    , m_words(words)
    , m_knowledge(knowledge)
    , m_topK(topK)
    , m_state(context, extractor)
{
}

Result<NextStep> PlaybookRun::run(const RunControl &control)
{
    return runFrom(0, control);
}

Result<NextStep> PlaybookRun::carryOut(const Json &proposal, const RunControl &control)
{
    const auto first = static_cast<size_t>(integerOr(proposal, "step", 0));
    const bool isKnown = first < m_playbook.steps.size() &&
                         stringOr(m_playbook.steps[first], "call") == stringOr(proposal, "tool");
    if (!isKnown) // the playbook was changed since
        return giveUp(EscalationReason::Policy, QStringLiteral("proposal_outdated"), {}, Json::object());
    for (const auto &[name, value] : memberOrNull(proposal, "slots").items())
        m_state.setSlot(QString::fromStdString(name), value);
    m_accepted = proposal;
    return runFrom(first, control);
}

Result<NextStep> PlaybookRun::runFrom(size_t first, const RunControl &control)
{
    for (size_t i = first; i < m_playbook.steps.size(); ++i) {
        const Json &step = m_playbook.steps[i];
        if (auto alive = control.check(); !alive)
            return alive.error();
        const bool isAccepted = i == first && !m_accepted.is_null();
        if (!isAccepted && !holds(memberOrNull(step, "when"), m_state.json()))
            continue;
        if (step.contains("knowledge")) {
            auto draft = answerFromKnowledge(stringOr(step, "reply"), control);
            if (!draft)
                return draft.error();
            return NextStep(std::move(*draft));
        }
        if (step.contains("cite")) {
            if (auto cited = cite(step, control); !cited)
                return cited.error();
            continue;
        }
        if (auto next = perform(step))
            return std::move(*next);
    }
    return Error{ErrorKind::Internal,
                 QStringLiteral("the playbook %1 ended without a reply").arg(m_playbook.id)};
}

std::optional<NextStep> PlaybookRun::perform(const Json &step)
{
    if (step.contains("call"))
        return call(step);
    if (step.contains("resolve")) {
        resolve(step);
        return std::nullopt;
    }
    if (step.contains("set")) {
        setSlots(step);
        return std::nullopt;
    }
    if (step.contains("escalate")) {
        const auto reason =
            fromName<EscalationReason>(stringOr(step, "escalate")).value_or(EscalationReason::Policy);
        return giveUp(reason, m_playbook.id, stringOr(step, "reply"), step);
    }
    return reply(stringOr(step, "reply"), step);
}

std::optional<NextStep> PlaybookRun::call(const Json &step)
{
    const QString tool = stringOr(step, "call");
    const QString name = stringOr(step, "as", tool);
    if (m_consumed >= m_calls.size()) {
        const bool isAccepted = !m_accepted.is_null() && stringOr(m_accepted, "tool") == tool;
        const Json args = isAccepted ? memberOrNull(m_accepted, "args")
                                     : renderArguments(memberOrNull(step, "args"), m_state.json());
        const Json &assumed = memberOrNull(step, "assumed");
        const bool isAssumed = !assumed.is_null() && holds(assumed, m_state.json());
        const QStringList leftOver =
            m_playbook.movesMoney() ? m_state.leftOver() : otherPartiesIn(m_context, m_words);
        if (Playbook::isWrite(tool) && !isAccepted &&
            (!mayActAtOnce(m_playbook, m_context, leftOver, isAssumed) || mayRefuse(m_context, m_words)))
            return proposeCall(step, args);
        return CallTools{{{tool, args}}};
    }
    const ToolCall &made = m_calls[m_consumed++];
    if (made.name != tool)
        return giveUp(EscalationReason::EngineFailed, QStringLiteral("calls_do_not_fit"), {}, step);
    m_state.setResult(name, made);
    if (tool == QLatin1String("check_invoice"))
        m_state.learnInvoiceNumbers(valueAt(m_state.json(), QStringLiteral("results.%1.rows").arg(name)));
    if (made.status == ToolStatus::Failed)
        return giveUp(EscalationReason::ToolFailed, tool, stringOr(step, "on_failed"), step);
    if (made.status == ToolStatus::Denied && made.rule == QLatin1String("operator")) {
        const QString declined = QStringLiteral("declined");
        return m_playbook.reply(declined, m_context.language).isEmpty()
                   ? giveUp(EscalationReason::Policy, QStringLiteral("declined_by_person"), {}, step)
                   : reply(declined, step);
    }
    if (made.status == ToolStatus::Denied && step.contains("on_denied"))
        return reply(stringOr(step, "on_denied"), step);
    if (made.status == ToolStatus::Denied && !boolOr(step, "may_be_denied", false))
        return giveUp(EscalationReason::Policy, made.rule, {}, step);
    return std::nullopt;
}

// Asks in one sentence exactly what would be done; only a clear yes to it does it.
NextStep PlaybookRun::proposeCall(const Json &step, const Json &args) const
{
    Json state = m_state.json();
    state["args"] = args;
    DraftReply draft = compose(filled(stringOr(step, "confirm"), state), step);
    draft.asksCustomer = true;
    draft.memory = memoryAfter({{"awaits", "confirmation"}});
    const auto place = std::ranges::find(m_playbook.steps, step);
    draft.memory["proposals"] = Json::array({{{"playbook", m_playbook.id},
                                              {"step", place - m_playbook.steps.begin()},
                                              {"tool", stringOr(step, "call")},
                                              {"args", args},
                                              {"slots", m_state.json()["slots"]},
                                              {"question", draft.text},
                                              {"at", toIso(m_context.now)}}});
    return draft;
}

// "Refund it" means the invoice that the last reply spoke of, even where that reply listed its twin as well.
QStringList PlaybookRun::meantByIt() const
{
    const Entities &entities = m_state.entities();
    const bool accepts = entities.reply == Reply::Yes && m_context.memory.contains("proposed");
    const QString about = stringOr(m_context.memory, accepts ? "proposed" : "about");
    const bool isPlainReference = entities.thatOne && entities.ordinal == 0 && entities.notOrdinal == 0 &&
                                  !entities.otherOne && !entities.bothOrAll &&
                                  entities.extreme == Extreme::None;
    return isPlainReference && !about.isEmpty() ? QStringList{about} : m_state.offered();
}

void PlaybookRun::resolve(const Json &step)
{
    const QString what = stringOr(step, "resolve");
    if (what == QLatin1String("refund"))
        resolveRefund(step);
    else if (what == QLatin1String("profile"))
        resolveProfile();
    else
        resolveInvoiceAskedAbout(step);
}

// What is to be refunded: only what the customer's words and records tell together.
void PlaybookRun::resolveRefund(const Json &step)
{
    const Json rows = rowsFrom(step);
    const RefundReading reading = readRefundOf(m_context, m_playbook.asks, m_words, rows);
    const Json found = refundSlots(m_context, m_playbook.asks, m_words, reading, rows);
    for (const auto &[name, value] : found.items())
        m_state.setSlot(QString::fromStdString(name), value);
    m_state.setLeftOver(leftOverWords(reading));
    const QString instead =
        reading.match == RefundMatch::Found
            ? refundedInstead(m_context, m_state.entities(), stringOr(memberOrNull(found, "invoice"), "id"))
            : QString();
    m_state.setSlot(QStringLiteral("refunded_instead"), instead.isEmpty() ? Json() : Json(instead));
    // Where we asked how much, only an amount answers; a bare yes does not make it the whole.
    if (stringOr(m_context.memory, "awaiting") == QLatin1String("amount") && m_context.followsUp &&
        !namesAmount(m_context, m_words))
        m_state.setSlot(QStringLiteral("amount_minor"), nullptr);
}

// Which value of the profile becomes which. What answers our own question is no assumption.
void PlaybookRun::resolveProfile()
{
    const std::vector<ProfileChange> changes = readProfileOf(m_context, m_words);
    const bool isAnswer = m_context.followsUp && !stringOr(m_context.memory, "awaiting").isEmpty();
    m_state.setSlot(QStringLiteral("is_assumed"), !isAnswer);
    const Json found = profileSlots(changes, m_context.focusField);
    for (const auto &[name, value] : found.items())
        m_state.setSlot(QString::fromStdString(name), value);
}

Json PlaybookRun::rowsFrom(const Json &step) const
{
    Json rows = Json::array();
    for (const Json &path : memberOrNull(step, "from")) {
        for (const Json &row : valueAt(m_state.json(), path.get<QString>())) {
            const bool isKnown = std::ranges::any_of(
                rows, [&](const Json &other) { return stringOr(other, "id") == stringOr(row, "id"); });
            if (!isKnown)
                rows.push_back(row);
        }
    }
    return rows;
}

void PlaybookRun::resolveInvoiceAskedAbout(const Json &step)
{
    const Json rows = rowsFrom(step);
    const bool asksWhetherTwo =
        !m_playbook.writes() && m_context.intent == QLatin1String("billing.duplicate_charge");
    const bool speaksOfTwo = m_state.saysTwice() || asksWhetherTwo;
    Entities entities = m_state.entities();
    if (stringOr(m_context.memory, "awaiting") == QLatin1String("confirmation") && agrees(m_context.text))
        entities.reply = Reply::Yes;
    const ResolvedInvoice resolved = resolveInvoice(rows, entities, meantByIt(), speaksOfTwo, m_context.text);
    m_state.setSlot(QStringLiteral("invoice_match"), nameOfMatch(resolved.match));
    m_state.setSlot(QStringLiteral("invoice"), resolved.row);
    m_state.setSlot(QStringLiteral("candidates"), resolved.candidates);
    m_state.setSlot(QStringLiteral("is_narrowed"),
                    !resolved.candidates.empty() && resolved.candidates.size() < rows.size());
    m_state.setSlot(QStringLiteral("is_duplicate"), resolved.isDuplicate);
    m_state.setSlot(QStringLiteral("is_of_no_invoice"), resolved.isOfNoInvoice);
    m_state.setSlot(QStringLiteral("twins"), resolved.twins);
    m_state.setSlot(QStringLiteral("unpaid"), unpaidAmong(rows));
}

void PlaybookRun::setSlots(const Json &step)
{
    for (const auto &[name, alternatives] : step["set"].items()) {
        if (!valueAt(m_state.json(), QStringLiteral("slots.%1").arg(QString::fromStdString(name)))
                 .is_null() &&
            !boolOr(step, "again", false))
            continue;
        for (const Json &alternative : alternatives) {
            Json value = renderArguments(alternative, m_state.json());
            if (value.is_null() || value == "")
                continue;
            m_state.setSlot(QString::fromStdString(name), std::move(value));
            break;
        }
    }
}

Result<> PlaybookRun::cite(const Json &step, const RunControl &control)
{
    auto found = m_knowledge.find(stringOr(step, "cite"), m_playbook.category, 1, control);
    if (!found)
        return found.error();
    if (!found->passages.empty() && found->support >= likelySupport) {
        m_citations.push_back(found->passages.front().citation);
        m_passages.append(found->passages.front().text);
    }
    return {};
}

// What the knowledge base has for the turn, alone or together with the question before.
Result<PlaybookRun::Finding> PlaybookRun::findAnswer(const RunControl &control) const
{
    const QString question = questionOf(m_context);
    auto alone = m_knowledge.find(question, m_playbook.category, m_topK, control);
    if (!alone)
        return alone.error();
    if (const QString narrower = askedInLong(question);
        !narrower.isEmpty() && alone->support < likelyAnswer) {
        auto narrow = m_knowledge.find(narrower, m_playbook.category, m_topK, control);
        if (!narrow)
            return narrow.error();
        if (narrow->support > alone->support)
            return Finding{std::move(*narrow), narrower, narrower};
    }
    // "And backups?", where the question before still finds what was said already.
    if (question != m_context.text && addsTopic(m_context.text) && !alone->passages.empty() &&
        wasSaidBefore(m_context, alone->passages.front().text)) {
        auto fragment = m_knowledge.find(m_context.text, m_playbook.category, m_topK, control);
        if (!fragment)
            return fragment.error();
        if (!fragment->passages.empty() && fragment->support >= likelySupport &&
            !wasSaidBefore(m_context, fragment->passages.front().text))
            return Finding{std::move(*fragment), m_context.text, m_context.text};
    }
    const QString wider = questionInContext(m_context);
    if (!wider.isEmpty() && (alone->support < likelySupport || leansOnContext(m_context.text))) {
        auto inContext = m_knowledge.find(wider, m_playbook.category, m_topK, control);
        if (!inContext)
            return inContext.error();
        if (inContext->support * contextTrust > alone->support || namesNothing(m_context.text)) {
            inContext->support *= contextTrust;
            return Finding{std::move(*inContext), wider, stringOr(m_context.memory, "asked")};
        }
    }
    if (m_context.followsUp && wider.isEmpty() && namesNothing(m_context.text))
        alone->support *= guessTrust;
    const bool isLikely = alone->support >= likelySupport;
    return Finding{std::move(*alone), question, isLikely ? question : QString()};
}

Result<DraftReply> PlaybookRun::answerFromKnowledge(const QString &leadIn, const RunControl &control)
{
    auto finding = findAnswer(control);
    if (!finding)
        return finding.error();
    const EvidenceList *found = &finding->evidence;
    const bool isOfOtherCode =
        found->namesUnknownCode &&
        (found->support < codeSupport || (!found->passages.empty() && speaksOfCode(found->passages.front())));
    const bool isFound = found->support >= leastSupport && !isOfOtherCode;
    const WrittenAnswer answer =
        isFound ? writeFromPassages(finding->question, found->passages) : WrittenAnswer();
    DraftReply draft;
    if (!answer.text.isEmpty()) {
        const QString lead = filled(leadIn, m_state.json());
        const bool isList = isListItem(answer.text);
        draft.text = lead.isEmpty()
                         ? answer.text
                         : lead + (isList ? QStringLiteral("\n\n") : QStringLiteral(" ")) + answer.text;
    }
    double grounded = 0.0;
    if (!draft.text.isEmpty()) {
        QStringList sources = m_state.sources();
        for (const Evidence &evidence : found->passages)
            sources << evidence.heading << evidence.lead << evidence.text << evidence.next << evidence.steps;
        if (!leadIn.isEmpty())
            sources << m_playbook.reply(leadIn, m_context.language);
        const GroundingReport report = checkGrounding(draft.text, sources);
        grounded = report.promises.isEmpty() ? report.share : 0.0;
    }
    draft.citations = answer.citations;
    if (!answer.text.isEmpty())
        draft.category = found->passages.front().category;
    draft.confidenceParts = {{QStringLiteral("route"), m_context.routeConfidence},
                             {QStringLiteral("retrieval"), answer.text.isEmpty() ? 0.0 : found->support},
                             {QStringLiteral("grounding"), grounded},
                             {QStringLiteral("tools"), 1.0}};
    draft.confidence = answer.text.isEmpty() ? 0.0 : found->support * grounded;
    draft.memory = memoryAfter(Json::object());
    if (!finding->asked.isEmpty())
        draft.memory["asked"] = finding->asked; // what a short question may go on with
    return draft;
}

QString PlaybookRun::filled(const QString &replyName, const Json &state) const
{
    return renderTemplate(m_playbook.reply(replyName, m_context.language), state,
                          replyWords(m_playbook.replyLanguage(replyName, m_context.language)));
}

DraftReply PlaybookRun::compose(const QString &body, const Json &step) const
{
    DraftReply draft;
    if (body.trimmed().isEmpty())
        return draft;
    draft.text = body.trimmed();
    draft.citations = m_citations;
    draft.memory = memoryAfter(step);
    draft.asksCustomer = !stringOr(step, "awaits").isEmpty();

    QStringList sources = m_state.sources() + m_passages;
    for (const auto &[name, texts] : m_playbook.replies.items())
        sources.append(stringOr(texts, m_context.language.toUtf8().constData(), stringOr(texts, "en")));
    sources.append(replyWords(m_context.language).allText());
    const GroundingReport grounding = checkGrounding(draft.text, sources);
    const double grounded = grounding.promises.isEmpty() ? grounding.share : 0.0;
    draft.confidenceParts = {{QStringLiteral("route"), m_context.routeConfidence},
                             {QStringLiteral("grounding"), grounded},
                             {QStringLiteral("tools"), toolsPart()}};
    draft.confidence = m_context.routeConfidence * grounded * toolsPart();
    return draft;
}

NextStep PlaybookRun::reply(const QString &name, const Json &step) const
{
    return compose(filled(name, m_state.json()), step);
}

NextStep PlaybookRun::giveUp(EscalationReason reason, const QString &detail, const QString &replyName,
                             const Json &step) const
{
    GiveUp giveUp;
    giveUp.reasons = {{reason, detail, 0.0, 0.0}};
    if (!replyName.isEmpty())
        giveUp.draft = compose(filled(replyName, m_state.json()), step);
    return giveUp;
}

Json PlaybookRun::memoryAfter(const Json &step) const
{
    if (m_context.intent.isEmpty()) { // a courtesy: what was spoken of before still stands
        Json kept = m_context.memory;
        if (stringOr(m_state.json(), "courtesy") == QLatin1String("cancel")) {
            for (const char *open : {"awaiting", "playbook", "proposes", "slots"})
                kept.erase(open);
        }
        return kept;
    }
    Json memory{{"playbook", m_playbook.id},
                {"category", nameOf(m_context.category)},
                {"intent", m_context.intent},
                {"confidence", m_context.routeConfidence},
                {"awaiting", stringOr(step, "awaits")}};
    if (!m_playbook.asks.isEmpty())
        memory["asked"] = memoryOf(evidenceFor(m_playbook, m_context));
    if (const QString sent = stringOr(step, "sends"); !sent.isEmpty())
        memory["sent"] = sent; // asked for again when it does not arrive
    if (const QString proposed = stringOr(step, "proposes"); !proposed.isEmpty())
        memory["proposes"] = proposed; // the intent that a "yes" then has
    if (const QString tool = lastingWrite(m_calls); !tool.isEmpty()) {
        memory["wrote"] = tool;
        memory["wrote_field"] = stringOr(m_calls.back().args, "field");
    }
    const Json &offers = valueAt(m_state.json(), stringOr(step, "offers"));
    if (offers.is_array())
        memory["offered"] = idsOf(offers);
    else if (const Json &invoice = valueAt(m_state.json(), QStringLiteral("slots.invoice"));
             invoice.is_object())
        memory["offered"] = Json::array({stringOr(invoice, "id")});
    if (const Json &invoice = valueAt(m_state.json(), QStringLiteral("slots.invoice")); invoice.is_object())
        memory["about"] = stringOr(invoice, "id"); // what "it" then means
    else if (const QString about = stringOr(m_context.memory, "about");
             m_context.followsUp && !about.isEmpty())
        memory["about"] = about;
    if (memory.contains("proposes") && offers.is_array() && !offers.empty())
        memory["proposed"] = stringOr(offers.back(), "id"); // "the second one" of a double charge
    if (!stringOr(step, "awaits").isEmpty()) {
        Json kept = m_state.json()["slots"];
        for (const char *perTurn :
             {"invoice", "invoice_match", "candidates", "is_narrowed", "twins", "is_duplicate",
              "is_of_no_invoice", "refunded_instead", "left_minor", "amount_minor", "is_assumed", "currency"})
            kept.erase(perTurn);
        memory["slots"] = std::move(kept);
    }
    return memory;
}

double PlaybookRun::toolsPart() const
{
    const bool allFine =
        std::ranges::none_of(m_calls, [](const ToolCall &call) { return call.status == ToolStatus::Failed; });
    return allFine ? 1.0 : 0.0;
}

} // namespace Helmdesk
