#include "tools/PolicyGate.h"

#include "tools/BuiltinTools.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr size_t maxArgumentBytes = 16 * 1024;
constexpr int maxIdenticalReads = 2;

bool isWriting(const ToolSpec &spec)
{
    return spec.risk != RiskClass::Read;
}

// Tools that also serve a sender whom the channel could not tell.
bool servesStrangers(const ToolSpec &spec)
{
    return spec.risk == RiskClass::Read || spec.name == QLatin1String(ToolName::resetPassword) ||
           spec.name == QLatin1String(ToolName::createTicket);
}

// A read may be repeated once. An effect may be repeated only after it failed.
bool isRepeatedTooOften(const ToolSpec &spec, const Json &args, const std::vector<ToolCall> &callsSoFar)
{
    int identical = 0;
    for (const ToolCall &call : callsSoFar) {
        if (call.name != spec.name || call.args != args || call.status == ToolStatus::Denied)
            continue;
        ++identical;
        if (isWriting(spec) && call.status != ToolStatus::Failed)
            return true;
    }
    return identical >= maxIdenticalReads;
}

GateDecision noSuchInvoice()
{
    return GateDecision::deny("not_found", QStringLiteral("There is no such invoice."));
}

// Refunds of this turn that wait for a person: they count as if they were made.
qint64 waitingRefunds(const std::vector<ToolCall> &callsSoFar, const QString &invoice)
{
    qint64 sum = 0;
    for (const ToolCall &call : callsSoFar) {
        if (call.name == QLatin1String(ToolName::processRefund) &&
            call.status == ToolStatus::PendingApproval && stringOr(call.args, "invoice_id") == invoice)
            sum += integerOr(call.args, "amount_minor", 0);
    }
    return sum;
}

GateDecision checkAgainstInvoice(const InvoiceRecord &invoice, const Money &wanted, qint64 waiting)
{
    if (!invoice.isRefundable())
        return GateDecision::deny(
            "not_refundable",
            QStringLiteral("An invoice with the status \"%1\" cannot be refunded.").arg(invoice.status));
    if (wanted.currency != invoice.amount.currency)
        return GateDecision::deny("currency",
                                  QStringLiteral("The invoice is in %1.").arg(invoice.amount.currency));
    if (wanted.minor <= 0 || wanted.minor > invoice.leftMinor() - waiting)
        return GateDecision::deny(
            "exceeds_paid",
            QStringLiteral("All refunds of an invoice together cannot pass what was "
                           "paid; %1 is left.")
                .arg(toPlainString({invoice.leftMinor() - waiting, invoice.amount.currency})));
    return GateDecision::allow();
}

} // namespace

PolicyGate::PolicyGate(std::shared_ptr<const ToolRegistry> registry,
                       std::shared_ptr<const BusinessBackend> backend)
    : m_registry(std::move(registry))
    , m_backend(std::move(backend))
{
}

Result<GateDecision> PolicyGate::check(const QString &tool, const Json &args, const ToolContext &context,
                                       const std::vector<ToolCall> &callsSoFar) const
{
    const ToolRegistry::Entry *entry = m_registry->find(tool);
    if (!entry)
        return GateDecision::deny("unknown_tool", QStringLiteral("There is no such tool."));
    const ToolSpec &spec = entry->spec();

    if (static_cast<size_t>(toBytes(args).size()) > maxArgumentBytes)
        return GateDecision::deny("schema", QStringLiteral("The arguments are too long."));
    if (auto valid = entry->schema.check(args); !valid)
        return GateDecision::deny("schema", valid.error().detail);
    if (auto valid = entry->tool->checkArguments(args); !valid)
        return GateDecision::deny("schema", valid.error().detail);
    if (context.round >= context.limits.maxRounds ||
        callsSoFar.size() >= static_cast<size_t>(context.limits.maxCalls))
        return GateDecision::deny("rounds", QStringLiteral("The turn has made as many calls as it may."));
    if (isRepeatedTooOften(spec, args, callsSoFar))
        return GateDecision::deny("repeated_call", QStringLiteral("The same call was made before."));

    auto identity = checkIdentity(spec, context);
    if (!identity || identity->verdict == GateVerdict::Deny)
        return identity;
    if (tool == QLatin1String(ToolName::processRefund)) {
        auto refund = checkRefund(args, context, callsSoFar);
        if (!refund || refund->verdict != GateVerdict::Allow)
            return refund;
    }
    if (context.isApproved)
        return GateDecision::allow();
    if (spec.needsApproval)
        return GateDecision::approval("tool_default",
                                      QStringLiteral("Every call of this tool waits for a person."));
    return identity;
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

Result<GateDecision> PolicyGate::checkIdentity(const ToolSpec &spec, const ToolContext &context) const
{
    std::optional<CustomerRecord> customer;
    if (!context.customer.isEmpty()) {
        auto found = m_backend->customer(context.customer);
        if (!found)
            return found.error();
        customer = std::move(*found);
    }
    if (!customer) {
        if (servesStrangers(spec))
            return GateDecision::allow();
        if (spec.name == QLatin1String(ToolName::processRefund))
            return noSuchInvoice();
        return GateDecision::deny("identity",
                                  QStringLiteral("The channel could not tell who the customer is."));
    }
    if (isWriting(spec) && !customer->isActive() && !context.isApproved &&
        spec.name != QLatin1String(ToolName::createTicket))
        return GateDecision::approval("customer_status",
                                      QStringLiteral("The customer's account is %1.").arg(customer->status));
    return GateDecision::allow();
}

Result<GateDecision> PolicyGate::checkRefund(const Json &args, const ToolContext &context,
                                             const std::vector<ToolCall> &callsSoFar) const
{
    const QString id = stringOr(args, "invoice_id");
    const Money wanted{integerOr(args, "amount_minor", 0), stringOr(args, "currency")};
    auto invoice = m_backend->invoice(context.customer, id);
    if (!invoice)
        return invoice.error();
    if (!*invoice)
        return noSuchInvoice();
    const GateDecision decision = checkAgainstInvoice(**invoice, wanted, waitingRefunds(callsSoFar, id));
    if (decision.verdict != GateVerdict::Allow || context.isApproved)
        return decision;

    auto past = m_backend->refundsSince(context.customer, refundsCountSince(context.now));
    if (!past)
        return past.error();
    if (auto objection =
            objectionTo(wanted, *past, (*invoice)->refunds.size(), context.limits.refunds, context.now))
        return GateDecision::approval(objection->rule, std::move(objection->why));
    return GateDecision::allow();
}

} // namespace Helmdesk
