#pragma once

#include "pipeline/PipelineParts.h"

namespace Helmdesk
{

struct DecisionRequest {
    ApprovalId approval;
    QString digest; // of what the operator saw
    ApprovalDecision decision = ApprovalDecision::Deny;
    QString operatorName;
    QString reason = {};
    Json args = {}; // instead of the call's; they pass the whole gate again
};

// Decides calls that wait for a person, and goes on with their runs. Thread-safe. Failure: as OperatorDesk.
class ApprovalDecisions
{
public:
    explicit ApprovalDecisions(const PipelineParts &parts)
        : m_parts(parts)
    {
    }

    Result<Outcome> decide(const DecisionRequest &request, const RunControl &control) const;
    // Makes the waiting requests of a run anew, so that they show what is true now.
    void requestAgain(RunId run) const;
    // Denies what has passed its expiry, and goes on with decisions that a killed program had stored.
    Result<int> settle(const RunControl &control) const;

private:
    Result<Outcome> goOn(const Approval &approval, const Json &args, const RunControl &control) const;
    Result<> mayDecide(const DecisionRequest &request) const;
    void askAgain(ApprovalId approval) const;

    PipelineParts m_parts;
};

// Unavailable while the settings cannot be read: nothing is sent and no tool acts.
Result<> notHeldBack(const PipelineParts &parts);
// The error of a call that waits again, since what its card showed has changed.
Error notExecuted(const ToolCall &call);

} // namespace Helmdesk
