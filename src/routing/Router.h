#pragma once

#include "core/Outcome.h"

#include <vector>

namespace Helmdesk
{

// Where a turn belongs, with calibrated probabilities.
struct Route {
    Category category = Category::Escalate;
    QString intent;          // the likeliest fine intent of that category
    double confidence = 0.0; // probability that the category is right, 0 to 1; out of scope counts as wrong
    Category runnerUp = Category::Escalate;
    double runnerUpConfidence = 0.0;
    double outOfScope = 0.0;            // probability that no support desk should answer this
    std::vector<NamedValue> categories; // all five with their probabilities, best first
    std::vector<NamedValue> intents;    // the five likeliest intents of all, best first
    double margin() const { return confidence - runnerUpConfidence; }
};

// The route as it stands when one category is ruled out by what else is known of the message: the likeliest
// of the others, with its probability among them. Unchanged when nothing else is known.
Route withoutCategory(Route route, Category ruledOut);

Json toJson(const Route &route);
Route routeFromJson(const Json &json);

// Decides which specialist handles a turn. Thread-safe. Fails with Unavailable while its model is not loaded.
class Router
{
public:
    virtual ~Router() = default;
    virtual Result<Route> route(const QString &text) const = 0;
};

} // namespace Helmdesk
