#include "store/SqliteEffectLedger.h"

#include "core/Clock.h"
#include "store/AuditedRows.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{
namespace
{

// In the table an abandoned effect is "failed": it certainly did not happen.
QString storedName(EffectState state)
{
    return state == EffectState::Abandoned ? QStringLiteral("failed") : nameOf(state);
}

EffectState stateFrom(const QString &name)
{
    for (const EffectState state :
         {EffectState::Started, EffectState::Done, EffectState::Abandoned, EffectState::Unknown}) {
        if (storedName(state) == name)
            return state;
    }
    return EffectState::Unknown;
}

Result<QString> rowDigest(Connection &connection, const EffectKey &key)
{
    return AuditedRows::digest(connection, AuditedTable::Effects, key.value);
}

// Tells the audit log how the effect's row stands now, and how it stood before.
Result<> audit(Connection &connection, const EffectKey &key, const QDateTime &at, const QString &before)
{
    auto row = Rows::first(
        connection.run(QStringLiteral("SELECT state, tool, digest, amount_minor, currency, approved_by "
                                      "FROM effects WHERE key = ?"),
                       key.value),
        [&](const Statement &found) {
            AuditEntry entry;
            entry.at = at;
            const QString approver = found.text(5);
            entry.actor = approver.isEmpty() ? QStringLiteral("agent") : approver;
            entry.action = QStringLiteral("effect.") + found.text(0);
            entry.subject = QStringLiteral("effect:") + key.value;
            entry.detail = {{"tool", found.text(1)}, {"digest", found.text(2)}, {"approved_by", approver}};
            if (!found.text(4).isEmpty())
                entry.detail["amount"] = {{"minor", found.integer(3)}, {"currency", found.text(4)}};
            return entry;
        });
    if (!row)
        return std::move(row).error();
    if (!*row)
        return Error{ErrorKind::Internal, QStringLiteral("the effect is not in the ledger")};
    auto digest = rowDigest(connection, key);
    if (!digest)
        return std::move(digest).error();
    (*row)->detail["row_before"] = before;
    (*row)->detail["row"] = *digest;
    return SqliteAuditLog::append(connection, **row);
}

} // namespace

SqliteEffectLedger::SqliteEffectLedger(Database &database)
    : m_database(database)
{
}

Result<EffectRecord> SqliteEffectLedger::findIn(Connection &connection, const EffectKey &key)
{
    auto row = connection.run(QStringLiteral("SELECT state, result FROM effects WHERE key = ?"), key.value);
    if (!row)
        return std::move(row).error();
    if (!row->next())
        return EffectRecord{};
    return EffectRecord{stateFrom(row->text(0)), row->json(1)};
}

Result<> SqliteEffectLedger::markDone(Connection &connection, const EffectKey &key, const Json &result,
                                      const QDateTime &at, const std::optional<Money> &amount,
                                      EffectState from)
{
    auto stood = rowDigest(connection, key);
    if (!stood)
        return std::move(stood).error();
    auto changed =
        connection.run(QStringLiteral("UPDATE effects SET state = 'done', result = ?, finished = ?, "
                                      "failure = '', amount_minor = coalesce(?, amount_minor), "
                                      "currency = coalesce(?, currency) WHERE key = ? AND state = ?"),
                       result, toIso(at), amount ? std::optional(amount->minor) : std::nullopt,
                       amount ? std::optional(amount->currency) : std::nullopt, key.value, storedName(from));
    if (!changed)
        return std::move(changed).error();
    if (changed->changes() != 1)
        return Error{ErrorKind::Conflict, QStringLiteral("the effect is not begun in the ledger")};
    return audit(connection, key, at, *stood);
}

