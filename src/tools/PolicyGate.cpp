#include "tools/PolicyGate.h"

#include "tools/policy/CallFacts.h"

#include <algorithm>
#include <exception>

namespace Helmdesk
{
namespace
{

bool isWriting(const ToolSpec &spec)
{
    return spec.risk != RiskClass::Read;
}

// A read may be repeated. An effect may be repeated only after it failed.
bool isRepeatedTooOften(const ToolSpec &spec, const Json &args, const std::vector<ToolCall> &callsSoFar,
                        int mostIdenticalReads)
{
    int identical = 0;
    for (const ToolCall &call : callsSoFar) {
        if (call.name != spec.name || call.args != args || call.status == ToolStatus::Denied)
            continue;
        ++identical;
        if (isWriting(spec) && call.status != ToolStatus::Failed)
            return true;
    }
    return identical >= mostIdenticalReads;
}

QString textOf(const Json &value)
{
    return value.is_string() ? value.get<QString>() : QString::fromUtf8(toBytes(value));
}

// What a clause says, with what it shows; what cannot be shown is left out.
QString sentenceOf(const PolicyClause &clause, const PolicyFacts &facts)
{
    QString sentence = clause.say;
    for (const auto &[name, expression] : clause.show) {
        const auto shown = reckon(expression, facts);
        sentence.replace(QLatin1Char('{') + name + QLatin1Char('}'),
                         shown ? textOf(*shown) : QStringLiteral("…"));
    }
    return sentence;
}

// A value is missing or cannot be reckoned; anything else is a read that failed.
bool isOfTheRule(const Error &error)
{
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::InvalidInput;
}

GateDecision deniedBy(const PolicyClause &clause, const PolicyFacts &facts, const QString &detail)
{
    return {GateVerdict::Deny, clause.id, sentenceOf(clause, facts), detail};
}

// One call, looked at by the rules of its tool.
class CallCheck
{
public:
    CallCheck(const ToolRules &rules, const CallFacts &facts, const ToolContext &context)
        : m_rules(rules)
        , m_facts(facts)
        , m_context(context)
    {
    }

    // Denied, or nothing against it.
    Result<std::optional<GateDecision>> identity(bool isKnown) const
    {
        const auto own = m_rules.who.ofChannel.find(m_context.channel);
        const auto name =
            reckon(own == m_rules.who.ofChannel.end() ? m_rules.who.level : own->second, m_facts);
        const auto needed = name && name->is_string() ? identityLevelNamed(name->get<QString>())
                                                      : std::optional<IdentityLevel>();
        const IdentityLevel level = !isKnown               ? IdentityLevel::None
                                    : m_context.isApproved ? IdentityLevel::Operator
                                                           : m_context.level;
        if (needed && level >= *needed)
            return std::optional<GateDecision>();
        QString say = m_rules.who.say;
        if (say.isEmpty())
            say = isKnown ? QStringLiteral("The customer has to prove who they are first.")
                          : QStringLiteral("The channel could not tell who the customer is.");
        return std::optional(GateDecision{
            GateVerdict::Deny, m_rules.who.id, say,
            needed
                ? QStringLiteral("The level %1 is needed, and it is %2.").arg(nameOf(*needed), nameOf(level))
                : QStringLiteral("The level that is needed cannot be told.")});
    }

    Result<std::optional<GateDecision>> guards() const
    {
        for (const PolicyClause &clause : m_rules.guards) {
            const auto held = holds(clause.require, m_facts);
            if (!held && !isOfTheRule(held.error()))
                return held.error();
            if (!held || !*held)
                return std::optional(deniedBy(clause, m_facts, held ? QString() : held.error().detail));
        }
        return std::optional<GateDecision>();
    }

