// What people decide on the calls of a turn, and what follows from it.

#include "pipeline/TurnRun.h"

#include "core/Instants.h"
#include "pipeline/ApproverCheck.h"
#include "pipeline/OutcomeWriter.h"
#include "pipeline/StepJson.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// What was approved, for the record of the decision: a run that is resumed executes on this and nothing else.
Json grantOf(const Approval &approval)
{
    const NewApproval &request = approval.request;
    return {{"approval", approval.id.value}, {"customer", request.customer}, {"tool", request.tool},
            {"args", request.args},          {"preview", request.preview},   {"shown", request.shown}};
}

} // namespace

Result<> TurnRun::replay()
{
    if (auto answered = answerTurn(); !answered)
        return answered.error();
    while (m_journal.hasStored()) {
        if (auto applied = decideCall(Json()); !applied)
            return applied.error();
    }
    return {};
}

// One decision of a person on a waiting call, and the reply that follows from it. A decision that an earlier
// attempt stored is applied instead of `decision`.
Result<> TurnRun::decideCall(const Json &decision)
{
    auto stored =
        m_journal.step(QStringLiteral("decision"), decision, [&]() -> Result<Json> { return decision; });
    if (!stored)
        return stored.error();
    reached(Instant::DecisionStored);
    const QString key = stringOr(*stored, "key");
    const auto call = std::ranges::find(m_calls, key, &ToolCall::key);
    if (call == m_calls.end())
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the decided call is not part of run %1").arg(m_run.id.value)};
    if (boolOr(*stored, "approved", false)) {
        if (auto ran = runWaiting(*call, *stored); !ran)
            return ran.error();
    } else {
        call->status = ToolStatus::Denied;
        call->rule = QStringLiteral("operator");
        call->failure = stringOr(*stored, "reason", QStringLiteral("a person denied it"));
        m_personRequired = true;
    }
    m_draft = {};
    return consult();
}

Result<> TurnRun::runWaiting(ToolCall &call, const Json &decision)
{
    auto output = m_journal.step(
        QStringLiteral("approved:%1").arg(call.name), {{"args", call.args}}, [&]() -> Result<Json> {
            const Json &grant = memberOrNull(decision, "grant");
            return toJson(m_parts.tools.runApproved(call, toolContext(),
                                                    {stringOr(decision, "by"), stringOr(grant, "customer"),
                                                     stringOr(grant, "tool"), memberOrNull(grant, "args"),
                                                     stringOr(grant, "preview"), memberOrNull(grant, "shown"),
                                                     stringOr(decision, "also_by")},
                                                    memberOrNull(decision, "args")));
        });
    if (!output)
        return output.error();
    call = toolCallFromJson(*output);
    if (call.status == ToolStatus::Failed)
        addOwnReason(EscalationReason::ToolFailed, call.name);
    return {};
}

Result<Outcome> TurnRun::continueAfter(const Approval &approval, const Json &args)
{
    if (auto replayed = replay(); !replayed)
        return replayed.error();
    const bool isApproved = approval.state == ApprovalState::Approved;
    const auto call = std::ranges::find(m_calls, approval.request.callKey, &ToolCall::key);
    if (call != m_calls.end() && call->status == ToolStatus::PendingApproval) {
        Json decision{{"key", approval.request.callKey},
                      {"approved", isApproved},
                      {"by", approval.decidedBy},
                      {"grant", grantOf(approval)}};
        const auto earlier = earlierYes(m_parts, approval.id, approval.decidedBy);
        if (!earlier)
            return earlier.error();
        if (!earlier->isEmpty())
            decision["also_by"] = *earlier;
        if (!approval.reason.isEmpty())
            decision["reason"] = approval.reason;
        if (args.is_object())
            decision["args"] = args;
        if (auto decided = decideCall(decision); !decided)
            return decided.error();
    }
    return finish(OutcomeWrite::Replace, Keep::Nothing);
}

Result<Outcome> TurnRun::requestAgain()
{
    if (auto replayed = replay(); !replayed)
        return replayed.error();
    return finish(OutcomeWrite::Replace, Keep::Nothing);
}

Result<Outcome> TurnRun::executeHeld(const QString &operatorName)
{
    if (auto replayed = replay(); !replayed)
        return replayed.error();
    auto approvals = m_parts.approvals.ofRun(m_run.id);
    if (!approvals)
        return approvals.error();
    m_isSentByPerson = true;
    for (size_t i = 0; i < m_calls.size(); ++i) {
        if (m_calls[i].status != ToolStatus::PendingApproval || !m_calls[i].rule.isEmpty())
            continue;
        const auto granted = std::ranges::find_if(*approvals, [&](const Approval &approval) {
            return approval.state == ApprovalState::Approved && approval.request.callKey == m_calls[i].key;
        });
        if (granted == approvals->end())
            continue; // nobody said yes to it
        const Json decision{
            {"key", m_calls[i].key}, {"approved", true}, {"by", operatorName}, {"grant", grantOf(*granted)}};
        if (auto decided = decideCall(decision); !decided)
            return decided.error();
        if (m_calls[i].status == ToolStatus::Failed)
            break; // nothing further is done, and nothing is sent
    }
    return finish(OutcomeWrite::Replace, Keep::Nothing);
}

} // namespace Helmdesk
