#include "store/Database.h"

#include "core/OwnerOnly.h"
#include "core/ProcessLock.h"
#include "core/ResourcePaths.h"
#include "store/Checkpointer.h"
#include "store/DatabaseFile.h"
#include "store/DurabilityBarrier.h"
#include "store/FileSync.h"
#include "store/Migrations.h"

#include <algorithm>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QThreadStorage>

namespace Helmdesk
{

struct Database::State {
    QString path;
    int version = 0;
    Durability durability = Durability::Grouped;
    ChangeFeed changes;
    std::unique_ptr<DurabilityBarrier> barrier; // where commits are grouped
    std::shared_ptr<std::timed_mutex> writers = std::make_shared<std::timed_mutex>();
    std::unique_ptr<Checkpointer> checkpointer;
    std::shared_ptr<const AuditSeal> auditSeal;
};

namespace
{

// The connections of one thread; closed on that thread, as QtSql wants it, and before its QThread counts as
// finished. (A thread_local would be closed later: waiting for the thread does not wait for those, and at the
// program's end QtSql is gone by then.)
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
    static QThreadStorage<ThreadConnections> connections;
    return connections.localData();
}

Result<int> pragmaValue(Connection &connection, const QString &pragma)
{
    auto statement = connection.run(QStringLiteral("PRAGMA ") + pragma);
    if (!statement)
        return std::move(statement).error();
    return statement->next() ? static_cast<int>(statement->integer(0)) : 0;
}

// Pages, indexes and references.
Result<> checkAll(Connection &connection, const QString &path)
{
    for (const char *pragma : {"PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"}) {
        auto statement = connection.run(QString::fromLatin1(pragma));
        if (!statement)
            return damagedDatabase(path, QStringLiteral("it cannot be read"));
        if (statement->next() && statement->text(0) != QLatin1String("ok"))
            return damagedDatabase(path, statement->text(0));
        if (auto failure = statement->failure())
            return std::move(*failure);
    }
    return {};
}

// Refuses what is newer; gives the version of the file.
Result<int> checkedVersion(Connection &connection, const QString &path, int newest)
{
    auto version = pragmaValue(connection, QStringLiteral("user_version"));
    if (version && *version > newest) {
        return Error{
            ErrorKind::TooNew,
            QStringLiteral("the database %1 has version %2 and this program knows versions up to %3: "
                           "install the newer Helmdesk to open it")
                .arg(QDir::toNativeSeparators(path))
                .arg(*version)
                .arg(newest)};
    }
    return version;
}

// A file without our mark is ours when its making was interrupted: then it holds nothing, or what its log
// holds is marked. Reads alone, so that a foreign file stays as it is.
Result<> refuseForeign(const QString &path)
{
    auto connection = Connection::open(path, Connection::Access::ReadOnly);
    if (!connection)
        return std::move(connection).error();
    auto mark = pragmaValue(**connection, QStringLiteral("application_id"));
    if (!mark)
        return std::move(mark).error();
    if (*mark == static_cast<int>(databaseApplicationId))
        return {};
    auto version = pragmaValue(**connection, QStringLiteral("user_version"));
    auto tables = (*connection)->run(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!version || !tables)
        return version ? std::move(tables).error() : std::move(version).error();
    if (*version != 0 || *mark != 0 || (tables->next() && tables->integer(0) > 0))
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("%1 is the database of another program").arg(QDir::toNativeSeparators(path))};
    const QString trace = traceOfUse(path);
    return trace.isEmpty() ? Result<>() : Result<>(emptiedDatabase(path, trace));
}

Result<> backup(Connection &connection, const QString &target)
{
    if (QFileInfo::exists(target))
        return Error{ErrorKind::Conflict, QStringLiteral("the backup %1 exists").arg(target)};
    if (auto made = createOwnerOnly(target); !made) // an empty file is what VACUUM INTO takes
        return made;
    auto done = connection.run(QStringLiteral("VACUUM INTO ?"), target);
    if (!done) {
        QFile::remove(target);
        return std::move(done).error();
    }
    return syncFile(target);
}

bool isSameFile(const QString &first, const QString &second)
{
    QFile a(first);
    QFile b(second);
    if (!a.open(QIODevice::ReadOnly) || !b.open(QIODevice::ReadOnly) || a.size() != b.size())
        return false;
    constexpr qint64 piece = 1 << 20;
    while (!a.atEnd()) {
        if (a.read(piece) != b.read(piece))
            return false;
    }
    return true;
}

// A copy before migrating. One that holds the same as the last of its version, as after a migration that
// failed, is not kept a second time.
Result<> backupBeforeMigrating(Connection &connection, const QString &path, int version)
{
    const QFileInfo file(path);
    const QString prefix = QStringLiteral("%1.backup-v%2-").arg(file.fileName()).arg(version);
    const QStringList earlier =
        file.dir().entryList({prefix + QLatin1Char('*')}, QDir::Files, QDir::Name | QDir::Reversed);
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString copy = file.dir().filePath(prefix + stamp);
    if (auto done = backup(connection, copy); !done)
        return done;
    if (!earlier.isEmpty() && isSameFile(file.dir().filePath(earlier.first()), copy)) {
        QFile::remove(copy);
        return {};
    }
    qCInfo(lcStore).noquote() << "kept a backup before migrating:" << copy;
    return {};
}

