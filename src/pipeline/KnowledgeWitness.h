#pragma once

#include "pipeline/TurnRouting.h"

namespace Helmdesk
{

// Whether an article may tell where an unsure turn belongs: one request, put anew, that the router does not
// send to a person. Pure.
bool mayAskKnowledge(const TurnRoute &turn, const RoutingTurn &asked);

// An article that answers the turn is a second witness beside the router: with the probability p that the
// router gives to the article's category and the support s of the article, one of the two is right with
// probability 1 - (1 - p)(1 - s), as far as they err independently of each other. Where that reaches the
// routing threshold, the turn takes the article's category and is answered from the knowledge base; the
// router's first choice stays as the runner-up, whose mode still binds. True when it does. Pure.
bool settleByKnowledge(const DraftReply &answer, const Settings &settings, TurnRoute &turn);

} // namespace Helmdesk
