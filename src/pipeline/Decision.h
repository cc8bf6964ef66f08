#pragma once

#include "core/Outcome.h"

namespace Helmdesk
{

// True when a reason other than approval_required is among them.
bool escalates(const std::vector<ReasonDetail> &reasons);

} // namespace Helmdesk
