#include "tools/ProcessRefundTool.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// Where the money goes; nothing when it is not known.
std::optional<PaymentMethodRecord> destination(const std::vector<PaymentMethodRecord> &methods)
{
    const auto method = std::ranges::find_if(methods, &PaymentMethodRecord::isDefault);
    return method == methods.end() ? std::nullopt : std::optional(*method);
}

// "card ending 4242"
QString describe(const std::optional<PaymentMethodRecord> &method)
{
    if (!method || method->last4.isEmpty())
        return QStringLiteral("the payment method that was charged");
    return (method->kind == QLatin1String("sepa") ? QStringLiteral("bank account ending %1")
                                                  : QStringLiteral("card ending %1"))
        .arg(method->last4);
}

} // namespace

ProcessRefundTool::ProcessRefundTool(std::shared_ptr<BusinessBackend> backend)
    : m_backend(std::move(backend))
{
    m_spec.name = QString::fromLatin1(ToolName::processRefund);
    m_spec.description = QStringLiteral("Refunds a paid invoice of the customer, in full or in part, to the "
                                        "payment method that was charged. The amount is in minor units.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {
            "invoice_id": {"type": "string", "minLength": 1, "maxLength": 64},
            "amount_minor": {"type": "integer", "minimum": 1, "maximum": 100000000000,
                             "description": "In minor units: 4900 is 49.00"
}
, "currency" : {
    "type" : "string",
    "minLength" : 3,
    "maxLength" : 3,
    "description" : "ISO 4217 code of the invoice's currency"
},
               "reason":
{
    "type" : "string", "maxLength" : 500
}
}
, "required" : [ "invoice_id", "amount_minor", "currency" ], "additionalProperties" : false
})");
    m_spec.risk = RiskClass::Money;
    m_spec.fallback =
        QStringLiteral("Check in the billing system whether the refund exists, and make it there.");
}

Result<Preview> ProcessRefundTool::preview(const Json &args, const ToolContext &context) const
{
    const QString id = stringOr(args, "invoice_id");
    auto invoice = m_backend->invoice(context.customer, id);
    if (!invoice)
        return invoice.error();
    if (!*invoice)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such invoice")};
    auto methods = m_backend->paymentMethods(context.customer);
    if (!methods)
        return methods.error();

    const Money amount = moneyIn(args).value_or(Money{});
    const auto method = destination(*methods);
    const InvoiceRecord &record = **invoice;
    const qint64 after = record.refundedMinor + amount.minor;
    return Preview{
        QStringLiteral("Refund %1 to %2 for %3").arg(toPlainString(amount), describe(method), id),
        {{QStringLiteral("refunded"), toPlainString({record.refundedMinor, record.amount.currency}),
          toPlainString({after, record.amount.currency})},
         {QStringLiteral("status"), record.status, statusAfterRefund(record, after)}},
        method ? method->id : QString()};
}

Result<Json> ProcessRefundTool::run(const Json &args, const ToolContext &context, const EffectKey &key) const
{
    RefundOrder order;
    order.customer = context.customer;
    order.invoice = stringOr(args, "invoice_id");
    order.amount = moneyIn(args).value_or(Money{});
    order.reason = stringOr(args, "reason", QStringLiteral("requested by the customer"));
    order.at = context.now;
    order.stillAllowed = context.stillAllowed;
    return m_backend->refund(key, order);
}

} // namespace Helmdesk
