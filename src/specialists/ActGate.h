#pragma once

#include "specialists/Playbook.h"
#include "specialists/Specialist.h"
#include "understanding/ValueWords.h"

namespace Helmdesk
{

// Two readers that know nothing of each other have to agree before something is done: the learned heads, and
// the grammar of RequestMood; of a language other than English, the second reader learned from the
// examples (understanding/SecondReader). Where one of them doubts, the desk asks; where neither hears a
// request, it does not even do that.
enum class Asked { No, Perhaps, Plainly };

// How surely a text asks for the act of a playbook. `reading` is that of the text. Pure; thread: any.
Asked askedFor(const Playbook &playbook, const QString &text, const Reading &reading,
               const ActLimits &limits);

// The same of a turn. One that only answers what the desk asked back ("the October one") carries on what the
// turns before asked for.
struct ActEvidence {
    Asked asked = Asked::No;
    bool isWithdrawn = false;
};
ActEvidence evidenceFor(const Playbook &playbook, const TurnContext &context);

// What the next turn has to know of it, as a member "asked" of the conversation's memory.
Json memoryOf(const ActEvidence &evidence);

// Whether the write happens at once. Otherwise the desk asks in one sentence exactly what it would do: the
// reading is not sure, something that the customer said is not part of the arguments (`leftOver`), or the
// playbook had to assume something (`isAssumed`).
// Another act that the same words may well ask for instead makes it unsure too.
bool mayActAtOnce(const Playbook &playbook, const TurnContext &context, const QStringList &leftOver,
                  bool isAssumed);

// Whether a word of the turn may turn the request round ("nicht", "kein"), in a language that no grammar
// reads: then the desk asks. Pure.
bool mayRefuse(const TurnContext &context, const ValueWords &words);

// The words that name somebody else's account or wish ("the Streamberry account"), of which no act is done
// unasked.
QStringList otherPartiesIn(const TurnContext &context, const ValueWords &words);

} // namespace Helmdesk
