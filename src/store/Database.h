#pragma once

#include "store/Connection.h"

#include <functional>
#include <memory>
#include <type_traits>

namespace Helmdesk
{

// How commits come to survive a power cut. All of them survive a kill.
enum class Durability {
    Grouped,    // what must survive waits at awaitDurable(); many commits share one wait for the disk
    EachCommit, // each commit waits by itself
    None,       // for files that nobody needs afterwards: scenarios, benches, tests
};

struct DatabaseOptions {
    QString migrations; // folder with 0001_initial.sql …; empty: that of the resources
    bool backgroundCheckpoints = true;
    Durability durability = Durability::Grouped;
    // Brings the write-ahead log of that path to the disk; empty: the system's way. For tests.
    std::function<Result<>(const QString &log)> syncLog;
    std::shared_ptr<const AuditSeal> auditSeal; // null: records of the audit log are not sealed
};

// The SQLite file of a workspace: opening, migrating, and a connection per thread. Programs that make or
// migrate it at once wait for each other; the first one does it, with one backup. Thread: any. Ownership:
// connections close with their thread, or when their thread next asks for one after the Database is gone;
// destroy it after the work that uses it. Failure of open(): TooNew (written by a newer program), Corrupt
// (damaged or emptied, the sentence says what to do), InvalidInput (another program's file), Io, StorageFull,
// Unavailable.
class Database
{
public:
    static Result<std::unique_ptr<Database>> open(const QString &path, const DatabaseOptions &options = {});
    ~Database();

    QString path() const;
    int version() const; // number of the last migration
    ChangeFeed &changes();

    // This thread's connection; valid while the thread and the Database live.
    Result<Connection *> connection();

    // Calls work(Connection &) -> Result<T>. write() does so inside a Transaction, committed when the result
    // holds a value and rolled back otherwise; inside another write() of the thread it is a savepoint of it.
    template <class Work>
    auto read(Work &&work) -> std::invoke_result_t<Work, Connection &>
    {
        auto opened = connection();
        if (!opened)
            return std::move(opened).error();
        return work(**opened);
    }
    template <class Work>
    auto write(Work &&work) -> std::invoke_result_t<Work, Connection &>
    {
        auto opened = connection();
        if (!opened)
            return std::move(opened).error();
        auto transaction = Transaction::begin(**opened);
        if (!transaction)
            return std::move(transaction).error();
        auto result = work(**opened);
        if (result.has_value()) {
            if (auto committed = transaction->commit(); !committed)
                return std::move(committed).error();
        }
        return result;
    }

    // As write(), and returns after the commit is on disk; inside another write() of the thread that one has
    // to wait. For what is told to the outside, or done there, afterwards. Failure: also Io or StorageFull
    // when the disk did not take it; it is committed then, and may or may not survive.
    template <class Work>
    auto writeDurably(Work &&work) -> std::invoke_result_t<Work, Connection &>
    {
        auto result = write(std::forward<Work>(work));
        if (result.has_value()) {
            if (auto kept = awaitDurable(); !kept)
                return std::move(kept).error();
        }
        return result;
    }
    // Returns when all that was committed before, by any thread or program, survives a power cut. Does not
    // wait inside a transaction of the thread.
    Result<> awaitDurable();
    // The same without blocking: `then` is called on another thread, and must return at once.
    void whenDurable(std::function<void(const Result<> &)> then);

    // Reads every page and compares indexes and references; Corrupt with the first finding when something is
    // wrong. Slow on a large file.
    Result<> check();
    // A consistent copy of the whole file. Fails when the target exists.
    Result<> backupTo(const QString &target);
    // Differs from the last one of this thread when another connection, of this program or another one, has
    // committed in between.
    Result<qint64> dataVersion();
    // Moves the write-ahead log into the file as far as readers allow.
    Result<> checkpoint();

    struct State;

private:
    explicit Database(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace Helmdesk
