#include "pipeline/TurnRouting.h"

#include "pipeline/FollowUp.h"
#include "pipeline/NamedMatter.h"
#include "specialists/EntityExtractor.h"
#include "specialists/ReplyStyle.h"
#include "specialists/RequestSplitter.h"
#include "specialists/Slips.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr double plainlyForeign = 0.6; // out-of-scope probability of a question that no desk answers
constexpr int questionWords = 5;
constexpr double namedConfidence = 0.9; // what is named by number or value
constexpr double plainlyAsked = 0.6;    // probability from which an act that is asked for decides the route
constexpr int referenceWords = 8;

qsizetype wordCount(const QString &text)
{
    const QString words = text.simplified();
    return words.isEmpty() ? 0 : words.count(QLatin1Char(' ')) + 1;
}

// A route that says "for a person" stands, unless it rests on a likeness alone: a threat that the assessor
// does not find, or a complaint of waiting that is calm.
bool mayBeOverruled(const Route &route, const RoutingTurn &turn)
{
    if (!turn.assessment.reasons.empty())
        return false;
    return route.category != Category::Escalate || route.intent == QLatin1String("escalate.legal_threat") ||
           route.intent == QLatin1String("escalate.repeated_contact") ||
           !turn.limits.isSure(route.confidence);
}

// A plainly asked act decides where a text belongs, whatever it resembles.
void leadToAct(const ActReading &act, Route &route)
{
    const auto category = fromName<Category>(act.intent.section(QLatin1Char('.'), 0, 0));
    if (!category)
        return;
    if (route.category != *category) {
        route.runnerUp = route.category;
        route.runnerUpConfidence = std::min(route.confidence, 1.0 - act.asks);
        route.category = *category;
        route.confidence = act.asks;
        std::erase_if(route.intents, [&](const NamedValue &intent) {
            return !intent.name.startsWith(nameOf(*category) + QLatin1Char('.'));
        });
    }
    route.confidence = std::max(route.confidence, namedConfidence);
    route.outOfScope = 0.0;
    route.intent = act.intent;
    route.intents.insert(route.intents.begin(), {act.intent, act.asks});
}