    // Limits and approvals: the first that objects decides; one that denies before all others.
    Result<std::optional<GateDecision>> objections(const std::vector<PolicyClause> &clauses)
    {
        for (const PolicyClause &clause : clauses) {
            const auto held = holds(clause.require, m_facts);
            if (!held && !isOfTheRule(held.error()))
                return held.error();
            if (held && *held)
                continue;
            const bool wantsPerson = clause.otherwise == PolicyClause::Otherwise::Approval;
            const bool isTold = held || m_wanted || m_context.isApproved;
            if (!wantsPerson || !isTold)
                return std::optional(deniedBy(clause, m_facts, held ? QString() : held.error().detail));
            wantPerson(GateDecision{GateVerdict::NeedsApproval, clause.id, sentenceOf(clause, m_facts), {}},
                       clause.approvers);
        }
        return std::optional<GateDecision>();
    }

    Result<std::optional<GateDecision>> confirmation() const
    {
        if (!m_rules.confirm || m_context.isConfirmed || m_context.isApproved)
            return std::optional<GateDecision>();
        const auto held = holds(m_rules.confirm->require, m_facts);
        if (!held && !isOfTheRule(held.error()))
            return held.error();
        if (held && *held)
            return std::optional<GateDecision>();
        return std::optional(deniedBy(*m_rules.confirm, m_facts, held ? QString() : held.error().detail));
    }

    void wantPerson(GateDecision decision, const ApproverRule &approvers)
    {
        if (!m_wanted)
            m_wanted = std::move(decision);
        m_wanted->approvers.push_back(approvers);
    }

