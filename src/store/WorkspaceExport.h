#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <functional>
#include <QList>
#include <QPair>

namespace Helmdesk
{

// Writes everything that a workspace holds, so that a team can read it without this program: a folder with
// one file TABLE.jsonl for each table, one JSON object a row with the names of its columns, and manifest.json
// with the version of the database, the time and the rows of each table. What can be computed again (search
// indexes, vectors) is left out, and so are texts kept with their secrets; secrets in what people wrote are
// masked. All files show one state of the workspace.
// Thread: any. Failure: Conflict when the folder exists and is not empty, Io or StorageFull when it cannot be
// written, otherwise that of the store.
using ExportedTables = QList<QPair<QString, qint64>>; // name and rows
Result<ExportedTables> exportWorkspace(Database &database, const QString &folder, const QDateTime &now);

} // namespace Helmdesk
