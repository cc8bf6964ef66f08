#pragma once

#include "security/AuditLog.h"
#include "store/Database.h"

namespace Helmdesk
{

// See security/AuditLog.h. The Database is not owned.
class SqliteAuditLog final : public AuditLog
{
public:
    explicit SqliteAuditLog(Database &database);
    Result<qint64> append(const AuditEntry &entry) override;
    Result<AuditCheck> verify() const override;
    Result<std::vector<AuditRecord>> page(qint64 before, int limit) const override;

    // For the repositories: part of the transaction that they are in.
    static Result<> append(Connection &connection, const AuditEntry &entry);

private:
    Database &m_database;
};

} // namespace Helmdesk
