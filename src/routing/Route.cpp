#include "routing/Router.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

Json listOf(const std::vector<NamedValue> &values)
{
    Json list = Json::array();
    for (const NamedValue &value : values)
        list.push_back({{"name", value.name}, {"p", value.value}});
    return list;
}

std::vector<NamedValue> listFrom(const Json &list)
{
    std::vector<NamedValue> values;
    for (const Json &item : list)
        values.push_back({stringOr(item, "name"), numberOr(item, "p", 0.0)});
    return values;
}

} // namespace

Route withoutCategory(Route route, Category ruledOut)
{
    const QString name = nameOf(ruledOut);
    std::vector<NamedValue> others;
    double mass = 0.0;
    for (const NamedValue &value : route.categories) {
        if (value.name == name || !fromName<Category>(value.name))
            continue;
        mass += value.value;
        others.push_back(value);
    }
    if (route.category != ruledOut || others.empty() || mass <= 0.0)
        return route;
    for (NamedValue &other : others)
        other.value = other.value / mass * (1.0 - route.outOfScope);
    route.category = *fromName<Category>(others.front().name);
    route.confidence = others.front().value;
    if (others.size() > 1) {
        route.runnerUp = *fromName<Category>(others[1].name);
        route.runnerUpConfidence = others[1].value;
    }
    route.categories = std::move(others);
    std::erase_if(route.intents,
                  [&](const NamedValue &intent) { return intent.name.startsWith(name + QLatin1Char('.')); });
    const QString prefix = nameOf(route.category) + QLatin1Char('.');
    const auto likeliest = std::ranges::find_if(
        route.intents, [&](const NamedValue &intent) { return intent.name.startsWith(prefix); });
    route.intent = likeliest == route.intents.end() ? QString() : likeliest->name;
    return route;
}

Json toJson(const Route &route)
{
    return {{"category", nameOf(route.category)},
            {"intent", route.intent},
            {"confidence", route.confidence},
            {"runner_up", nameOf(route.runnerUp)},
            {"runner_up_confidence", route.runnerUpConfidence},
            {"out_of_scope", route.outOfScope},
            {"categories", listOf(route.categories)},
            {"intents", listOf(route.intents)}};
}

Route routeFromJson(const Json &json)
{
    Route route;
    route.category = fromName<Category>(stringOr(json, "category")).value_or(Category::Escalate);
    route.intent = stringOr(json, "intent");
    route.confidence = numberOr(json, "confidence", 0.0);
    route.runnerUp = fromName<Category>(stringOr(json, "runner_up")).value_or(Category::Escalate);
    route.runnerUpConfidence = numberOr(json, "runner_up_confidence", 0.0);
    route.outOfScope = numberOr(json, "out_of_scope", 0.0);
    route.categories = listFrom(memberOrNull(json, "categories"));
    route.intents = listFrom(memberOrNull(json, "intents"));
    return route;
}

} // namespace Helmdesk
