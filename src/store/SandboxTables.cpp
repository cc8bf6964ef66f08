#include "core/Clock.h"
#include "store/AuditedRows.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteBusinessBackend.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

enum class ColumnType { Text, Integer, Boolean };

struct Column {
    const char *name;
    ColumnType type = ColumnType::Text;
    const char *fallback = nullptr; // of a missing field; null: SQL NULL
};

struct Table {
    const char *name;
    std::vector<Column> columns; // the first one is the id
    ColumnType idType = ColumnType::Text;
};

// The documented fields with the values that missing ones take.
const std::vector<Table> &tables()
{
    using enum ColumnType;
    static const std::vector<Table> all{
        {"customers",
         {{"id"},
          {"name"},
          {"email"},
          {"plan", Text, "starter"},
          {"status", Text, "active"},
          {"joined"},
          {"phone"},
          {"company"},
          {"address"},
          {"language", Text, "en"}}},
        {"subscriptions",
         {{"id"},
          {"customer"},
          {"plan"},
          {"status", Text, "active"},
          {"period_end"},
          {"price_minor", Integer},
          {"currency"},
          {"cancel_at_period_end", Boolean, "0"}}},
        {"invoices",
         {{"id"},
          {"customer"},
          {"issued"},
          {"due"},
          {"amount_minor", Integer, "0"},
          {"currency", Text, "USD"},
          {"status", Text, "open"},
          {"description"},
          {"refunded_minor", Integer, "0"}}},
        {"refunds",
         {{"id"},
          {"invoice"},
          {"amount_minor", Integer, "0"},
          {"currency"},
          {"status", Text, "succeeded"},
          {"reason"}}},
        {"payment_methods",
         {{"id"},
          {"customer"},
          {"kind", Text, "card"},
          {"brand"},
          {"last4"},
          {"expires"},
          {"is_default", Boolean, "0"}}},
        {"password_resets",
         {{"id"}, {"customer"}, {"token_hash"}, {"created"}, {"expires"}, {"used", Boolean, "0"}}},
        {"tickets",
         {{"id", Integer},
          {"customer"},
          {"category", Text, "general"},
          {"subject", Text, ""},
          {"status", Text, "open"},
          {"priority", Text, "normal"},
          {"created"}},
         Integer},
        {"outbox",
         {{"id", Integer},
          {"conversation", Integer},
          {"channel", Text, "mail"},
          {"recipient", Text, ""},
          {"subject", Text, ""},
          {"body", Text, ""},
          {"state", Text, "queued"}},
         Integer},
    };
    return all;
}

const Table *tableNamed(const QString &name)
{
    const auto found =
        std::ranges::find_if(tables(), [&](const Table &table) { return name == QLatin1String(table.name); });
    return found == tables().end() ? nullptr : &*found;
}

Error wrong(const Table &table, const QString &field, const char *what)
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("the field \"%1\" of the table %2 %3")
                .arg(field, QString::fromLatin1(table.name), QString::fromLatin1(what))};
}

// A given value as it is bound; nothing when it is of another type.
std::optional<QVariant> bound(const Column &column, const Json &value)
{
    if (column.type == ColumnType::Text && value.is_string())
        return Connection::toVariant(value.get<QString>());
    if (column.type == ColumnType::Integer && value.is_number_integer())
        return Connection::toVariant(toInteger(value));
    if (column.type == ColumnType::Boolean && value.is_boolean())
        return Connection::toVariant(value.get<bool>());
    return std::nullopt;
}

QVariant fallbackOf(const Table &table, const Column &column, size_t row)
{
    if (&column == &table.columns.front() && table.idType == ColumnType::Text)
        return QStringLiteral("%1-%2").arg(QString::fromLatin1(table.name)).arg(row + 1);
    if (!column.fallback)
        return Connection::toVariant(nullptr);
    const QString text = QString::fromLatin1(column.fallback);
    return column.type == ColumnType::Text ? Connection::toVariant(text)
                                           : Connection::toVariant(text.toLongLong());
}

Result<QVariantList> valuesOf(const Table &table, const Json &row, size_t number)
{
    if (!row.is_object())
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("a row of the table %1 is no JSON object").arg(QString::fromLatin1(table.name))};
    for (const auto &[field, value] : row.items()) {
        if (std::ranges::none_of(table.columns, [&](const Column &column) { return field == column.name; }))
            return wrong(table, QString::fromStdString(field), "is not known");
    }
    QVariantList values;
    for (const Column &column : table.columns) {
        const Json &given = memberOrNull(row, column.name);
        if (given.is_null()) {
            values.append(fallbackOf(table, column, number));
            continue;
        }
        const auto value = bound(column, given);
        if (!value)
            return wrong(table, QString::fromLatin1(column.name), "has a value of another type");
        values.append(*value);
    }
    return values;
}

QString columnList(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(QString::fromLatin1(column.name));
    return names.join(QStringLiteral(", "));
}

