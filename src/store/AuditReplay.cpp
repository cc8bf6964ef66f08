#include "store/AuditReplay.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostFindings = 50; // of one table; the rest is counted

// The table and key that a record's subject names, "effect:KEY"; a setting's subject is its name alone.
std::optional<std::pair<AuditedTable, QString>> rowOf(const QString &action, const QString &subject)
{
    const QString family = action.section(QLatin1Char('.'), 0, 0);
    const QString key = subject.section(QLatin1Char(':'), 1);
    if (family == QLatin1String("effect"))
        return std::pair(AuditedTable::Effects, key);
    if (family == QLatin1String("refund"))
        return std::pair(AuditedTable::Refunds, key);
    if (family == QLatin1String("approval"))
        return std::pair(AuditedTable::Approvals, key);
    return std::nullopt;
}

} // namespace

void AuditReplay::take(const StoredAuditRecord &record, AuditCheck &check)
{
    const QString action = QString::fromUtf8(record.action);
    const QString subject = QString::fromUtf8(record.subject);
    const auto detail = parseJson(record.detail);
    if (!detail)
        return; // the chain's own check tells of it
    if (action == QLatin1String("rows.found")) {
        for (const AuditedTable table : auditedTables) {
            if (nameOf(table) == subject)
                takeAll(table, *detail, record.id);
        }
    } else if (action == QLatin1String("refunds.loaded")) {
        takeAll(AuditedTable::Refunds, *detail, record.id);
    } else if (action == QLatin1String("settings.changed")) {
        if (detail->contains("row"))
            takeRow(AuditedTable::Settings, subject + QLatin1Char('|') + stringOr(*detail, "scope"), *detail,
                    record.id, check);
    } else if (action == QLatin1String("customer.erased")) {
        const Json &gone = memberOrNull(*detail, "gone");
        forget(AuditedTable::Effects, memberOrNull(gone, "effects"));
        forget(AuditedTable::Approvals, memberOrNull(gone, "approvals"));
    } else if (const auto row = rowOf(action, subject); row && detail->contains("row")) {
        takeRow(row->first, row->second, *detail, record.id, check);
    }
}

void AuditReplay::takeRow(AuditedTable table, const QString &key, const Json &detail, qint64 record,
                          AuditCheck &check)
{
    Expected &expected = rowsOf(table)[key];
    if (detail.contains("row_before") && stringOr(detail, "row_before") != expected.digest)
        check.add(record, QStringLiteral("%1: the row %2 was changed before record %3")
                              .arg(nameOf(table), key)
                              .arg(record));
    expected = {stringOr(detail, "row"), record};
}

void AuditReplay::takeAll(AuditedTable table, const Json &rows, qint64 record)
{
    for (const auto &[key, digest] : rows.items()) {
        if (digest.is_string())
            rowsOf(table).insert(QString::fromStdString(key), {digest.get<QString>(), record});
    }
}

void AuditReplay::forget(AuditedTable table, const Json &keys)
{
    for (const Json &key : keys) {
        if (key.is_string())
            rowsOf(table).remove(key.get<QString>());
    }
}

Result<> AuditReplay::compare(Connection &connection, AuditCheck &check) const
{
    for (const AuditedTable table : auditedTables) {
        auto stored = AuditedRows::all(connection, table);
        if (!stored)
            return std::move(stored).error();
        std::vector<std::pair<qint64, QString>> findings;
        const Rows &expected = rowsOf(table);
        for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
            const QString found = stored->value(row.key());
            if (found == row->digest)
                continue;
            findings.emplace_back(row->record, QStringLiteral("%1: the row %2 was %3 since record %4")
                                                   .arg(nameOf(table), row.key(),
                                                        found.isEmpty()         ? QStringLiteral("removed")
                                                        : row->digest.isEmpty() ? QStringLiteral("added")
                                                                                : QStringLiteral("changed"))
                                                   .arg(row->record));
        }
        for (auto row = stored->cbegin(); row != stored->cend(); ++row) {
            if (!expected.contains(row.key()))
                findings.emplace_back(
                    check.records,
                    QStringLiteral("%1: no record tells of the row %2").arg(nameOf(table), row.key()));
        }
        std::ranges::sort(findings);
        for (size_t i = 0; i < std::min<size_t>(findings.size(), mostFindings); ++i)
            check.add(findings[i].first, findings[i].second);
        if (findings.size() > mostFindings)
            check.add(check.records, QStringLiteral("%1: %2 more rows do not fit")
                                         .arg(nameOf(table))
                                         .arg(findings.size() - mostFindings));
    }
    return {};
}

} // namespace Helmdesk
