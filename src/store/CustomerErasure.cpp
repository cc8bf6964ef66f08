#include "store/CustomerErasure.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

#include <QSet>
#include <utility>

namespace Helmdesk
{
namespace
{

// The erased conversations, for the statements below.
constexpr const char *chosen = "(SELECT id FROM temp.erased)";

Result<qint64> removed(Connection &connection, const QString &sql, const QString &value)
{
    auto statement = value.isNull() ? connection.run(sql) : connection.run(sql, value);
    if (!statement)
        return statement.error();
    return statement->changes();
}

Result<> chooseConversations(Connection &connection, const QString &customer, const QString &email)
{
    for (const char *sql :
         {"CREATE TEMP TABLE IF NOT EXISTS erased (id INTEGER PRIMARY KEY)", "DELETE FROM temp.erased"}) {
        if (auto done = connection.runOnce(QString::fromLatin1(sql)); !done)
            return done;
    }
    return Rows::done(connection.run(
        QStringLiteral("INSERT INTO temp.erased SELECT id FROM conversations WHERE customer = ? OR "
                       "(customer IS NULL AND linked_customer = ?) UNION SELECT id FROM conversations WHERE "
                       "customer IS NULL AND sender_address <> '' "
                       "AND sender_address = ? COLLATE NOCASE"),
        customer, customer, email));
}

struct Removal {
    const char *table;
    QString sql;
    enum class Binds { Nothing, Customer, Email } binds;
};

std::vector<Removal> removals()
{
    using enum Removal::Binds;
    const QString in = QStringLiteral(" IN ") + QLatin1String(chosen);
    return {
        {"training_examples",
         QStringLiteral("DELETE FROM training_examples WHERE message IN (SELECT id FROM messages WHERE "
                        "conversation") +
             in + QLatin1Char(')'),
         Nothing},
        {"outbox", QStringLiteral("DELETE FROM outbox WHERE conversation") + in, Nothing},
        {"outbox",
         QStringLiteral("DELETE FROM outbox WHERE recipient <> '' AND recipient = ? COLLATE NOCASE"), Email},
        {"outbox", QStringLiteral("DELETE FROM outbox WHERE recipient = ?"), Customer},
        {"tickets", QStringLiteral("DELETE FROM tickets WHERE conversation") + in, Nothing},
        {"tickets", QStringLiteral("DELETE FROM tickets WHERE customer = ?"), Customer},
        {"approvals", QStringLiteral("DELETE FROM approvals WHERE customer = ?"), Customer},
        {"late_results",
         QStringLiteral("DELETE FROM late_results WHERE key IN (SELECT key FROM effects WHERE customer = ?)"),
         Customer},
        {"effects", QStringLiteral("DELETE FROM effects WHERE conversation") + in, Nothing},
        {"effects", QStringLiteral("DELETE FROM effects WHERE customer = ?"), Customer},
        // Messages, runs, steps, outcomes, tool calls, drafts, verdicts and notifications go with them.
        {"conversations", QStringLiteral("DELETE FROM conversations WHERE id") + in, Nothing},
        {"password_resets", QStringLiteral("DELETE FROM password_resets WHERE customer = ?"), Customer},
        {"payment_methods", QStringLiteral("DELETE FROM payment_methods WHERE customer = ?"), Customer},
        {"subscriptions", QStringLiteral("DELETE FROM subscriptions WHERE customer = ?"), Customer},
        {"refunds",
         QStringLiteral("UPDATE refunds SET reason = NULL WHERE invoice IN (SELECT id FROM invoices WHERE "
                        "customer = ?)"),
         Customer},
        {"invoices",
         QStringLiteral("UPDATE invoices SET customer = NULL, description = NULL WHERE customer = ?"),
         Customer},
        {"customers", QStringLiteral("DELETE FROM customers WHERE id = ?"), Customer},
    };
}

Result<std::vector<qint64>> outboxItemsOf(Connection &connection, const QString &customer,
                                          const QString &email)
{
    return Rows::all(
        connection.run(QStringLiteral("SELECT id FROM outbox WHERE conversation IN ") +
                           QLatin1String(chosen) +
                           QStringLiteral(" OR recipient = ? OR (recipient <> '' AND recipient = ? COLLATE "
                                          "NOCASE) ORDER BY id"),
                       customer, email),
        [](const Statement &row) { return row.integer(0); });
}

// The record's part that is looked for elsewhere, and where the customer wrote from besides.
Result<ErasedCustomer> whoIsErased(Connection &connection, const QString &customer)
{
    auto record = Rows::first(
        connection.run(QStringLiteral("SELECT email, name FROM customers WHERE id = ?"), customer),
        [](const Statement &row) { return std::pair(row.text(0), row.text(1).simplified()); });
    if (!record)
        return record.error();
    if (!*record && customer.contains(u'@')) {
        ErasedCustomer sender;
        sender.email = customer;
        return sender;
    }
    if (!*record)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no customer \"%1\"").arg(customer)};
    ErasedCustomer erased;
    erased.email = (*record)->first;
    if ((*record)->second.contains(u' ')) // a first name alone is everybody's
        erased.name = (*record)->second;
    auto others = Rows::all(
        connection.run(
            QStringLiteral("SELECT DISTINCT sender_address FROM conversations WHERE customer = ? AND "
                           "sender_address <> '' AND sender_address <> ? COLLATE NOCASE ORDER BY 1"),
            customer, erased.email),
        [](const Statement &row) { return row.text(0); });
    if (!others)
        return others.error();
    erased.otherAddresses = QStringList(others->begin(), others->end());
    return erased;
}

