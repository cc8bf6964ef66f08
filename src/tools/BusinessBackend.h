#pragma once

#include "core/Result.h"
#include "tools/BusinessRecords.h"
#include "tools/EffectKey.h"

#include <optional>
#include <vector>

namespace Helmdesk
{

// The business system that the built-in tools act on.
//
// Reads of invoices and payment methods name their customer, so that another customer's row cannot come back.
// Every write is one transaction that checks its own limits again, has its effect, and marks the ledger's
// entry of `key` Done with the returned result. When that entry is Done already, the kept result comes back
// and nothing happens; when it is not Started, the write fails with Conflict and nothing happens. Thread:
// any. Ownership: values. Failure: NotFound, Conflict and Denied as told, otherwise Unavailable, StorageFull,
// Corrupt or Io of the store.
class BusinessBackend
{
public:
    virtual ~BusinessBackend() = default;

    virtual Result<std::optional<CustomerRecord>> customer(const QString &id) const = 0;
    // The whole address, without regard to case.
    virtual Result<std::optional<CustomerRecord>> customerByEmail(const QString &email) const = 0;
    virtual Result<std::optional<InvoiceRecord>> invoice(const QString &customer,
                                                         const QString &id) const = 0;
    // Newest first.
    virtual Result<std::vector<InvoiceRecord>> latestInvoices(const QString &customer, int limit) const = 0;
    virtual Result<std::vector<PaymentMethodRecord>> paymentMethods(const QString &customer) const = 0;

    // NotFound: no such invoice of that customer. Denied: not refundable, another currency, or more than is
    // left of what was paid. Conflict: the rules no longer allow it.
    virtual Result<Json> refund(const EffectKey &key, const RefundOrder &order) = 0;
    virtual Result<Json> requestReset(const EffectKey &key, const ResetOrder &order,
                                      ConversationId conversation) = 0;
    virtual Result<Json> changeField(const EffectKey &key, const FieldChange &change) = 0;
    virtual Result<Json> issueLink(const EffectKey &key, const LinkOrder &order,
                                   ConversationId conversation) = 0;
    virtual Result<Json> createTicket(const EffectKey &key, const TicketOrder &order,
                                      ConversationId conversation) = 0;
};

} // namespace Helmdesk
