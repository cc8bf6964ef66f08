#pragma once

#include "core/Result.h"

#include <QString>

namespace Helmdesk
{

// Waits until what was written to the file, by whichever program, is on the disk itself (fdatasync,
// F_FULLFSYNC, FlushFileBuffers). A file that does not exist has nothing to wait for. Thread: any. Failure:
// Io or StorageFull; what was written may then be lost, also when a later call succeeds.
Result<> syncFile(const QString &path);

// The same for the names in a folder: a new file survives a power cut after it. Nothing to do on Windows.
Result<> syncFolder(const QString &path);

} // namespace Helmdesk
