#pragma once

#include "core/Result.h"

#include <QString>

namespace Helmdesk
{

// The folder share/helmdesk with the files that the programs read at run time: HELMDESK_RESOURCES where it is
// set, else beside the program (../share/helmdesk, ../Resources on macOS, share/helmdesk on Windows).
// Thread-safe.
QString resourceFolder();

// Absolute path of a file in it, e.g. resourceFile("encoder/minilm-l6-v2.hdenc"). The file need not exist.
QString resourceFile(const QString &relative);

// The whole file; the error says which file and why.
Result<QByteArray> readResource(const QString &relative);

} // namespace Helmdesk
