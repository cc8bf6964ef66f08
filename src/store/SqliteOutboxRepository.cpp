#include "store/SqliteOutboxRepository.h"

#include "store/ConversationRows.h"
#include "store/Rows.h"
#include "store/SqliteAuditLog.h"
#include "store/SqliteBegunReplyRepository.h"

#include <algorithm>
#include <chrono>
#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

// No undo window (at most an hour) and no pause between attempts is longer.
constexpr std::chrono::seconds longestWait{3600 + 60};
constexpr std::chrono::seconds clockTolerance{2};

QString selectItems()
{
    return QStringLiteral("SELECT id, key, conversation, in_reply_to, channel, recipient, subject, body, "
                          "approved_by, created, due, state, attempts, failure, external_id, sent, files, "
                          "copies, account FROM outbox ");
}

OutboxItem itemOf(const Statement &row)
{
    OutboxItem stored;
    stored.id.value = row.integer(0);
    NewOutboxItem &item = stored.item;
    item.key = row.text(1);
    item.conversation.value = row.integer(2);
    item.inReplyTo.value = row.integer(3);
    item.channel = fromName<ChannelKind>(row.text(4)).value_or(ChannelKind::Api);
    item.recipient = row.text(5);
    item.subject = row.text(6);
    item.body = row.text(7);
    item.approvedBy = row.text(8);
    item.createdAt = fromIso(row.text(9));
    item.dueAt = fromIso(row.text(10));
    stored.state = Rows::enumFrom(row.text(11), OutboxState::Cancelled, OutboxState::Unknown);
    stored.attempts = static_cast<int>(row.integer(12));
    stored.failure = row.text(13);
    stored.externalId = row.text(14);
    stored.sentAt = fromIso(row.text(15));
    stored.files = ConversationRows::attachmentsFrom(row.json(16));
    stored.copies = replyCopiesFromJson(row.json(17));
    item.account = row.text(18);
    return stored;
}

template <class... Values>
Result<std::vector<OutboxItem>> select(Connection &connection, const QString &rest, const Values &...values)
{
    return Rows::all(connection.run(selectItems() + rest, values...), itemOf);
}

Result<OutboxItem> existing(Connection &connection, OutboxId id)
{
    auto item = Rows::first(connection.run(selectItems() + QStringLiteral("WHERE id = ?"), id.value), itemOf);
    if (!item)
        return std::move(item).error();
    if (!item->has_value())
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such outgoing message")};
    return std::move(**item);
}

// Changes one item that must be in state `from`.
template <class... Values>
Result<> change(Connection &connection, OutboxId id, OutboxState from, const QString &assignments,
                const Values &...values)
{
    auto item = existing(connection, id);
    if (!item)
        return std::move(item).error();
    if (item->state != from)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the outgoing message is %1").arg(nameOf(item->state))};
    connection.announce(Topic::Outbox, item->item.conversation.value);
    return Rows::done(
        connection.run(QStringLiteral("UPDATE outbox SET ") + assignments + QStringLiteral(" WHERE id = ?"),
                       values..., id.value));
}

// After the clock was set back nothing waits until it has caught up: what was queued "in the future" waits
// its time from now on, and nothing longer than any window or pause between attempts lasts.
Result<> shiftToClock(Connection &connection, const QDateTime &now)
{
    auto ahead = select(connection, QStringLiteral("WHERE state = 'queued' AND (created > ? OR due > ?)"),
                        toIso(now.addSecs(clockTolerance.count())), toIso(now.addSecs(longestWait.count())));
    if (!ahead)
        return std::move(ahead).error();
    for (const OutboxItem &item : *ahead) {
        const qint64 waits = std::clamp(item.item.createdAt.msecsTo(item.item.dueAt), qint64(0),
                                        qint64(longestWait.count()) * 1000);
        auto done = connection.run(QStringLiteral("UPDATE outbox SET created = ?, due = ? WHERE id = ?"),
                                   toIso(now), toIso(now.addMSecs(waits)), item.id.value);
        if (!done)
            return std::move(done).error();
    }
    return {};
}

