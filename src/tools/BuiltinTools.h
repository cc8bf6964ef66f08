#pragma once

#include "tools/BusinessBackend.h"
#include "tools/DocSearch.h"
#include "tools/ToolRegistry.h"

#include <memory>

namespace Helmdesk
{

namespace ToolName
{
inline constexpr char checkInvoice[] = "check_invoice";
inline constexpr char processRefund[] = "process_refund";
inline constexpr char updatePaymentMethod[] = "update_payment_method";
inline constexpr char resetPassword[] = "reset_password";
inline constexpr char updateAccount[] = "update_account";
inline constexpr char searchDocs[] = "search_docs";
inline constexpr char createTicket[] = "create_ticket";
} // namespace ToolName

// Where hosted pages and the links in mails lead.
struct HostedPages {
    QString company = QStringLiteral("Northlight");
    QString base = QStringLiteral("https://app.northlight.example");
};

// Registers the seven built-in tools. `docs` may be null: search_docs is then not offered.
Result<std::shared_ptr<ToolRegistry>> makeBuiltinTools(std::shared_ptr<BusinessBackend> backend,
                                                       std::shared_ptr<const DocSearch> docs,
                                                       const HostedPages &pages = {});

} // namespace Helmdesk
