#include "pipeline/KnowledgeWitness.h"

#include "specialists/RequestMood.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr double mayNeedPerson = 0.2; // an article does not outweigh a likely wish for a person

double valueOf(const std::vector<NamedValue> &values, const QString &name)
{
    const auto found = std::ranges::find(values, name, &NamedValue::name);
    return found == values.end() ? 0.0 : found->value;
}

} // namespace

bool mayAskKnowledge(const TurnRoute &turn, const RoutingTurn &asked)
{
    return turn.route.confidence < asked.settings.routingThreshold() && !turn.followsUp &&
           !turn.setByPerson && turn.requests.size() < 2 && turn.unanswerable.isEmpty() &&
           !asked.text.trimmed().isEmpty() && turn.route.category != Category::Escalate &&
           asked.assessment.reasons.empty() && !ordersAct(asked.text);
}

bool settleByKnowledge(const DraftReply &answer, const Settings &settings, TurnRoute &turn)
{
    const double support = valueOf(answer.confidenceParts, QStringLiteral("retrieval"));
    if (!answer.category || answer.text.isEmpty() || support < settings.answerThreshold())
        return false;
    Route &route = turn.route;
    if (valueOf(route.categories, nameOf(Category::Escalate)) >= mayNeedPerson)
        return false;
    const Category category = *answer.category;
    const double routed = valueOf(route.categories, nameOf(category));
    const double confidence = 1.0 - (1.0 - routed) * (1.0 - support);
    if (confidence < settings.routingThreshold())
        return false;
    if (category != route.category) {
        route.runnerUp = route.category;
        route.runnerUpConfidence = route.confidence;
        const auto likeliest = std::ranges::find_if(route.intents, [&](const NamedValue &intent) {
            return intent.name.startsWith(nameOf(category) + QLatin1Char('.'));
        });
        if (likeliest != route.intents.end())
            route.intent = likeliest->name;
        route.category = category;
    }
    route.confidence = confidence;
    turn.isSettledByKnowledge = true;
    return true;
}

} // namespace Helmdesk
