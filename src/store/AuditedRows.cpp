#include "store/AuditedRows.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

#include <QCryptographicHash>

namespace Helmdesk
{
namespace
{

constexpr size_t rowsOfOneRecord = 200;

// The first column is the row's key as text; of the others the digest is made.
struct Source {
    QString select;
    int columns = 0;
};

Source source(AuditedTable table, const char *key, const char *names)
{
    QStringList columns{QString::fromLatin1(key)};
    for (const QString &column : QString::fromLatin1(names).split(QLatin1Char(' ')))
        columns.append(QStringLiteral("CAST(%1 AS BLOB)").arg(column));
    return {QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QStringLiteral(", ")), nameOf(table)),
            static_cast<int>(columns.size())};
}

const Source &sourceOf(AuditedTable table)
{
    static const Source effects =
        source(AuditedTable::Effects, "key",
               "tool customer conversation run digest amount_minor currency day state result failure "
               "approved_by started finished");
    static const Source refunds = source(AuditedTable::Refunds, "id", "invoice amount_minor currency status");
    static const Source approvals =
        source(AuditedTable::Approvals, "CAST(id AS TEXT)",
               "conversation message run tool args digest amount_minor currency customer preview shown "
               "for_mode state created expires decided_by decided reason");
    static const Source settings =
        source(AuditedTable::Settings, "name || '|' || scope", "value author updated");
    switch (table) {
    case AuditedTable::Effects:
        return effects;
    case AuditedTable::Refunds:
        return refunds;
    case AuditedTable::Approvals:
        return approvals;
    case AuditedTable::Settings:
        break;
    }
    return settings;
}

// Each value with its length before it; NULL is no value of any length.
QString digestOf(const Statement &row, int columns)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int column = 1; column < columns; ++column) {
        const bool isNull = row.isNull(column);
        const QByteArray value = row.blob(column);
        hash.addData(isNull ? QByteArray("-") : QByteArray::number(value.size()));
        hash.addData(QByteArrayView(":"));
        hash.addData(value);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

QString nameOf(AuditedTable table)
{
    switch (table) {
    case AuditedTable::Effects:
        return QStringLiteral("effects");
    case AuditedTable::Refunds:
        return QStringLiteral("refunds");
    case AuditedTable::Approvals:
        return QStringLiteral("approvals");
    case AuditedTable::Settings:
        break;
    }
    return QStringLiteral("settings");
}

Result<QString> AuditedRows::digest(Connection &connection, AuditedTable table, const QString &key)
{
    // The key's own column, so that its index serves.
    const bool isSetting = table == AuditedTable::Settings;
    const QString where =
        isSetting ? QStringLiteral(" WHERE name = ? AND scope = ?")
                  : QStringLiteral(" WHERE %1 = ?")
                        .arg(table == AuditedTable::Effects ? QStringLiteral("key") : QStringLiteral("id"));
    QVariantList values{key};
    if (isSetting)
        values = {key.section(QLatin1Char('|'), 0, 0), key.section(QLatin1Char('|'), 1)};
    else if (table == AuditedTable::Approvals)
        values = {key.toLongLong()};
    const Source &from = sourceOf(table);
    auto found = Rows::first(connection.execute(from.select + where, values),
                             [&](const Statement &row) { return digestOf(row, from.columns); });
    if (!found)
        return std::move(found).error();
    return found->value_or(QString());
}

Result<QHash<QString, QString>> AuditedRows::all(Connection &connection, AuditedTable table)
{
    const Source &from = sourceOf(table);
    auto rows = Rows::all(connection.run(from.select), [&](const Statement &row) {
        return std::pair(row.text(0), digestOf(row, from.columns));
    });
    if (!rows)
        return std::move(rows).error();
    return QHash<QString, QString>(rows->begin(), rows->end());
}

Result<> AuditedRows::recordBaseline(Connection &connection, const QDateTime &at)
{
    auto vouched =
        Rows::integer(connection.run(QStringLiteral("SELECT count(*) FROM audit_log WHERE rule >= 2")));
    if (!vouched)
        return std::move(vouched).error();
    if (*vouched > 0)
        return {};
    for (const AuditedTable table : auditedTables) {
        auto rows = all(connection, table);
        if (!rows)
            return std::move(rows).error();
        Json part = Json::object();
        const auto write = [&]() -> Result<> {
            if (part.empty())
                return {};
            return SqliteAuditLog::append(connection,
                                          {at, QStringLiteral("system"), QStringLiteral("rows.found"),
                                           nameOf(table), std::exchange(part, Json::object())});
        };
        for (auto row = rows->cbegin(); row != rows->cend(); ++row) {
            part[row.key().toStdString()] = row.value();
            if (part.size() < rowsOfOneRecord)
                continue;
            if (auto written = write(); !written)
                return written;
        }
        if (auto written = write(); !written)
            return written;
    }
    return {};
}

} // namespace Helmdesk