// The mails of a tool carry links that let their reader in, such as a new password's, and those of an
// identity a code. Once they have left, or never will, nobody needs those here.
QString withoutAccess(const NewOutboxItem &item)
{
    static const QRegularExpression token(QStringLiteral("(https?://[^\\s]*/)[A-Za-z0-9_-]{20,}"));
    static const QRegularExpression code(QStringLiteral("\\b[0-9]{6}\\b"));
    if (item.key.startsWith(QStringLiteral("effect:code:")))
        return QString(item.body).replace(code, QStringLiteral("[removed]"));
    return item.key.startsWith(QStringLiteral("effect:"))
               ? QString(item.body).replace(token, QStringLiteral("\\1[removed]"))
               : item.body;
}

Result<> audit(Connection &connection, OutboxId id, const QString &action, const QString &by,
               const QDateTime &at)
{
    return SqliteAuditLog::append(connection, {at, by, QStringLiteral("outbox.") + action,
                                               QStringLiteral("outbox:%1").arg(id.value), Json::object()});
}

// Its reply has not arrived, as far as anybody knows.
Result<> needPerson(Connection &connection, ConversationId conversation)
{
    if (!conversation.isValid())
        return {};
    connection.announce(Topic::Conversations, conversation.value);
    return Rows::done(connection.run(
        QStringLiteral("UPDATE conversations SET attention = 1, priority = max(priority, 2), "
                       "status = CASE status WHEN 'resolved' THEN 'open' WHEN 'waiting' THEN 'open' "
                       "ELSE status END WHERE id = ?"),
        conversation.value));
}

Result<> needPersonFor(Connection &connection, OutboxId id)
{
    auto item = existing(connection, id);
    return item ? needPerson(connection, item->item.conversation) : Result<>(std::move(item).error());
}

} // namespace

SqliteOutboxRepository::SqliteOutboxRepository(Database &database, const QString &lane)
    : m_database(database)
    , m_lane(lane)
{
}

QString SqliteOutboxRepository::inLane() const
{
    return QStringLiteral("coalesce(nullif(outbox.account, ''), (SELECT account FROM mail_conversations AS "
                          "came WHERE came.conversation = outbox.conversation), '') = ? ");
}

Result<OutboxId> SqliteOutboxRepository::enqueue(const NewOutboxItem &item)
{
    return m_database.write([&](Connection &connection) { return enqueue(connection, item); });
}

Result<OutboxId> SqliteOutboxRepository::enqueue(Connection &connection, const NewOutboxItem &item)
{
    if (item.key.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("an outgoing message needs an idempotency key")};
    auto known =
        Rows::integer(connection.run(QStringLiteral("SELECT id FROM outbox WHERE key = ?"), item.key));
    if (!known)
        return std::move(known).error();
    if (*known > 0)
        return OutboxId{*known};
    const QString created = Rows::stamp(item.createdAt);
    auto inserted = connection.run(
        QStringLiteral(
            "INSERT INTO outbox (key, conversation, in_reply_to, channel, recipient, subject, body, "
            "approved_by, created, due, account) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        item.key, Rows::reference(item.conversation), Rows::reference(item.inReplyTo), nameOf(item.channel),
        item.recipient, item.subject, item.body, item.approvedBy, created,
        item.dueAt.isValid() ? toIso(item.dueAt) : created, item.account);
    if (!inserted)
        return std::move(inserted).error();
    const OutboxId id{inserted->lastInsertId()};
    connection.announce(Topic::Outbox, item.conversation.value);
    if (item.takesBegun)
        if (auto moved = SqliteBegunReplyRepository::moveTo(connection, item.conversation, id); !moved)
            return std::move(moved).error();
    const QString by = item.approvedBy.isEmpty() ? QStringLiteral("agent") : item.approvedBy;
    if (auto audited = audit(connection, id, QStringLiteral("queued"), by, item.createdAt); !audited)
        return std::move(audited).error();
    return id;
}

Result<std::optional<OutboxItem>> SqliteOutboxRepository::get(OutboxId id) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectItems() + QStringLiteral("WHERE id = ?"), id.value), itemOf);
    });
}

Result<QList<Attachment>> SqliteOutboxRepository::files(OutboxId id) const
{
    return m_database.read(
        [&](Connection &connection) { return SqliteBegunReplyRepository::filesOf(connection, id); });
}

