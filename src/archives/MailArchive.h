#pragma once

#include "archives/ArchiveImport.h"

namespace Helmdesk
{

// Mail of any form: mbox, Mailman's monthly files, Maildir, folders of .eml, and folders that mix these.
// As readArchive().
Result<ArchiveCounts> readMailArchive(const QString &path, ArchiveForm form, const ArchiveOptions &options,
                                      const ConversationSink &sink, const RunControl &control);

} // namespace Helmdesk
