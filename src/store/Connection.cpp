#include "store/Connection.h"

#include "core/OwnerOnly.h"
#include "store/DatabaseFile.h"

#include <algorithm>
#include <atomic>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcStore, "helmdesk.store", QtInfoMsg)

namespace
{

constexpr std::chrono::milliseconds busyTimeout{10'000};

QString uniqueName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("helmdesk-%1").arg(++counter);
}

} // namespace

Error storeError(const QSqlError &error, const QString &what)
{
    const int code = error.nativeErrorCode().toInt() & 0xff; // the primary result code of SQLite
    const QString detail = QStringLiteral("%1: %2").arg(what, error.databaseText());
    switch (code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return {ErrorKind::Unavailable, QStringLiteral("%1: the database is busy").arg(what), true};
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return {ErrorKind::Corrupt, detail};
    case 13: // SQLITE_FULL
        return {ErrorKind::StorageFull,
                QStringLiteral("%1: the disk is full; free some space and try again").arg(what), true};
    case 19: // SQLITE_CONSTRAINT
        return {ErrorKind::Conflict, detail};
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return {ErrorKind::Io,
                QStringLiteral("%1: the database file or its folder cannot be written: give the "
                               "program's user the right to, or restore a backup elsewhere")
                    .arg(what)};
    case 10: // SQLITE_IOERR
        return {ErrorKind::Io, detail};
    default:
        return {ErrorKind::Internal, detail};
    }
}

Statement::Statement(Connection *connection, QString sql, std::unique_ptr<QSqlQuery> query)
    : m_query(std::move(query))
    , m_connection(connection)
    , m_sql(std::move(sql))
{
}

Statement::~Statement()
{
    if (m_query)
        m_connection->giveBack(m_sql, std::move(m_query));
}

bool Statement::next()
{
    return m_query->next();
}

std::optional<Error> Statement::failure() const
{
    const QSqlError error = m_query->lastError();
    if (!error.isValid())
        return std::nullopt;
    return m_connection->errorOf(error, QStringLiteral("reading failed"));
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

double Statement::real(int column) const
{
    return m_query->value(column).toDouble();
}

QByteArray Statement::blob(int column) const
{
    return m_query->value(column).toByteArray();
}

Json Statement::json(int column) const
{
    return parseJson(text(column).toUtf8()).value_or(Json());
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

QVariant Statement::value(int column) const
{
    return m_query->value(column);
}

int Statement::columnCount() const
{
    return m_query->record().count();
}

QString Statement::columnName(int column) const
{
    return m_query->record().fieldName(column);
}

int Statement::changes() const
{
    return m_query->numRowsAffected();
}

qint64 Statement::lastInsertId() const
{
    return m_query->lastInsertId().toLongLong();
}

QVariant Connection::toVariant(const QString &text)
{
    return text.isNull() ? QVariant(QLatin1String("")) : QVariant(text);
}

QVariant Connection::toVariant(const Json &value)
{
    return QString::fromUtf8(toBytes(value));
}

QVariant Connection::toVariant(std::nullptr_t)
{
    return QVariant(QMetaType::fromType<QString>());
}

QVariant Connection::toVariant(const NullIfEmpty &value)
{
    return value.text.isEmpty() ? toVariant(nullptr) : QVariant(value.text);
}

Connection::Connection(QString name, QString path)
    : m_name(std::move(name))
    , m_path(std::move(path))
    , m_open(m_path)
{
}

Error Connection::errorOf(const QSqlError &error, const QString &what) const
{
    Error found = storeError(error, what);
    return found.kind == ErrorKind::Corrupt ? damagedDatabase(m_path, error.databaseText()) : found;
}

Connection::~Connection()
{
    if (m_depth > 0)
        qCWarning(lcStore, "a connection was closed inside a transaction; it is rolled back");
    while (m_depth > 0)
        rollback();
    m_unused.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access,
                                                     std::shared_ptr<std::timed_mutex> writers,
                                                     Syncing syncing)
{
    if (access == Access::ReadWrite) {
        if (auto made = createOwnerOnly(path); !made)
            return std::move(made).error();
    }
    auto connection = std::unique_ptr<Connection>(new Connection(uniqueName(), path));
    connection->m_writers = std::move(writers);
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
        if (!database.isValid())
            return Error{ErrorKind::Unavailable, QStringLiteral("Qt's SQLite driver is not installed")};
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout.count());
        if (access == Access::ReadOnly)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        database.setConnectOptions(options);
        database.setDatabaseName(path);
        if (!database.open())
            return connection->errorOf(database.lastError(), QStringLiteral("cannot open the database file"));
    }
    // An empty file has nothing to lose: it is made without waiting for the disk. The write-ahead log is
    // checkpointed by Database in the background; the limit here is only a backstop.
    const char *beforeWal =
        QFileInfo(path).size() == 0 ? "PRAGMA synchronous=OFF" : "PRAGMA synchronous=NORMAL";
    const char *afterWal =
        syncing == Syncing::AtCommits ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL";
    for (const char *pragma :
         {"PRAGMA foreign_keys=ON", beforeWal, "PRAGMA journal_mode=WAL", afterWal, "PRAGMA secure_delete=ON",
          "PRAGMA temp_store=MEMORY", "PRAGMA wal_autocheckpoint=8192", "PRAGMA cache_size=-4096"}) {
        if (access == Access::ReadOnly && qstrcmp(pragma, "PRAGMA journal_mode=WAL") == 0)
            continue;
        if (auto done = connection->runOnce(QString::fromLatin1(pragma)); !done)
            return std::move(done).error();
    }
    return connection;
}