Result<EffectRecord> SqliteEffectLedger::begin(const EffectIntent &intent)
{
    // The effect may reach the outside at once: its row survives a power cut before this returns.
    return m_database.writeDurably([&](Connection &connection) -> Result<EffectRecord> {
        auto before = findIn(connection, intent.key);
        if (!before)
            return before;
        const bool isNew = before->state == EffectState::New; // without a row: without a digest
        auto stood = isNew ? Result<QString>(QString()) : rowDigest(connection, intent.key);
        if (!stood)
            return std::move(stood).error();
        Result<Statement> written =
            isNew ? connection.run(
                        QStringLiteral(
                            "INSERT INTO effects (key, tool, customer, conversation, run, digest, day, "
                            "amount_minor, currency, approved_by, state, started) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'started', ?)"),
                        intent.key.value, intent.tool, intent.customer, intent.conversation.value,
                        intent.run.value, intent.argsDigest, intent.at.toUTC().date().toString(Qt::ISODate),
                        intent.amount ? intent.amount->minor : 0,
                        intent.amount ? intent.amount->currency : QString(), intent.approvedBy,
                        toIso(intent.at))
                  : connection.run(
                        QStringLiteral(
                            "UPDATE effects SET attempts = attempts + 1, state = CASE state WHEN "
                            "'failed' THEN 'started' ELSE state END WHERE key = ? AND state <> 'done'"),
                        intent.key.value);
        if (!written)
            return std::move(written).error();
        const bool isStarted = isNew || before->state == EffectState::Abandoned;
        if (isStarted) {
            if (auto audited = audit(connection, intent.key, intent.at, *stood); !audited)
                return std::move(audited).error();
        }
        return before;
    });
}

Result<> SqliteEffectLedger::finish(const EffectKey &key, const Json &result, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto before = findIn(connection, key);
        if (!before)
            return std::move(before).error();
        if (before->state == EffectState::Done)
            return {};
        return markDone(connection, key, result, at, {},
                        before->state == EffectState::Unknown ? EffectState::Unknown : EffectState::Started);
    });
}

Result<EffectRecord> SqliteEffectLedger::giveUp(const EffectKey &key, EffectState state, const QString &why,
                                                const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<EffectRecord> {
        auto stood = rowDigest(connection, key);
        if (!stood)
            return std::move(stood).error();
        auto changed =
            connection.run(QStringLiteral("UPDATE effects SET state = ?, failure = ?, finished = ? "
                                          "WHERE key = ? AND state = 'started'"),
                           storedName(state), why, toIso(at), key.value);
        if (!changed)
            return std::move(changed).error();
        if (changed->changes() > 0) {
            if (auto audited = audit(connection, key, at, *stood); !audited)
                return std::move(audited).error();
        }
        return findIn(connection, key);
    });
}

Result<EffectRecord> SqliteEffectLedger::find(const EffectKey &key) const
{
    return m_database.read([&](Connection &connection) { return findIn(connection, key); });
}

Result<std::vector<PastEffect>> SqliteEffectLedger::past(const PastEffectQuery &query) const
{
    const QString tools = QString::fromUtf8(toBytes(Json(query.tools)));
    const QString since = toIso(query.since);
    const auto effectOf = [](const Statement &row) {
        const QString currency = row.text(1);
        return PastEffect{currency.isEmpty() ? std::nullopt : std::optional(Money{row.integer(0), currency}),
                          fromIso(row.text(2))};
    };
    const QString select = QStringLiteral(
        "SELECT amount_minor, currency, coalesce(finished, started) AS at FROM effects WHERE %1 "
        "tool IN (SELECT value FROM json_each(?)) AND coalesce(finished, started) > ? AND "
        "(state IN ('done', 'unknown') OR (? AND state = 'started')) AND key <> ? AND (? IS NULL OR "
        "approved_by = ?) ORDER BY at");
    return m_database.read([&](Connection &connection) {
        return query.customer
                   ? Rows::all(connection.run(select.arg(QStringLiteral("customer = ? AND")), *query.customer,
                                              tools, since, query.countsBegun, query.except.value,
                                              query.approvedBy, query.approvedBy),
                               effectOf)
                   : Rows::all(connection.run(select.arg(QString()), tools, since, query.countsBegun,
                                              query.except.value, query.approvedBy, query.approvedBy),
                               effectOf);
    });
}

} // namespace Helmdesk
