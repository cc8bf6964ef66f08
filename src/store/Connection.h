#pragma once

#include "core/Json.h"
#include "core/Result.h"
#include "store/ChangeFeed.h"
#include "store/DatabaseFile.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

#include <QLoggingCategory>
#include <QSqlQuery>
#include <QString>
#include <unordered_map>
#include <utility>
#include <vector>

class QSqlError;

namespace Helmdesk
{

Q_DECLARE_LOGGING_CATEGORY(lcStore)

class AuditSeal;
class Connection;

// The error that a failed statement stands for: Unavailable (busy, retryable), Corrupt, StorageFull, Conflict
// (a constraint), Io, Internal.
Error storeError(const QSqlError &error, const QString &what);

// A statement that has run. Rows are read by next(). Gives the prepared statement back when it goes.
// Thread: that of its connection.
class Statement
{
public:
    Statement(Statement &&other) noexcept = default;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    // Moves to the next row; false at the end, and when reading failed: see failure().
    bool next();
    std::optional<Error> failure() const;

    // An SQL NULL reads as an empty text, 0, 0.0, an empty blob or a null JSON value.
    QString text(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QByteArray blob(int column) const;
    Json json(int column) const;
    bool isNull(int column) const;
    QVariant value(int column) const;
    int columnCount() const;
    QString columnName(int column) const;

    int changes() const; // rows inserted, updated or deleted
    qint64 lastInsertId() const;

private:
    friend class Connection;
    Statement(Connection *connection, QString sql, std::unique_ptr<QSqlQuery> query);
    std::unique_ptr<QSqlQuery> m_query;
    Connection *m_connection;
    QString m_sql;
};

// An empty text that is stored as NULL (a bound QString never is: an empty one stays empty).
struct NullIfEmpty {
    QString text;
};

// One SQLite connection with prepared statements kept for reuse.
// Thread: only the one that opened it; Database::connection() hands each thread its own. Ownership: closes
// itself. Failure: see storeError().
class Connection
{
public:
    enum class Access { ReadWrite, ReadOnly };
    enum class Syncing {
        AtCheckpoints, // synchronous NORMAL: a commit is safe from a kill; Database::awaitDurable() does the
                       // rest
        AtCommits,     // synchronous FULL: each commit waits for the disk by itself
    };

    // Opens the file (making it when absent, for its owner alone) with foreign keys, WAL, secure_delete and a
    // busy timeout.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Access access = Access::ReadWrite,
                                                    std::shared_ptr<std::timed_mutex> writers = {},
                                                    Syncing syncing = Syncing::AtCheckpoints);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // Runs `sql` with `values` bound to its ? in order: QString, integers, bool, double, QByteArray, Json
    // (as text), NullIfEmpty, std::optional of these, nullptr.
    template <class... Values>
    Result<Statement> run(const QString &sql, const Values &...values)
    {
        return execute(sql, {toVariant(values)...});
    }
    Result<Statement> execute(const QString &sql, const QVariantList &values);

    // For migrations and pragmas: not kept.
    Result<> runOnce(const QString &sql);

    // Announced after the outermost transaction has committed.
    void announce(Topic topic, qint64 id = 0);
    bool isInTransaction() const { return m_depth > 0; }
    // With which records of the audit log are sealed; null: they are not.
    const AuditSeal *auditSeal() const { return m_auditSeal; }

    static QVariant toVariant(const QString &text);
    static QVariant toVariant(qint64 value) { return QVariant::fromValue(value); }
    static QVariant toVariant(int value) { return QVariant::fromValue(static_cast<qint64>(value)); }
    static QVariant toVariant(bool value) { return QVariant::fromValue(static_cast<qint64>(value)); }
    static QVariant toVariant(double value) { return value; }
    static QVariant toVariant(const QByteArray &value) { return value; }
    static QVariant toVariant(const Json &value);
    static QVariant toVariant(std::nullptr_t);
    static QVariant toVariant(const NullIfEmpty &value);
    template <class T>
    static QVariant toVariant(const std::optional<T> &value)
    {
        return value ? toVariant(*value) : toVariant(nullptr);
    }

private:
    friend class Statement;
    friend class Transaction;
    friend class Database;
    Connection(QString name, QString path);
    Error errorOf(const QSqlError &error, const QString &what) const; // tells the way back from damage
    Result<> begin();
    Result<> commit();
    void rollback() noexcept;
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);

    QString m_name;
    QString m_path;
    OpenDatabaseFile m_open;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_unused;
    std::shared_ptr<std::timed_mutex> m_writers; // one writer at a time inside the process, without polling
    int m_depth = 0;
    std::vector<DataChange> m_changes;
    std::vector<size_t> m_changeMarks; // size of m_changes at each begin
    ChangeFeed *m_feed = nullptr;
    const AuditSeal *m_auditSeal = nullptr; // owned by the Database
};

// BEGIN IMMEDIATE, or a savepoint inside an outer transaction; rolled back when it goes without commit().
// Keep it short: no tool, network or model call inside. Thread: that of its connection.
class Transaction
{
public:
    static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept
        : m_connection(std::exchange(other.m_connection, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    Result<> commit();

private:
    explicit Transaction(Connection *connection)
        : m_connection(connection)
    {
    }
    Connection *m_connection;
};

} // namespace Helmdesk
