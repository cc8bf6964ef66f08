#pragma once

#include "core/Outcome.h"
#include "tools/BusinessBackend.h"
#include "tools/EffectLedger.h"
#include "tools/policy/PolicyRules.h"
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

QString nameOf(GateVerdict verdict); // allow, needs_approval, deny

struct GateDecision {
    GateVerdict verdict = GateVerdict::Allow;
    QString rule;   // id of the clause that decided; empty when allowed
    QString why;    // one sentence without customer data; the same for a foreign and for a missing invoice
    QString detail; // for the operator alone: what could not be reckoned; empty: nothing to add
    std::vector<ApproverRule> approvers = {}; // of NeedsApproval: each must be content
    std::optional<Money> amount = {};         // that the call moves

    static GateDecision allow() { return {}; }
    static GateDecision approval(const char *rule, QString why)
    {
        return {GateVerdict::NeedsApproval, QString::fromLatin1(rule), std::move(why), {}};
    }
    static GateDecision deny(const char *rule, QString why)
    {
        return {GateVerdict::Deny, QString::fromLatin1(rule), std::move(why), {}};
    }
    int people() const; // that it takes to say yes
    bool admits(const QString &name) const;
};

// Stands in front of every tool, whichever engine asks, and decides by the rules of the desk
// (docs/policy.md). In order: the tool is known and enabled, the arguments, rounds and identical calls,
// identity, guards, limits, the customer's own confirmation, approval. Beside the ids of the rules' clauses
// it decides by unknown_tool, disabled, schema, rounds, repeated_call, policy_unreadable and tool_default (a
// tool whose spec wants approval). A value that a clause needs and that is missing or cannot be reckoned
// denies.
//
// Thread: any. Ownership: shares all that it is given. Failure: that of the reads, and Internal where one
// threw: the call is not made then either.
class PolicyGate
{
public:
    PolicyGate(std::shared_ptr<const ToolRegistry> registry, std::shared_ptr<const BusinessBackend> backend,
               std::shared_ptr<const EffectLedger> ledger, PolicySource policy);

    // `callsSoFar` are the calls of the turn before this one. A granted approval (context.isApproved) lifts
    // the clauses that want a person, as far as the person may lift them, and no other.
    Result<GateDecision> check(const QString &tool, const Json &args, const ToolContext &context,
                               const std::vector<ToolCall> &callsSoFar) const;

    // active, suspended, closed; empty for nobody and for an unknown one.
    Result<QString> customerStatus(const QString &customer) const;

    PolicyInForce policy() const { return m_policy(); }
    // The same gate under other rules, to try them.
    PolicyGate under(const PolicyInForce &policy) const
    {
        return {m_registry, m_backend, m_ledger, [policy] { return policy; }};
    }

private:
    Result<GateDecision> decide(const QString &tool, const Json &args, const ToolContext &context,
                                const std::vector<ToolCall> &callsSoFar) const;

    std::shared_ptr<const ToolRegistry> m_registry;
    std::shared_ptr<const BusinessBackend> m_backend;
    std::shared_ptr<const EffectLedger> m_ledger;
    PolicySource m_policy;
};

} // namespace Helmdesk
