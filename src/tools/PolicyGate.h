#pragma once

#include "core/Outcome.h"
#include "tools/BusinessBackend.h"
#include "tools/Tool.h"
#include "tools/ToolRegistry.h"

#include <memory>
#include <vector>

namespace Helmdesk
{

enum class GateVerdict {
    Allow,
    NeedsApproval,
    Deny,
};

struct GateDecision {
    GateVerdict verdict = GateVerdict::Allow;
    QString rule; // fixed name of the rule that decided; empty when allowed
    QString why;  // one sentence without customer data; the same for a foreign and for a missing invoice

    static GateDecision allow() { return {}; }
    static GateDecision approval(const char *rule, QString why)
    {
        return {GateVerdict::NeedsApproval, QString::fromLatin1(rule), std::move(why)};
    }
    static GateDecision deny(const char *rule, QString why)
    {
        return {GateVerdict::Deny, QString::fromLatin1(rule), std::move(why)};
    }
};

// Stands in front of every tool, whichever engine asks. Rules that deny, in order: unknown_tool, schema,
// rounds, repeated_call, identity, and for refunds not_found, not_refundable, currency, exceeds_paid. Rules
// that want a person: tool_default, customer_status, and those of tools/RefundLimits.h.
//
// Thread: any. Ownership: shares the registry and the backend. Failure: that of the backend's reads.
class PolicyGate
{
public:
    PolicyGate(std::shared_ptr<const ToolRegistry> registry, std::shared_ptr<const BusinessBackend> backend);

    // `callsSoFar` are the calls of the turn before this one. A granted approval (context.isApproved) lifts
    // the rules that want a person and no other.
    Result<GateDecision> check(const QString &tool, const Json &args, const ToolContext &context,
                               const std::vector<ToolCall> &callsSoFar) const;

    // active, suspended, closed; empty for nobody and for an unknown one.
    Result<QString> customerStatus(const QString &customer) const;

private:
    Result<GateDecision> checkIdentity(const ToolSpec &spec, const ToolContext &context) const;
    Result<GateDecision> checkRefund(const Json &args, const ToolContext &context,
                                     const std::vector<ToolCall> &callsSoFar) const;

    std::shared_ptr<const ToolRegistry> m_registry;
    std::shared_ptr<const BusinessBackend> m_backend;
};

} // namespace Helmdesk
