#include "store/SqliteCustomerRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{

namespace
{

constexpr int recentTickets = 5;

QString selectCustomers()
{
    return QStringLiteral(
        "SELECT id, name, email, plan, status, joined, language, phone, company, address FROM customers ");
}

CustomerContext customerOf(const Statement &row)
{
    CustomerContext customer;
    customer.id = row.text(0);
    customer.name = row.text(1);
    customer.email = row.text(2);
    customer.plan = row.text(3);
    customer.status = row.text(4);
    customer.joined = QDate::fromString(row.text(5), Qt::ISODate);
    customer.language = row.text(6);
    customer.phone = row.text(7);
    customer.company = row.text(8);
    customer.address = row.text(9);
    return customer;
}

Result<> addTickets(Connection &connection, CustomerContext &customer)
{
    auto tickets = Rows::all(
        connection.run(QStringLiteral("SELECT id, category, subject, status FROM tickets WHERE customer = ? "
                                      "ORDER BY created DESC, id DESC LIMIT ?"),
                       customer.id, recentTickets),
        [](const Statement &row) {
            return RecentTicket{{row.integer(0)}, row.text(1), row.text(2), row.text(3)};
        });
    if (!tickets)
        return std::move(tickets).error();
    customer.recentTickets = std::move(*tickets);
    return {};
}

Result<> addBilling(Connection &connection, CustomerContext &customer)
{
    auto subscription = Rows::first(
        connection.run(QStringLiteral("SELECT plan, status, period_end, price_minor, currency, "
                                      "cancel_at_period_end FROM subscriptions WHERE customer = ? AND "
                                      "status <> 'cancelled' ORDER BY period_end DESC, id DESC LIMIT 1"),
                       customer.id),
        [](const Statement &row) {
            return CurrentSubscription{row.text(0), row.text(1),
                                       QDate::fromString(row.text(2).left(10), Qt::ISODate),
                                       Money{row.integer(3), row.text(4)}, row.boolean(5)};
        });
    if (!subscription)
        return std::move(subscription).error();
    customer.subscription = std::move(*subscription);
    auto method = Rows::first(
        connection.run(
            QStringLiteral("SELECT kind, brand, last4, expires FROM payment_methods WHERE customer = ? "
                           "ORDER BY is_default DESC, id DESC LIMIT 1"),
            customer.id),
        [](const Statement &row) {
            return ChargedMethod{row.text(0), row.text(1), row.text(2), row.text(3)};
        });
    if (!method)
        return std::move(method).error();
    customer.paymentMethod = std::move(*method);
    return {};
}

} // namespace

SqliteCustomerRepository::SqliteCustomerRepository(Database &database)
    : m_database(database)
{
}

Result<std::optional<CustomerContext>> SqliteCustomerRepository::findById(const QString &id) const
{
    return findWhere(QStringLiteral("WHERE id = ?"), id);
}

Result<std::optional<CustomerContext>> SqliteCustomerRepository::findByEmail(const QString &email) const
{
    return findWhere(QStringLiteral("WHERE email = ? COLLATE NOCASE ORDER BY id LIMIT 1"), email.trimmed());
}

Result<std::optional<CustomerContext>> SqliteCustomerRepository::findWhere(const QString &condition,
                                                                           const QString &value) const
{
    if (value.isEmpty())
        return std::optional<CustomerContext>();
    return m_database.read([&](Connection &connection) -> Result<std::optional<CustomerContext>> {
        auto customer = Rows::first(connection.run(selectCustomers() + condition, value), customerOf);
        if (!customer || !customer->has_value())
            return customer;
        if (auto added = addTickets(connection, **customer); !added)
            return std::move(added).error();
        if (auto added = addBilling(connection, **customer); !added)
            return std::move(added).error();
        return customer;
    });
}

Result<std::vector<CustomerContext>> SqliteCustomerRepository::search(const QString &text, int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(selectCustomers() +
                                            QStringLiteral("WHERE instr(lower(id || ' ' || ifnull(name, '') "
                                                           "|| ' ' || ifnull(email, '') || ' ' || "
                                                           "ifnull(company, '')), lower(?)) > 0 "
                                                           "ORDER BY name COLLATE NOCASE, id LIMIT ?"),
                                        text.trimmed(), limit),
                         customerOf);
    });
}

} // namespace Helmdesk
