#include "pipeline/Decision.h"

#include <algorithm>

namespace Helmdesk
{

bool escalates(const std::vector<ReasonDetail> &reasons)
{
    return std::ranges::any_of(
        reasons, [](const ReasonDetail &item) { return item.reason != EscalationReason::ApprovalRequired; });
}

Decision decide(const DecisionInput &input)
{
    if (input.isAutomatic || input.isTakenOver)
        return Decision::NeedsReview;
    if (input.mode == Mode::Off || escalates(input.reasons))
        return Decision::Escalated;
    const bool callWaits = std::ranges::any_of(
        input.tools, [](const ToolCall &call) { return call.status == ToolStatus::PendingApproval; });
    if (callWaits || input.personRequired || input.mode != Mode::Auto)
        return Decision::NeedsReview;
    return Decision::AutoSend;
}

} // namespace Helmdesk
