#include "store/SqliteRunRepository.h"

#include "store/Rows.h"
#include "store/SqliteAuditLog.h"

namespace Helmdesk
{

namespace
{

QString selectRuns()
{
    return QStringLiteral("SELECT id, conversation, message, state, started, updated FROM runs ");
}

Run runOf(const Statement &row)
{
    return {{row.integer(0)},     {row.integer(1)},
            {row.integer(2)},     Rows::enumFrom(row.text(3), RunState::Failed, RunState::Failed),
            fromIso(row.text(4)), fromIso(row.text(5))};
}

Result<Run> existing(Connection &connection, RunId id)
{
    auto run = Rows::first(connection.run(selectRuns() + QStringLiteral("WHERE id = ?"), id.value), runOf);
    if (!run)
        return std::move(run).error();
    if (!run->has_value())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such run")};
    return std::move(**run);
}

Error ended()
{
    return {ErrorKind::Conflict, QStringLiteral("the run has ended")};
}

Result<> writeState(Connection &connection, RunId run, RunState state, const QDateTime &at)
{
    connection.announce(Topic::Runs, run.value);
    return Rows::done(connection.run(QStringLiteral("UPDATE runs SET state = ?, updated = ? WHERE id = ?"),
                                     nameOf(state), Rows::stamp(at), run.value));
}

Json toolNames(const Outcome &outcome)
{
    Json tools = Json::array();
    for (const ToolCall &call : outcome.tools)
        tools.push_back({{"name", call.name}, {"status", nameOf(call.status)}});
    return tools;
}

QList<EscalationReason> reasonsOf(const Outcome &outcome)
{
    QList<EscalationReason> reasons;
    for (const ReasonDetail &item : outcome.reasons) {
        if (!reasons.contains(item.reason))
            reasons.append(item.reason);
    }
    return reasons;
}

// Whether a person has something to do: an escalation, a draft to look at, or a call to decide on.
bool needsPerson(const Outcome &outcome)
{
    if (outcome.decision != Decision::NeedsReview)
        return outcome.decision == Decision::Escalated;
    const auto waits = [](const ToolCall &call) { return call.status == ToolStatus::PendingApproval; };
    return !outcome.answer.isEmpty() || std::ranges::any_of(outcome.tools, waits);
}

Result<> writeOutcome(Connection &connection, const Run &run, const Outcome &outcome, OutcomeWrite write,
                      const QDateTime &at)
{
    const QString insert = QStringLiteral(
        "INSERT INTO outcomes (message, run, conversation, category, intent, confidence, decision, shadow, "
        "priority, engine, degraded, ticket, document, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?)");
    const QString replace = QStringLiteral(
        " ON CONFLICT (message) DO UPDATE SET run = excluded.run, category = excluded.category, "
        "intent = excluded.intent, confidence = excluded.confidence, decision = excluded.decision, "
        "shadow = excluded.shadow, priority = excluded.priority, engine = excluded.engine, "
        "degraded = excluded.degraded, ticket = excluded.ticket, document = excluded.document, "
        "at = excluded.at, revision = revision + 1");
    auto done = connection.run(write == OutcomeWrite::First ? insert : insert + replace, run.message.value,
                               run.id.value, run.conversation.value, nameOf(outcome.category), outcome.intent,
                               outcome.confidence, nameOf(outcome.decision), outcome.shadow,
                               nameOf(outcome.priority), outcome.engine, nameOf(outcome.degraded),
                               Rows::reference(outcome.ticket), toJson(outcome), Rows::stamp(at));
    if (done)
        return {};
    if (done.error().kind == ErrorKind::Conflict)
        return Error{ErrorKind::Conflict, QStringLiteral("the message has an outcome already")};
    return std::move(done).error();
}

Result<> writeToolCalls(Connection &connection, MessageId message, const Outcome &outcome, OutcomeWrite write)
{
    if (write == OutcomeWrite::Replace) {
        auto removed = Rows::done(
            connection.run(QStringLiteral("DELETE FROM tool_calls WHERE message = ?"), message.value));
        if (!removed)
            return removed;
    }
    int seq = 0;
    for (const ToolCall &call : outcome.tools) {
        auto done = Rows::done(connection.run(
            QStringLiteral("INSERT INTO tool_calls (message, seq, name, args, status, result, key, failure, "
                           "micros) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            message.value, seq++, call.name, call.args, nameOf(call.status), call.result,
            NullIfEmpty{call.key}, NullIfEmpty{call.failure}, call.micros));
        if (!done)
            return done;
    }
    return {};
}

// What earlier messages came to that nobody has answered: a later message does not wipe it from the queue.
struct StillOpen {
    QList<EscalationReason> reasons;
    int priority = 0;
    bool isEscalated = false;
};

Result<StillOpen> stillOpen(Connection &connection, const Run &run)
{
    auto earlier =
        Rows::all(connection.run(
                      QStringLiteral(
                          "SELECT decision, document FROM outcomes WHERE conversation = ? AND message < ? "
                          "AND message > ifnull((SELECT max(id) FROM messages WHERE conversation = ? AND "
                          "author IN ('agent', 'operator') AND id < ? AND NOT EXISTS (SELECT 1 FROM outbox o "
                          "WHERE o.conversation = messages.conversation AND o.key LIKE 'called:%' AND "
                          "'outbox:' || o.id = messages.external_id)), 0) ORDER BY message"),
                      run.conversation.value, run.message.value, run.conversation.value, run.message.value),
                  [](const Statement &row) { return std::pair(row.text(0), outcomeFromJson(row.json(1))); });
    if (!earlier)
        return std::move(earlier).error();
    StillOpen open;
    for (const auto &[decision, outcome] : *earlier) {
        if (!outcome || decision == nameOf(Decision::AutoSend))
            continue;
        open.isEscalated = open.isEscalated || decision == nameOf(Decision::Escalated);
        open.priority = std::max(open.priority, static_cast<int>(outcome->priority));
        for (const EscalationReason reason : reasonsOf(*outcome))
            if (!open.reasons.contains(reason))
                open.reasons.append(reason);
    }
    return open;
}

Result<> writeQueueRow(Connection &connection, const Run &run, const Outcome &outcome)
{
    auto open = stillOpen(connection, run);
    if (!open)
        return std::move(open).error();
    const ConversationId conversation = run.conversation;
    QList<EscalationReason> reasons = reasonsOf(outcome);
    const bool isAnswered = outcome.decision == Decision::AutoSend;
    for (const EscalationReason reason : std::as_const(open->reasons))
        if (!isAnswered && !reasons.contains(reason))
            reasons.append(reason);
    const bool isEscalated = !isAnswered && open->isEscalated;
    const int priority = isAnswered ? static_cast<int>(outcome.priority)
                                    : std::max(open->priority, static_cast<int>(outcome.priority));
    connection.announce(Topic::Conversations, conversation.value);
    return Rows::done(connection.run(
        QStringLiteral("UPDATE conversations SET category = ?, intent = ?, priority = ?, decision = ?, "
                       "confidence = ?, reasons = ?, shadow = ?, ticket = ifnull(?, ticket), "
                       "attention = CASE status WHEN 'taken_over' THEN 1 WHEN 'resolved' THEN 0 ELSE ? END "
                       "WHERE id = ?"),
        nameOf(outcome.category), outcome.intent, priority,
        nameOf(isEscalated ? Decision::Escalated : outcome.decision), outcome.confidence,
        Rows::toJsonList(reasons), outcome.shadow, Rows::reference(outcome.ticket),
        isEscalated || needsPerson(outcome), conversation.value));
}

StoredOutcome storedOutcomeOf(const Statement &row)
{
    StoredOutcome stored;
    stored.message.value = row.integer(0);
    auto outcome = outcomeFromJson(row.json(1));
    if (outcome)
        stored.outcome = std::move(*outcome);
    else
        qCWarning(lcStore).noquote() << "an outcome cannot be read:" << outcome.error().detail;
    stored.revision = static_cast<int>(row.integer(2));
    stored.at = fromIso(row.text(3));
    return stored;
}

QString selectOutcomes()
{
    return QStringLiteral("SELECT message, document, revision, at FROM outcomes ");
}

} // namespace

SqliteRunRepository::SqliteRunRepository(Database &database)
    : m_database(database)
{
}

Result<Run> SqliteRunRepository::begin(ConversationId conversation, MessageId message, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<Run> {
        Run run{{}, conversation, message, RunState::Running, fromIso(Rows::stamp(at)), {}};
        run.updatedAt = run.startedAt;
        auto inserted = connection.run(
            QStringLiteral("INSERT INTO runs (conversation, message, started, updated) VALUES (?, ?, ?, ?)"),
            conversation.value, message.value, toIso(run.startedAt), toIso(run.updatedAt));
        if (!inserted) {
            if (inserted.error().kind == ErrorKind::Conflict)
                return Error{ErrorKind::Conflict, QStringLiteral("the message has a live run already")};
            return std::move(inserted).error();
        }
        run.id.value = inserted->lastInsertId();
        connection.announce(Topic::Runs, run.id.value);
        return run;
    });
}

Result<std::optional<Run>> SqliteRunRepository::get(RunId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectRuns() + QStringLiteral("WHERE id = ?"), id.value), runOf);
    });
}

