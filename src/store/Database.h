#pragma once

#include "store/Connection.h"

#include <memory>
#include <type_traits>

namespace Helmdesk
{

struct DatabaseOptions {
    QString migrations; // folder with 0001_initial.sql …; empty: that of the resources
    bool backgroundCheckpoints = true;
    std::shared_ptr<const AuditSeal> auditSeal; // null: records of the audit log are not sealed
};

// The SQLite file of a workspace: opening, migrating, and a connection per thread.
// Thread: any. Ownership: connections close with their thread, or when their thread next asks for one after
// the Database is gone; destroy it after the work that uses it. Failure of open(): TooNew (written by a newer
// program), Corrupt (damaged, the sentence says what to do), InvalidInput (another program's file), Io,
// StorageFull, Unavailable.
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

    // Reads every page; Corrupt with the first finding when something is wrong. Slow on a large file.
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
