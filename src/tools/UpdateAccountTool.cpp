#include "tools/UpdateAccountTool.h"

#include "tools/AccountFields.h"
#include "tools/SecretToken.h"

namespace Helmdesk
{
namespace
{

constexpr char emailField[] = "email";

Error unknownCustomer()
{
    return {ErrorKind::NotFound, QStringLiteral("there is no such customer")};
}

} // namespace

UpdateAccountTool::UpdateAccountTool(std::shared_ptr<BusinessBackend> backend, HostedPages pages)
    : m_backend(std::move(backend))
    , m_pages(std::move(pages))
{
    m_spec.name = QString::fromLatin1(ToolName::updateAccount);
    m_spec.description = QStringLiteral(
        "Changes one field of the customer's own account; an empty value removes the phone number, the "
        "company or the address. A new e-mail address takes effect only after the customer confirms it "
        "from the old address.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {
            "field": {"type": "string", "enum": ["name", "email", "phone", "company", "address", "language"]},
            "value": {"type": "string", "maxLength": 300}},
        "required": ["field", "value"],
        "additionalProperties": false})");
    m_spec.risk = RiskClass::Write;
    m_spec.fallback = QStringLiteral("Change the field on the customer's admin page.");
}

Result<> UpdateAccountTool::checkArguments(const Json &args) const
{
    auto value = normalizedField(stringOr(args, "field"), stringOr(args, "value"));
    if (!value)
        return value.error();
    return {};
}

Result<Preview> UpdateAccountTool::preview(const Json &args, const ToolContext &context) const
{
    const QString field = stringOr(args, "field");
    auto value = normalizedField(field, stringOr(args, "value"));
    if (!value)
        return value.error();
    auto customer = m_backend->customer(context.customer);
    if (!customer)
        return customer.error();
    if (!*customer)
        return unknownCustomer();
    const QString before = valueOf(**customer, field);
    if (field == QLatin1String(emailField))
        return Preview{QStringLiteral("Ask at %1 to confirm the new address %2; nothing changes until then")
                           .arg(before, *value),
                       {{field, before, before}}};
    if (value->isEmpty())
        return Preview{QStringLiteral("Remove the %1 from the account").arg(field),
                       {{field, before, *value}}};
    return Preview{QStringLiteral("Change the %1 to \"%2\"").arg(field, *value), {{field, before, *value}}};
}

Result<Json> UpdateAccountTool::run(const Json &args, const ToolContext &context, const EffectKey &key) const
{
    const QString field = stringOr(args, "field");
    auto value = normalizedField(field, stringOr(args, "value"));
    if (!value)
        return value.error();
    if (field == QLatin1String(emailField))
        return requestNewEmail(*value, context, key);
    return m_backend->changeField(key, {context.customer, field, *value, context.now});
}

Result<Json> UpdateAccountTool::requestNewEmail(const QString &address, const ToolContext &context,
                                                const EffectKey &key) const
{
    auto customer = m_backend->customer(context.customer);
    if (!customer)
        return customer.error();
    if (!*customer)
        return unknownCustomer();
    const CustomerRecord &record = **customer;
    LinkOrder order;
    order.customer = context.customer;
    order.at = context.now;
    order.result = {{"field", emailField},
                    {"before", record.email},
                    {"after", address},
                    {"status", "confirmation_required"},
                    {"confirm_at", record.email}};
    order.mails.push_back(
        {record.email, QStringLiteral("Confirm your new e-mail address for %1").arg(m_pages.company),
         QStringLiteral(
             "Hello %1,\n\nsomeone asked us to change the e-mail address of your account to %2. "
             "To confirm this, open the following page within the next 24 hours:\n\n"
             "%3/account/email/confirm/%4\n\nIf it was not you, ignore this message: nothing changes.\n\n"
             "%5 support\n")
             .arg(record.name, address, m_pages.base, SecretToken::make().text, m_pages.company)});
    return m_backend->issueLink(key, order, context.conversation);
}

} // namespace Helmdesk
