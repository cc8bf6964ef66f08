#include "tools/CheckInvoiceTool.h"

namespace Helmdesk
{
namespace
{

constexpr int latest = 5;

} // namespace

CheckInvoiceTool::CheckInvoiceTool(std::shared_ptr<BusinessBackend> backend)
    : m_backend(std::move(backend))
{
    m_spec.name = QString::fromLatin1(ToolName::checkInvoice);
    m_spec.description =
        QStringLiteral("Looks up one invoice of the customer by its number, or the customer's "
                       "last five invoices, with amounts, dates, status and refunds.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {"invoice_id": {"type": "string", "minLength": 1, "maxLength": 64,
                                      "description": "Number of the invoice, e.g. INV-1042"}},
        "additionalProperties": false})");
    m_spec.risk = RiskClass::Read;
    m_spec.fallback = QStringLiteral("Look the invoice up in the billing system.");
}

Result<Preview> CheckInvoiceTool::preview(const Json &, const ToolContext &) const
{
    return Preview{QStringLiteral("Look up invoices"), {}};
}

Result<Json> CheckInvoiceTool::run(const Json &args, const ToolContext &context, const EffectKey &) const
{
    Json rows = Json::array();
    const QString id = stringOr(args, "invoice_id");
    if (context.customer.isEmpty())
        return Json{{"invoices", rows}};
    if (!id.isEmpty()) {
        auto invoice = m_backend->invoice(context.customer, id);
        if (!invoice)
            return invoice.error();
        if (*invoice)
            rows.push_back(toJson(**invoice));
    } else {
        auto invoices = m_backend->latestInvoices(context.customer, latest);
        if (!invoices)
            return invoices.error();
        for (const InvoiceRecord &invoice : *invoices)
            rows.push_back(toJson(invoice));
    }
    return Json{{"invoices", std::move(rows)}};
}

} // namespace Helmdesk
