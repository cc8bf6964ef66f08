#pragma once

#include "core/Outcome.h"
#include "tools/EffectLedger.h"
#include "tools/FaultInjector.h"
#include "tools/PolicyGate.h"
#include "tools/ToolRegistry.h"
#include "tools/ToolRequest.h"
#include "tools/ToolThreads.h"

#include <memory>
#include <vector>

namespace Helmdesk
{

enum class ExecutionMode {
    Execute,    // effects within the limits happen at once
    HoldWrites, // effects wait for a person (mode suggest)
    Never,      // effects are only described (mode shadow)
};

// Executes what a specialist asks for: gate, ledger, tool, in this order, whichever engine asks.
//
// A call comes back as
//   done             with its result
//   pending_approval with preview and key; `rule` names the gate's rule, and is empty when only the mode
//   holds it denied           with the gate's rule and `failure` failed           with `failure`: what
//   happened and what a person can do
// It never throws and never blocks longer than the limit in time. The same call of the same turn has the same
// key, so a run that is resumed gets the result of an effect that happened, not a second effect.
//
// Thread: any, several runs at once. Ownership: shares all that it is given.
class ToolRunner
{
public:
    ToolRunner(std::shared_ptr<const ToolRegistry> registry, std::shared_ptr<const PolicyGate> gate,
               std::shared_ptr<EffectLedger> ledger, std::shared_ptr<FaultInjector> faults = {});

    // `callsSoFar` are the calls of the turn before this one, in order; their number is part of the key.
    ToolCall run(const ToolRequest &request, const ToolContext &context, ExecutionMode mode,
                 const std::vector<ToolCall> &callsSoFar) const;

    // Executes a waiting call that a person approved. It passes the whole gate again; the approval lifts only
    // the rules that want a person. Arguments that differ from those its key was made for are denied.
    ToolCall runApproved(const ToolCall &waiting, const ToolContext &context) const;

    // A waiting call with the arguments that a person gave it instead, with a key of its own.
    static ToolCall revised(const ToolCall &waiting, const Json &args);

    const ToolRegistry &registry() const { return *m_registry; }

private:
    using Entry = ToolRegistry::Entry;

    bool happenedBefore(const EffectKey &key, ToolCall &call) const;
    bool describeEffect(const Entry &entry, const ToolContext &context, ToolCall &call) const;
    void execute(const Entry &entry, const ToolContext &context, ToolCall &call) const;
    void executeEffect(const Entry &entry, const ToolContext &context, ToolCall &call) const;
    void settleFailure(const Entry &entry, const ToolContext &context, const Error &error,
                       ToolCall &call) const;
    Result<Json> attempt(const Entry &entry, const ToolContext &context, const ToolCall &call) const;

    std::shared_ptr<const ToolRegistry> m_registry;
    std::shared_ptr<const PolicyGate> m_gate;
    std::shared_ptr<EffectLedger> m_ledger;
    std::shared_ptr<FaultInjector> m_faults;
    ToolThreads m_threads;
};

} // namespace Helmdesk
