#pragma once

#include "core/Result.h"

#include <QStringList>
#include <vector>

namespace Helmdesk
{

class Connection;

// One numbered file of resources/migrations: 0001_initial.sql is number 1.
struct Migration {
    int number = 0;
    QString name;
    QStringList statements; // separated by "-- next" lines in the file
};

// All migrations of the folder in order, without gaps. Thread: any. Failure: Unavailable when the folder or a
// file cannot be read, Internal when the numbering has a gap.
Result<std::vector<Migration>> loadMigrations(const QString &folder);

// Applies those after `version`, each together with its PRAGMA user_version in one transaction that is
// checked for broken foreign keys before it is committed. One that another program has applied meanwhile is
// left out. Thread: that of the connection.
Result<> applyMigrations(Connection &connection, const std::vector<Migration> &migrations, int version);

} // namespace Helmdesk