Result<Route> routeOf(const Router &router, const QString &text, const Reading &reading,
                      const RoutingTurn &turn)
{
    auto routed = router.route(text);
    if (!routed || turn.assessment.asksIfBot)
        return routed;
    if (turn.assessment.declinesPerson && turn.assessment.reasons.empty())
        *routed = withoutCategory(std::move(*routed), Category::Escalate);
    if (const ActReading *act = reading.mostAsked(plainlyAsked);
        act != nullptr && mayBeOverruled(*routed, turn)) {
        leadToAct(*act, *routed);
        return routed;
    }
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

// What a part of a turn asks for counts as far as the whole turn agrees: the geometric mean of both.
Reading agreed(Reading part, const Reading &whole)
{
    for (ActReading &act : part.acts)
        act.asks = std::sqrt(act.asks * whole.asks(act.act));
    return part;
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

bool isClearRequest(const Route &route, const RouteLimits &limits)
{
    return route.category != Category::Escalate && route.intent != QLatin1String("general.help_opener") &&
           limits.isSure(route.confidence);
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
        if (const QStringList before = splitSentences(unit.context);
            unit.isListItem && !before.isEmpty() && opening.isEmpty())
            opening = before.back();
        const bool isValue = unit.isListItem && givesValue(unit.text);
        const QString said = isValue ? opening + QStringLiteral("\n- ") + unit.text : unit.text;
        Reading reading = agreed(turn.reader.read(said), turn.reading);
        auto route = routeOf(router, said, reading, turn);
        if (!route)
            return route.error();
        // What stands in the customer's own list is a request, however unclear: the turn is as sure as that.
        const bool isListed = unit.isListItem && route->category != Category::Escalate &&
                              route->intent != QLatin1String("general.help_opener");
        if (isListed || isClearRequest(*route, turn.limits)) {
            const auto same = std::ranges::find_if(out.requests, [&](const RequestPart &part) {
                return part.intent == route->intent && !(part.isListItem && unit.isListItem);
            });
            if (same != out.requests.end()) {
                same->text += QLatin1Char(' ') + partOf(unit, *route).text;
                continue;
            }
            out.requests.push_back(partOf(unit, *route));
            out.requests.back().reading = std::move(reading);
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

// The acts that a turn asks for beside each other, the most asked for first. Two of one sentence are two only
// where both are heard plainly; a change of the e-mail address is one of the profile as well.
std::vector<const ActReading *> actsBeside(const Reading &reading)
{
    constexpr double inOneSentence = 0.65;
    constexpr double inTheirOwn = 0.55;
    const auto subject = [](const ActReading &act) { // both change a value of the account
        return act.intent == QLatin1String("account.email_change") ? QStringLiteral("account.profile_edit")
                                                                   : act.intent;
    };
    std::vector<const ActReading *> acts;
    for (const ActReading &act : reading.acts) {
        if (!act.intent.isEmpty() && act.asks >= inTheirOwn && act.contrary <= 0.5)
            acts.push_back(&act);
    }
    std::ranges::stable_sort(acts, std::greater(), &ActReading::asks);
    std::vector<const ActReading *> beside;
    for (const ActReading *act : acts) {
        const bool isOther = std::ranges::all_of(beside, [&](const ActReading *other) {
            return subject(*other) != subject(*act) &&
                   (other->words != act->words || act->asks >= inOneSentence);
        });
        if (isOther)
            beside.push_back(act);
    }
    return beside;
}

// A part of the turn in whose sentence an act is plainly heard belongs to that act, whatever the part alone
// resembles: "and put my account to French while you are at it".
void leadPartsToActs(const RoutingTurn &turn, TurnRoute &out, std::vector<Route> &routes)
{
    if (out.requests.size() < 2 || !mayBeOverruled(out.route, turn))
        return;
    for (const ActReading *act : actsBeside(turn.reading)) {
        const auto isOfAct = [&](const RequestPart &part) { return part.intent == act->intent; };
        if (act->words.isEmpty() || std::ranges::any_of(out.requests, isOfAct))
            continue;
        const auto part = std::ranges::find_if(out.requests, [&](const RequestPart &candidate) {
            return candidate.text.contains(act->words) &&
                   candidate.reading.mostAsked(plainlyAsked) == nullptr;
        });
        if (part == out.requests.end())
            continue;
        Route &route = routes[static_cast<size_t>(part - out.requests.begin())];
        leadToAct(*act, route);
        *part = partOf({turn.text, {}, part->isListItem}, route); // what it is about may stand anywhere
        part->reading = turn.reading;
    }
}

// "Refund INV-1 and set my phone to ...": one sentence by its form, two requests by what is read in it. Each
// finds what it is about in the whole turn.
void partActsBeside(const RoutingTurn &turn, TurnRoute &out, std::vector<Route> &routes)
{
    const std::vector<const ActReading *> acts = actsBeside(turn.reading);
    if (out.requests.size() > 1 || acts.size() < 2 || !mayBeOverruled(out.route, turn))
        return;
    out.requests.clear();
    routes.clear();
    for (const ActReading *act : acts) {
        Route route = out.route;
        leadToAct(*act, route);
        RequestPart part = partOf({turn.text, {}, false}, route);
        part.reading = turn.reading;
        out.requests.push_back(std::move(part));
        routes.push_back(std::move(route));
    }
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
    const RoutingTurn turn{
        text,      given.conversation, given.memory,  given.limits, given.sessionSeconds,
        given.now, given.assessment,   given.reading, given.reader, given.acceptsProposals};
    auto fresh = routeOf(router, turn.text, turn.reading, turn);
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
    if (turn.acceptsProposals) {
        followUp(turn, out.route);
        out.followsUp = true;
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
    leadPartsToActs(turn, out, routes);
    partActsBeside(turn, out, routes);
    if (out.requests.size() < 2 && continuesConversation(turn, out.route)) {
        followUp(turn, out.route);
        out.requests.clear();
        out.followsUp = true;
        return out;
    }
    if (out.requests.size() > 1) {
        // The first request names the turn; it is as sure as the least sure of them.
        out.route = routes.front();
        for (const RequestPart &part : out.requests)
            out.route.confidence = std::min(out.route.confidence, part.confidence);
    } else if (out.requests.size() == 1) {
        if (!turn.limits.isSure(out.route.confidence))
            out.route = routes.front();
        out.requests.clear();
    }
    return out;
}

void setRoute(TurnContext &context, const TurnRoute &turn)
{
    context.category = turn.route.category;
    context.intent = turn.route.intent;
    context.routeConfidence = turn.route.confidence;
    context.intentScores = turn.route.intents;
    context.requests = turn.requests;
    context.followsUp = turn.followsUp;
    context.isForKnowledge = turn.isSettledByKnowledge;
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
                            {"list_item", part.isListItem},
                            {"reading", toJson(part.reading)}});
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
        part.reading = readingFromJson(memberOrNull(item, "reading"));
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
