#pragma once

#include "store/Connection.h"

namespace Helmdesk
{

// The rows that the audit log vouches for: each record of a change holds a digest of the row as it then was.
enum class AuditedTable { Effects, Refunds, Approvals, Settings };
inline constexpr std::array auditedTables{AuditedTable::Effects, AuditedTable::Refunds,
                                          AuditedTable::Approvals, AuditedTable::Settings};
QString nameOf(AuditedTable table); // the table's name

// Thread: that of the connection. Failure: that of the store.
namespace AuditedRows
{

// SHA-256 in hexadecimal over the stored bytes of the columns that only an audited act changes (not: how
// often an effect was tried, whether a run went on, an approval's key, the words of a refund, which an
// erasure takes out). Empty when there is no such row. The key is the row's id; of a setting its name and
// scope as "name|scope".
Result<QString> digest(Connection &connection, AuditedTable table, const QString &key);
// Every row of the table: key and digest.
Result<QHash<QString, QString>> all(Connection &connection, AuditedTable table);

// Records all rows as they are, for a log that did not vouch for rows before. Does nothing when it does.
Result<> recordBaseline(Connection &connection, const QDateTime &at);

} // namespace AuditedRows

} // namespace Helmdesk
