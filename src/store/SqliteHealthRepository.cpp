#include "store/SqliteHealthRepository.h"

#include "pipeline/OutboxRepository.h"
#include "store/Rows.h"
#include "store/Snapshot.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

Backlog backlogOf(const Statement &row)
{
    const QString oldest = row.text(1);
    return {row.integer(0), oldest.isEmpty() ? QDateTime() : fromIso(oldest)};
}

Result<> readBacklog(Connection &connection, const char *sql, Backlog &into)
{
    auto backlog = Rows::first(connection.run(QString::fromLatin1(sql)), backlogOf);
    if (!backlog)
        return std::move(backlog).error();
    into = backlog->value_or(Backlog());
    return {};
}

// As the desk itself finds what it has to answer: SqliteUnansweredRepository.
Result<> readWaiting(Connection &connection, StoredHealth &health)
{
    auto forDesk = readBacklog(
        connection,
        "SELECT count(*), min(CASE m.arrived WHEN '' THEN m.at ELSE m.arrived END) FROM waiting_messages w "
        "JOIN messages m ON m.id = w.message JOIN conversations c ON c.id = m.conversation "
        "WHERE c.status IN ('open', 'waiting') AND NOT EXISTS (SELECT 1 FROM runs r WHERE "
        "r.message = m.id AND r.state IN ('cancelled', 'awaiting_approval'))",
        health.waitingForDesk);
    if (!forDesk)
        return forDesk;
    // Where a person spoke last it is the customer's turn.
    return readBacklog(connection,
                       "SELECT count(*), min(updated) FROM conversations WHERE attention = 1 AND "
                       "status <> 'resolved' AND last_author <> 'operator'",
                       health.waitingForPeople);
}

Result<ErrorCount> countErrors(Result<Statement> rows)
{
    auto count = Rows::first(std::move(rows), [](const Statement &row) {
        return ErrorCount{row.integer(0), row.integer(1)};
    });
    if (!count)
        return std::move(count).error();
    return count->value_or(ErrorCount());
}

// A turn that came to nothing went to a person as engine_failed; what is tried again has failed so far.
Result<> readTurns(Connection &connection, const QString &since, StoredHealth &health)
{
    auto ended = countErrors(connection.run(
        QStringLiteral("SELECT ifnull(sum(EXISTS (SELECT 1 FROM json_each(o.document, "
                       "'$.escalation_reasons') r WHERE r.value = '%1')), 0), count(*) FROM outcomes o "
                       "WHERE o.at >= ?")
            .arg(nameOf(EscalationReason::EngineFailed)),
        since));
    if (!ended)
        return ended.error();
    auto tried = Rows::integer(connection.run(QStringLiteral("SELECT count(*) FROM failed_answers")));
    if (!tried)
        return tried.error();
    health.turns = {ended->failed + *tried, ended->total + *tried};
    return {};
}

Result<> readReplies(Connection &connection, const QString &since, StoredHealth &health)
{
    auto replies = countErrors(connection.run(
        QStringLiteral("SELECT ifnull(sum(state IN ('failed', 'unknown')), 0), count(*) FROM outbox WHERE "
                       "((state IN ('failed', 'unknown') AND due >= ?) OR (state = 'sent' AND sent >= ?)) "
                       "AND key NOT LIKE '%1:%'")
            .arg(alarmMailKey()),
        since, since));
    if (!replies)
        return replies.error();
    health.replies = *replies;
    return {};
}

Result<> readTools(Connection &connection, const QString &since, StoredHealth &health)
{
    auto tools = Rows::all(
        connection.run(QStringLiteral("SELECT t.name, sum(t.status = '%1'), count(*) FROM outcomes o JOIN "
                                      "tool_calls t ON t.message = o.message WHERE o.at >= ? GROUP BY t.name "
                                      "ORDER BY t.name")
                           .arg(nameOf(ToolStatus::Failed)),
                       since),
        [](const Statement &row) {
            return ToolErrors{row.text(0), {row.integer(1), row.integer(2)}};
        });
    if (!tools)
        return std::move(tools).error();
    health.tools = std::move(*tools);
    return {};
}

void addTo(OutcomeMix &mix, const QString &category, qint64 tenth, qint64 count)
{
    if (const auto known = fromName<Category>(category))
        mix.categories.at(static_cast<size_t>(*known)) += count;
    const auto last = static_cast<qint64>(mix.confidence.size()) - 1;
    mix.confidence.at(static_cast<size_t>(std::clamp(tenth, qint64{0}, last))) += count;
}

Result<> readMix(Connection &connection, const HealthPeriods &periods, StoredHealth &health)
{
    auto rows = connection.run(
        QStringLiteral("SELECT at >= ?, category, CAST(confidence * 10 AS INTEGER), count(*) FROM outcomes "
                       "WHERE at >= ? GROUP BY 1, 2, 3"),
        toIso(periods.changeSince), toIso(periods.changeBefore));
    if (!rows)
        return std::move(rows).error();
    while (rows->next())
        addTo(rows->boolean(0) ? health.now : health.before, rows->text(1), rows->integer(2),
              rows->integer(3));
    if (auto failure = rows->failure())
        return std::move(*failure);
    return {};
}

Result<StoredHealth> readAll(Connection &connection, const HealthPeriods &periods)
{
    StoredHealth health;
    const QString since = toIso(periods.errorsSince);
    if (auto waiting = readWaiting(connection, health); !waiting)
        return waiting.error();
    for (const auto read : {readTurns, readReplies, readTools}) {
        if (auto done = read(connection, since, health); !done)
            return done.error();
    }
    if (auto mix = readMix(connection, periods, health); !mix)
        return mix.error();
    return health;
}

} // namespace

Result<StoredHealth> SqliteHealthRepository::read(const HealthPeriods &periods) const
{
    return m_database.read([&](Connection &connection) -> Result<StoredHealth> {
        auto snapshot = Snapshot::begin(connection);
        if (!snapshot)
            return snapshot.error();
        return readAll(connection, periods);
    });
}

} // namespace Helmdesk
