#pragma once

#include "core/Message.h"
#include "escalation/EscalationAssessor.h"
#include "pipeline/RouteLimits.h"
#include "routing/Router.h"
#include "specialists/Specialist.h"
#include "understanding/Reading.h"

namespace Helmdesk
{

// What routing a turn needs beside its text; not owned.
struct RoutingTurn {
    const QString &text;
    const Conversation &conversation;
    const Json &memory; // what the last reply of the conversation left open
    const RouteLimits &limits;
    int sessionSeconds = 0; // of silence, after which what the last reply left open is forgotten
    const QDateTime &now;
    const EscalationAssessment &assessment;
    const Reading &reading;        // of the whole turn
    const Reader &reader;          // for its single requests
    bool acceptsProposals = false; // a clear yes to what the last reply offered to do
};

// The route of a turn, and of its requests when it holds more than one.
struct TurnRoute {
    Route route;
    std::vector<RequestPart> requests;
    // A question of the turn that no desk should answer; its other requests are not answered alone. Empty:
    // none.
    QString unanswerable;
    bool setByPerson = false;          // a person chose the category
    bool followsUp = false;            // answers or points at the last reply
    bool isSettledByKnowledge = false; // an article told the category and answers the turn
    bool takesBack = false;            // withdraws or corrects what was asked before
};

// Routes a turn: as a person decided, as an answer to the last reply, as a courtesy, as several requests, or
// as one message, in this order. A long message whose requests are clear takes the route of those. Failure:
// that of the router. Thread: any.
Result<TurnRoute> routeTurn(const Router &router, const RoutingTurn &given);

// Tells the turn's route to the specialist's view of it.
void setRoute(TurnContext &context, const TurnRoute &turn);

Json toJson(const TurnRoute &route);
TurnRoute turnRouteFromJson(const Json &json);

} // namespace Helmdesk
