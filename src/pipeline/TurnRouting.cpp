#include "pipeline/TurnRouting.h"

#include "core/Clock.h"
#include "specialists/Ellipsis.h"
#include "specialists/EntityExtractor.h"
#include "specialists/EntityParts.h"
#include "specialists/OwnDetail.h"
#include "specialists/ReplyStyle.h"
#include "specialists/RequestMood.h"
#include "specialists/RequestSplitter.h"
#include "specialists/Slips.h"
#include "specialists/TurnState.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr int followUpWords = 12;          // a reply to our question is rarely longer
constexpr double followUpConfidence = 0.9; // we asked, they answered: the category is known
constexpr double plainlyForeign = 0.6;     // out-of-scope probability of a question that no desk answers
constexpr int questionWords = 5;
constexpr double namedConfidence = 0.9; // what is named by number or value
constexpr int againWords = 20;
constexpr int referenceWords = 8;
constexpr int correctionWords = 8;

qsizetype wordCount(const QString &text)
{
    const QString words = text.simplified();
    return words.isEmpty() ? 0 : words.count(QLatin1Char(' ')) + 1;
}

// What the turn names tells what it is about, more surely than its words do.
struct NamedMatter {
    Category category;
    const char *intent;
    bool isExact = false; // also among the intents of its category
};

