#pragma once

#include "core/Result.h"

#include <functional>
#include <QByteArray>
#include <QMap>
#include <QString>

namespace Helmdesk::Test
{

// A file system under SQLite that knows what a power cut would leave. Everything is written to real files
// through the system's own; beside them it keeps, for each file, the bytes that a sync has brought to the
// disk and the writes since then, which a power cut throws away or, in part and in any order, keeps.
//
// Thread: any; the observer runs under the lock of all files, so that what it sees stands still. Ownership:
// one for the process, never unregistered. Failure: install() tells it.
namespace PowerCut
{

enum class Loses {
    Everything, // all writes since the last sync of their file
    Some,       // each of them or not, by chance
};

// Makes it the file system of every database that is opened from now on; it follows those in the folder.
Result<> install(const QString &folder);

// What stands at a path, by file name, when the power is cut at this instant. Reproducible for a seed. Call
// it from the observer.
QMap<QString, QByteArray> remains(Loses loses, quint32 seed);

// Called before each write, sync and truncation with the number of those before; null: nobody.
using Observer = std::function<void(quint64 operation)>;
void observe(Observer observer);

// A sync by other means than SQLite's: the file's writes so far are on the disk.
Result<> syncFile(const QString &path);

quint64 operations();
quint64 syncs();

} // namespace PowerCut
} // namespace Helmdesk::Test
