#pragma once

#include "pipeline/TurnRouting.h"

#include <optional>

namespace Helmdesk
{

// Whether an article may tell where a turn belongs: one request, put anew, that the router does not send to a
// person. Of a turn that is sure nobody asks. Pure.
bool isOpenToWitness(const TurnRoute &turn, const QString &text, const EscalationAssessment &assessment);

// The turn with an article that answers it as a second witness beside the router: with the probability p that
// the router gives to the article's category and the support s of the article, one of the two is right with
// probability 1 - (1 - p)(1 - s), as far as they err independently of each other. The turn takes the
// article's category and is answered from the knowledge base; the router's first choice stays as the
// runner-up, whose mode still binds.
struct WitnessedTurn {
    TurnRoute turn;
    double support = 0.0; // of the article, 0 to 1

    // Where the turn was unsure, this settles it.
    bool settles(double routingThreshold, double answerThreshold) const
    {
        return support >= answerThreshold && turn.route.confidence >= routingThreshold;
    }
};
// Nothing where the article tells no category, or where a person is likely wanted. Pure.
std::optional<WitnessedTurn> withWitness(const DraftReply &answer, const TurnRoute &turn);

} // namespace Helmdesk
