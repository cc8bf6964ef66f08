#include "routing/RouteAdvisor.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr int wrongLabels = 5; // of six: five categories, and none of them

} // namespace

Route withAdvice(Route route, const RouteAdvice &advice)
{
    // Every category and "out of scope" as it was held before.
    std::vector<NamedValue> beliefs;
    double known = 0.0;
    for (const Category category : allCategories) {
        const auto found = std::ranges::find(route.categories, nameOf(category), &NamedValue::name);
        double p = found == route.categories.end() ? 0.0 : found->value;
        if (route.categories.empty() && category == route.category)
            p = route.confidence;
        beliefs.push_back({nameOf(category), p});
        known += p;
    }
    const double outside = std::max(0.0, 1.0 - known);
    const double wrong = (1.0 - advice.accuracy) / wrongLabels;
    double sum = outside * (advice.category ? wrong : advice.accuracy);
    for (NamedValue &belief : beliefs) {
        const bool isAdvised = advice.category && belief.name == nameOf(*advice.category);
        belief.value *= isAdvised ? advice.accuracy : wrong;
        sum += belief.value;
    }
    if (sum <= 0.0)
        return route;
    for (NamedValue &belief : beliefs)
        belief.value /= sum;
    std::ranges::stable_sort(beliefs, std::ranges::greater{}, &NamedValue::value);

    const Category first = *fromName<Category>(beliefs[0].name);
    const bool leavesPerson = route.category == Category::Escalate && first != Category::Escalate;
    route.outOfScope = outside * (advice.category ? wrong : advice.accuracy) / sum;
    route.categories = beliefs;
    if (leavesPerson) { // a model alone does not keep a message from a person
        const auto person = std::ranges::find(beliefs, nameOf(Category::Escalate), &NamedValue::name);
        route.confidence = person->value;
        route.runnerUp = first;
        route.runnerUpConfidence = beliefs[0].value;
        return route;
    }
    if (first != route.category) {
        const QString prefix = nameOf(first) + QLatin1Char('.');
        const auto likeliest = std::ranges::find_if(
            route.intents, [&](const NamedValue &intent) { return intent.name.startsWith(prefix); });
        route.intent = likeliest == route.intents.end() ? QString() : likeliest->name;
    }
    route.category = first;
    route.confidence = beliefs[0].value;
    route.runnerUp = *fromName<Category>(beliefs[1].name);
    route.runnerUpConfidence = beliefs[1].value;
    return route;
}

Result<Route> CascadeRouter::route(const QString &text) const
{
    auto route = m_local.route(text);
    if (!route || route->confidence >= m_threshold)
        return route;
    const auto advice = m_advisor.advise(text, *route, {}, RunControl());
    return advice && *advice ? withAdvice(std::move(*route), **advice) : std::move(*route);
}

} // namespace Helmdesk
