#pragma once

#include "core/Ids.h"
#include "core/RunControl.h"
#include "llm/ChatTypes.h"
#include "routing/Router.h"

#include <optional>

namespace Helmdesk
{

// What somebody else says of where a message belongs: a label, and how often such labels are right. Never a
// confidence of its own.
struct RouteAdvice {
    std::optional<Category> category; // empty: no matter for a support desk
    double accuracy = 0.6;            // share of its labels that are right, measured
    QString engine;                   // who said so
    Json sent;                        // what it was sent: see ChatResult::sent; null: nothing
};

// Asked where the router is unsure. Thread: any; may block. Failure: Cancelled when the run stops, otherwise
// Unavailable; an empty advice where it said nothing that can be used.
class RouteAdvisor
{
public:
    struct Turn {
        ConversationId conversation;
        RunId run;
        std::vector<PersonalValue> personal = {}; // what is known of the customer
    };
    virtual ~RouteAdvisor() = default;
    virtual Result<std::optional<RouteAdvice>> advise(const QString &text, const Route &route,
                                                      const Turn &turn, const RunControl &control) const = 0;
    // Whether there is anybody to ask now.
    virtual bool isThere() const { return true; }
};

// The route with the advice as one more witness: its probabilities weighted by how likely the label would be
// were each of them true. Agreement raises the confidence, disagreement lowers it; a route for a person stays
// one unless the advice agrees. Pure.
Route withAdvice(Route route, const RouteAdvice &advice);

// A router and its advisor as one: what a turn is routed by, for measuring.
class CascadeRouter final : public Router
{
public:
    // Neither is owned. Below `threshold` the advisor is asked.
    CascadeRouter(const Router &local, const RouteAdvisor &advisor, double threshold)
        : m_local(local)
        , m_advisor(advisor)
        , m_threshold(threshold)
    {
    }
    Result<Route> route(const QString &text) const override;

private:
    const Router &m_local;
    const RouteAdvisor &m_advisor;
    double m_threshold;
};

} // namespace Helmdesk
