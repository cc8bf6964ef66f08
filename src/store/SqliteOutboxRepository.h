#pragma once

#include "pipeline/OutboxRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/OutboxRepository.h. The Database is not owned. What leaves by a mailbox of the team is
// claimed, listed by state and recovered by the repository of that mailbox's lane alone, and everything else
// by the one without a lane: so each can be sent on a thread of its own.
class SqliteOutboxRepository final : public OutboxRepository
{
public:
    // `lane`: the mailbox's name; empty: what leaves by none.
    explicit SqliteOutboxRepository(Database &database, const QString &lane = {});

    Result<OutboxId> enqueue(const NewOutboxItem &item) override;
    Result<std::optional<OutboxItem>> get(OutboxId id) const override;
    Result<QList<Attachment>> files(OutboxId id) const override;
    Result<std::optional<OutboxItem>> byKey(const QString &key) const override;
    Result<std::vector<OutboxItem>> ofConversation(ConversationId conversation) const override;
    Result<int> sentAloneTo(const QString &recipient, const QDateTime &since) const override;
    Result<std::vector<OutboxItem>> withState(OutboxState state, int limit) const override;
    Result<std::vector<OutboxItem>> claimDue(const QDateTime &now, int limit) override;
    Result<std::optional<QDateTime>> nextDue() const override;
    Result<> markSent(OutboxId id, const QString &externalId, const QDateTime &at) override;
    Result<> markFailed(OutboxId id, const QString &why, const std::optional<QDateTime> &retryAt) override;
    Result<> markUnknown(OutboxId id, const QString &why) override;
    Result<> putBack(OutboxId id, const QString &why, const QDateTime &dueAt) override;
    Result<> markReturned(OutboxId id, const QString &why, const QDateTime &at) override;
    Result<> requeue(OutboxId id, const QString &by, const QDateTime &at) override;
    Result<> reword(OutboxId id, const QString &body) override;
    Result<> cancel(OutboxId id, const QString &by, const QDateTime &at) override;
    Result<int> cancelQueued(ConversationId conversation, const QString &by, const QDateTime &at) override;
    Result<std::vector<OutboxItem>> recoverInterrupted() override;

    // Inside a transaction of another part of the store.
    static Result<OutboxId> enqueue(Connection &connection, const NewOutboxItem &item);

private:
    QString inLane() const; // the end of a condition, with one value: the lane

    Database &m_database;
    QString m_lane;
};

} // namespace Helmdesk
