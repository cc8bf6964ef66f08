#pragma once

#include "core/Json.h"
#include "store/Database.h"
#include "tools/BusinessBackend.h"

#include <functional>

namespace Helmdesk
{

// The sandbox business system: the first tables of the workspace. An effect, the mails it sends and its
// "done" in the ledger are one transaction. Thread: any, through the connection of each thread. The Database
// must outlive it.
class SqliteBusinessBackend final : public BusinessBackend
{
public:
    explicit SqliteBusinessBackend(Database &database);

    Result<std::optional<CustomerRecord>> customer(const QString &id) const override;
    Result<std::optional<CustomerRecord>> customerByEmail(const QString &email) const override;
    Result<std::optional<InvoiceRecord>> invoice(const QString &customer, const QString &id) const override;
    Result<std::vector<InvoiceRecord>> latestInvoices(const QString &customer, int limit) const override;
    Result<std::vector<PaymentMethodRecord>> paymentMethods(const QString &customer) const override;

    Result<Json> refund(const EffectKey &key, const RefundOrder &order) override;
    Result<Json> requestReset(const EffectKey &key, const ResetOrder &order,
                              ConversationId conversation) override;
    Result<Json> changeField(const EffectKey &key, const FieldChange &change) override;
    Result<Json> issueLink(const EffectKey &key, const LinkOrder &order,
                           ConversationId conversation) override;
    Result<Json> createTicket(const EffectKey &key, const TicketOrder &order,
                              ConversationId conversation) override;

    // Adds rows of the documented tables, {"customers": [{…}], …}; missing fields take their documented
    // values. All or nothing; InvalidInput names table and field. A running total of refunds does not count
    // these.
    Result<> loadRows(const Json &backend);
    // All rows by id, with exactly the documented fields. InvalidInput for an unknown table.
    Result<Json> dumpTable(const QString &name) const;
    static QStringList tableNames();

private:
    // Runs `effect` once for the key, and marks the key Done with what it returns and the money that it
    // moved, in one transaction.
    Result<Json> once(const EffectKey &key, const QDateTime &at,
                      const std::function<Result<Json>(Connection &)> &effect,
                      const std::optional<Money> &amount = {});

    Database &m_database;
};

} // namespace Helmdesk
