#pragma once

#include "pipeline/OutboxRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/OutboxRepository.h. The Database is not owned.
class SqliteOutboxRepository final : public OutboxRepository
{
public:
    explicit SqliteOutboxRepository(Database &database);

    Result<OutboxId> enqueue(const NewOutboxItem &item) override;
    Result<std::optional<OutboxItem>> get(OutboxId id) const override;
    Result<std::optional<OutboxItem>> byKey(const QString &key) const override;
    Result<std::vector<OutboxItem>> ofConversation(ConversationId conversation) const override;
    Result<int> sentAloneTo(const QString &recipient, const QDateTime &since) const override;
    Result<std::vector<OutboxItem>> withState(OutboxState state, int limit) const override;
    Result<std::vector<OutboxItem>> claimDue(const QDateTime &now, int limit) override;
    Result<std::optional<QDateTime>> nextDue() const override;
    Result<> markSent(OutboxId id, const QString &externalId, const QDateTime &at) override;
    Result<> markFailed(OutboxId id, const QString &why, const std::optional<QDateTime> &retryAt) override;
    Result<> markUnknown(OutboxId id, const QString &why) override;
    Result<> requeue(OutboxId id, const QString &by, const QDateTime &at) override;
    Result<> reword(OutboxId id, const QString &body) override;
    Result<> cancel(OutboxId id, const QString &by, const QDateTime &at) override;
    Result<int> cancelQueued(ConversationId conversation, const QString &by, const QDateTime &at) override;
    Result<std::vector<OutboxItem>> recoverInterrupted() override;

    // Inside a transaction of another part of the store.
    static Result<OutboxId> enqueue(Connection &connection, const NewOutboxItem &item);

private:
    Database &m_database;
};

} // namespace Helmdesk
