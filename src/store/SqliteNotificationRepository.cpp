#include "store/SqliteNotificationRepository.h"

#include "store/Rows.h"

namespace Helmdesk
{

SqliteNotificationRepository::SqliteNotificationRepository(Database &database)
    : m_database(database)
{
}

Result<qint64> SqliteNotificationRepository::add(const Notification &notification)
{
    return m_database.write([&](Connection &connection) { return add(connection, notification); });
}

Result<qint64> SqliteNotificationRepository::add(Connection &connection, const Notification &notification)
{
    auto inserted = connection.run(
        QStringLiteral("INSERT INTO notifications (conversation, ticket, priority, text, at) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (ticket) DO UPDATE SET text = excluded.text "
                       "RETURNING id"),
        Rows::reference(notification.conversation), Rows::reference(notification.ticket),
        nameOf(notification.priority), notification.text, Rows::stamp(notification.at));
    connection.announce(Topic::Notifications, notification.conversation.value);
    return Rows::integer(std::move(inserted));
}

Result<std::vector<Notification>> SqliteNotificationRepository::unseen(int limit) const
{
    return m_database.read([&](Connection &connection) {
        return Rows::all(
            connection.run(QStringLiteral("SELECT id, conversation, ticket, priority, text, at, seen "
                                          "FROM notifications WHERE seen = 0 ORDER BY id DESC LIMIT ?"),
                           limit),
            [](const Statement &row) {
                return Notification{
                    row.integer(0),   {row.integer(1)},
                    {row.integer(2)}, fromName<Priority>(row.text(3)).value_or(Priority::Normal),
                    row.text(4),      fromIso(row.text(5)),
                    row.boolean(6)};
            });
    });
}

Result<> SqliteNotificationRepository::markSeen(ConversationId conversation)
{
    return m_database.write([&](Connection &connection) {
        connection.announce(Topic::Notifications, conversation.value);
        return Rows::done(connection.run(
            QStringLiteral("UPDATE notifications SET seen = 1 WHERE conversation = ?"), conversation.value));
    });
}

} // namespace Helmdesk