// What stays and may hold the customer's data: it is told, for a person to look at.
Result<> lookForMentions(Connection &connection, ErasedCustomer &erased)
{
    QSet<QString> articles;
    const QStringList words = erased.words();
    for (const QString &word : words) {
        auto mentions = Rows::integer(connection.run(
            QStringLiteral(
                "SELECT count(*) FROM messages WHERE instr(lower(ifnull(full_text, text)), ?) > 0"),
            word));
        if (!mentions)
            return mentions.error();
        erased.mentions += *mentions;
        auto found = Rows::all(
            connection.run(QStringLiteral("SELECT id FROM documents WHERE instr(lower(text), ?) > 0 OR "
                                          "instr(lower(title), ?) > 0"),
                           word, word),
            [](const Statement &row) { return row.text(0); });
        if (!found)
            return found.error();
        articles.unite(QSet<QString>(found->begin(), found->end()));
        auto strangers = Rows::all(
            connection.run(
                QStringLiteral("SELECT id, sender_address FROM conversations WHERE customer IS NULL AND "
                               "(lower(sender_address) = ? OR lower(sender_name) = ?) ORDER BY id"),
                word, word),
            [](const Statement &row) {
                return QStringLiteral("%1 from %2").arg(row.integer(0)).arg(row.text(1));
            });
        if (!strangers)
            return strangers.error();
        erased.conversations += QStringList(strangers->begin(), strangers->end());
    }
    erased.articles = articles.values();
    erased.articles.sort();
    erased.conversations.removeDuplicates();
    return {};
}

// The rows that the audit log vouches for and that go now; their keys name nobody.
Result<Json> vouchedRows(Connection &connection, const QString &customer)
{
    const QString where = QStringLiteral(" WHERE customer = ? OR conversation IN ") + QLatin1String(chosen);
    Json gone = Json::object();
    for (const auto &[table, key] : {std::pair("effects", "key"), std::pair("approvals", "id")}) {
        auto keys = Rows::all(
            connection.run(
                QStringLiteral("SELECT %1 FROM %2%3").arg(QLatin1String(key), QLatin1String(table), where),
                customer),
            [](const Statement &row) { return row.text(0); });
        if (!keys)
            return keys.error();
        gone[table] = QStringList(keys->begin(), keys->end());
    }
    return gone;
}

