#include "tools/UpdatePaymentMethodTool.h"

#include "core/Clock.h"
#include "tools/SecretToken.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr int validSeconds = 3600;

} // namespace

UpdatePaymentMethodTool::UpdatePaymentMethodTool(std::shared_ptr<BusinessBackend> backend, HostedPages pages)
    : m_backend(std::move(backend))
    , m_pages(std::move(pages))
{
    m_spec.name = QString::fromLatin1(ToolName::updatePaymentMethod);
    m_spec.description =
        QStringLiteral("Makes a hosted link, valid for one hour, on which the customer enters a new card or "
                       "bank account. The old one stays until the new one works.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {"kind": {"type": "string", "enum": ["card", "sepa"]}},
        "required": ["kind"],
        "additionalProperties": false})");
    m_spec.risk = RiskClass::Write;
    m_spec.fallback = QStringLiteral("Send the customer a payment link from the billing system.");
}

Result<Preview> UpdatePaymentMethodTool::preview(const Json &args, const ToolContext &context) const
{
    auto methods = m_backend->paymentMethods(context.customer);
    if (!methods)
        return methods.error();
    const auto current = std::ranges::find_if(*methods, &PaymentMethodRecord::isDefault);
    const QString before = current == methods->end()
                               ? QString()
                               : QStringLiteral("%1 ending %2").arg(current->kind, current->last4);
    const bool isCard = stringOr(args, "kind") == QLatin1String("card");
    return Preview{QStringLiteral("Give the customer a link, valid for one hour, to enter a new %1")
                       .arg(isCard ? QStringLiteral("card") : QStringLiteral("bank account")),
                   {{QStringLiteral("payment method"), before, before}}};
}

Result<Json> UpdatePaymentMethodTool::run(const Json &args, const ToolContext &context,
                                          const EffectKey &key) const
{
    const QDateTime expires = context.now.addSecs(validSeconds);
    LinkOrder order;
    order.customer = context.customer;
    order.at = context.now;
    order.result = {
        {"kind", stringOr(args, "kind")},
        {"url", QStringLiteral("%1/billing/payment-method/%2").arg(m_pages.base, SecretToken::make().text)},
        {"expires", toIso(expires)},
        {"valid_minutes", validSeconds / 60}};
    return m_backend->issueLink(key, order, context.conversation);
}

} // namespace Helmdesk