std::optional<NamedMatter> namedMatter(const QString &text, const Entities &found)
{
    static const QRegularExpression address(
        QStringLiteral(
            "\\b(?:change|update|switch|use|set|replace|new|different|another|instead)\\b[^.?!\\n]{0,60}"
            "\\b(?:e-?mail|address)\\b|\\be-?mail(?: address)?\\b[^.?!\\n]{0,30}\\b(?:to|is now|instead|"
            "has changed)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression phone(
        QStringLiteral("\\b(?:phone|mobile|telephone|cell(?:phone)?|new number|number you "
                       "have|number\\b[^.?!\\n]{0,30}\\b(?:should "
                       "be|is now|changed))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression toChange(
        QStringLiteral("\\b(?:change|update|replace|make|set) (?:it|that|this|mine) (?:to|into|with)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression password(QStringLiteral("\\b(?:password|reset|link|log ?in|sign ?in)\\b"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression payment(
        QStringLiteral("\\b(?:change|update|switch|replace|add|enter|use|put "
                       "in|remove|new)\\b[^.?!\\n]{0,30}\\b(?:(?:credit|debit|bank|"
                       "payment) (?:card|account|method|details)|card (?:number|details|on "
                       "file)|sepa|iban|direct debit)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression card(
        QStringLiteral(
            "\\b(?:replace|update|change)\\b[^.?!\\n]{0,12}\\b(?:old |expired |present )?card\\b|"
            "\\b(?:enter|add|use|put in|switch to|pay "
            "(?:with|by))\\b[^.?!\\n]{0,8}\\b(?:new|different|another|other) "
            "card\\b|"
            "\\bcard\\b[^.?!\\n]{0,24}\\b(?:ending|stolen|lost|expire[sd]?|expiring|blocked|declined|"
            "compromised)\\b[^.?!\\n]{0,40}\\b(?:replace|update|change|swap) (?:it|that|this|the card)\\b|"
            "\\b(?:my|our|the) (?:\\w+ )?card (?:was|is|got|has been|has) (?:\\w+ )?(?:stolen|lost)\\b|"
            "\\blost (?:my|our) (?:\\w+ )?card\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (demandsRefund(text))
        return NamedMatter{Category::Billing, "billing.refund_request", true};
    if (!found.invoiceNumbers.isEmpty())
        return NamedMatter{Category::Billing, "billing.invoice_explain"};
    const QString detail = ownDetailAskedIn(text);
    if (detail == QLatin1String("card"))
        return NamedMatter{Category::Billing, "billing.payment_methods_accepted", true};
    if (detail == QLatin1String("next_bill"))
        return NamedMatter{Category::Billing, "billing.subscription_renewal", true};
    if (!detail.isEmpty())
        return NamedMatter{Category::Account, "account.account_types"};
    static const QRegularExpression cardNumber(QStringLiteral("\\b(?:\\d[ -]?){12,18}\\d\\b"));
    static const QRegularExpression toUse(
        QStringLiteral("\\b(?:use|card|charge|pay|payment|exp(?:iry|ires)?|visa|mastercard)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const bool givesCard = cardNumber.match(text).hasMatch() && toUse.match(text).hasMatch();
    if (givesCard || payment.match(text).hasMatch() || card.match(text).hasMatch())
        return NamedMatter{Category::Billing, "billing.payment_method_update"};
    static const QRegularExpression addressToChange(
        QStringLiteral("\\b(?:need|want|like|have|can you|could "
                       "you|please)\\b[^.?!]{0,20}\\b(?:change|update|correct)\\b[^.?!]{0,16}"
                       "\\b(?<!e-mail )(?<!email )(?<!mail )(?<!ip )(?<!web )address\\b"),
        QRegularExpression::CaseInsensitiveOption);
    if (!found.newAddress.isEmpty() || (addressToChange.match(text).hasMatch() && found.emails.isEmpty()))
        return NamedMatter{Category::Account, "account.address_change"};
    if (!found.removedField.isEmpty() || !found.newName.isEmpty() || !found.newCompany.isEmpty() ||
        !found.newLanguage.isEmpty() ||
        (!found.phones.isEmpty() && (phone.match(text).hasMatch() || toChange.match(text).hasMatch())))
        return NamedMatter{Category::Account, "account.profile_edit"};
    static const QRegularExpression mailbox(QStringLiteral("\\S+@\\S+"));
    if (!found.emails.isEmpty() &&
        address.match(QString(text).replace(mailbox, QStringLiteral("x"))).hasMatch() &&
        !password.match(text).hasMatch())
        return NamedMatter{Category::Account, "account.email_change"};
    return std::nullopt;
}

// A route that says "for a person" stands, unless it rests on a likeness alone: a threat that the assessor
// does not find, or a complaint of waiting that is calm.
bool mayBeOverruled(const Route &route, const RoutingTurn &turn)
{
    if (!turn.assessment.reasons.empty())
        return false;
    return route.category != Category::Escalate || route.confidence < turn.settings.routingThreshold() ||
           route.intent == QLatin1String("escalate.legal_threat") ||
           route.intent == QLatin1String("escalate.repeated_contact");
}

Result<Route> routeOf(const Router &router, const QString &text, const RoutingTurn &turn)
{
    auto routed = router.route(text);
    if (!routed || turn.assessment.asksIfBot)
        return routed;
    if (turn.assessment.declinesPerson && turn.assessment.reasons.empty())
        *routed = withoutCategory(std::move(*routed), Category::Escalate);
    const auto matter = namedMatter(text, EntityExtractor().extract(text, turn.now.date()));
    if (!matter || !mayBeOverruled(*routed, turn))
        return routed;
    Route &route = *routed;
    if (route.category != matter->category) {
        route.runnerUp = route.category;
        route.runnerUpConfidence = std::min(route.confidence, 1.0 - namedConfidence);
        route.category = matter->category;
        route.intent = QString::fromLatin1(matter->intent);
        route.confidence = namedConfidence;
        route.outOfScope = 0.0;
        // The likeliest intents of the other category would bring its playbooks along.
        std::erase_if(route.intents, [&](const NamedValue &intent) {
            return !intent.name.startsWith(nameOf(route.category) + QLatin1Char('.'));
        });
    }
    if (route.category == Category::Account || matter->isExact) {
        route.intent = QString::fromLatin1(matter->intent);
        route.intents.insert(route.intents.begin(), {route.intent, namedConfidence});
    }
    route.confidence = std::max(route.confidence, namedConfidence);
    return routed;
}

QStringList offeredIn(const Json &memory)
{
    const Json &list = memberOrNull(memory, "offered");
    return list.is_array() ? list.get<QStringList>() : QStringList();
}

bool isWithinSession(const RoutingTurn &turn)
{
    const QString at = stringOr(turn.memory, "at");
    return at.isEmpty() || fromIso(at).secsTo(turn.now) <= turn.settings.sessionTtlSeconds();
}

bool hasRunningConversation(const RoutingTurn &turn)
{
    return !stringOr(turn.memory, "intent").isEmpty() &&
           fromName<Category>(stringOr(turn.memory, "category")).has_value() && isWithinSession(turn);
}

// "No wait, INV-1042": a few words that take back what was said and name something else.
bool namesAnother(const QString &text)
{
    static const QRegularExpression opening(
        QStringLiteral(
            "^\\W*(?:(?:no|nope|sorry|oops|ups|wait|actually|hold on|hang on|hm+)\\b[\\s,.!-]*)+"
            "(?:(?:please|pls|the|make (?:it|that)|take|do|use|it(?:'s|’s| is)|rather|instead|for)\\b\\s*)*"
            "(?:[a-z]{2,4}-?[0-9]|both\\b|all\\b|other\\b|first\\b|second\\b|last\\b|older\\b|newer\\b|"
            "one\\b|that one\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return wordCount(text) <= correctionWords && opening.match(text).hasMatch();
}

bool correctsItself(const QString &text)
{
    static const QRegularExpression correction(
        QStringLiteral(
            "\\b(?:i (?:actually |really )?meant|i mean\\b|my mistake|wrong (?:invoice|number|one)|"
            "not that one|(?:no|sorry|wait|oops)[, ]+(?:i mean|the other|not)|scratch that|"
            "correction)"),
        QRegularExpression::CaseInsensitiveOption);
    return correction.match(text).hasMatch() || namesAnother(text);
}

bool isPlainEscalation(const Route &fresh)
{
    return fresh.category == Category::Escalate && fresh.confidence >= namedConfidence;
}

// "Yes, please", "then do it", after a reply that proposed something.
bool acceptsProposal(const RoutingTurn &turn)
{
    if (stringOr(turn.memory, "proposes").isEmpty() || !isWithinSession(turn) ||
        wordCount(turn.text) > followUpWords)
        return false;
    static const QRegularExpression order(
        QStringLiteral(
            "\\b(?:please|then|ok(?:ay)?|so|just|yes)\\W+(?:\\w+\\W+){0,2}(?:do (?:it|that|so)|refund "
            "(?:it|that|me|us)|go ahead|proceed)\\b|^(?:refund (?:it|that)|do (?:it|that|so)|i do|i want "
            "(?:that|it|one))\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const Entities found = EntityExtractor().extract(turn.text, turn.now.date());
    return found.invoiceNumbers.isEmpty() &&
           (found.reply == Reply::Yes || (found.reply == Reply::None && order.match(turn.text).hasMatch()) ||
            (found.reply == Reply::No && order.match(turn.text).hasMatch() &&
             turn.text.contains(QLatin1Char('?'))));
}

// "Yes, I want it back" of an invoice that was spoken of: a refund.
bool wantsBack(const RoutingTurn &turn)
{
    static const QRegularExpression back(
        QStringLiteral(
            "\\b(?:want|need|like|get|have|give|send|pay)\\b[^.?!\\n]{0,16}\\b(?:it|that|this|them|money)\\b"
            "[^.?!\\n]{0,10}\\bback\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return stringOr(turn.memory, "category") == nameOf(Category::Billing) &&
           !offeredIn(turn.memory).isEmpty() && wordCount(turn.text) <= referenceWords &&
           back.match(turn.text).hasMatch();
}

// "Invoices 1041 and 1042": numbers and nothing that is asked of them.
bool isBareMention(const QString &text)
{
    static const QRegularExpression mention(
        QStringLiteral("^(?:(?:invoices?|numbers?|nr|no|it(?:'s| is|’s)|they "
                       "are|these|those|the|and|for|sorry|i mean[t]?|"
                       "[a-z]{0,6}-?#?[0-9]{2,10})\\b[\\s,.:#&]*)+$"),
        QRegularExpression::CaseInsensitiveOption);
    return wordCount(text) <= referenceWords && mention.match(text.trimmed()).hasMatch();
}

// "How long will that take?" after a refund asks where it is.
bool asksForTime(const QString &text)
{
    static const QRegularExpression time(
        QStringLiteral("^\\W*(?:(?:ok|okay|and|so|thanks|thank "
                       "you|thx|ty|cheers|perfect|cool|nice|good|great|but)\\W+)*(?:how long|how soon|by "
                       "when|when(?! (?:was|were|did|is|are)\\b))\\b"
                       "[^.?!\\n]{0,40}[?.!]*$"),
        QRegularExpression::CaseInsensitiveOption);
    return time.match(text.trimmed()).hasMatch();
}

// The value that was written to the account just now, given anew.
bool correctsWrittenValue(const RoutingTurn &turn)
{
    const QString field = stringOr(turn.memory, "wrote_field");
    return (field == QLatin1String("address") && looksLikeAddress(turn.text.simplified())) ||
           (field == QLatin1String("language") && !EntityParts::languageNamedIn(turn.text).isEmpty());
}

// "Refund, please" after one invoice was spoken of.
bool isBareRefund(const RoutingTurn &turn)
{
    return offeredIn(turn.memory).size() == 1 && !stringOr(turn.memory, "about").isEmpty() &&
           isBareRefundRequest(turn.text);
}

// True when the turn answers what the last reply asked for, or points at what it listed.
bool continuesConversation(const RoutingTurn &turn, const Route &fresh)
{
    if (!hasRunningConversation(turn))
        return false;
    if ((acceptsProposal(turn) || wantsBack(turn)) && !isPlainEscalation(fresh))
        return true;
    if (stringOr(turn.memory, "playbook") == QLatin1String("refund") && asksForTime(turn.text))
        return true;
    if (correctsWrittenValue(turn) || isBareRefund(turn))
        return true;
    const bool isSure = fresh.confidence >= turn.settings.routingThreshold();
    const bool isOfOtherCategory = nameOf(fresh.category) != stringOr(turn.memory, "category");
    const qsizetype words = wordCount(turn.text);
    const Entities found = EntityExtractor().extract(turn.text, turn.now.date(), offeredIn(turn.memory));
    const bool isAboutLink = !stringOr(turn.memory, "sent").isEmpty() && found.invoiceNumbers.isEmpty();
    if (isAboutLink && asksAgain(turn.text) && words <= againWords && !isPlainEscalation(fresh))
        return true;
    const bool corrects = correctsItself(turn.text) && fresh.category != Category::Escalate;
    // "Has it arrived yet?" is about what was spoken of, however surely its words are routed elsewhere.
    const bool isShortReference = found.thatOne && words <= referenceWords && !isPlainEscalation(fresh) &&
                                  !memberOrNull(turn.memory, "offered").empty();
    if (isShortReference || (isBareMention(turn.text) && !found.invoiceNumbers.isEmpty()))
        return true;
    if (isElliptic(turn.text) && !isPlainEscalation(fresh))
        return true;
    if (isSure && isOfOtherCategory && words > 4 && !corrects)
        return false;
    const bool pointsBack = found.ordinal != 0 || found.notOrdinal != 0 || found.extreme != Extreme::None ||
                            found.otherOne || found.bothOrAll || !found.invoiceNumbers.isEmpty() ||
                            !found.emails.isEmpty() || !found.amounts.empty() || !found.phones.isEmpty() ||
                            !found.dates.empty() || !found.newAddress.isEmpty() || !found.newName.isEmpty() ||
                            found.reply != Reply::None || corrects;
    if (!stringOr(turn.memory, "awaiting").isEmpty())
        return pointsBack || (!isSure && words <= followUpWords);
    return (!isSure || corrects) && (pointsBack || found.thatOne) && words <= followUpWords;
}

RequestPart partOf(const RequestUnit &unit, const Route &route)
{
    RequestPart part;
    part.text = unit.context.isEmpty() ? unit.text : unit.context + QLatin1Char(' ') + unit.text;
    part.category = route.category;
    part.intent = route.intent;
    part.confidence = route.confidence;
    part.intentScores = route.intents;
    part.isListItem = unit.isListItem;
    return part;
}

bool isClearRequest(const Route &route, const Settings &settings)
{
    return route.confidence >= settings.routingThreshold() && route.category != Category::Escalate &&
           route.intent != QLatin1String("general.help_opener");
}

// "Phone number: +44 113 496 0288": a field and its value; what to do with it stands before the list.
bool givesValue(const QString &item)
{
    static const QRegularExpression value(
        QStringLiteral("^(?:(?:my|our|the|new) )?(?:phone|telephone|mobile|address|postal address|billing "
                       "address|company|"
                       "company name|name|e-?mail|language)(?: number| address)?\\s*(?::|=|->)\\s*\\S"),
        QRegularExpression::CaseInsensitiveOption);
    return value.match(item.trimmed()).hasMatch();
}

// The requests of the turn that are clear each by itself. What is not clear stays with the request before it.
Result<> findRequests(const Router &router, const RoutingTurn &turn, TurnRoute &out,
                      std::vector<Route> &routes)
{
    const std::vector<RequestUnit> units = splitRequests(turn.text);
    if (units.empty() || (units.size() == 1 && units.front().context.isEmpty()))
        return {};
    QString opening; // what stands before a list: "please change two things:"
    for (const RequestUnit &unit : units) {
        if (const QStringList before = splitSentences(unit.context); unit.isListItem && !before.isEmpty())
            opening = before.back();
        const bool isValue = unit.isListItem && givesValue(unit.text);
        auto route =
            routeOf(router, isValue ? opening + QStringLiteral("\n- ") + unit.text : unit.text, turn);
        if (!route)
            return route.error();
        // What stands in the customer's own list is a request, however unclear: the turn is as sure as that.
        const bool isListed = unit.isListItem && route->category != Category::Escalate &&
                              route->intent != QLatin1String("general.help_opener");
        if (isListed || isClearRequest(*route, turn.settings)) {
            const auto same = std::ranges::find_if(out.requests, [&](const RequestPart &part) {
                return part.intent == route->intent && !(part.isListItem && unit.isListItem);
            });
            if (same != out.requests.end()) {
                same->text += QLatin1Char(' ') + partOf(unit, *route).text;
                continue;
            }
            out.requests.push_back(partOf(unit, *route));
            if (isValue)
                out.requests.back().text = opening + QStringLiteral("\n- ") + unit.text;
            routes.push_back(std::move(*route));
            continue;
        }
        const bool isForeignQuestion = unit.text.trimmed().endsWith(QLatin1Char('?')) &&
                                       wordCount(unit.text) >= questionWords &&
                                       route->outOfScope >= plainlyForeign;
        if (isForeignQuestion && units.size() > 1)
            out.unanswerable = unit.text;
        else if (!out.requests.empty())
            out.requests.back().text += QLatin1Char(' ') + partOf(unit, *route).text;
    }
    return {};
}

void followUp(const RoutingTurn &turn, Route &route)
{
    route.category = fromName<Category>(stringOr(turn.memory, "category")).value_or(route.category);
    route.intent = stringOr(turn.memory, "intent");
    route.confidence = std::max(followUpConfidence, numberOr(turn.memory, "confidence", 0.0));
    if (acceptsProposal(turn))
        route.intent = stringOr(turn.memory, "proposes");
    else if (wantsBack(turn) || isBareRefund(turn))
        route.intent = QStringLiteral("billing.refund_request");
    else if (stringOr(turn.memory, "playbook") == QLatin1String("refund") && asksForTime(turn.text))
        route.intent = QStringLiteral("billing.refund_status");
}

// Taken back in words that cannot be an order ("cancel it" can be one).
bool saysNeverMind(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("\\b(?:never\\s?mind|forget it|leave it|keep it(?: as it is)?|don['’]?t "
                       "(?:bother|worry)|changed my mind)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return wordCount(text) <= referenceWords && words.match(text).hasMatch();
}

// A courtesy asks for nothing, so it belongs to the conversation that it ends, or to nobody in particular.
bool isCourtesy(const RoutingTurn &turn)
{
    if (turn.assessment.asksIfBot)
        return true;
    switch (courtesyOf(turn.text)) {
    case Courtesy::None:
        return false;
    case Courtesy::Cancel:
        return hasRunningConversation(turn) || saysNeverMind(turn.text);
    case Courtesy::Order:
    case Courtesy::Consent: // a "yes" to nothing does nothing
        return hasRunningConversation(turn) && stringOr(turn.memory, "awaiting").isEmpty() &&
               stringOr(turn.memory, "proposes").isEmpty();
    case Courtesy::Greeting:
    case Courtesy::Praise:
    case Courtesy::Thanks:
        break;
    }
    return true;
}

} // namespace

Result<TurnRoute> routeTurn(const Router &router, const RoutingTurn &given)
{
    const QString text = withoutSlips(given.text);
    const RoutingTurn turn{text,           given.conversation, given.memory,
                           given.settings, given.now,          given.assessment};
    auto fresh = routeOf(router, turn.text, turn);
    if (!fresh)
        return fresh.error();
    TurnRoute out;
    out.route = std::move(*fresh);
    out.takesBack = hasRunningConversation(turn) &&
                    (correctsItself(turn.text) || courtesyOf(turn.text) == Courtesy::Cancel);
    if (turn.conversation.category &&
        stringOr(turn.memory, "set_by_person") == nameOf(*turn.conversation.category)) {
        out.route.category = *turn.conversation.category;
        out.route.confidence = 1.0; // a person decided
        out.setByPerson = true;
        return out;
    }
    if (isCourtesy(turn)) {
        out.route.category =
            hasRunningConversation(turn)
                ? fromName<Category>(stringOr(turn.memory, "category")).value_or(Category::General)
                : Category::General;
        out.route.intent.clear();
        out.route.confidence = 1.0;
        return out;
    }
    std::vector<Route> routes;
    if (auto found = findRequests(router, turn, out, routes); !found)
        return found.error();
    if (out.requests.size() < 2 && continuesConversation(turn, out.route)) {
        followUp(turn, out.route);
        out.requests.clear();
        out.followsUp = true;
        return out;
    }
    const bool isUnclear = out.route.confidence < turn.settings.routingThreshold();
    if (out.requests.size() > 1) {
        // The first request names the turn; it is as sure as the least sure of them.
        out.route = routes.front();
        for (const RequestPart &part : out.requests)
            out.route.confidence = std::min(out.route.confidence, part.confidence);
    } else if (out.requests.size() == 1) {
        if (isUnclear)
            out.route = routes.front();
        out.requests.clear();
    }
    return out;
}

Json toJson(const TurnRoute &turn)
{
    Json json = toJson(turn.route);
    Json requests = Json::array();
    for (const RequestPart &part : turn.requests) {
        Json scores = Json::array();
        for (const NamedValue &score : part.intentScores)
            scores.push_back({{"name", score.name}, {"p", score.value}});
        requests.push_back({{"text", part.text},
                            {"category", nameOf(part.category)},
                            {"intent", part.intent},
                            {"confidence", part.confidence},
                            {"intents", std::move(scores)},
                            {"list_item", part.isListItem}});
    }
    json["requests"] = std::move(requests);
    json["unanswerable"] = turn.unanswerable;
    json["set_by_person"] = turn.setByPerson;
    json["follows_up"] = turn.followsUp;
    json["settled_by_knowledge"] = turn.isSettledByKnowledge;
    json["takes_back"] = turn.takesBack;
    return json;
}

TurnRoute turnRouteFromJson(const Json &json)
{
    TurnRoute turn;
    turn.route = routeFromJson(json);
    for (const Json &item : memberOrNull(json, "requests")) {
        RequestPart part;
        part.text = stringOr(item, "text");
        part.category = fromName<Category>(stringOr(item, "category")).value_or(Category::General);
        part.intent = stringOr(item, "intent");
        part.confidence = numberOr(item, "confidence", 0.0);
        for (const Json &score : memberOrNull(item, "intents"))
            part.intentScores.push_back({stringOr(score, "name"), numberOr(score, "p", 0.0)});
        part.isListItem = boolOr(item, "list_item", false);
        turn.requests.push_back(std::move(part));
    }
    turn.unanswerable = stringOr(json, "unanswerable");
    turn.setByPerson = boolOr(json, "set_by_person", false);
    turn.followsUp = boolOr(json, "follows_up", false);
    turn.isSettledByKnowledge = boolOr(json, "settled_by_knowledge", false);
    turn.takesBack = boolOr(json, "takes_back", false);
    return turn;
}

} // namespace Helmdesk
