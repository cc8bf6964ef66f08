#pragma once

#include "security/AuditCheckpoint.h"
#include "security/AuditLog.h"
#include "store/Database.h"

#include <atomic>
#include <functional>

namespace Helmdesk
{

// See security/AuditLog.h. The Database is not owned. verify() also compares the rows of effects, refunds,
// approvals and settings with what the chain tells of them, and the chain with its checkpoints.
class SqliteAuditLog final : public AuditLog
{
public:
    // The places that hold checkpoints now: the workspace's own first. Thread-safe.
    using Anchors = std::function<std::vector<std::shared_ptr<AuditAnchor>>()>;

    explicit SqliteAuditLog(Database &database, Anchors anchors = {});
    Result<qint64> append(const AuditEntry &entry) override;
    Result<AuditCheck> verify() const override;
    Result<std::vector<AuditRecord>> page(qint64 before, int limit) const override;

    // For the repositories: part of the transaction that they are in.
    static Result<> append(Connection &connection, const AuditEntry &entry);

    // Writes down outside of the file how far the log has come, once that is on disk. A checkpoint that the
    // chain contradicts is left as it is: it is the evidence. The first one of a workspace, and the first in
    // a place that the settings named since, are made; one that was taken away is not.
    Result<> keepCheckpoint(const QDateTime &now);
    // The first checkpoint of a workspace, whose key was just made. Does nothing when the log was sealed
    // before.
    Result<> beginCheckpoints(const QDateTime &now);
    // Makes a checkpoint of the log as it is now in every place, whatever lies there, and records who wanted
    // it and why. For a new workspace, and after a backup was restored.
    Result<> renewCheckpoint(const QString &by, const QString &reason, const QDateTime &now);

private:
    Result<AuditCheckpoint> head(const QDateTime &now) const;
    Result<bool> holds(const AuditCheckpoint &checkpoint) const;
    Result<bool> wasAnchoredAt(const QString &place) const;
    Result<> compareCheckpoints(AuditCheck &check) const;
    Result<> keepAt(AuditAnchor &anchor, bool isOwn, const AuditCheckpoint &head);

    Database &m_database;
    Anchors m_anchors;
    std::atomic<qint64> m_kept{-1}; // the record that was kept last
};

} // namespace Helmdesk