Result<> loadTable(Connection &connection, const Table &table, const Json &rows)
{
    const bool isOutbox = qstrcmp(table.name, "outbox") == 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        auto values = valuesOf(table, rows[i], i);
        if (!values)
            return std::move(values).error();
        QString columns = columnList(table);
        if (isOutbox) {
            columns += QStringLiteral(", key, created, due");
            values->append(QStringLiteral("loaded:%1").arg(i));
            values->append(QString::fromLatin1(""));
            values->append(QString::fromLatin1(""));
        }
        QStringList marks;
        marks.fill(QStringLiteral("?"), values->size());
        auto added = connection.execute(
            QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                .arg(QString::fromLatin1(table.name), columns, marks.join(QStringLiteral(", "))),
            *values);
        if (!added)
            return Error{added.error().kind == ErrorKind::Conflict ? ErrorKind::InvalidInput
                                                                   : added.error().kind,
                         QStringLiteral("row %1 of the table %2: %3")
                             .arg(i + 1)
                             .arg(QString::fromLatin1(table.name), added.error().detail)};
    }
    return {};
}

// An invoice's status and refunded_minor follow from its refunds.
Result<> deriveRefunds(Connection &connection)
{
    for (const char *statement :
         {"UPDATE invoices SET refunded_minor = min(amount_minor, (SELECT sum(amount_minor) FROM refunds "
          "WHERE "
          "invoice = invoices.id AND status = 'succeeded')) WHERE refunded_minor = 0 AND id IN (SELECT "
          "invoice "
          "FROM refunds WHERE status = 'succeeded')",
          "UPDATE invoices SET refunded_minor = amount_minor WHERE status = 'refunded' AND amount_minor > 0",
          "UPDATE invoices SET status = CASE WHEN refunded_minor >= amount_minor THEN 'refunded' ELSE "
          "'partially_refunded' END WHERE refunded_minor > 0 AND status IN ('paid', 'partially_refunded')"}) {
        if (auto done = connection.run(QString::fromLatin1(statement)); !done)
            return std::move(done).error();
    }
    return {};
}

// Refunds that were made elsewhere: the audit log vouches for them from now on.
Result<> recordRefunds(Connection &connection, const Json &rows)
{
    Json digests = Json::object();
    for (size_t i = 0; i < rows.size(); ++i) {
        const QString id = stringOr(rows[i], "id", QStringLiteral("refunds-%1").arg(i + 1));
        auto digest = AuditedRows::digest(connection, AuditedTable::Refunds, id);
        if (!digest)
            return std::move(digest).error();
        digests[id.toStdString()] = *digest;
    }
    if (digests.empty())
        return {};
    return SqliteAuditLog::append(connection, {{},
                                               QStringLiteral("system"),
                                               QStringLiteral("refunds.loaded"),
                                               QStringLiteral("refunds"),
                                               std::move(digests)});
}

Json fieldOf(const Statement &row, int index, ColumnType type)
{
    if (row.isNull(index))
        return {};
    switch (type) {
    case ColumnType::Integer:
        return row.integer(index);
    case ColumnType::Boolean:
        return row.boolean(index);
    case ColumnType::Text:
        break;
    }
    return row.text(index);
}

} // namespace

QStringList SqliteBusinessBackend::tableNames()
{
    QStringList names;
    for (const Table &table : tables())
        names.append(QString::fromLatin1(table.name));
    return names;
}

Result<> SqliteBusinessBackend::loadRows(const Json &backend)
{
    if (backend.is_null())
        return {};
    if (!backend.is_object())
        return Error{ErrorKind::InvalidInput, QStringLiteral("the backend is no JSON object")};
    return m_database.write([&](Connection &connection) -> Result<> {
        for (const auto &[name, rows] : backend.items()) {
            const Table *table = tableNamed(QString::fromStdString(name));
            if (!table || !rows.is_array())
                return Error{ErrorKind::InvalidInput,
                             QStringLiteral("\"%1\" is no table of the sandbox with a list of rows")
                                 .arg(QString::fromStdString(name))};
            if (auto loaded = loadTable(connection, *table, rows); !loaded)
                return loaded;
        }
        connection.announce(Topic::Backend);
        if (auto recorded = recordRefunds(connection, memberOrNull(backend, "refunds")); !recorded)
            return recorded;
        return deriveRefunds(connection);
    });
}

Result<Json> SqliteBusinessBackend::dumpTable(const QString &name) const
{
    const Table *table = tableNamed(name);
    if (!table)
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no table of the sandbox").arg(name)};
    return m_database.read([&](Connection &connection) -> Result<Json> {
        auto row =
            connection.run(QStringLiteral("SELECT %1 FROM %2 ORDER BY id").arg(columnList(*table), name));
        if (!row)
            return std::move(row).error();
        Json rows = Json::array();
        while (row->next()) {
            Json object = Json::object();
            for (size_t i = 0; i < table->columns.size(); ++i)
                object[table->columns[i].name] = fieldOf(*row, static_cast<int>(i), table->columns[i].type);
            rows.push_back(std::move(object));
        }
        return rows;
    });
}

} // namespace Helmdesk
