#include "specialists/RequestPlan.h"

#include "specialists/Ellipsis.h"
#include "specialists/EntityExtractor.h"
#include "specialists/EntityParts.h"
#include "specialists/ProfileSlots.h"
#include "specialists/RefundMade.h"
#include "specialists/RefundSlots.h"
#include "specialists/ReplyStyle.h"
#include "specialists/RequestMood.h"
#include "specialists/RequestSplitter.h"
#include "specialists/Slips.h"
#include "specialists/TurnState.h"

#include <algorithm>
#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr double leastIntent = 0.005; // a less likely intent does not choose a playbook
constexpr double leastToAct = 0.05;   // nor one whose playbook writes
constexpr qsizetype mostInvoices = 5; // who names more is for a person
constexpr const char *courtesyPlaybook = "courtesy";

// Whether the turn names one of the customer's invoices, by number, or by its amount or date beside a word
// for a charge.
bool namesInvoice(const Entities &found, const QString &text)
{
    static const QRegularExpression charge(
        QStringLiteral("\\b(?:charge[ds]?|invoice[ds]?|bill(?:ed)?|payments?|transactions?|debit(?:ed)?)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression last(
        QStringLiteral("\\b(?:my|our) (?:very )?(?:last|latest|most recent|previous|newest) "
                       "(?:payment|charge|invoice|bill)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return !found.invoiceNumbers.isEmpty() || last.match(text).hasMatch() ||
           ((!found.amounts.empty() || !found.dates.empty()) && charge.match(text).hasMatch());
}

bool acceptsProposal(const TurnContext &turn)
{
    return turn.followsUp && !turn.intent.isEmpty() && turn.intent == stringOr(turn.memory, "proposes");
}

// The playbook that the last reply left open, when the turn answers it.
QString runningPlaybook(const TurnContext &turn, const PlaybookLibrary &playbooks)
{
    if (acceptsProposal(turn))
        return playbooks.forIntent(turn.intent, turn.category).id;
    const QString open = stringOr(turn.memory, "playbook");
    // "That's wrong, it is ...", after what the account says, changes it.
    if (open == QLatin1String("account_details") && (turn.intent == QLatin1String("account.profile_edit") ||
                                                     turn.intent == QLatin1String("account.email_change")))
        return {};
    // "Is it saved?" asks about what was done just now.
    if (turn.followsUp && !stringOr(turn.memory, "wrote").isEmpty() && asksIfDone(turn.text))
        return open;
    if (turn.followsUp && wantsTheSame(turn.text))
        return open;
    // "And September?" asks the same of another invoice.
    const Playbook *last = playbooks.byId(open);
    const Entities named = EntityExtractor().extract(turn.text, turn.now.date());
    if (turn.followsUp && last != nullptr && last->isAboutInvoices && !last->writes() &&
        isElliptic(turn.text) && (!named.dates.empty() || !named.invoiceNumbers.isEmpty()))
        return open;
    const bool isAnswer = turn.followsUp && (!stringOr(turn.memory, "awaiting").isEmpty() ||
                                             !turn.text.contains(QLatin1Char('?')));
    return isAnswer ? open : QString();
}

const Playbook &playbookFor(const TurnContext &turn, const QString &intent,
                            const std::vector<NamedValue> &scores, Category category, const QString &said,
                            const Reading &reading, const PlaybookLibrary &playbooks)
{
    const QString text = withoutSlips(said);
    const Entities found = EntityExtractor().extract(text, turn.now.date());
    QStringList intents{intent};
    for (const NamedValue &score : scores) {
        const bool writes = playbooks.forIntent(score.name, category).writes();
        if (score.value >= (writes ? leastToAct : leastIntent))
            intents << score.name;
    }
    const bool isAboutOffered = turn.followsUp && !memberOrNull(turn.memory, "offered").empty();
    return playbooks.forTurn(intents, category, text, reading, turn.actLimits,
                             runningPlaybook(turn, playbooks), isAboutOffered || namesInvoice(found, text));
}

// Each item of the customer's own list gets its answer, but what changes something is done in one.
bool isItemOfItsOwn(const PlannedRequest &request, const RequestPart &part)
{
    return part.isListItem && !request.playbook->writes();
}

bool isCoveredBy(const PlannedRequest &request, const std::vector<PlannedRequest> &others)
{
    return std::ranges::any_of(others, [&](const PlannedRequest &other) {
        return other.playbook != request.playbook && other.playbook->covers.contains(request.context.intent);
    });
}

// Of the invoices that the turn names those in the sentences that ask for the money: "about INV-1 and INV-2:
// please refund only INV-2".
QStringList numbersAskedFor(const QStringList &numbers, const QString &text)
{
    QStringList asked;
    for (const QString &sentence : splitSentences(text)) {
        if (!asksForMoney(sentence))
            continue;
        static const QRegularExpression only(
            QStringLiteral("\\b(?:only|just) (?:for |on |of )?(?:the |invoice |number )*(?=\\S*\\d)"),
            QRegularExpression::CaseInsensitiveOption);
        const auto limit = only.match(sentence);
        const QString meant = limit.hasMatch() ? sentence.mid(limit.capturedStart()) : sentence;
        for (const QString &number : numbers) {
            if (!asked.contains(number) && meant.contains(EntityParts::trailingDigits(number)))
                asked.append(number);
        }
    }
    return asked.isEmpty() ? numbers : asked;
}

std::vector<PlannedRequest> perTime(const PlannedRequest &request, const QStringList &times)
{
    std::vector<PlannedRequest> out;
    for (const QString &time : times) {
        out.push_back(request);
        out.back().context.focusDate = time;
    }
    return out;
}

// Whether "both" or "all" stands where something is asked for: "both are of the same day, refund the surplus
// one" asks for one.
bool asksForAll(const PlannedRequest &request, const Entities &found)
{
    const QString clauses =
        request.playbook->movesMoney() ? clausesForMoney(request.context.text) : QString();
    if (clauses.isEmpty())
        return found.bothOrAll;
    return found.bothOrAll && EntityExtractor().extract(clauses, request.context.now.date()).bothOrAll;
}

// "Both November invoices", "everything from September": of the customer's invoices that can be refunded
// those that are meant, oldest first; empty where it is not plain which.
QStringList allMeant(const Entities &found, const QString &text, const Json &ownRows)
{
    static const QRegularExpression both(QStringLiteral("\\bboth\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    std::vector<std::pair<QString, QString>> meant; // day of issue, number
    for (const Json &row : ownRows) {
        const QString status = stringOr(row, "status");
        const QDate issued = QDate::fromString(stringOr(row, "issued").left(10), Qt::ISODate);
        const bool isOfTime =
            found.dates.empty() || std::ranges::any_of(found.dates, [&](const DateMention &date) {
                return issued >= date.first && issued <= date.last;
            });
        if (isOfTime && (status == QLatin1String("paid") || status == QLatin1String("partially_refunded")))
            meant.emplace_back(stringOr(row, "issued"), stringOr(row, "id"));
    }
    const bool isPlain = both.match(text).hasMatch() ? meant.size() == 2 : !found.dates.empty();
    if (!isPlain || meant.size() < 2)
        return {};
    std::ranges::sort(meant);
    QStringList numbers;
    for (const auto &[day, number] : meant)
        numbers.append(number);
    return numbers;
}

// The same request for each of the invoices that the turn names.
std::vector<PlannedRequest> perInvoice(const PlannedRequest &request, const Json &ownRows)
{
    QStringList offered;
    if (const Json &list = memberOrNull(request.context.memory, "offered"); list.is_array())
        offered = list.get<QStringList>();
    const Entities found =
        EntityExtractor().extract(withoutSlips(request.context.text), request.context.now.date(), offered);
    QStringList numbers = found.invoiceNumbers;
    if (const QStringList grouped = EntityParts::groupedNumbers(request.context.text);
        numbers.size() < 2 && grouped.size() > 1)
        numbers = grouped; // before the first look at the customer's invoices their form is not known
    if (request.playbook->movesMoney() && numbers.size() > 1) {
        numbers = numbersAskedFor(numbers, request.context.text);
        if (numbers.size() == 1) {
            PlannedRequest one = request;
            one.context.focusInvoice = numbers.front();
            return {one};
        }
    }
    const bool saysHowMuch = !found.amounts.empty() || found.share > 0.0;
    const QString &intent = request.context.intent;
    if (request.playbook->isPerInvoice && numbers.isEmpty() && !saysHowMuch &&
        intent != QLatin1String("billing.duplicate_charge")) {
        if (const QStringList times = timesSideBySide(found.dates, withoutSlips(request.context.text));
            !times.isEmpty())
            return perTime(request, times);
    }
    const bool wantsAll = asksForAll(request, found);
    if (numbers.isEmpty() && wantsAll)
        numbers = offered;
    if (numbers.isEmpty() && wantsAll && !saysHowMuch && request.playbook->movesMoney() &&
        intent != QLatin1String("billing.duplicate_charge"))
        numbers = allMeant(found, request.context.text, ownRows);
    const bool pointsAtOne =
        found.ordinal != 0 || found.notOrdinal != 0 || found.otherOne || found.extreme != Extreme::None;
    // Of two that are named as a double charge one is too many.
    const bool isDouble =
        numbers.size() == 2 && request.context.intent == QLatin1String("billing.duplicate_charge");
    if ((pointsAtOne || isDouble) && !wantsAll)
        return {request}; // "INV-1 was paid twice with INV-2, return the second one"
    if (!request.playbook->isPerInvoice || numbers.size() < 2 || numbers.size() > mostInvoices)
        return {request};
    std::vector<PlannedRequest> out;
    for (const QString &number : std::as_const(numbers)) {
        out.push_back(request);
        out.back().context.focusInvoice = number;
    }
    return out;
}

// The same request for each new value of the profile that the turn names.
std::vector<PlannedRequest> perField(const PlannedRequest &request, const ValueWords &words)
{
    const std::vector<ProfileChange> changes = readProfileOf(request.context, words);
    if (changes.size() < 2)
        return {request};
    std::vector<PlannedRequest> out;
    for (const ProfileChange &change : changes) {
        out.push_back(request);
        out.back().context.focusField = change.field;
    }
    return out;
}

// The same refund for each invoice that the turn names, once the customer's invoices are known.
std::vector<PlannedRequest> perRefund(const PlannedRequest &request, const ValueWords &words,
                                      const Json &ownRows)
{
    const RefundReading reading = readRefundOf(request.context, request.playbook->asks, words, ownRows);
    if (reading.match != RefundMatch::Found || reading.invoices.size() < 2)
        return {request};
    std::vector<PlannedRequest> out;
    for (const ChosenInvoice &invoice : reading.invoices) {
        out.push_back(request);
        out.back().context.focusInvoice = invoice.id;
    }
    return out;
}

std::vector<PlannedRequest> singles(const PlannedRequest &request, const ValueWords &words,
                                    const Json &ownRows)
{
    if (request.playbook->movesMoney())
        return perRefund(request, words, ownRows);
    return request.playbook->isPerField ? perField(request, words) : perInvoice(request, ownRows);
}

PlannedRequest wholeTurn(const TurnContext &context, const PlaybookLibrary &playbooks)
{
    PlannedRequest request{&playbookFor(context, context.intent, context.intentScores, context.category,
                                        context.text, context.reading, playbooks),
                           context};
    // "How long does it take?" after a refund is about that one.
    constexpr qsizetype shortQuestion = 8; // words
    const bool hasRefunded = stringOr(context.memory, "wrote") == QLatin1String("process_refund");
    const bool asksAboutRefund =
        (context.followsUp || hasRefunded) && context.intent == QLatin1String("billing.refund_status") &&
        context.text.simplified().count(QLatin1Char(' ')) < shortQuestion &&
        !namesInvoice(EntityExtractor().extract(context.text, context.now.date()), context.text);
    const bool namesTime = !EntityExtractor().extract(context.text, context.now.date()).dates.empty();
    if (acceptsProposal(context))
        request.context.focusInvoice =
            stringOr(context.memory, "proposed", stringOr(context.memory, "about"));
    else if (asksAboutRefund && !namesTime)
        request.context.focusInvoice = stringOr(context.memory, "about");
    return request;
}

PlannedRequest planned(const TurnContext &turn, const RequestPart &part, const PlaybookLibrary &playbooks)
{
    PlannedRequest request{
        &playbookFor(turn, part.intent, part.intentScores, part.category, part.text, part.reading, playbooks),
        turn};
    request.context.requests.clear();
    request.context.text = part.text;
    request.context.category = part.category;
    request.context.intent = part.intent;
    request.context.routeConfidence = part.confidence;
    request.context.intentScores = part.intentScores;
    request.context.reading = part.reading;
    return request;
}

// What the last reply proposed and the customer said yes to.
std::vector<PlannedRequest> acceptedRequests(const TurnContext &context, const PlaybookLibrary &playbooks)
{
    std::vector<PlannedRequest> out;
    for (const Json &proposal : context.proposals) {
        const Playbook *playbook = playbooks.byId(stringOr(proposal, "playbook"));
        if (playbook == nullptr)
            playbook = &playbooks.forIntent({}, context.category);
        out.push_back({playbook, context, proposal});
    }
    return out;
}

// Of several replies that end in the same sentence ("If that is not what you meant, ...") only the last keeps
// it. What asks whether to do something stays word by word: a yes counts for just that question.
void sayEndingOnce(const QSet<QString> &questions, QStringList &texts)
{
    for (qsizetype i = 0; i + 1 < texts.size(); ++i) {
        const QStringList sentences = splitSentences(texts[i]);
        if (sentences.size() < 2 || questions.contains(texts[i]) || !texts[i].endsWith(sentences.back()))
            continue;
        const auto endsSo = [&](const QString &later) { return later.endsWith(sentences.back()); };
        if (std::any_of(texts.cbegin() + i + 1, texts.cend(), endsSo))
            texts[i] = texts[i].chopped(sentences.back().size()).trimmed();
    }
}

} // namespace

std::vector<PlannedRequest> planRequests(const TurnContext &context, const PlaybookLibrary &playbooks,
                                         const ValueWords &words, const Json &ownRows)
{
    if (!context.proposals.empty())
        return acceptedRequests(context, playbooks);
    if (const Playbook *courtesy = playbooks.byId(QString::fromLatin1(courtesyPlaybook));
        courtesy != nullptr && context.intent.isEmpty() &&
        (context.asksIfBot || courtesyOf(context.text) != Courtesy::None))
        return {{courtesy, context}};
    if (context.isForKnowledge)
        return {{&playbooks.forIntent({}, context.category), context}};
    if (context.requests.size() < 2)
        return singles(wholeTurn(context, playbooks), words, ownRows);

    std::vector<PlannedRequest> requests;
    for (const RequestPart &part : context.requests) {
        PlannedRequest request = planned(context, part, playbooks);
        const auto same = std::ranges::find_if(requests, [&](const PlannedRequest &other) {
            return other.playbook == request.playbook && !isItemOfItsOwn(request, part) &&
                   (!request.playbook->answersFromKnowledge() ||
                    other.context.intent == request.context.intent);
        });
        if (same == requests.end()) {
            requests.push_back(std::move(request));
            continue;
        }
        same->context.text += QLatin1Char(' ') + part.text;
        same->context.routeConfidence = std::min(same->context.routeConfidence, part.confidence);
    }
    std::erase_if(requests,
                  [all = requests](const PlannedRequest &request) { return isCoveredBy(request, all); });
    if (requests.size() == 1 && requests.front().playbook == wholeTurn(context, playbooks).playbook) {
        // One request after all: the whole message says most about it.
        requests.front().context.text = context.text;
    }
    std::vector<PlannedRequest> out;
    for (const PlannedRequest &request : requests) {
        for (PlannedRequest &single : singles(request, words, ownRows))
            out.push_back(std::move(single));
    }
    return out;
}

namespace
{

QStringList offeredIn(const Json &memory)
{
    const Json &offered = memberOrNull(memory, "offered");
    return offered.is_array() ? offered.get<QStringList>() : QStringList();
}

// "Only the first one" means the first of all that the replies spoke of.
void offerAsWell(const QStringList &before, const Json &added, Json &memory)
{
    QStringList all = before;
    for (const QString &id : offeredIn(added)) {
        if (!all.contains(id))
            all.append(id);
    }
    if (!all.isEmpty() && memory.is_object())
        memory["offered"] = all;
}

} // namespace

DraftReply joinDrafts(const std::vector<DraftReply> &drafts, bool isNumbered)
{
    DraftReply joined;
    joined.confidence = 1.0;
    Json proposals = Json::array(); // one yes answers them all
    QStringList texts;
    QSet<QString> questions;
    for (const DraftReply &draft : drafts) {
        if (!memberOrNull(draft.memory, "proposals").empty())
            questions.insert(draft.text);
        if (!draft.text.isEmpty() && !texts.contains(draft.text))
            texts.append(draft.text);
        for (const Citation &citation : draft.citations) {
            if (std::ranges::find(joined.citations, citation) == joined.citations.end())
                joined.citations.push_back(citation);
        }
        for (const NamedValue &part : draft.confidenceParts) {
            const auto same = std::ranges::find(joined.confidenceParts, part.name, &NamedValue::name);
            if (same == joined.confidenceParts.end())
                joined.confidenceParts.push_back(part);
            else
                same->value = std::min(same->value, part.value);
        }
        joined.confidence = std::min(joined.confidence, draft.confidence);
        // What asks for something is what the next turn answers.
        const QStringList before = offeredIn(joined.memory);
        if (joined.memory.empty() || draft.asksCustomer)
            joined.memory = draft.memory;
        for (const Json &proposal : memberOrNull(draft.memory, "proposals"))
            proposals.push_back(proposal);
        offerAsWell(before, draft.memory, joined.memory);
        joined.asksCustomer = joined.asksCustomer || draft.asksCustomer;
    }
    if (!proposals.empty())
        joined.memory["proposals"] = std::move(proposals);
    sayEndingOnce(questions, texts);
    if (isNumbered && texts.size() > 1) {
        for (qsizetype i = 0; i < texts.size(); ++i)
            texts[i].prepend(QStringLiteral("%1. ").arg(i + 1));
    }
    joined.text = texts.join(QStringLiteral("\n\n"));
    return joined;
}

} // namespace Helmdesk
