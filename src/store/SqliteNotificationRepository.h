#pragma once

#include "pipeline/NotificationRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/NotificationRepository.h. The Database is not owned.
class SqliteNotificationRepository final : public NotificationRepository
{
public:
    explicit SqliteNotificationRepository(Database &database);
    Result<qint64> add(const Notification &notification) override;
    Result<std::vector<Notification>> unseen(int limit) const override;
    Result<> markSeen(ConversationId conversation) override;

    // Inside a transaction of another repository. A ticket has at most one notification.
    static Result<qint64> add(Connection &connection, const Notification &notification);

private:
    Database &m_database;
};

} // namespace Helmdesk
