#include "store/TurnSnapshot.h"

#include "store/Rows.h"
#include "store/SqliteApprovalRepository.h"
#include "store/SqliteAuditLog.h"

#include <algorithm>

namespace Helmdesk::TurnSnapshot
{
namespace
{

// Newer than the snapshot: its row of these tables has a greater id.
constexpr std::array counted{"runs", "drafts", "verdicts", "training_examples", "outbox", "tickets"};

Json valueOf(const QVariant &value)
{
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::Double:
        return value.toDouble();
    case QMetaType::QString:
        return value.toString();
    default:
        return value.toLongLong();
    }
}

QVariant variantOf(const Json &value)
{
    if (value.is_string())
        return value.get<QString>();
    if (value.is_number_float())
        return value.get<double>();
    if (value.is_number_integer())
        return QVariant::fromValue(value.get<qint64>());
    return Connection::toVariant(nullptr);
}

Json rowOf(const Statement &statement)
{
    Json row = Json::object();
    for (int column = 0; column < statement.columnCount(); ++column)
        row[statement.columnName(column).toStdString()] = valueOf(statement.value(column));
    return row;
}

template <class... Values>
Result<Json> rows(Connection &connection, const char *sql, const Values &...values)
{
    auto found = Rows::all(connection.run(QString::fromLatin1(sql), values...), rowOf);
    if (!found)
        return std::move(found).error();
    Json list = Json::array();
    for (Json &row : *found)
        list.push_back(std::move(row));
    return list;
}

Result<> insert(Connection &connection, const char *table, const Json &row)
{
    QStringList names;
    QStringList marks;
    QVariantList values;
    for (const auto &[name, value] : row.items()) {
        names.append(QString::fromStdString(name));
        marks.append(QStringLiteral("?"));
        values.append(variantOf(value));
    }
    return Rows::done(connection.execute(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                             .arg(QLatin1String(table), names.join(u','), marks.join(u',')),
                                         values));
}

Result<> update(Connection &connection, const char *table, const Json &row)
{
    QStringList sets;
    QVariantList values;
    for (const auto &[name, value] : row.items()) {
        if (name == "id")
            continue;
        sets.append(QString::fromStdString(name) + QStringLiteral(" = ?"));
        values.append(variantOf(value));
    }
    values.append(variantOf(row["id"]));
    return Rows::done(connection.execute(
        QStringLiteral("UPDATE %1 SET %2 WHERE id = ?").arg(QLatin1String(table), sets.join(u',')), values));
}

Result<qint64> lastWord(Connection &connection, ConversationId conversation)
{
    return Rows::integer(connection.run(
        QStringLiteral("SELECT ifnull(max(id), 0) FROM messages WHERE conversation = ? AND author IN "
                       "('customer', 'agent', 'operator')"),
        conversation.value));
}

Error conflict(const char *what)
{
    return {ErrorKind::Conflict, QString::fromLatin1(what)};
}

// Whether nothing has happened that cannot be taken back.
Result<> isUndoable(Connection &connection, ConversationId conversation, const Json &taken)
{
    auto word = lastWord(connection, conversation);
    if (!word)
        return std::move(word).error();
    if (*word != integerOr(taken, "word", -1))
        return conflict("somebody wrote meanwhile");
    auto place =
        rows(connection, "SELECT status, assignee FROM conversations WHERE id = ?", conversation.value);
    if (!place)
        return std::move(place).error();
    if (*place != taken["place"])
        return conflict("it was taken over, handed back or resolved meanwhile");
    auto sent = Rows::integer(connection.run(
        QStringLiteral("SELECT count(*) FROM outbox WHERE conversation = ? AND id > ? AND state NOT IN "
                       "('queued', 'cancelled', 'failed')"),
        conversation.value, integerOr(taken["last"], "outbox", 0)));
    if (!sent)
        return std::move(sent).error();
    if (*sent > 0)
        return conflict("a reply has left meanwhile");
    auto done = Rows::integer(
        connection.run(QStringLiteral("SELECT count(*) FROM effects WHERE conversation = ? AND run > ?"),
                       conversation.value, integerOr(taken["last"], "runs", 0)));
    if (!done)
        return std::move(done).error();
    return *done > 0 ? Result<>(conflict("something was done meanwhile")) : Result<>();
}

struct Withdrawal {
    const char *sql;
    const char *since; // the table whose newer rows it is about
};

// What the new run and the change have made.
Result<> withdraw(Connection &connection, ConversationId conversation, const Json &taken)
{
    constexpr std::array withdrawals{
        Withdrawal{"UPDATE outbox SET state = 'cancelled' WHERE conversation = ? AND id > ? AND "
                   "state = 'queued'",
                   "outbox"},
        Withdrawal{"UPDATE drafts SET state = 'superseded' WHERE conversation = ? AND id > ? AND "
                   "state = 'current'",
                   "drafts"},
        Withdrawal{"UPDATE runs SET state = 'cancelled' WHERE conversation = ? AND id > ?", "runs"},
        Withdrawal{"DELETE FROM tickets WHERE conversation = ? AND id > ? AND key LIKE 'run:%'", "tickets"},
        Withdrawal{"DELETE FROM verdicts WHERE conversation = ? AND id > ? AND kind IN "
                   "('category_changed', 'draft_rejected')",
                   "verdicts"},
        Withdrawal{"DELETE FROM training_examples WHERE message IN (SELECT id FROM messages WHERE "
                   "conversation = ?) AND id > ? AND origin = 'operator'",
                   "training_examples"},
    };
    for (const Withdrawal &each : withdrawals) {
        auto gone = Rows::done(connection.run(QString::fromLatin1(each.sql), conversation.value,
                                              integerOr(taken["last"], each.since, 0)));
        if (!gone)
            return gone;
    }
    return {};
}

Result<> giveUpKey(Connection &connection, ApprovalId id)
{
    return Rows::done(connection.run(
        QStringLiteral("UPDATE approvals SET call_key = call_key || '#' || id WHERE id = ?"), id.value));
}

// The requests of the new run are withdrawn, and their keys are free.
Result<> withdrawRequests(SqliteApprovalRepository &approvals, Connection &connection,
                          const std::vector<Approval> &all, const Json &taken, const QDateTime &at)
{
    for (const Approval &approval : all) {
        if (approval.request.run.value <= integerOr(taken["last"], "runs", 0))
            continue;
        if (approval.state == ApprovalState::Pending) {
            auto voided = approvals.voidPending(approval.id, QStringLiteral("the change was undone"), at);
            if (!voided)
                return voided;
        }
        if (auto free = giveUpKey(connection, approval.id); !free)
            return free;
    }
    return {};
}

// What waited before waits again, as a request of its own: that it was withdrawn stays in the record.
Result<> askAgain(Database &database, Connection &connection, const Json &taken, const QDateTime &at)
{
    SqliteApprovalRepository approvals(database);
    auto all = approvals.ofConversation(ConversationId{integerOr(taken["row"], "id", 0)});
    if (!all)
        return std::move(all).error();
    if (auto gone = withdrawRequests(approvals, connection, *all, taken, at); !gone)
        return gone;
    for (const Json &waited : taken["waited"]) {
        const auto before = std::ranges::find(*all, ApprovalId{integerOr(waited, "id", 0)}, &Approval::id);
        if (before == all->end() || before->state != ApprovalState::Voided)
            continue;
        NewApproval request = before->request;
        request.callKey = stringOr(waited, "call_key");
        if (before->request.callKey == request.callKey) {
            if (auto free = giveUpKey(connection, before->id); !free)
                return free;
        }
        if (auto made = approvals.create(request); !made)
            return std::move(made).error();
    }
    return {};
}

Result<> putBack(Connection &connection, const Json &taken)
{
    for (const char *table : {"runs", "drafts", "training_examples"})
        for (const Json &row : taken[table])
            if (auto put = update(connection, table, row); !put)
                return put;
    const qint64 message = integerOr(taken, "message", 0);
    for (const char *sql :
         {"DELETE FROM tool_calls WHERE message = ?", "DELETE FROM outcomes WHERE message = ?"})
        if (auto gone = Rows::done(connection.run(QString::fromLatin1(sql), message)); !gone)
            return gone;
    for (const char *table : {"outcomes", "tool_calls"})
        for (const Json &row : taken[table])
            if (auto put = insert(connection, table, row); !put)
                return put;
    return update(connection, "conversations", taken["row"]);
}

struct Part {
    const char *name;
    const char *sql; // of the conversation
};

} // namespace

