#pragma once

#include "archives/ArchiveImport.h"

namespace Helmdesk
{

// JSON of a help desk: a file, or a folder of pages. As readArchive(). `system` of the description is "json"
// where the records are of no desk that is known, and then they are read as a table.
Result<ArchiveSource> describeJsonArchive(const QString &path, const ArchiveOptions &options);
Result<ArchiveCounts> readJsonArchive(const QString &path, const ArchiveOptions &options,
                                      const ConversationSink &sink, const RunControl &control);

} // namespace Helmdesk
