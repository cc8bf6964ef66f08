#include "store/SqliteEffectLedger.h"

#include "core/Clock.h"

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
                                      const QDateTime &at)
{
    auto changed =
        connection.run(QStringLiteral("UPDATE effects SET state = 'done', result = ?, finished = ?, "
                                      "failure = '' WHERE key = ? AND state = 'started'"),
                       result, toIso(at), key.value);
    if (!changed)
        return std::move(changed).error();
    if (changed->changes() != 1)
        return Error{ErrorKind::Conflict, QStringLiteral("the effect is not begun in the ledger")};
    return {};
}

Result<EffectRecord> SqliteEffectLedger::begin(const EffectIntent &intent)
{
    // The effect may reach the outside at once: its row survives a power cut before this returns.
    return m_database.writeDurably([&](Connection &connection) -> Result<EffectRecord> {
        auto before = findIn(connection, intent.key);
        if (!before)
            return before;
        Result<Statement> written =
            before->state == EffectState::New
                ? connection.run(
                      QStringLiteral(
                          "INSERT INTO effects (key, tool, customer, conversation, run, digest, day, "
                          "state, started) VALUES (?, ?, ?, ?, ?, ?, ?, 'started', ?)"),
                      intent.key.value, intent.tool, intent.customer, intent.conversation.value,
                      intent.run.value, intent.argsDigest, intent.at.toUTC().date().toString(Qt::ISODate),
                      toIso(intent.at))
                : connection.run(
                      QStringLiteral(
                          "UPDATE effects SET attempts = attempts + 1, state = CASE state WHEN "
                          "'failed' THEN 'started' ELSE state END WHERE key = ? AND state <> 'done'"),
                      intent.key.value);
        if (!written)
            return std::move(written).error();
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
        return markDone(connection, key, result, at);
    });
}

Result<EffectRecord> SqliteEffectLedger::giveUp(const EffectKey &key, EffectState state, const QString &why,
                                                const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<EffectRecord> {
        auto changed =
            connection.run(QStringLiteral("UPDATE effects SET state = ?, failure = ?, finished = ? "
                                          "WHERE key = ? AND state = 'started'"),
                           storedName(state), why, toIso(at), key.value);
        if (!changed)
            return std::move(changed).error();
        return findIn(connection, key);
    });
}

Result<EffectRecord> SqliteEffectLedger::find(const EffectKey &key) const
{
    return m_database.read([&](Connection &connection) { return findIn(connection, key); });
}

} // namespace Helmdesk
