#pragma once

#include "core/Outcome.h"
#include "tools/BusinessBackend.h"
#include "tools/EffectLedger.h"
#include "tools/policy/PolicyRules.h"
#include "tools/ToolRegistry.h"

namespace Helmdesk
{

// What the rules look at for one call: its arguments, the bound customer, what the reads of the rule fetch
// and what was done before. Each is looked up when a clause first needs it, and once. Used on one thread;
// holds references to all that it is given.
class CallFacts final : public PolicyFacts
{
public:
    struct Sources {
        const ToolRegistry &registry;
        const EffectLedger &ledger;
    };
    CallFacts(const Sources &sources, const ToolRules &rules, const QString &tool, const Json &args,
              const ToolContext &context, const std::vector<ToolCall> &callsSoFar,
              const std::optional<CustomerRecord> &customer);

    Result<Json> at(const QStringList &path) const override;
    Result<Json> setting(const QString &name) const override;
    const ExchangeRates &rates() const override { return *m_context.limits.rates; }
    QDateTime now() const override { return m_context.now; }

private:
    Result<Json> fetched(const QString &name) const;
    Result<Json> fetch(const PolicyFetch &read) const;
    Result<Json> total(const QString &name) const;
    Result<Json> sumUp(const PolicyTotal &total) const;
    Result<Json> waiting(const PolicyTotal &total, const QStringList &tools) const;
    QDateTime beginOf(const PolicyTotal &total) const;

    Sources m_sources;
    const ToolRules &m_rules;
    const QString &m_tool;
    const Json &m_args;
    const ToolContext &m_context;
    const std::vector<ToolCall> &m_callsSoFar;
    Json m_customer; // null: nobody
    mutable std::map<QString, Result<Json>> m_fetched;
    mutable std::map<QString, Result<Json>> m_totals;
};

} // namespace Helmdesk
