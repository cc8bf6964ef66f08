#pragma once

#include "security/AuditLog.h"
#include "store/AuditedRows.h"

#include <array>

namespace Helmdesk
{

// Reads the records of the chain in their order and knows afterwards how every audited row should be. Made
// for one verification, used on one thread.
class AuditReplay
{
public:
    // Adds a finding when the record tells of a row that was changed before it without a record.
    void take(const StoredAuditRecord &record, AuditCheck &check);
    // Adds a finding for each row that was removed, changed or added without a record.
    Result<> compare(Connection &connection, AuditCheck &check) const;

private:
    struct Expected {
        QString digest; // empty: there should be no row
        qint64 record = 0;
    };
    using Rows = QHash<QString, Expected>;
    Rows &rowsOf(AuditedTable table) { return m_rows.at(static_cast<size_t>(table)); }
    const Rows &rowsOf(AuditedTable table) const { return m_rows.at(static_cast<size_t>(table)); }
    void takeRow(AuditedTable table, const QString &key, const Json &detail, qint64 record,
                 AuditCheck &check);
    void takeAll(AuditedTable table, const Json &rows, qint64 record);
    void forget(AuditedTable table, const Json &keys);

    std::array<Rows, auditedTables.size()> m_rows;
};

} // namespace Helmdesk
