#pragma once

#include "escalation/ClauseReader.h"
#include "escalation/GrammarMatch.h"

#include <optional>

namespace Helmdesk
{

// The first formal complaint, claim or reclamation against the company; a negated one only when there is no
// other. Insurance and expense claims are none.
std::optional<GrammarMatch> findComplaint(const ClauseReader &reader);

} // namespace Helmdesk
