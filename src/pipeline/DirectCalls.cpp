#include "pipeline/DirectCalls.h"

#include "pipeline/ApprovalDecisions.h"
#include "pipeline/ApproverCheck.h"
#include "pipeline/RateSettings.h"

namespace Helmdesk
{
namespace
{

constexpr qint64 approvalLifetimeSeconds = 24 * 3600;

ToolCall waitingCall(const NewApproval &request)
{
    ToolCall call;
    call.name = request.tool;
    call.args = request.args;
    call.status = ToolStatus::PendingApproval;
    call.key = request.callKey;
    call.preview = request.preview;
    return call;
}

} // namespace

ToolContext DirectCalls::contextOf(const QString &customer, const RunControl &control) const
{
    ToolContext context;
    context.customer = customer;
    context.now = m_parts.clock.now();
    context.settings = m_parts.settings();
    context.channel = ChannelKind::Api;
    context.level = IdentityLevel::Operator;
    context.limits.rates = exchangeRatesOf(context.settings);
    context.limits.timeout =
        std::chrono::milliseconds(static_cast<qint64>(context.settings.toolTimeoutSeconds() * 1000.0));
    context.control = control;
    return context;
}

Result<ToolCall> DirectCalls::make(const DirectCall &asked, const RunControl &control) const
{
    if (auto allowed = notHeldBack(m_parts); !allowed)
        return allowed.error();
    ToolContext context = contextOf(asked.customer, control);
    context.isConfirmed = asked.isConfirmed;
    ToolCall call = m_parts.tools.run({asked.tool, asked.args}, context, ExecutionMode::Execute, {});
    if (call.status == ToolStatus::PendingApproval) {
        if (auto waits = waitFor(call, context); !waits)
            return waits.error();
    }
    return call;
}

Result<> DirectCalls::waitFor(ToolCall &call, const ToolContext &context) const
{
    NewApproval request;
    request.callKey = call.key;
    request.tool = call.name;
    request.args = call.args;
    request.amount = moneyIn(call.args);
    request.customer = context.customer;
    request.preview = call.preview;
    request.shown = m_parts.tools.describe(call, context);
    request.createdAt = context.now;
    request.expiresAt = context.now.addSecs(approvalLifetimeSeconds);
    auto approval = m_parts.approvals.create(request);
    if (!approval)
        return approval.error();
    call.approval = approval->id;
    return {};
}

Result<ToolCall> DirectCalls::goOn(const Approval &decided, const Json &args, const RunControl &control) const
{
    const NewApproval &request = decided.request;
    ToolCall call = waitingCall(request);
    if (decided.state == ApprovalState::Approved) {
        const auto earlier = earlierYes(m_parts, decided.id, decided.decidedBy);
        if (!earlier)
            return earlier.error();
        const ToolContext context = contextOf(request.customer, control);
        call = m_parts.tools.runApproved(call, context,
                                         {decided.decidedBy, request.customer, request.tool, request.args,
                                          request.preview, request.shown, *earlier},
                                         args);
        if (call.status == ToolStatus::PendingApproval) {
            if (auto waits = waitFor(call, context); !waits)
                return waits.error();
        }
    } else {
        call.status = ToolStatus::Denied;
        call.rule = QStringLiteral("operator");
        call.failure = decided.reason.isEmpty() ? QStringLiteral("a person denied it") : decided.reason;
    }
    if (auto settled = m_parts.approvals.markSettled(decided.id); !settled)
        return settled.error();
    return call;
}

} // namespace Helmdesk