// The id of the customer whose address this is; else the word itself.
Result<QString> customerNamed(Connection &connection, const QString &word)
{
    auto id = Rows::first(
        connection.run(
            QStringLiteral("SELECT id FROM customers WHERE id = ? OR (email <> '' AND email = ? COLLATE "
                           "NOCASE) ORDER BY id = ? DESC, id"),
            word, word, word),
        [](const Statement &row) { return row.text(0); });
    if (!id)
        return id.error();
    return id->value_or(word);
}

Result<ErasedCustomer> eraseRows(Connection &connection, const QString &named, const QString &by,
                                 const QDateTime &now)
{
    const auto found = customerNamed(connection, named.trimmed());
    if (!found)
        return found.error();
    const QString &customer = *found;
    auto erased = whoIsErased(connection, customer);
    if (!erased)
        return erased;
    if (auto done = chooseConversations(connection, customer, erased->email); !done)
        return done.error();
    auto items = outboxItemsOf(connection, customer, erased->email);
    if (!items)
        return items.error();
    erased->outboxItems = std::move(*items);
    auto gone = vouchedRows(connection, customer);
    if (!gone)
        return gone.error();
    for (const Removal &removal : removals()) {
        const QString value = removal.binds == Removal::Binds::Customer ? customer
                              : removal.binds == Removal::Binds::Email  ? erased->email
                                                                        : QString();
        if (removal.binds != Removal::Binds::Nothing && value.isEmpty())
            continue;
        auto rows = removed(connection, removal.sql, value);
        if (!rows)
            return rows.error();
        erased->rows[QLatin1String(removal.table)] += *rows;
    }
    // Answers of models should hold nothing of anybody; nobody has to rely on that.
    if (auto forgotten = Rows::done(connection.run(QStringLiteral("DELETE FROM kept_answers"))); !forgotten)
        return forgotten.error();
    if (auto looked = lookForMentions(connection, *erased); !looked)
        return looked.error();
    Json counts = Json::object();
    for (auto it = erased->rows.cbegin(); it != erased->rows.cend(); ++it)
        counts[it.key().toStdString()] = it.value();
    counts["gone"] = std::move(*gone);
    for (const Topic topic : {Topic::Conversations, Topic::Tickets, Topic::Outbox, Topic::Approvals,
                              Topic::Backend, Topic::Training})
        connection.announce(topic);
    auto audited = SqliteAuditLog::append(connection, {now, by, QStringLiteral("customer.erased"),
                                                       QStringLiteral("customer"), std::move(counts)});
    if (!audited)
        return audited.error();
    return erased;
}

// Writes the file anew and empties its log. Deleted rows are overwritten by secure_delete; what was edited or
// deleted before, by another program or without it, stands in free pages until then.
QString writeAnew(Connection &connection)
{
    for (const char *sql :
         {// The index still holds removed words in its older parts until they are written anew.
          "INSERT INTO messages_fts (messages_fts) VALUES ('optimize')", "VACUUM"}) {
        if (auto done = connection.runOnce(QString::fromLatin1(sql)); !done)
            return QStringLiteral(
                       "the database could not be written anew (%1), so its free pages may hold old "
                       "texts: run \"helmdeskctl compact\" when that is mended")
                .arg(done.error().detail);
    }
    auto emptied = Rows::integer(connection.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")), 1);
    if (emptied && *emptied == 0)
        return {};
    return QStringLiteral(
        "another program reads from the database, so its log helmdesk.db-wal may hold old texts: "
        "end that program, or run \"helmdeskctl compact\" later");
}

} // namespace

QStringList ErasedCustomer::words() const
{
    QStringList words{email.toLower(), name.toLower()};
    for (const QString &address : otherAddresses)
        words.append(address.toLower());
    words.removeAll(QString());
    return words;
}

Result<ErasedCustomer> eraseCustomer(Database &database, const QString &customer, const QString &by,
                                     const QDateTime &now)
{
    auto erased =
        database.write([&](Connection &connection) { return eraseRows(connection, customer, by, now); });
    if (!erased)
        return erased;
    erased->leftInFile = compact(database);
    return erased;
}

QString compact(Database &database)
{
    auto opened = database.connection();
    if (!opened)
        return opened.error().detail;
    return writeAnew(**opened);
}

} // namespace Helmdesk
