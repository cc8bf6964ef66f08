#pragma once

#include "archives/ArchiveImport.h"

namespace Helmdesk
{

// Tables: CSV, and JSON records of no desk that is known. A row is a conversation where a column holds the
// answer or nothing says to which conversation it belongs, else a message. As readArchive().
Result<ArchiveSource> describeTable(const QString &path, ArchiveForm form, const ArchiveOptions &options);
Result<ArchiveCounts> readTable(const QString &path, ArchiveForm form, const ArchiveOptions &options,
                                const ConversationSink &sink, const RunControl &control);

} // namespace Helmdesk