Result<std::optional<Run>> SqliteRunRepository::liveRun(MessageId message) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(
                selectRuns() +
                    QStringLiteral("WHERE message = ? AND state IN ('running', 'awaiting_approval')"),
                message.value),
            runOf);
    });
}

Result<std::vector<Run>> SqliteRunRepository::runsOf(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(selectRuns() + QStringLiteral("WHERE conversation = ? ORDER BY id"),
                                        conversation.value),
                         runOf);
    });
}

Result<> SqliteRunRepository::addStep(RunId run, const RunStep &step)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto inserted = connection.run(
            QStringLiteral("INSERT INTO steps (id, run, seq, name, input, output, started, micros) "
                           "SELECT id * 4096 + ?, id, ?, ?, ?, ?, ?, ? FROM runs "
                           "WHERE id = ? AND state IN ('running', 'awaiting_approval')"),
            step.seq, step.seq, step.name, step.input, step.output, Rows::stamp(step.startedAt), step.micros,
            run.value);
        if (!inserted) {
            if (inserted.error().kind == ErrorKind::Conflict)
                return Error{ErrorKind::Conflict, QStringLiteral("the step was stored before")};
            return std::move(inserted).error();
        }
        if (inserted->changes() == 0)
            return ended();
        return {};
    });
}