Result<std::optional<OutboxItem>> SqliteOutboxRepository::byKey(const QString &key) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(selectItems() + QStringLiteral("WHERE key = ?"), key), itemOf);
    });
}

Result<std::vector<OutboxItem>> SqliteOutboxRepository::ofConversation(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) {
        return select(connection, QStringLiteral("WHERE conversation = ? ORDER BY id"), conversation.value);
    });
}

Result<int> SqliteOutboxRepository::sentAloneTo(const QString &recipient, const QDateTime &since) const
{
    return m_database.read([&](Connection &connection) -> Result<int> {
        auto count = Rows::integer(connection.run(
            QStringLiteral(
                "SELECT count(*) FROM outbox WHERE recipient = ? COLLATE NOCASE AND created >= ? AND "
                "approved_by = '' AND state <> 'cancelled' AND key NOT LIKE 'effect:code:%'"),
            recipient, Rows::stamp(since)));
        if (!count)
            return count.error();
        return static_cast<int>(*count);
    });
}

Result<std::vector<OutboxItem>> SqliteOutboxRepository::withState(OutboxState state, int limit) const
{
    return m_database.read([&](Connection &connection) {
        return select(connection,
                      QStringLiteral("WHERE state = ? AND ") + inLane() +
                          QStringLiteral("ORDER BY id LIMIT ?"),
                      nameOf(state), m_lane, limit);
    });
}

Result<std::vector<OutboxItem>> SqliteOutboxRepository::claimDue(const QDateTime &now, int limit)
{
    auto claimed = m_database.write([&](Connection &connection) -> Result<std::vector<OutboxItem>> {
        if (auto shifted = shiftToClock(connection, now); !shifted)
            return std::move(shifted).error();
        auto due = select(connection,
                          QStringLiteral("WHERE state = 'queued' AND due <= ? AND ") + inLane() +
                              QStringLiteral("ORDER BY due, id LIMIT ?"),
                          toIso(now), m_lane, limit);
        if (!due)
            return due;
        for (OutboxItem &item : *due) {
            auto taken =
                change(connection, item.id, OutboxState::Queued, QStringLiteral("state = 'sending'"));
            if (!taken)
                return std::move(taken).error();
            item.state = OutboxState::Sending;
        }
        return due;
    });
    if (claimed && !claimed->empty()) {
        // They leave the desk now: that they were claimed survives a power cut before.
        if (auto kept = m_database.awaitDurable(); !kept)
            return std::move(kept).error();
    }
    return claimed;
}

Result<std::optional<QDateTime>> SqliteOutboxRepository::nextDue() const
{
    return m_database.read([](Connection &connection) {
        return Rows::first(connection.run(QStringLiteral(
                               "SELECT due FROM outbox WHERE state = 'queued' ORDER BY due LIMIT 1")),
                           [](const Statement &row) { return fromIso(row.text(0)); });
    });
}

Result<> SqliteOutboxRepository::markSent(OutboxId id, const QString &externalId, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto item = existing(connection, id);
        if (!item)
            return std::move(item).error();
        const OutboxState from =
            item->state == OutboxState::Unknown ? OutboxState::Unknown : OutboxState::Sending;
        auto done =
            change(connection, id, from,
                   QStringLiteral("state = 'sent', sent = ?, external_id = ?, failure = '', body = ?"),
                   Rows::stamp(at), externalId, withoutAccess(item->item));
        if (!done)
            return done;
        return audit(connection, id, QStringLiteral("sent"), QStringLiteral("system"), at);
    });
}

Result<> SqliteOutboxRepository::markFailed(OutboxId id, const QString &why,
                                            const std::optional<QDateTime> &retryAt)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        // Only what failed counts as an attempt: a claim that a kill interrupted is none.
        const QString counted = QStringLiteral("attempts = attempts + 1, failure = ?, ");
        if (retryAt) {
            return change(connection, id, OutboxState::Sending,
                          counted + QStringLiteral("state = 'queued', due = ?"), why, Rows::stamp(*retryAt));
        }
        auto failed =
            change(connection, id, OutboxState::Sending, counted + QStringLiteral("state = 'failed'"), why);
        return failed ? needPersonFor(connection, id) : failed;
    });
}