Result<> Connection::runOnce(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return errorOf(query.lastError(), QStringLiteral("the database refused a statement"));
    return {};
}

Result<Statement> Connection::execute(const QString &sql, const QVariantList &values)
{
    std::unique_ptr<QSqlQuery> query;
    if (const auto it = m_unused.find(sql); it != m_unused.end()) {
        query = std::move(it->second);
        m_unused.erase(it);
    } else {
        query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql))
            return errorOf(query->lastError(), QStringLiteral("the database refused a statement"));
    }
    for (int i = 0; i < values.size(); ++i)
        query->bindValue(i, values.at(i));
    if (!query->exec()) {
        Error error = errorOf(query->lastError(), QStringLiteral("a statement failed"));
        giveBack(sql, std::move(query));
        return error;
    }
    return Statement(this, sql, std::move(query));
}

void Connection::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish(); // ends its read transaction
    m_unused.insert_or_assign(sql, std::move(query));
}

void Connection::announce(Topic topic, qint64 id)
{
    const DataChange change{topic, id};
    if (std::ranges::find(m_changes, change) == m_changes.end())
        m_changes.push_back(change);
}

Result<> Connection::begin()
{
    if (m_depth > 0) {
        if (auto done = run(QStringLiteral("SAVEPOINT inner_%1").arg(m_depth)); !done)
            return std::move(done).error();
    } else {
        if (m_writers && !m_writers->try_lock_for(busyTimeout))
            return Error{ErrorKind::Unavailable, QStringLiteral("the database is busy"), true};
        if (auto done = run(QStringLiteral("BEGIN IMMEDIATE")); !done) {
            if (m_writers)
                m_writers->unlock();
            return std::move(done).error();
        }
    }
    ++m_depth;
    m_changeMarks.push_back(m_changes.size());
    return {};
}

Result<> Connection::commit()
{
    if (m_depth > 1) {
        auto done = run(QStringLiteral("RELEASE inner_%1").arg(m_depth - 1));
        if (!done)
            return std::move(done).error();
        --m_depth;
        m_changeMarks.pop_back();
        return {};
    }
    if (auto done = run(QStringLiteral("COMMIT")); !done)
        return std::move(done).error();
    m_depth = 0;
    m_changeMarks.clear();
    if (m_writers)
        m_writers->unlock();
    const auto changes = std::exchange(m_changes, {});
    if (m_feed)
        m_feed->publish(changes);
    return {};
}

void Connection::rollback() noexcept
{
    --m_depth;
    m_changes.resize(m_changeMarks.back());
    m_changeMarks.pop_back();
    if (m_depth > 0) {
        const auto undone = run(QStringLiteral("ROLLBACK TO inner_%1").arg(m_depth));
        const auto released = run(QStringLiteral("RELEASE inner_%1").arg(m_depth));
        if (!undone || !released)
            qCWarning(lcStore, "a savepoint could not be rolled back");
        return;
    }
    // SQLite rolls back by itself on a full disk or an I/O error, and then refuses this one.
    if (auto done = run(QStringLiteral("ROLLBACK")); !done)
        qCDebug(lcStore).noquote() << "rollback:" << done.error().detail;
    if (m_writers)
        m_writers->unlock();
}

Result<Transaction> Transaction::begin(Connection &connection)
{
    if (auto begun = connection.begin(); !begun)
        return std::move(begun).error();
    return Transaction(&connection);
}

Transaction::~Transaction()
{
    if (m_connection)
        m_connection->rollback();
}

Result<> Transaction::commit()
{
    auto done = m_connection->commit();
    if (done)
        m_connection = nullptr;
    return done;
}

} // namespace Helmdesk
