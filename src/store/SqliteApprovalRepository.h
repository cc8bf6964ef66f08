#pragma once

#include "pipeline/ApprovalRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/ApprovalRepository.h. The Database is not owned.
class SqliteApprovalRepository final : public ApprovalRepository
{
public:
    explicit SqliteApprovalRepository(Database &database);

    Result<Approval> create(const NewApproval &request) override;
    Result<std::optional<Approval>> get(ApprovalId id) const override;
    Result<std::optional<Approval>> byCallKey(const QString &callKey) const override;
    Result<std::vector<Approval>> pending(int limit = 1000) const override;
    Result<std::vector<Approval>> list(const ApprovalFilter &filter) const override;
    Result<std::vector<Approval>> ofConversation(ConversationId conversation) const override;
    Result<std::vector<Approval>> ofRun(RunId run) const override;
    Result<Approval> decide(ApprovalId id, const QString &digest, ApprovalDecision decision,
                            const QString &by, const QDateTime &at, const QString &reason = {}) override;
    Result<> vote(ApprovalId id, const QString &digest, const QString &by, const QDateTime &at) override;
    Result<QStringList> votes(ApprovalId id) const override;
    Result<std::vector<Approval>> expireOverdue(const QDateTime &now) override;
    Result<> voidPending(ApprovalId id, const QString &why, const QDateTime &at) override;
    Result<> voidPendingOf(ConversationId conversation, const QString &why, const QDateTime &at,
                           const QString &by = {}) override;
    Result<std::vector<Approval>> unsettled() const override;
    Result<> markSettled(ApprovalId id) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
