#pragma once

#include "specialists/Playbook.h"
#include "specialists/Specialist.h"
#include "understanding/ValueWords.h"

namespace Helmdesk
{

// One request of a turn with the playbook that serves it.
struct PlannedRequest {
    const Playbook *playbook = nullptr; // of the library, never null
    TurnContext context;                // the turn as this request alone sees it
    Json proposal;                      // what the customer said yes to; null: nothing was proposed
};

// Which playbooks serve a turn: one for each request, requests of one playbook together, those that another
// one's reply covers left out, and one for each named invoice where the playbook works on single invoices.
// In the order of the message; never empty. `ownRows`: the customer's latest invoices, an empty array as long
// as the turn has not read them; "both November invoices" is one request before and two after. Pure.
std::vector<PlannedRequest> planRequests(const TurnContext &context, const PlaybookLibrary &playbooks,
                                         const ValueWords &words, const Json &ownRows = Json::array());

// Joins the answers to the single requests, in their order, to one draft; numbered when the customer's own
// requests were a list. Its confidence is the least of theirs.
DraftReply joinDrafts(const std::vector<DraftReply> &drafts, bool isNumbered);

} // namespace Helmdesk
