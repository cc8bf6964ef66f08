#include "pipeline/Decision.h"

#include <algorithm>

namespace Helmdesk
{

bool escalates(const std::vector<ReasonDetail> &reasons)
{
    return std::ranges::any_of(
        reasons, [](const ReasonDetail &item) { return item.reason != EscalationReason::ApprovalRequired; });
}

} // namespace Helmdesk
