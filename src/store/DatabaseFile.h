#pragma once

#include "core/Result.h"

#include <QString>

namespace Helmdesk
{

// Marks the file as a Helmdesk workspace ("HMDS"), so that another program's database is not touched.
constexpr quint32 databaseApplicationId = 0x484D4453;

enum class DatabaseFileKind {
    New,      // missing or of no bytes, and nothing beside it tells of an earlier one
    Marked,   // carries our mark
    Unmarked, // an SQLite file without any mark: SQL must tell what it is
};

// What lies at the path of a database, judged by its first bytes and its folder, before SQLite opens it and
// may change it. A file that this process has open is not read, and is Unmarked: SQL must tell. Thread: any.
// Failure: InvalidInput for a folder, and for what another program marked as its own; Corrupt for what is no
// SQLite file, and for a lost or emptied database: the sentences name the way back.
Result<DatabaseFileKind> examineDatabaseFile(const QString &path);

// Stands as long as a connection of this process to the file. POSIX takes a process's locks on a file away
// when any of its descriptors is closed ("How To Corrupt An SQLite Database File", 2.2), so that nobody but
// SQLite may open the file then. Make it before the connection. Thread: any.
class OpenDatabaseFile
{
public:
    explicit OpenDatabaseFile(const QString &path);
    ~OpenDatabaseFile();
    Q_DISABLE_COPY_MOVE(OpenDatabaseFile)

private:
    QString m_path;
};

// A file beside the database that says a workspace was made here; the first trace that is looked for.
constexpr const char *workspaceMarkName = "workspace.made";

// What tells that a workspace has been used before, though its database holds nothing: "http.key", …; empty:
// none.
QString traceOfUse(const QString &path);

// Corrupt, with the finding and the way back: the newest backup beside the file, or an own one.
Error damagedDatabase(const QString &path, const QString &finding);
Error emptiedDatabase(const QString &path, const QString &trace);

} // namespace Helmdesk
