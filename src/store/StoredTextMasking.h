#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <QMap>

namespace Helmdesk
{

// A value of a table as it may leave the workspace: what people wrote, and what was made from it, with its
// secrets masked. Values of other columns come back as they are. JSON stays JSON. Thread: any. Cannot fail.
QString withoutStoredSecrets(const QString &table, const QString &column, const QString &value);

// Masks the secrets in everything that was stored before messages were masked on arrival: messages with their
// search index, conversations, tickets, notifications, outgoing mail, drafts, notes, training examples, runs
// and outcomes. Approvals and effects stay, which are bound to a digest. Audited with the counts alone; what
// was written before lies in free pages until they are used again, and in backups. The number of changed rows
// by table. Thread: any; slow on a large workspace. Failure: that of the store; all or nothing.
Result<QMap<QString, qint64>> maskStoredText(Database &database, const QString &by, const QDateTime &now);

} // namespace Helmdesk
