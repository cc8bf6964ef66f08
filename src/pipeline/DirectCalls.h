#pragma once

#include "pipeline/PipelineParts.h"

namespace Helmdesk
{

// A call that an operator makes for a customer, outside of any conversation.
struct DirectCall {
    QString tool;
    Json args = Json::object();
    QString customer;         // may be empty
    QString operatorName;     // who asks
    bool isConfirmed = false; // the customer said yes to exactly this
};

// Calls of tools without a turn, through the same gate, approvals and ledger. The operator vouches for the
// customer. Thread-safe. Failure: Unavailable while nothing may act, otherwise that of the store; what the
// gate or the tool refuses is told by the call.
class DirectCalls
{
public:
    explicit DirectCalls(const PipelineParts &parts)
        : m_parts(parts)
    {
    }

    // One that waits for a person has an approval then.
    Result<ToolCall> make(const DirectCall &asked, const RunControl &control) const;
    // After the decision on such an approval: makes the call once where it was approved. One that waits
    // again, since what was shown has changed, has a new approval.
    Result<ToolCall> goOn(const Approval &decided, const Json &args, const RunControl &control) const;

private:
    ToolContext contextOf(const QString &customer, const RunControl &control) const;
    Result<> waitFor(ToolCall &call, const ToolContext &context) const;

    PipelineParts m_parts;
};

} // namespace Helmdesk
