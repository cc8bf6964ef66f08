#include "tools/ResetPasswordTool.h"

#include "tools/AccountFields.h"
#include "tools/SecretToken.h"

namespace Helmdesk
{
namespace
{

constexpr int validHours = 24;

// The one outward result, whatever the address.
Json outwardResult()
{
    return {{"message", "If the address is known, a link is on its way."}, {"valid_hours", validHours}};
}

} // namespace

ResetPasswordTool::ResetPasswordTool(std::shared_ptr<BusinessBackend> backend, HostedPages pages)
    : m_backend(std::move(backend))
    , m_pages(std::move(pages))
{
    m_spec.name = QString::fromLatin1(ToolName::resetPassword);
    m_spec.description =
        QStringLiteral("Sends a link to set a new password, valid for 24 hours, to the address on "
                       "record. The result does not tell whether the address is known.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {"email": {"type": "string", "minLength": 3, "maxLength": 254}},
        "required": ["email"],
        "additionalProperties": false})");
    m_spec.risk = RiskClass::Write;
    m_spec.fallback = QStringLiteral("Send the customer a reset link from the admin page.");
}

Result<> ResetPasswordTool::checkArguments(const Json &args) const
{
    if (!isEmailAddress(stringOr(args, "email").trimmed()))
        return Error{ErrorKind::InvalidInput, QStringLiteral("the argument \"email\" is no e-mail address")};
    return {};
}

Result<std::optional<CustomerRecord>> ResetPasswordTool::addressee(const Json &args,
                                                                   const ToolContext &context) const
{
    // A customer whom the channel knows cannot have links sent to others; an address may be that of several
    // customers, and he is the one meant. A stranger gets one sent to the address on record, where it is of
    // no use to anyone else; an account that is not active waits for its owner to be known.
    const QString email = stringOr(args, "email").trimmed();
    const bool isKnown = !context.customer.isEmpty();
    auto found = isKnown ? m_backend->customer(context.customer) : m_backend->customerByEmail(email);
    if (!found || !*found)
        return found;
    const CustomerRecord &customer = **found;
    const bool mayGet =
        isKnown ? customer.email.compare(email, Qt::CaseInsensitive) == 0 : customer.isActive();
    return mayGet ? found : std::optional<CustomerRecord>();
}

Result<Preview> ResetPasswordTool::preview(const Json &args, const ToolContext &context) const
{
    auto customer = addressee(args, context);
    if (!customer)
        return customer.error();
    if (!*customer)
        return Preview{
            QStringLiteral("Send nothing: the address is not this customer's. The reply is the same as "
                           "always"),
            {}};
    return Preview{QStringLiteral("Send a link to set a new password, valid for 24 hours, to %1")
                       .arg((*customer)->email),
                   {}};
}

Result<Json> ResetPasswordTool::run(const Json &args, const ToolContext &context, const EffectKey &key) const
{
    auto customer = addressee(args, context);
    if (!customer)
        return customer.error();
    if (!*customer) {
        LinkOrder nothing;
        nothing.customer = context.customer;
        nothing.at = context.now;
        nothing.result = outwardResult();
        return m_backend->issueLink(key, nothing, context.conversation);
    }
    const SecretToken token = SecretToken::make();
    ResetOrder order;
    order.customer = (*customer)->id;
    order.tokenHash = token.sha256Hex;
    order.at = context.now;
    order.expires = context.now.addSecs(validHours * 3600);
    order.result = outwardResult();
    order.mail.recipient = (*customer)->email;
    order.mail.subject = QStringLiteral("Set a new password for %1").arg(m_pages.company);
    order.mail.body =
        QStringLiteral("Hello %1,\n\nyou can set a new password on this page within the next 24 hours:\n\n"
                       "%2/password/reset/%3\n\nIf you did not ask for this, ignore this message: your "
                       "password stays as it is.\n\n%4 support\n")
            .arg((*customer)->name, m_pages.base, token.text, m_pages.company);
    return m_backend->requestReset(key, order, context.conversation);
}

} // namespace Helmdesk
