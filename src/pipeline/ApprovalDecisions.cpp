#include "pipeline/ApprovalDecisions.h"

#include "core/Instants.h"
#include "pipeline/ApproverCheck.h"
#include "pipeline/Contained.h"
#include "pipeline/DirectCalls.h"
#include "pipeline/Log.h"
#include "pipeline/TurnRun.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// The arguments that the operator changed when approving; null where there are none. What stands beside a
// denial is a reason in the operator's words, whatever it looks like.
Json changedArguments(const Approval &approval)
{
    if (approval.state != ApprovalState::Approved)
        return {};
    auto args = parseJson(approval.reason.toUtf8());
    return args && args->is_object() ? std::move(*args) : Json();
}

Error conflict(const QString &detail)
{
    return {ErrorKind::Conflict, detail};
}

} // namespace

Result<> notHeldBack(const PipelineParts &parts)
{
    if (!parts.settings().isHeldBack())
        return {};
    return Error{ErrorKind::Unavailable,
                 QStringLiteral("the settings cannot be read, so nothing is sent and no tool acts"), true};
}

Error notExecuted(const ToolCall &call)
{
    return conflict(
        QStringLiteral("%1 was not executed and waits again, since what was shown has changed: %2")
            .arg(call.name, call.preview));
}

Result<Outcome> ApprovalDecisions::decide(const DecisionRequest &request, const RunControl &control) const
{
    const bool isYes = request.decision == ApprovalDecision::Approve;
    if (auto allowed = notHeldBack(m_parts); isYes && !allowed)
        return allowed.error();
    if (auto may = isYes ? mayDecide(request) : Result<>(); !may)
        return may.error();
    const QString kept = request.args.is_object() ? QString::fromUtf8(toBytes(request.args)) : request.reason;
    auto decided = m_parts.approvals.decide(request.approval, request.digest, request.decision,
                                            request.operatorName, m_parts.clock.now(), kept);
    if (!decided) {
        if (decided.error().kind == ErrorKind::Denied)
            askAgain(request.approval);
        return decided.error();
    }
    reached(Instant::ApprovalDecided);
    auto outcome = contained([&] { return goOn(*decided, request.args, control); });
    if (!outcome || !isYes)
        return outcome;
    const auto waiting = std::ranges::find_if(outcome->tools, [&](const ToolCall &call) {
        return call.key == decided->request.callKey && call.status == ToolStatus::PendingApproval;
    });
    return waiting == outcome->tools.end() ? outcome : Result<Outcome>(notExecuted(*waiting));
}

// One that is decided on, over or changed is refused by the repository, in its words.
Result<> ApprovalDecisions::mayDecide(const DecisionRequest &request) const
{
    const auto stored = m_parts.approvals.get(request.approval);
    if (!stored)
        return stored.error();
    const bool isOpen = *stored && (*stored)->state == ApprovalState::Pending &&
                        (*stored)->digest == request.digest &&
                        approvalDigest((*stored)->request) == request.digest &&
                        m_parts.clock.now() <= (*stored)->request.expiresAt;
    return isOpen ? mayApprove(m_parts, **stored, request.args, request.operatorName) : Result<>();
}

// A request whose row was changed since it was made is replaced by one that tells what is true.
void ApprovalDecisions::askAgain(ApprovalId approval) const
{
    const auto stored = m_parts.approvals.get(approval);
    if (stored && *stored && approvalDigest((*stored)->request) != (*stored)->digest)
        requestAgain((*stored)->request.run);
}

void ApprovalDecisions::requestAgain(RunId id) const
{
    auto run = m_parts.runs.get(id);
    if (!run || !*run || !(*run)->isLive())
        return;
    auto turn = TurnRun::open(m_parts, **run, RunControl());
    const auto asked = turn ? turn->requestAgain() : Result<Outcome>(turn.error());
    if (!asked)
        qCWarning(lcPipeline).noquote() << "a changed request was not made anew:" << asked.error().detail;
}

Result<Outcome> ApprovalDecisions::goOn(const Approval &approval, const Json &args,
                                        const RunControl &control) const
{
    if (!approval.request.run.isValid() && approval.request.conversation.isValid()) {
        Outcome outcome; // of another agent, which asks again by itself
        outcome.customer = approval.request.customer;
        auto settled = m_parts.approvals.markSettled(approval.id);
        return settled ? Result<Outcome>(std::move(outcome)) : Result<Outcome>(settled.error());
    }
    if (!approval.request.run.isValid()) { // an operator made the call, outside of a conversation
        auto call = DirectCalls(m_parts).goOn(approval, args, control);
        if (!call)
            return call.error();
        Outcome outcome;
        outcome.customer = approval.request.customer;
        outcome.tools.push_back(std::move(*call));
        return outcome;
    }
    auto run = m_parts.runs.get(approval.request.run);
    if (!run)
        return run.error();
    if (!*run || !(*run)->isLive()) {
        if (auto settled = m_parts.approvals.markSettled(approval.id); !settled)
            return settled.error();
        return conflict(QStringLiteral("the run of this approval has ended"));
    }
    auto turn = TurnRun::open(m_parts, **run, control);
    if (!turn)
        return turn.error();
    auto outcome = turn->continueAfter(approval, args);
    if (!outcome)
        return outcome.error();
    reached(Instant::OutcomeReplaced);
    if (auto settled = m_parts.approvals.markSettled(approval.id); !settled)
        return settled.error();
    return outcome;
}

Result<int> ApprovalDecisions::settle(const RunControl &control) const
{
    if (auto expired = m_parts.approvals.expireOverdue(m_parts.clock.now()); !expired)
        return expired.error();
    if (m_parts.settings().isHeldBack())
        return 0; // they go on at a later start
    auto open = m_parts.approvals.unsettled();
    if (!open)
        return open.error();
    int settled = 0;
    std::optional<Error> failure; // of one approval; the others are settled all the same
    for (const Approval &approval : *open) {
        auto outcome = contained([&] { return goOn(approval, changedArguments(approval), control); });
        if (outcome || outcome.error().kind == ErrorKind::Conflict)
            ++settled;
        else if (outcome.error().kind == ErrorKind::Cancelled)
            return outcome.error();
        else if (!failure)
            failure = outcome.error();
    }
    if (failure)
        return *failure;
    return settled;
}

} // namespace Helmdesk