Result<std::vector<RunStep>> SqliteRunRepository::steps(RunId run) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(QStringLiteral("SELECT seq, name, input, output, started, micros "
                                                       "FROM steps WHERE id BETWEEN ? AND ? ORDER BY id"),
                                        run.value * 4096, run.value * 4096 + 4095),
                         [](const Statement &row) {
                             return RunStep{static_cast<int>(row.integer(0)),
                                            row.text(1),
                                            row.json(2),
                                            row.json(3),
                                            fromIso(row.text(4)),
                                            row.integer(5)};
                         });
    });
}

Result<> SqliteRunRepository::setState(RunId run, RunState state, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto current = existing(connection, run);
        if (!current)
            return std::move(current).error();
        if (!current->isLive())
            return ended();
        return writeState(connection, run, state, at);
    });
}

Result<std::vector<RunId>> SqliteRunRepository::cancelLive(ConversationId conversation, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<std::vector<RunId>> {
        auto live = Rows::all(connection.run(QStringLiteral("SELECT id FROM runs WHERE conversation = ? AND "
                                                            "state IN ('running', 'awaiting_approval')"),
                                             conversation.value),
                              [](const Statement &row) { return RunId{row.integer(0)}; });
        if (!live)
            return live;
        for (const RunId run : *live) {
            if (auto done = writeState(connection, run, RunState::Cancelled, at); !done)
                return std::move(done).error();
        }
        return live;
    });
}

Result<std::vector<Run>> SqliteRunRepository::unfinished() const
{
    return m_database.read([](Connection &connection) {
        return Rows::all(connection.run(selectRuns() + QStringLiteral("WHERE state = 'running' ORDER BY id")),
                         runOf);
    });
}

Result<> SqliteRunRepository::saveOutcome(RunId runId, MessageId message, const Outcome &outcome,
                                          RunState runState, OutcomeWrite write, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto run = existing(connection, runId);
        if (!run)
            return std::move(run).error();
        if (run->message != message)
            return Error{ErrorKind::InvalidInput, QStringLiteral("the run belongs to another message")};
        if (run->state == RunState::Cancelled || (write == OutcomeWrite::First && !run->isLive()))
            return ended();
        if (auto done = writeOutcome(connection, *run, outcome, write, at); !done)
            return done;
        if (auto done = writeToolCalls(connection, message, outcome, write); !done)
            return done;
        if (auto done = writeState(connection, runId, runState, at); !done)
            return done;
        if (auto done = writeQueueRow(connection, *run, outcome); !done)
            return done;
        return SqliteAuditLog::append(connection, {at,
                                                   QStringLiteral("agent"),
                                                   QStringLiteral("outcome.stored"),
                                                   QStringLiteral("message:%1").arg(message.value),
                                                   {{"category", nameOf(outcome.category)},
                                                    {"decision", nameOf(outcome.decision)},
                                                    {"reasons", Rows::toJsonList(reasonsOf(outcome))},
                                                    {"run", runId.value},
                                                    {"tools", toolNames(outcome)}}});
    });
}

Result<std::optional<StoredOutcome>> SqliteRunRepository::outcomeOf(MessageId message) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(selectOutcomes() + QStringLiteral("WHERE message = ?"), message.value),
            storedOutcomeOf);
    });
}

Result<std::optional<StoredOutcome>> SqliteRunRepository::latestOutcome(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(
            connection.run(selectOutcomes() +
                               QStringLiteral("WHERE conversation = ? ORDER BY message DESC LIMIT 1"),
                           conversation.value),
            storedOutcomeOf);
    });
}

Result<std::vector<StoredOutcome>> SqliteRunRepository::recentOutcomes(int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(selectOutcomes() + QStringLiteral("ORDER BY at DESC, message DESC LIMIT ?"),
                           limit),
            storedOutcomeOf);
    });
}

} // namespace Helmdesk
