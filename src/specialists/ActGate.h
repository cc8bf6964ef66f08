#pragma once

#include "specialists/Playbook.h"
#include "specialists/Specialist.h"

namespace Helmdesk
{

// How surely a turn asks for the act of a playbook. A turn that only answers what the desk asked back ("the
// October one") carries on what the turns before asked for.
struct ActEvidence {
    double asks = 0.0;     // 0 to 1
    double contrary = 0.0; // 0 to 1
    bool isWithdrawn = false;

    bool isPlain(const ActLimits &limits) const { return asks >= limits.act && contrary <= limits.mostContrary; }
};

// Pure; thread: any.
ActEvidence evidenceFor(const Playbook &playbook, const TurnContext &context);

// What the next turn has to know of it, as a member "asked" of the conversation's memory.
Json memoryOf(const ActEvidence &evidence);

// Whether the write happens at once. Otherwise the desk asks in one sentence exactly what it would do: the
// reading is not sure, something that the customer said is not part of the arguments (`leftOver`), or the
// playbook had to assume something (`isAssumed`).
bool mayActAtOnce(const Playbook &playbook, const TurnContext &context, const QStringList &leftOver,
                  bool isAssumed);

} // namespace Helmdesk
