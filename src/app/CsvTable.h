#pragma once

#include "core/Json.h"

namespace Helmdesk
{

// A table of records for spreadsheets, RFC 4180: the names of the columns first, then a line a record. What a
// spreadsheet would take for a formula gets an apostrophe before it.
QStringList csvLines(const QStringList &columns, const Json &records);

// The file is for its owner alone, and not to be run; it replaces one of its name as a whole. Failure: Io.
Result<> writeOwnFile(const QString &path, const QByteArray &bytes);
// UTF-8 with a byte order mark.
Result<> writeCsv(const QString &path, const QStringList &columns, const Json &records);

} // namespace Helmdesk
