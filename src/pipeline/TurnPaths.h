#pragma once

#include "pipeline/KeptRun.h"
#include "pipeline/KnowledgeWitness.h"

#include <functional>

namespace Helmdesk
{

// What the specialist came to on one path.
struct PathAnswer {
    double answer = notWorded;
    double guess = notWorded;
    bool escalates = false;
    bool repeatsGuess = false;
    bool waits = false;
    KeptActs acts = KeptActs::None;
};

// How one turn goes, whatever the settings are. Every function gives the same for the same.
struct TurnWays {
    std::function<Result<TurnRoute>(const RouteLimits &)> route; // without an article's word
    std::function<std::optional<WitnessedTurn>(const TurnRoute &)> witness;
    std::function<PathAnswer(const TurnRoute &)> answer;
    // Below the routing threshold somebody else is asked, whose word cannot be had again: what was routed
    // with it, and by which threshold. Null: nobody is asked.
    const TurnRoute *advised = nullptr;
    double advisedAt = 0.0;
};

// The categories whose modes bind a turn, a bit each.
quint8 bindingCategories(const TurnRoute &turn);

// Every path that some threshold leads the turn on. Only for a turn that escalates neither by its own words
// nor by its measure. Failure: that of the routing.
Result<std::vector<KeptPath>> pathsOf(const TurnWays &ways);

} // namespace Helmdesk
