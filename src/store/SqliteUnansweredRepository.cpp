#include "store/SqliteUnansweredRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{
namespace
{

QString select(const char *condition)
{
    return QStringLiteral(
               "SELECT m.id, m.conversation, m.channel, ifnull(f.attempts, 0), ifnull(f.next_try, '') "
               "FROM waiting_messages w JOIN messages m ON m.id = w.message "
               "JOIN conversations c ON c.id = m.conversation "
               "LEFT JOIN failed_answers f ON f.message = m.id WHERE c.status IN ('open', 'waiting') "
               "AND NOT EXISTS (SELECT 1 FROM runs r WHERE r.message = m.id AND r.state IN "
               "('cancelled', 'awaiting_approval')) ") +
           QString::fromLatin1(condition) + QStringLiteral(" ORDER BY m.id");
}

UnansweredMessage unansweredOf(const Statement &row)
{
    UnansweredMessage message;
    message.id.value = row.integer(0);
    message.conversation.value = row.integer(1);
    message.channel = fromName<ChannelKind>(row.text(2)).value_or(ChannelKind::Api);
    message.attempts = static_cast<int>(row.integer(3));
    if (const QString nextTry = row.text(4); !nextTry.isEmpty())
        message.nextTry = fromIso(nextTry);
    return message;
}

} // namespace

SqliteUnansweredRepository::SqliteUnansweredRepository(Database &database)
    : m_database(database)
{
}

Result<std::vector<UnansweredMessage>> SqliteUnansweredRepository::all() const
{
    return m_database.read(
        [&](Connection &connection) { return Rows::all(connection.run(select("")), unansweredOf); });
}

Result<std::vector<UnansweredMessage>> SqliteUnansweredRepository::of(ConversationId conversation) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(select("AND w.conversation = ?"), conversation.value), unansweredOf);
    });
}

Result<std::vector<UnansweredMessage>> SqliteUnansweredRepository::due(const QDateTime &now) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(select("AND f.next_try <= ?"), Rows::stamp(now)), unansweredOf);
    });
}

Result<std::optional<UnansweredMessage>> SqliteUnansweredRepository::find(MessageId message) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::first(connection.run(select("AND m.id = ?"), message.value), unansweredOf);
    });
}

Result<> SqliteUnansweredRepository::recordFailure(MessageId message, const QString &why,
                                                   const QDateTime &nextTry)
{
    return m_database.write([&](Connection &connection) -> Result<> {
        auto recorded = Rows::done(connection.run(
            QStringLiteral("INSERT INTO failed_answers (message, attempts, next_try, why) "
                           "VALUES (?, 1, ?, ?) ON CONFLICT (message) DO UPDATE SET "
                           "attempts = attempts + 1, next_try = excluded.next_try, why = excluded.why"),
            message.value, Rows::stamp(nextTry), why));
        if (!recorded)
            return recorded;
        auto conversation = Rows::integer(
            connection.run(QStringLiteral("UPDATE conversations SET attention = 1 WHERE id = "
                                          "(SELECT conversation FROM messages WHERE id = ?) RETURNING id"),
                           message.value));
        if (!conversation)
            return std::move(conversation).error();
        connection.announce(Topic::Conversations, *conversation);
        return {};
    });
}

Result<> SqliteUnansweredRepository::markLate(const QDateTime &since)
{
    const QString late = QStringLiteral(
        "SELECT DISTINCT c.id FROM waiting_messages w JOIN messages m ON m.id = w.message "
        "JOIN conversations c ON c.id = m.conversation WHERE c.attention = 0 AND m.arrived < ? "
        "AND c.status IN ('open', 'waiting') AND NOT EXISTS "
        "(SELECT 1 FROM runs r WHERE r.message = m.id AND r.state IN ('cancelled', 'awaiting_approval'))");
    auto found = m_database.read([&](Connection &connection) {
        return Rows::all(connection.run(late, Rows::stamp(since)),
                         [](const Statement &row) { return row.integer(0); });
    });
    if (!found)
        return std::move(found).error();
    if (found->empty())
        return {};
    return m_database.write([&](Connection &connection) -> Result<> {
        for (const qint64 id : *found) {
            auto marked = Rows::done(connection.run(
                QStringLiteral(
                    "UPDATE conversations SET attention = 1 WHERE id = ? AND "
                    "status IN ('open', 'waiting') AND EXISTS (SELECT 1 FROM waiting_messages w "
                    "JOIN messages m ON m.id = w.message WHERE m.conversation = conversations.id)"),
                id));
            if (!marked)
                return marked;
            connection.announce(Topic::Conversations, id);
        }
        return {};
    });
}

} // namespace Helmdesk
