#include "tools/CreateTicketTool.h"

namespace Helmdesk
{

CreateTicketTool::CreateTicketTool(std::shared_ptr<BusinessBackend> backend)
    : m_backend(std::move(backend))
{
    m_spec.name = QString::fromLatin1(ToolName::createTicket);
    m_spec.description = QStringLiteral("Opens a numbered ticket that a person works on.");
    m_spec.schema = jsonLiteral(R"({
        "type": "object",
        "properties": {
            "subject": {"type": "string", "minLength": 1, "maxLength": 200},
            "category": {"type": "string",
                         "enum": ["billing", "technical", "account", "general", "escalate"]},
            "priority": {"type": "string", "enum": ["low", "normal", "high", "urgent"]},
            "summary": {"type": "string", "maxLength": 4000}},
        "required": ["subject", "category"],
        "additionalProperties": false})");
    m_spec.risk = RiskClass::Write;
    m_spec.fallback = QStringLiteral("Open the ticket by hand.");
}

Result<Preview> CreateTicketTool::preview(const Json &args, const ToolContext &) const
{
    return Preview{QStringLiteral("Open a ticket: %1").arg(stringOr(args, "subject")), {}};
}

Result<Json> CreateTicketTool::run(const Json &args, const ToolContext &context, const EffectKey &key) const
{
    TicketOrder order;
    order.customer = context.customer;
    order.category = stringOr(args, "category");
    order.subject = stringOr(args, "subject");
    order.priority = stringOr(args, "priority", QStringLiteral("normal"));
    order.summary = stringOr(args, "summary");
    order.at = context.now;
    return m_backend->createTicket(key, order, context.conversation);
}

} // namespace Helmdesk
