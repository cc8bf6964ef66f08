#include "tools/BusinessRecords.h"

namespace Helmdesk
{
namespace
{

Json textOrNull(const QString &text)
{
    return text.isEmpty() ? Json() : Json(text);
}

} // namespace

QString valueOf(const CustomerRecord &customer, const QString &field)
{
    if (field == QLatin1String("name"))
        return customer.name;
    if (field == QLatin1String("email"))
        return customer.email;
    if (field == QLatin1String("phone"))
        return customer.phone;
    if (field == QLatin1String("company"))
        return customer.company;
    return field == QLatin1String("address") ? customer.address : customer.language;
}

QString statusAfterRefund(const InvoiceRecord &invoice, qint64 refundedMinor)
{
    if (refundedMinor <= 0)
        return invoice.status;
    return refundedMinor >= invoice.amount.minor ? QStringLiteral("refunded")
                                                 : QStringLiteral("partially_refunded");
}

Json toJson(const CustomerRecord &customer)
{
    return {{"id", customer.id},
            {"name", textOrNull(customer.name)},
            {"email", textOrNull(customer.email)},
            {"plan", textOrNull(customer.plan)},
            {"status", textOrNull(customer.status)},
            {"phone", textOrNull(customer.phone)},
            {"company", textOrNull(customer.company)},
            {"address", textOrNull(customer.address)},
            {"language", textOrNull(customer.language)}};
}

Json toJson(const RefundRecord &refund)
{
    return {{"id", refund.id},
            {"invoice", refund.invoice},
            {"amount_minor", refund.amount.minor},
            {"currency", refund.amount.currency},
            {"status", refund.status},
            {"reason", textOrNull(refund.reason)}};
}

Json toJson(const InvoiceRecord &invoice)
{
    Json refunds = Json::array();
    for (const RefundRecord &refund : invoice.refunds)
        refunds.push_back(toJson(refund));
    return {{"id", invoice.id},
            {"issued", textOrNull(invoice.issued)},
            {"due", textOrNull(invoice.due)},
            {"amount_minor", invoice.amount.minor},
            {"currency", invoice.amount.currency},
            {"status", invoice.status},
            {"description", textOrNull(invoice.description)},
            {"refunded_minor", invoice.refundedMinor},
            {"refunds", std::move(refunds)}};
}

Json refundResult(const RefundRecord &refund, const InvoiceRecord &after)
{
    Json result = toJson(refund);
    result["invoice_status"] = after.status;
    result["refunded_minor"] = after.refundedMinor;
    return result;
}

Json fieldChangeResult(const FieldChange &change, const QString &before)
{
    return {{"field", change.field},
            {"before", textOrNull(before)},
            {"after", change.value},
            {"status", "changed"}};
}

Json ticketResult(qint64 number, const TicketOrder &order)
{
    return {{"ticket", number}, {"status", "open"}, {"priority", order.priority}};
}

} // namespace Helmdesk
