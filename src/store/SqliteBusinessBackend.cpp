#include "store/SqliteBusinessBackend.h"

#include "core/Clock.h"
#include "store/AuditedRows.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteEffectLedger.h"
#include "tools/BuiltinTools.h"

#include <QCryptographicHash>

namespace Helmdesk
{
namespace
{

constexpr char customerColumns[] =
    "SELECT id, name, email, plan, status, phone, company, address, language FROM customers ";
constexpr char invoiceColumns[] =
    "SELECT id, customer, issued, due, amount_minor, currency, status, description, "
    "refunded_minor FROM invoices ";

QString sql(const char *head, const char *tail = "")
{
    return QString::fromLatin1(head) + QString::fromLatin1(tail);
}

// A row id that the same effect always gets.
QString rowId(const char *prefix, const EffectKey &key)
{
    const QByteArray digest = QCryptographicHash::hash(key.value.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(prefix) + QString::fromLatin1(digest.toHex().left(20));
}

CustomerRecord customerFrom(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
            row.text(5), row.text(6), row.text(7), row.text(8)};
}

InvoiceRecord invoiceFrom(const Statement &row)
{
    InvoiceRecord invoice;
    invoice.id = row.text(0);
    invoice.customer = row.text(1);
    invoice.issued = row.text(2);
    invoice.due = row.text(3);
    invoice.amount = {row.integer(4), row.text(5)};
    invoice.status = row.text(6);
    invoice.description = row.text(7);
    invoice.refundedMinor = row.integer(8);
    return invoice;
}

Result<std::optional<CustomerRecord>> oneCustomer(Connection &connection, const char *where,
                                                  const QString &value)
{
    auto row = connection.run(sql(customerColumns, where), value);
    if (!row)
        return std::move(row).error();
    if (!row->next())
        return std::optional<CustomerRecord>();
    return std::optional(customerFrom(*row));
}

Result<> addRefunds(Connection &connection, InvoiceRecord &invoice)
{
    auto row = connection.run(
        QStringLiteral(
            "SELECT id, invoice, amount_minor, currency, status, reason FROM refunds WHERE invoice = ? "
            "ORDER BY rowid"),
        invoice.id);
    if (!row)
        return std::move(row).error();
    while (row->next())
        invoice.refunds.push_back(
            {row->text(0), row->text(1), {row->integer(2), row->text(3)}, row->text(4), row->text(5)});
    return {};
}

Result<std::optional<InvoiceRecord>> oneInvoice(Connection &connection, const QString &customer,
                                                const QString &id)
{
    auto row = connection.run(sql(invoiceColumns, "WHERE id = ? AND customer = ?"), id, customer);
    if (!row)
        return std::move(row).error();
    if (!row->next())
        return std::optional<InvoiceRecord>();
    InvoiceRecord invoice = invoiceFrom(*row);
    if (auto added = addRefunds(connection, invoice); !added)
        return std::move(added).error();
    return std::optional(std::move(invoice));
}

Result<> enqueue(Connection &connection, const EffectKey &key, const std::vector<EffectMail> &mails,
                 ConversationId conversation, const QDateTime &at)
{
    for (size_t i = 0; i < mails.size(); ++i) {
        auto added = connection.run(
            QStringLiteral(
                "INSERT INTO outbox (key, conversation, channel, recipient, subject, body, created, "
                "due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            QStringLiteral("effect:%1:%2").arg(key.value).arg(i),
            conversation.isValid() ? std::optional(conversation.value) : std::nullopt,
            nameOf(ChannelKind::Mail), mails[i].recipient, mails[i].subject, mails[i].body, toIso(at),
            toIso(at));
        if (!added)
            return std::move(added).error();
    }
    if (!mails.empty())
        connection.announce(Topic::Outbox, conversation.value);
    return {};
}

// What the gate checked before, checked again where nothing can come between.
Result<> checkOrder(const RefundOrder &order, const InvoiceRecord &invoice)
{
    if (!invoice.isRefundable() || order.amount.currency != invoice.amount.currency)
        return Error{ErrorKind::Denied, QStringLiteral("the invoice cannot be refunded")};
    if (order.amount.minor <= 0 || order.amount.minor > invoice.leftMinor())
        return Error{ErrorKind::Denied, QStringLiteral("the refund is more than is left of what was paid")};
    return order.stillAllowed ? order.stillAllowed() : Result<>();
}

// Tells the audit log of the refund whose row was added.
Result<> recordRefund(Connection &connection, const EffectKey &key, const RefundRecord &refund,
                      const QDateTime &at)
{
    auto row = AuditedRows::digest(connection, AuditedTable::Refunds, refund.id);
    if (!row)
        return std::move(row).error();
    return SqliteAuditLog::append(
        connection, {at,
                     QStringLiteral("agent"),
                     QStringLiteral("refund.made"),
                     QStringLiteral("refund:") + refund.id,
                     {{"effect", key.value},
                      {"invoice", refund.invoice},
                      {"amount", {{"minor", refund.amount.minor}, {"currency", refund.amount.currency}}},
                      {"row", *row}}});
}

Result<bool> hasFreshReset(Connection &connection, const ResetOrder &order)
{
    auto row = connection.run(
        QStringLiteral("SELECT 1 FROM password_resets WHERE customer = ? AND used = 0 AND created > ? AND "
                       "created <= ? AND expires > ?"),
        order.customer, toIso(order.at.addSecs(-order.keepForSeconds)), toIso(order.at), toIso(order.at));
    if (!row)
        return std::move(row).error();
    return row->next();
}

} // namespace

SqliteBusinessBackend::SqliteBusinessBackend(Database &database)
    : m_database(database)
{
}

Result<std::optional<CustomerRecord>> SqliteBusinessBackend::customer(const QString &id) const
{
    return m_database.read(
        [&](Connection &connection) { return oneCustomer(connection, "WHERE id = ?", id); });
}

Result<std::optional<CustomerRecord>> SqliteBusinessBackend::customerByEmail(const QString &email) const
{
    return m_database.read([&](Connection &connection) {
        return oneCustomer(connection, "WHERE email = ? COLLATE NOCASE ORDER BY id LIMIT 1", email.trimmed());
    });
}

Result<std::optional<InvoiceRecord>> SqliteBusinessBackend::invoice(const QString &customer,
                                                                    const QString &id) const
{
    return m_database.read([&](Connection &connection) { return oneInvoice(connection, customer, id); });
}

Result<std::vector<InvoiceRecord>> SqliteBusinessBackend::latestInvoices(const QString &customer,
                                                                         int limit) const
{
    return m_database.read([&](Connection &connection) -> Result<std::vector<InvoiceRecord>> {
        std::vector<InvoiceRecord> invoices;
        {
            auto row = connection.run(
                sql(invoiceColumns, "WHERE customer = ? ORDER BY issued DESC, id DESC LIMIT ?"), customer,
                limit);
            if (!row)
                return std::move(row).error();
            while (row->next())
                invoices.push_back(invoiceFrom(*row));
        }
        for (InvoiceRecord &invoice : invoices) {
            if (auto added = addRefunds(connection, invoice); !added)
                return std::move(added).error();
        }
        return invoices;
    });
}

Result<std::vector<PaymentMethodRecord>> SqliteBusinessBackend::paymentMethods(const QString &customer) const
{
    return m_database.read([&](Connection &connection) -> Result<std::vector<PaymentMethodRecord>> {
        auto row =
            connection.run(QStringLiteral("SELECT id, kind, brand, last4, is_default FROM payment_methods "
                                          "WHERE customer = ? ORDER BY is_default DESC, id"),
                           customer);
        if (!row)
            return std::move(row).error();
        std::vector<PaymentMethodRecord> methods;
        while (row->next())
            methods.push_back({row->text(0), row->text(1), row->text(2), row->text(3), row->boolean(4)});
        return methods;
    });
}

Result<Json> SqliteBusinessBackend::once(const EffectKey &key, const QDateTime &at,
                                         const std::function<Result<Json>(Connection &)> &effect,
                                         const std::optional<Money> &amount)
{
    return m_database.write([&](Connection &connection) -> Result<Json> {
        auto before = SqliteEffectLedger::findIn(connection, key);
        if (!before)
            return std::move(before).error();
        if (before->state == EffectState::Done)
            return before->result;
        auto result = effect(connection);
        if (!result)
            return result;
        if (auto done = SqliteEffectLedger::markDone(connection, key, *result, at, amount); !done)
            return std::move(done).error();
        connection.announce(Topic::Backend);
        return result;
    });
}

Result<Json> SqliteBusinessBackend::refund(const EffectKey &key, const RefundOrder &order)
{
    const auto effect = [&](Connection &connection) -> Result<Json> {
        auto invoice = oneInvoice(connection, order.customer, order.invoice);
        if (!invoice)
            return std::move(invoice).error();
        if (!*invoice)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such invoice")};
        if (auto allowed = checkOrder(order, **invoice); !allowed)
            return std::move(allowed).error();

        const RefundRecord refund{rowId("re_", key), order.invoice, order.amount, QStringLiteral("succeeded"),
                                  order.reason};
        InvoiceRecord after = **invoice;
        after.refundedMinor += order.amount.minor;
        after.status = statusAfterRefund(after, after.refundedMinor);
        auto added =
            connection.run(QStringLiteral("INSERT INTO refunds (id, invoice, amount_minor, currency, "
                                          "status, reason) VALUES (?, ?, ?, ?, ?, ?)"),
                           refund.id, refund.invoice, refund.amount.minor, refund.amount.currency,
                           refund.status, refund.reason);
        if (!added)
            return std::move(added).error();
        auto updated =
            connection.run(QStringLiteral("UPDATE invoices SET refunded_minor = ?, status = ? WHERE id = ?"),
                           after.refundedMinor, after.status, after.id);
        if (!updated)
            return std::move(updated).error();
        if (auto recorded = recordRefund(connection, key, refund, order.at); !recorded)
            return std::move(recorded).error();
        return refundResult(refund, after);
    };
    return once(key, order.at, effect, order.amount);
}

Result<Json> SqliteBusinessBackend::requestReset(const EffectKey &key, const ResetOrder &order,
                                                 ConversationId conversation)
{
    return once(key, order.at, [&](Connection &connection) -> Result<Json> {
        auto fresh = hasFreshReset(connection, order);
        if (!fresh)
            return std::move(fresh).error();
        if (*fresh)
            return order.result;
        auto added = connection.run(
            QStringLiteral("INSERT INTO password_resets (id, customer, token_hash, created, "
                           "expires, used) VALUES (?, ?, ?, ?, ?, 0)"),
            rowId("pr_", key), order.customer, order.tokenHash, toIso(order.at), toIso(order.expires));
        if (!added)
            return std::move(added).error();
        if (auto queued = enqueue(connection, key, {order.mail}, conversation, order.at); !queued)
            return std::move(queued).error();
        return order.result;
    });
}

Result<Json> SqliteBusinessBackend::changeField(const EffectKey &key, const FieldChange &change)
{
    static const QHash<QString, QString> statements{
        {QStringLiteral("name"), QStringLiteral("UPDATE customers SET name = ? WHERE id = ?")},
        {QStringLiteral("phone"), QStringLiteral("UPDATE customers SET phone = NULLIF(?, '') WHERE id = ?")},
        {QStringLiteral("company"),
         QStringLiteral("UPDATE customers SET company = NULLIF(?, '') WHERE id = ?")},
        {QStringLiteral("address"),
         QStringLiteral("UPDATE customers SET address = NULLIF(?, '') WHERE id = ?")},
        {QStringLiteral("language"), QStringLiteral("UPDATE customers SET language = ? WHERE id = ?")},
    };
    const QString statement = statements.value(change.field);
    if (statement.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the field cannot be changed at once")};
    return once(key, change.at, [&](Connection &connection) -> Result<Json> {
        auto customer = oneCustomer(connection, "WHERE id = ?", change.customer);
        if (!customer)
            return std::move(customer).error();
        if (!*customer)
            return Error{ErrorKind::NotFound, QStringLiteral("there is no such customer")};
        auto updated = connection.run(statement, change.value, change.customer);
        if (!updated)
            return std::move(updated).error();
        return fieldChangeResult(change, valueOf(**customer, change.field));
    });
}

Result<Json> SqliteBusinessBackend::issueLink(const EffectKey &key, const LinkOrder &order,
                                              ConversationId conversation)
{
    return once(key, order.at, [&](Connection &connection) -> Result<Json> {
        if (auto queued = enqueue(connection, key, order.mails, conversation, order.at); !queued)
            return std::move(queued).error();
        return order.result;
    });
}

Result<Json> SqliteBusinessBackend::createTicket(const EffectKey &key, const TicketOrder &order,
                                                 ConversationId conversation)
{
    return once(key, order.at, [&](Connection &connection) -> Result<Json> {
        auto added = connection.run(
            QStringLiteral(
                "INSERT INTO tickets (customer, category, subject, priority, created, conversation, "
                "summary, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            NullIfEmpty{order.customer}, order.category, order.subject, order.priority, toIso(order.at),
            conversation.isValid() ? std::optional(conversation.value) : std::nullopt, order.summary,
            key.value);
        if (!added)
            return std::move(added).error();
        const qint64 number = added->lastInsertId();
        connection.announce(Topic::Tickets, number);
        return ticketResult(number, order);
    });
}

} // namespace Helmdesk