Result<> migrate(Connection &connection, const QString &path, const std::vector<Migration> &migrations)
{
    auto version = checkedVersion(connection, path, migrations.back().number);
    if (!version)
        return std::move(version).error();
    if (*version == migrations.back().number)
        return {};
    if (*version > 0) {
        if (auto done = backupBeforeMigrating(connection, path, *version); !done)
            return done;
    }
    return applyMigrations(connection, migrations, *version);
}

// The file's first pages are written without waiting for the disk; a log that survives alone would be of no
// use.
Result<> bringToDisk(Connection &connection, const QString &path)
{
    if (auto done = connection.runOnce(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); !done)
        return done;
    return syncFolder(QFileInfo(path).absolutePath());
}

// The log, and once its name, which SQLite brings to the disk only when it syncs the log itself.
DurabilityBarrier::Sync logSync(const QString &log)
{
    return [log, isNamed = false]() mutable -> Result<> {
        auto done = syncFile(log);
        if (!done || isNamed)
            return done;
        isNamed = true;
        return syncFolder(QFileInfo(log).absolutePath());
    };
}

Result<Connection *> openedConnection(Database &database, const QString &path)
{
    auto kind = examineDatabaseFile(path);
    if (!kind)
        return std::move(kind).error();
    if (*kind == DatabaseFileKind::Unmarked) {
        if (auto ours = refuseForeign(path); !ours)
            return std::move(ours).error();
    }
    return database.connection();
}

// Makes or migrates the file. Programs that come at once do so one after the other.
Result<> prepare(Database &database, const std::vector<Migration> &migrations, Durability durability)
{
    const QString path = database.path();
    auto kind = examineDatabaseFile(path);
    if (!kind)
        return std::move(kind).error();
    if (*kind == DatabaseFileKind::Marked) {
        auto connection = database.connection();
        if (!connection)
            return std::move(connection).error();
        auto version = checkedVersion(**connection, path, migrations.back().number);
        if (!version)
            return std::move(version).error();
        if (*version == migrations.back().number)
            return {};
    }
    constexpr std::chrono::seconds patience{60};
    ProcessLock lock(path + QStringLiteral(".upgrading"));
    if (!lock.tryLock(patience)) {
        if (!QFileInfo(QFileInfo(path).absolutePath()).isWritable())
            return Error{ErrorKind::Io, QStringLiteral("the folder %1 cannot be written")
                                            .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath()))};
        return Error{
            ErrorKind::Unavailable,
            QStringLiteral("another program is making or migrating the database (%1)").arg(lock.holder()),
            true};
    }
    auto connection = openedConnection(database, path);
    if (!connection)
        return std::move(connection).error();
    if (auto done = migrate(**connection, path, migrations); !done)
        return done;
    const bool mustLast = *kind != DatabaseFileKind::Marked && durability != Durability::None;
    return mustLast ? bringToDisk(**connection, path) : Result<>();
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
    state->durability = options.durability;
    state->auditSeal = options.auditSeal;
    auto database = std::unique_ptr<Database>(new Database(state));
    if (auto done = prepare(*database, *migrations, options.durability); !done)
        return std::move(done).error();
    if (options.durability == Durability::Grouped) {
        const QString log = path + QStringLiteral("-wal");
        state->barrier =
            options.syncLog
                ? std::make_unique<DurabilityBarrier>([log, sync = options.syncLog] { return sync(log); })
                : std::make_unique<DurabilityBarrier>(logSync(log));
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
    m_state->barrier.reset();
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
    const auto syncing = m_state->durability == Durability::EachCommit ? Connection::Syncing::AtCommits
                                                                       : Connection::Syncing::AtCheckpoints;
    auto opened = Connection::open(m_state->path, Connection::Access::ReadWrite, m_state->writers, syncing);
    if (!opened)
        return std::move(opened).error();
    (*opened)->m_feed = &m_state->changes;
    (*opened)->m_auditSeal = m_state->auditSeal.get();
    entries.push_back({m_state, m_state.get(), std::move(*opened)});
    return entries.back().connection.get();
}

Result<> Database::awaitDurable()
{
    if (!m_state->barrier)
        return {};
    auto opened = connection();
    if (!opened)
        return std::move(opened).error();
    return (*opened)->isInTransaction() ? Result<>() : m_state->barrier->await();
}

void Database::whenDurable(std::function<void(const Result<> &)> then)
{
    if (m_state->barrier)
        m_state->barrier->whenDone(std::move(then));
    else
        then({});
}

Result<> Database::check()
{
    return read([this](Connection &connection) { return checkAll(connection, path()); });
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
