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

// What a person said yes to, as it was shown. A call is executed on it only while all of it is still true.
struct Grant {
    QString approvedBy;
    QString customer; // the approval's own, for whom alone it holds
    QString tool;
    Json args;
    QString preview;
    Json shown;                  // ToolRunner::describe() when it was asked for
    QString alsoApprovedBy = {}; // who said yes before, where it takes two
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

    // Executes a waiting call that a person approved, with the arguments `args` where the person gave it
    // others. It passes the whole gate again; the approval lifts only the rules that want a person, and not
    // those that want another one or a second: then the call waits on. Arguments
    // that differ from those its key was made for are denied, and another customer than the grant's. Where
    // something that the grant showed is no longer so (where money goes, what changes, the customer's
    // status), the call waits on, described anew; other arguments bind the destination and the status alone.
    ToolCall runApproved(const ToolCall &waiting, const ToolContext &context, const Grant &grant,
                         const Json &args = {}) const;

    // What a card about the call shows, by the world as it is: {"effect","changes","destination",
    // "customer_status"}; null when it cannot be told.
    Json describe(const ToolCall &call, const ToolContext &context) const;

    // A waiting call with the arguments that a person gave it instead, with a key of its own.
    static ToolCall revised(const ToolCall &waiting, const Json &args);

    const ToolRegistry &registry() const { return *m_registry; }
    const PolicyGate &gate() const { return *m_gate; }

private:
    using Entry = ToolRegistry::Entry;

    bool happenedBefore(const EffectKey &key, ToolCall &call) const;
    QString changedSince(const Grant &grant, const ToolCall &waiting, const Json &now, bool isRevised) const;
    bool describeEffect(const Entry &entry, const ToolContext &context, ToolCall &call) const;
    enum class Certainty { DidNotHappen, Unknown };
    void execute(const Entry &entry, const ToolContext &context, ToolCall &call,
                 const std::optional<Money> &amount) const;
    void executeEffect(const Entry &entry, const ToolContext &context, ToolCall &call,
                       const std::optional<Money> &amount) const;
    void settleFailure(const Entry &entry, const ToolContext &context, const Error &error, ToolCall &call,
                       Certainty certainty) const;
    Result<Json> attempt(const Entry &entry, const ToolContext &context, const ToolCall &call) const;

    std::shared_ptr<const ToolRegistry> m_registry;
    std::shared_ptr<const PolicyGate> m_gate;
    std::shared_ptr<EffectLedger> m_ledger;
    std::shared_ptr<FaultInjector> m_faults;
    ToolThreads m_threads;
};

} // namespace Helmdesk
