#include "store/SqliteAuditLog.h"

#include "store/Rows.h"

namespace Helmdesk
{

namespace
{

AuditRecord recordOf(const Statement &row)
{
    AuditRecord record;
    record.id = row.integer(0);
    record.entry = {fromIso(row.text(1)), row.text(2), row.text(3), row.text(4), row.json(5)};
    record.previousHash = row.text(6);
    record.hash = row.text(7);
    return record;
}

// What is wrong with the record that should follow `previousHash` as number `expected`; empty: nothing.
QString findingOn(const AuditRecord &record, qint64 expected, const QString &previousHash)
{
    if (record.id != expected)
        return QStringLiteral("record %1 is missing").arg(expected);
    if (record.previousHash != previousHash)
        return QStringLiteral("record %1 does not hold the hash of the record before").arg(record.id);
    if (record.hash != auditHash(previousHash, record.id, record.entry))
        return QStringLiteral("record %1 was changed after it was written").arg(record.id);
    return {};
}

} // namespace

SqliteAuditLog::SqliteAuditLog(Database &database)
    : m_database(database)
{
}

Result<qint64> SqliteAuditLog::append(const AuditEntry &entry)
{
    return m_database.write([&](Connection &connection) -> Result<qint64> {
        if (auto done = append(connection, entry); !done)
            return std::move(done).error();
        return Rows::integer(connection.run(QStringLiteral("SELECT max(id) FROM audit_log")));
    });
}

Result<> SqliteAuditLog::append(Connection &connection, const AuditEntry &given)
{
    Q_ASSERT_X(connection.isInTransaction(), "SqliteAuditLog", "two appends at once would fork the chain");
    AuditEntry entry = given;
    entry.at = fromIso(Rows::stamp(given.at)); // as it will be read back
    auto last =
        Rows::first(connection.run(QStringLiteral("SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1")),
                    [](const Statement &row) { return std::pair(row.integer(0), row.text(1)); });
    if (!last)
        return std::move(last).error();
    const auto [lastId, lastHash] = last->value_or(std::pair(qint64(0), genesisHash()));
    return Rows::done(connection.run(
        QStringLiteral("INSERT INTO audit_log (id, at, actor, action, subject, detail, previous_hash, hash) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        lastId + 1, toIso(entry.at), entry.actor, entry.action, entry.subject, entry.detail, lastHash,
        auditHash(lastHash, lastId + 1, entry)));
}

Result<AuditCheck> SqliteAuditLog::verify() const
{
    return m_database.read([](Connection &connection) -> Result<AuditCheck> {
        AuditCheck check;
        QString previous = genesisHash();
        // One statement sees one state: a record that is appended meanwhile is not in it. The sequence of the
        // table still knows the number of a last record that was removed.
        auto rows = connection.run(QStringLiteral(
            "SELECT id, at, actor, action, subject, detail, previous_hash, hash, "
            "(SELECT seq FROM sqlite_sequence WHERE name = 'audit_log') FROM audit_log ORDER BY id"));
        if (!rows)
            return std::move(rows).error();
        qint64 highest = 0;
        while (rows->next()) {
            const AuditRecord record = recordOf(*rows);
            highest = rows->integer(8);
            check.why = findingOn(record, check.records + 1, previous);
            if (!check.why.isEmpty()) {
                check.firstBroken = record.id;
                return check;
            }
            previous = record.hash;
            ++check.records;
        }
        if (auto failure = rows->failure())
            return std::move(*failure);
        if (check.records == 0) {
            auto sequence = Rows::integer(
                connection.run(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'")));
            if (!sequence)
                return std::move(sequence).error();
            highest = *sequence;
        }
        if (highest != check.records) {
            check.firstBroken = check.records + 1;
            check.why = QStringLiteral("record %1 is missing").arg(check.records + 1);
        }
        return check;
    });
}

Result<std::vector<AuditRecord>> SqliteAuditLog::page(qint64 before, int limit) const
{
    return m_database.read([&](Connection &connection) {
        const qint64 end = before > 0 ? before : std::numeric_limits<qint64>::max();
        return Rows::all(
            connection.run(
                QStringLiteral("SELECT id, at, actor, action, subject, detail, previous_hash, hash "
                               "FROM audit_log WHERE id < ? ORDER BY id DESC LIMIT ?"),
                end, limit),
            recordOf);
    });
}

} // namespace Helmdesk
