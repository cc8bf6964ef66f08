#pragma once

#include "core/Result.h"

#include <QStringList>

namespace Helmdesk
{

// Keeps what the desk writes from the other users of the machine: by the permission bits, on Windows by an
// access list that names the owner alone. Thread: any, but makeNewFilesOwnerOnly() before others are started.

// From now on all files and folders that this process makes are its owner's alone (umask 077; nothing on
// Windows, where they inherit from the workspace).
void makeNewFilesOwnerOnly();

// Makes the empty file when it is missing, for the owner alone. Io when it cannot be made.
Result<> createOwnerOnly(const QString &path);

struct AccessReport {
    QStringList mended;    // were open to others and are not any more
    QStringList stillOpen; // could not be changed: they belong to somebody else
};

// Whether others may enter or read the path. False for what does not exist.
bool isOpenToOthers(const QString &path);

// Closes the folder, the files in it and, where others can enter them, its subfolders with all they hold.
// Links are not followed.
enum class Closing { Everything, FolderAlone };
AccessReport closeToOthers(const QString &folder, Closing closing = Closing::Everything);

} // namespace Helmdesk