    // What is left: allowed, or a person has to say yes who has not, or not the one that may.
    GateDecision rest() const
    {
        if (!m_wanted)
            return GateDecision::allow();
        if (!m_context.isApproved)
            return *m_wanted;
        const bool areEnough =
            m_wanted->people() == 1 ||
            (!m_context.alsoApprovedBy.isEmpty() &&
             m_context.alsoApprovedBy.compare(m_context.approvedBy, Qt::CaseInsensitive) != 0);
        const bool mayBoth = m_wanted->admits(m_context.approvedBy) &&
                             (m_wanted->people() == 1 || m_wanted->admits(m_context.alsoApprovedBy));
        return areEnough && mayBoth ? GateDecision::allow() : *m_wanted;
    }

private:
    const ToolRules &m_rules;
    const CallFacts &m_facts;
    const ToolContext &m_context;
    std::optional<GateDecision> m_wanted;
};

} // namespace

QString nameOf(GateVerdict verdict)
{
    switch (verdict) {
    case GateVerdict::Allow:
        return QStringLiteral("allow");
    case GateVerdict::NeedsApproval:
        return QStringLiteral("needs_approval");
    case GateVerdict::Deny:
        break;
    }
    return QStringLiteral("deny");
}

int GateDecision::people() const
{
    int most = 1;
    for (const ApproverRule &one : approvers)
        most = std::max(most, one.people);
    return most;
}

bool GateDecision::admits(const QString &name) const
{
    return std::ranges::all_of(approvers, [&](const ApproverRule &one) { return one.admits(name); });
}

PolicyGate::PolicyGate(std::shared_ptr<const ToolRegistry> registry,
                       std::shared_ptr<const BusinessBackend> backend,
                       std::shared_ptr<const EffectLedger> ledger, PolicySource policy)
    : m_registry(std::move(registry))
    , m_backend(std::move(backend))
    , m_ledger(std::move(ledger))
    , m_policy(std::move(policy))
{
}

Result<GateDecision> PolicyGate::check(const QString &tool, const Json &args, const ToolContext &context,
                                       const std::vector<ToolCall> &callsSoFar) const
{
    try {
        return decide(tool, args, context, callsSoFar);
    } catch (const std::exception &problem) {
        return Error{ErrorKind::Internal, QStringLiteral("the rules could not be reckoned: %1")
                                              .arg(QString::fromUtf8(problem.what()).left(200))};
    }
}

Result<GateDecision> PolicyGate::decide(const QString &tool, const Json &args, const ToolContext &context,
                                        const std::vector<ToolCall> &callsSoFar) const
{
    const ToolRegistry::Entry *entry = m_registry->find(tool);
    if (!entry)
        return GateDecision::deny("unknown_tool", QStringLiteral("There is no such tool."));
    const ToolSpec &spec = entry->spec();
    const PolicyInForce inForce = m_policy();
    if (!inForce.policy)
        return GateDecision{GateVerdict::Deny, QStringLiteral("policy_unreadable"),
                            QStringLiteral("Nothing can be done at the moment."), inForce.problem};
    const Policy &policy = *inForce.policy;
    const ToolRules &rules = policy.rulesOf(spec);
    const bool isOfCategory = rules.categories.isEmpty() || context.category.isEmpty() ||
                              rules.categories.contains(context.category);
    if (!rules.isEnabled || !isOfCategory)
        return GateDecision::deny("disabled", QStringLiteral("This tool cannot be used here."));

    if (toBytes(args).size() > policy.mostArgumentBytes)
        return GateDecision::deny("schema", QStringLiteral("The arguments are too long."));
    if (auto valid = entry->schema.check(args); !valid)
        return GateDecision::deny("schema", valid.error().detail);
    if (auto valid = entry->tool->checkArguments(args); !valid)
        return GateDecision::deny("schema", valid.error().detail);
    if (context.round >= policy.mostRounds || callsSoFar.size() >= static_cast<size_t>(policy.mostCalls))
        return GateDecision::deny("rounds", QStringLiteral("The turn has made as many calls as it may."));
    if (isRepeatedTooOften(spec, args, callsSoFar, policy.mostIdenticalReads))
        return GateDecision::deny("repeated_call", QStringLiteral("The same call was made before."));

    std::optional<CustomerRecord> customer;
    if (!context.customer.isEmpty()) {
        auto found = m_backend->customer(context.customer);
        if (!found)
            return found.error();
        customer = std::move(*found);
    }
    const CallFacts facts({*m_registry, *m_ledger}, rules, tool, args, context, callsSoFar, customer);
    CallCheck call(rules, facts, context);
    if (auto refusal = call.identity(customer.has_value()); !refusal || *refusal)
        return refusal ? Result<GateDecision>(**refusal) : refusal.error();
    if (auto refusal = call.guards(); !refusal || *refusal)
        return refusal ? Result<GateDecision>(**refusal) : refusal.error();
    if (auto refusal = call.objections(rules.limits); !refusal || *refusal)
        return refusal ? Result<GateDecision>(**refusal) : refusal.error();
    if (auto refusal = call.confirmation(); !refusal || *refusal)
        return refusal ? Result<GateDecision>(**refusal) : refusal.error();
    if (spec.needsApproval && !rules.isTrusted)
        call.wantPerson(GateDecision::approval("tool_default",
                                               QStringLiteral("Every call of this tool waits for a person.")),
                        {});
    if (auto refusal = call.objections(rules.approvals); !refusal || *refusal)
        return refusal ? Result<GateDecision>(**refusal) : refusal.error();

    GateDecision decision = call.rest();
    if (isWriting(spec) && !inForce.problem.isEmpty() && decision.verdict == GateVerdict::Allow)
        decision = {GateVerdict::NeedsApproval, QStringLiteral("policy_unreadable"),
                    QStringLiteral("The rules of this desk cannot be read, so nothing is changed."),
                    inForce.problem};
    decision.amount = moneyIn(args);
    if (rules.amount) {
        const auto minor = reckon(rules.amount->minor, facts);
        const auto currency = minor ? reckon(rules.amount->currency, facts) : minor;
        if (!currency || !minor->is_number_integer() || !currency->is_string())
            return GateDecision::deny("amount", QStringLiteral("The amount of the call cannot be told."));
        decision.amount = Money{toInteger(*minor), currency->get<QString>()};
    }
    return decision;
}

Result<QString> PolicyGate::customerStatus(const QString &customer) const
{
    if (customer.isEmpty())
        return QString();
    auto found = m_backend->customer(customer);
    if (!found)
        return found.error();
    return *found ? (*found)->status : QString();
}

} // namespace Helmdesk
