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

bool isOpenToWitness(const TurnRoute &turn, const QString &text, const EscalationAssessment &assessment)
{
    return !turn.followsUp && !turn.setByPerson && turn.requests.size() < 2 && turn.unanswerable.isEmpty() &&
           !text.trimmed().isEmpty() && turn.route.category != Category::Escalate &&
           assessment.reasons.empty() && !ordersAct(text);
}

std::optional<WitnessedTurn> withWitness(const DraftReply &answer, const TurnRoute &turn)
{
    if (!answer.category || answer.text.isEmpty() ||
        valueOf(turn.route.categories, nameOf(Category::Escalate)) >= mayNeedPerson)
        return std::nullopt;
    WitnessedTurn witnessed{turn, valueOf(answer.confidenceParts, QStringLiteral("retrieval"))};
    Route &route = witnessed.turn.route;
    const Category category = *answer.category;
    const double routed = valueOf(route.categories, nameOf(category));
    const double confidence = 1.0 - (1.0 - routed) * (1.0 - witnessed.support);
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
    witnessed.turn.isSettledByKnowledge = true;
    return witnessed;
}

} // namespace Helmdesk
