#include "store/Database.h"

#include "core/ResourcePaths.h"
#include "store/Checkpointer.h"
#include "store/Migrations.h"

#include <algorithm>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace Helmdesk
{

struct Database::State {
    QString path;
    int version = 0;
    ChangeFeed changes;
    std::shared_ptr<std::timed_mutex> writers = std::make_shared<std::timed_mutex>();
    std::unique_ptr<Checkpointer> checkpointer;
    std::shared_ptr<const AuditSeal> auditSeal;
};

namespace
{

// The connections of one thread; closed on that thread, as QtSql wants it.
struct ThreadConnections {
    struct Entry {
        std::weak_ptr<Database::State> owner;
        const Database::State *key;
        std::unique_ptr<Connection> connection;
    };
    std::vector<Entry> entries;
};

ThreadConnections &threadConnections()
{
    thread_local ThreadConnections connections;
    return connections;
}

Error damaged(const QString &path, const QString &finding)
{
    const QFileInfo file(path);
    const QStringList backups =
        file.dir().entryList({file.fileName() + QStringLiteral(".backup-*")}, QDir::Files, QDir::Time);
    const QString way =
        backups.isEmpty()
            ? QStringLiteral(
                  "move it away to start with an empty workspace, or restore it from your own backup")
            : QStringLiteral("restore the backup %1 beside it by renaming it").arg(backups.first());
    return {ErrorKind::Corrupt, QStringLiteral("the database %1 is damaged (%2): %3")
                                    .arg(QDir::toNativeSeparators(path), finding, way)};
}

Result<int> pragmaValue(Connection &connection, const QString &pragma)
{
    auto statement = connection.run(QStringLiteral("PRAGMA ") + pragma);
    if (!statement)
        return std::move(statement).error();
    return statement->next() ? static_cast<int>(statement->integer(0)) : 0;
}

Result<> quickCheck(Connection &connection, const QString &path)
{
    auto statement = connection.run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!statement)
        return damaged(path, QStringLiteral("it cannot be read"));
    if (!statement->next() || statement->text(0) != QLatin1String("ok"))
        return damaged(path, statement->text(0));
    return {};
}

// Refuses what is not ours and what is newer; gives the version of the file, 0 for an empty one.
Result<int> examine(Connection &connection, const QString &path, int newest)
{
    auto version = pragmaValue(connection, QStringLiteral("user_version"));
    if (!version)
        return version;
    if (*version > newest) {
        return Error{
            ErrorKind::TooNew,
            QStringLiteral("the database %1 has version %2 and this program knows versions up to %3: "
                           "install the newer Helmdesk to open it")
                .arg(QDir::toNativeSeparators(path))
                .arg(*version)
                .arg(newest)};
    }
    auto tables = connection.run(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return std::move(tables).error();
    if (*version == 0 && tables->next() && tables->integer(0) > 0) {
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("%1 is the database of another program").arg(QDir::toNativeSeparators(path))};
    }
    return version;
}

Result<> backup(Connection &connection, const QString &target)
{
    if (QFileInfo::exists(target))
        return Error{ErrorKind::Conflict, QStringLiteral("the backup %1 exists").arg(target)};
    auto done = connection.run(QStringLiteral("VACUUM INTO ?"), target);
    if (!done)
        return std::move(done).error();
    return {};
}

QString backupName(const QString &path, int version)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    return QStringLiteral("%1.backup-v%2-%3").arg(path).arg(version).arg(stamp);
}

Result<> migrate(Connection &connection, const QString &path, const std::vector<Migration> &migrations,
                 int version)
{
    if (version == migrations.back().number)
        return {};
    if (version > 0) {
        const QString copy = backupName(path, version);
        if (auto done = backup(connection, copy); !done)
            return done;
        qCInfo(lcStore).noquote() << "kept a backup before migrating:" << copy;
    }
    return applyMigrations(connection, migrations, version);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, const DatabaseOptions &options)
{
    auto migrations = loadMigrations(options.migrations.isEmpty() ? resourceFile(QStringLiteral("migrations"))
                                                                  : options.migrations);
    if (!migrations)
        return std::move(migrations).error();
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be made")
                                        .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath()))};
    }

    auto state = std::make_shared<State>();
    state->path = path;
    state->version = migrations->back().number;
    state->auditSeal = options.auditSeal;
    auto database = std::unique_ptr<Database>(new Database(state));

    const auto prepare = [&]() -> Result<> {
        auto connection = database->connection();
        if (!connection)
            return std::move(connection).error();
        auto version = examine(**connection, path, state->version);
        if (!version)
            return std::move(version).error();
        auto migrated = migrate(**connection, path, *migrations, *version);
        if (!migrated && migrated.error().kind == ErrorKind::Corrupt) {
            if (auto checked = quickCheck(**connection, path); !checked)
                return checked;
        }
        return migrated;
    };
    if (auto done = prepare(); !done) {
        if (done.error().kind == ErrorKind::Corrupt && !done.error().detail.contains(path))
            return damaged(path, QStringLiteral("it is not a readable SQLite file"));
        return std::move(done).error();
    }
    if (options.backgroundCheckpoints)
        state->checkpointer = std::make_unique<Checkpointer>(path);
    return database;
}

Database::Database(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

Database::~Database()
{
    m_state->checkpointer.reset();
    std::erase_if(threadConnections().entries,
                  [this](const auto &entry) { return entry.key == m_state.get(); });
}

QString Database::path() const
{
    return m_state->path;
}

int Database::version() const
{
    return m_state->version;
}

ChangeFeed &Database::changes()
{
    return m_state->changes;
}

Result<Connection *> Database::connection()
{
    auto &entries = threadConnections().entries;
    for (const auto &entry : entries) {
        if (entry.key == m_state.get() && !entry.owner.expired())
            return entry.connection.get();
    }
    std::erase_if(entries, [](const auto &entry) { return entry.owner.expired(); });
    auto opened = Connection::open(m_state->path, Connection::Access::ReadWrite, m_state->writers);
    if (!opened)
        return std::move(opened).error();
    (*opened)->m_feed = &m_state->changes;
    (*opened)->m_auditSeal = m_state->auditSeal.get();
    entries.push_back({m_state, m_state.get(), std::move(*opened)});
    return entries.back().connection.get();
}

Result<> Database::check()
{
    return read([this](Connection &connection) { return quickCheck(connection, path()); });
}

Result<> Database::backupTo(const QString &target)
{
    return read([&](Connection &connection) { return backup(connection, target); });
}

Result<qint64> Database::dataVersion()
{
    return read([](Connection &connection) -> Result<qint64> {
        auto version = pragmaValue(connection, QStringLiteral("data_version"));
        return version ? Result<qint64>(*version) : Result<qint64>(version.error());
    });
}

Result<> Database::checkpoint()
{
    return read([](Connection &connection) {
        return connection.runOnce(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
    });
}

} // namespace Helmdesk