Result<> SqliteOutboxRepository::markUnknown(OutboxId id, const QString &why)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto unknown = change(connection, id, OutboxState::Sending,
                              QStringLiteral("state = 'unknown', failure = ?"), why);
        return unknown ? needPersonFor(connection, id) : unknown;
    });
}

Result<> SqliteOutboxRepository::putBack(OutboxId id, const QString &why, const QDateTime &dueAt)
{
    return m_database.write([&](Connection &connection) {
        return change(connection, id, OutboxState::Sending,
                      QStringLiteral("state = 'queued', failure = ?, due = ?"), why, Rows::stamp(dueAt));
    });
}

Result<> SqliteOutboxRepository::markReturned(OutboxId id, const QString &why, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto item = existing(connection, id);
        if (!item)
            return std::move(item).error();
        const bool hadLeft = item->state == OutboxState::Sending || item->state == OutboxState::Unknown;
        auto done = change(connection, id, hadLeft ? item->state : OutboxState::Sent,
                           QStringLiteral("state = 'failed', failure = ?"), why);
        if (!done)
            return done;
        if (auto raised = needPerson(connection, item->item.conversation); !raised)
            return raised;
        return audit(connection, id, QStringLiteral("returned"), QStringLiteral("system"), at);
    });
}

Result<> SqliteOutboxRepository::requeue(OutboxId id, const QString &by, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto item = existing(connection, id);
        if (!item)
            return std::move(item).error();
        const OutboxState from =
            item->state == OutboxState::Failed ? OutboxState::Failed : OutboxState::Unknown;
        auto done = change(connection, id, from, QStringLiteral("state = 'queued', due = ?, failure = ''"),
                           Rows::stamp(at));
        if (!done)
            return done;
        return audit(connection, id, QStringLiteral("requeued"), by, at);
    });
}

Result<> SqliteOutboxRepository::reword(OutboxId id, const QString &body)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto item = existing(connection, id);
        if (!item)
            return std::move(item).error();
        const OutboxState from =
            item->state == OutboxState::Queued ? OutboxState::Queued : OutboxState::Sending;
        return change(connection, id, from, QStringLiteral("body = ?"), body);
    });
}

Result<> SqliteOutboxRepository::cancel(OutboxId id, const QString &by, const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto item = existing(connection, id);
        if (!item)
            return std::move(item).error();
        auto done = change(connection, id, OutboxState::Queued,
                           QStringLiteral("state = 'cancelled', body = ?"), withoutAccess(item->item));
        if (!done)
            return done;
        auto back = SqliteBegunReplyRepository::giveBack(connection, item->item.conversation, id);
        return back ? audit(connection, id, QStringLiteral("cancelled"), by, at) : back;
    });
}

Result<int> SqliteOutboxRepository::cancelQueued(ConversationId conversation, const QString &by,
                                                 const QDateTime &at)
{
    return m_database.write([&](Connection &connection) -> Result<int> {
        auto queued = select(connection, QStringLiteral("WHERE conversation = ? AND state = 'queued'"),
                             conversation.value);
        if (!queued)
            return std::move(queued).error();
        for (const OutboxItem &item : *queued) {
            if (auto done = cancel(item.id, by, at); !done)
                return std::move(done).error();
        }
        return static_cast<int>(queued->size());
    });
}

Result<std::vector<OutboxItem>> SqliteOutboxRepository::recoverInterrupted()
{
    return m_database.write([&](Connection &connection) -> Result<std::vector<OutboxItem>> {
        auto interrupted =
            select(connection,
                   QStringLiteral("WHERE state = 'sending' AND ") + inLane() + QStringLiteral("ORDER BY id"),
                   m_lane);
        if (!interrupted)
            return interrupted;
        const QString why = QStringLiteral("the program ended while it was being sent");
        for (OutboxItem &item : *interrupted) {
            // It was not refused, so the attempts stay as many as they are.
            auto done = change(connection, item.id, OutboxState::Sending,
                               QStringLiteral("state = 'unknown', failure = ?"), why);
            if (!done)
                return std::move(done).error();
            if (auto raised = needPerson(connection, item.item.conversation); !raised)
                return std::move(raised).error();
            item.state = OutboxState::Unknown;
            item.failure = why;
        }
        return interrupted;
    });
}

} // namespace Helmdesk
