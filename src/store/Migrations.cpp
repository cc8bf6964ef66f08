#include "store/Migrations.h"

#include "store/Connection.h"
#include "store/DatabaseFile.h"

#include <QDir>
#include <QFile>

namespace Helmdesk
{

namespace
{

QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString current;
    for (const QString &line : sql.split(QLatin1Char('\n'))) {
        if (line.trimmed() == QLatin1String("-- next")) {
            statements.append(current.trimmed());
            current.clear();
        } else {
            current += line + QLatin1Char('\n');
        }
    }
    statements.append(current.trimmed());
    statements.removeAll(QString());
    return statements;
}

Result<> apply(Connection &connection, const Migration &migration)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::move(transaction).error();
    // Read inside the transaction: another program may have been quicker.
    {
        auto version = connection.run(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return std::move(version).error();
        if (version->next() && version->integer(0) >= migration.number)
            return {};
    }
    for (const QString &statement : migration.statements) {
        if (auto done = connection.runOnce(statement); !done) {
            Error error = std::move(done).error();
            error.detail = QStringLiteral("migration %1: %2").arg(migration.name, error.detail);
            return error;
        }
    }
    {
        auto broken = connection.run(QStringLiteral("PRAGMA foreign_key_check"));
        if (!broken)
            return std::move(broken).error();
        if (broken->next()) {
            return Error{ErrorKind::Corrupt,
                         QStringLiteral("migration %1 would leave broken references in %2")
                             .arg(migration.name, broken->text(0))};
        }
    }
    for (const QString &pragma : {QStringLiteral("PRAGMA user_version=%1").arg(migration.number),
                                  QStringLiteral("PRAGMA application_id=%1").arg(databaseApplicationId)}) {
        if (auto done = connection.runOnce(pragma); !done)
            return std::move(done).error();
    }
    return transaction->commit();
}

} // namespace

Result<std::vector<Migration>> loadMigrations(const QString &folder)
{
    std::vector<Migration> migrations;
    const QStringList names = QDir(folder).entryList({QStringLiteral("????_*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Unavailable, QStringLiteral("the migration %1 cannot be read").arg(name)};
        Migration migration{name.left(4).toInt(), name, statementsOf(QString::fromUtf8(file.readAll()))};
        if (migration.number != static_cast<int>(migrations.size()) + 1)
            return Error{ErrorKind::Internal, QStringLiteral("the migration %1 is out of order").arg(name)};
        migrations.push_back(std::move(migration));
    }
    if (migrations.empty()) {
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("no migrations were found in %1: the program is not installed completely")
                         .arg(QDir::toNativeSeparators(folder))};
    }
    return migrations;
}

Result<> applyMigrations(Connection &connection, const std::vector<Migration> &migrations, int version)
{
    // A migration may rebuild tables that others refer to; has no effect inside a transaction.
    if (auto done = connection.runOnce(QStringLiteral("PRAGMA foreign_keys=OFF")); !done)
        return done;
    Result<> result;
    for (const Migration &migration : migrations) {
        if (migration.number <= version)
            continue;
        result = apply(connection, migration);
        if (!result)
            break;
        if (version > 0)
            qCInfo(lcStore).noquote() << "applied migration" << migration.name;
    }
    if (auto done = connection.runOnce(QStringLiteral("PRAGMA foreign_keys=ON")); !done)
        return done;
    return result;
}

} // namespace Helmdesk