Result<Json> take(Database &database, ConversationId conversation)
{
    constexpr std::array parts{
        Part{"runs", "SELECT id, state FROM runs WHERE conversation = ?"},
        Part{"drafts",
             "SELECT id, state, edited_text, decided_by, decided, reason FROM drafts WHERE conversation = ? "
             "AND state = 'current'"},
        Part{"waited", "SELECT id, call_key FROM approvals WHERE conversation = ? AND state = 'pending'"},
        Part{"outcomes", "SELECT * FROM outcomes WHERE conversation = ? ORDER BY message DESC LIMIT 1"},
    };
    return database.read([&](Connection &connection) -> Result<Json> {
        Json taken = Json::object();
        auto row =
            rows(connection,
                 "SELECT id, category, memory, priority, decision, intent, confidence, reasons, shadow, "
                 "attention, has_draft, ticket, status, language FROM conversations WHERE id = ?",
                 conversation.value);
        if (!row)
            return row;
        if (row->empty())
            return Error{ErrorKind::NotFound,
                         QStringLiteral("there is no conversation %1").arg(conversation.value)};
        taken["row"] = std::move(row->front());
        auto place =
            rows(connection, "SELECT status, assignee FROM conversations WHERE id = ?", conversation.value);
        if (!place)
            return place;
        taken["place"] = std::move(*place);
        for (const Part &part : parts) {
            auto found = rows(connection, part.sql, conversation.value);
            if (!found)
                return found;
            taken[part.name] = std::move(*found);
        }
        const qint64 message = taken["outcomes"].empty() ? 0 : integerOr(taken["outcomes"][0], "message", 0);
        taken["message"] = message;
        auto calls = rows(connection, "SELECT * FROM tool_calls WHERE message = ?", message);
        if (!calls)
            return calls;
        taken["tool_calls"] = std::move(*calls);
        auto examples = rows(connection,
                             "SELECT id, category, intent, author, at FROM training_examples WHERE origin = "
                             "'operator' AND text IN (SELECT text FROM messages WHERE conversation = ?)",
                             conversation.value);
        if (!examples)
            return examples;
        taken["training_examples"] = std::move(*examples);
        auto word = lastWord(connection, conversation);
        if (!word)
            return std::move(word).error();
        taken["word"] = *word;
        for (const char *table : counted) {
            auto last = Rows::integer(
                connection.run(QStringLiteral("SELECT ifnull(max(id), 0) FROM ") + QLatin1String(table)));
            if (!last)
                return std::move(last).error();
            taken["last"][table] = *last;
        }
        return taken;
    });
}

Result<> restore(Database &database, ConversationId conversation, const Json &taken, const Undone &undone)
{
    if (!taken.is_object() || integerOr(memberOrNull(taken, "row"), "id", 0) != conversation.value)
        return Error{ErrorKind::InvalidInput, QStringLiteral("this was taken of another conversation")};
    return database.write([&](Connection &connection) -> Result<> {
        if (auto free = isUndoable(connection, conversation, taken); !free)
            return free;
        if (auto gone = withdraw(connection, conversation, taken); !gone)
            return gone;
        if (auto asked = askAgain(database, connection, taken, undone.at); !asked)
            return asked;
        if (auto put = putBack(connection, taken); !put)
            return put;
        for (const Topic topic : {Topic::Drafts, Topic::Outbox, Topic::Conversations})
            connection.announce(topic, conversation.value);
        connection.announce(Topic::Training);
        connection.announce(Topic::Tickets);
        return SqliteAuditLog::append(connection, {undone.at,
                                                   undone.by,
                                                   undone.event,
                                                   QStringLiteral("conversation:%1").arg(conversation.value),
                                                   {{"category", taken["row"]["category"]}}});
    });
}

} // namespace Helmdesk::TurnSnapshot
