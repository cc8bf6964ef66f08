#include "store/StoreTestSupport.h"

#include "core/ResourcePaths.h"

#include <algorithm>
#include <atomic>
#include <QSqlDatabase>
#include <QThreadPool>
#include <QtTest>
#include <thread>

using namespace Helmdesk;
using Helmdesk::Test::TemporaryStore;

namespace
{

QString databasePath(const QTemporaryDir &folder)
{
    return folder.filePath(QStringLiteral("helmdesk.sqlite"));
}

qint64 count(Database &database, const QString &table)
{
    return database
        .read([&](Connection &connection) -> Result<qint64> {
            auto rows = connection.run(QStringLiteral("SELECT count(*) FROM ") + table);
            if (!rows)
                return std::move(rows).error();
            return rows->next() ? rows->integer(0) : -1;
        })
        .value_or(-1);
}

Result<> addSnippet(Connection &connection, const QString &name)
{
    auto done = connection.run(
        QStringLiteral("INSERT INTO saved_views (name, filter, position) VALUES (?, '{}', 0)"), name);
    if (!done)
        return std::move(done).error();
    connection.announce(Topic::Knowledge, done->lastInsertId());
    return {};
}

void copyMigrations(const QString &target)
{
    const QDir source(resourceFile(QStringLiteral("migrations")));
    for (const QString &name : source.entryList(QDir::Files))
        QVERIFY(QFile::copy(source.filePath(name), QDir(target).filePath(name)));
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freshStoreIsMigrated();
    void pragmasAreSet();
    void olderDatabaseIsBackedUpAndMigrated();
    void failingMigrationLeavesTheDatabaseAsItWas();
    void newerDatabaseIsRefused();
    void damagedDatabaseIsRecognised_data();
    void damagedDatabaseIsRecognised();
    void foreignDatabaseIsRefused();
    void failedWorkIsRolledBack();
    void innerFailureKeepsTheOuterWork();
    void changesAreAnnouncedAfterTheCommit();
    void manyThreadsWriteWithoutLosingAnything();
    void connectionOfAThreadIsClosedBeforeTheThreadHasEnded();
    void twoProcessesShareTheFile();
    void constraintsAreConflicts();
    void fullDiskIsRecognised();
};

void DatabaseTest::freshStoreIsMigrated()
{
    TemporaryStore store;

    QVERIFY(store.database->version() >= 1);
    QCOMPARE(count(*store.database, QStringLiteral("conversations")), 0);
    VERIFY_RESULT(store.database->check());
}

void DatabaseTest::pragmasAreSet()
{
    TemporaryStore store;
    const auto pragma = [&](const char *name) {
        auto connection = store.database->connection();
        auto rows = (*connection)->run(QStringLiteral("PRAGMA ") + QLatin1String(name));
        return rows && rows->next() ? rows->text(0) : QString();
    };

    QCOMPARE(pragma("foreign_keys"), QStringLiteral("1"));
    QCOMPARE(pragma("journal_mode"), QStringLiteral("wal"));
    QCOMPARE(pragma("synchronous"), QStringLiteral("1"));
    QVERIFY(pragma("busy_timeout").toInt() >= 1000);
}

void DatabaseTest::olderDatabaseIsBackedUpAndMigrated()
{
    QTemporaryDir folder;
    QTemporaryDir migrations;
    copyMigrations(migrations.path());
    int version = 0;
    {
        auto database = Database::open(databasePath(folder));
        VERIFY_RESULT(database);
        version = (*database)->version();
        VERIFY_RESULT(
            (*database)->write([](Connection &c) { return addSnippet(c, QStringLiteral("kept")); }));
    }
    const QString name = QStringLiteral("%1_more.sql").arg(version + 1, 4, 10, QLatin1Char('0'));
    QFile next(QDir(migrations.path()).filePath(name));
    QVERIFY(next.open(QIODevice::WriteOnly));
    next.write("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT\n-- next\nINSERT INTO extra VALUES (7)\n");
    next.close();

    auto migrated = Database::open(databasePath(folder), {.migrations = migrations.path()});
    VERIFY_RESULT(migrated);

    QCOMPARE((*migrated)->version(), version + 1);
    QCOMPARE(count(**migrated, QStringLiteral("extra")), 1);
    QCOMPARE(count(**migrated, QStringLiteral("saved_views")), 1);
    const QStringList backups = QDir(folder.path()).entryList({QStringLiteral("*.backup-*")});
    QCOMPARE(backups.size(), 1);
    auto backup = Database::open(folder.filePath(backups.first()));
    VERIFY_RESULT(backup);
    QCOMPARE((*backup)->version(), version);
    QCOMPARE(count(**backup, QStringLiteral("saved_views")), 1);
    QCOMPARE(count(**backup, QStringLiteral("extra")), -1);
}

void DatabaseTest::failingMigrationLeavesTheDatabaseAsItWas()
{
    QTemporaryDir folder;
    QTemporaryDir migrations;
    copyMigrations(migrations.path());
    int version = 0;
    {
        auto database = Database::open(databasePath(folder));
        VERIFY_RESULT(database);
        version = (*database)->version();
    }
    const QString name = QStringLiteral("%1_broken.sql").arg(version + 1, 4, 10, QLatin1Char('0'));
    QFile next(QDir(migrations.path()).filePath(name));
    QVERIFY(next.open(QIODevice::WriteOnly));
    next.write("CREATE TABLE extra (id INTEGER)\n-- next\nINSERT INTO nowhere VALUES (7)\n");
    next.close();

    const auto refused = Database::open(databasePath(folder), {.migrations = migrations.path()});
    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(name));

    auto again = Database::open(databasePath(folder));
    VERIFY_RESULT(again);
    QCOMPARE(count(**again, QStringLiteral("extra")), -1);
}

void DatabaseTest::newerDatabaseIsRefused()
{
    QTemporaryDir folder;
    {
        auto database = Database::open(databasePath(folder));
        VERIFY_RESULT(database);
        auto connection = (*database)->connection();
        VERIFY_RESULT((*connection)->runOnce(QStringLiteral("PRAGMA user_version=9999")));
    }

    const auto refused = Database::open(databasePath(folder));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::TooNew);
    QVERIFY(refused.error().detail.contains(QStringLiteral("9999")));
}

void DatabaseTest::damagedDatabaseIsRecognised_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("bytes");

    QTest::newRow("no SQLite file at all") << 0 << 4096;
    QTest::newRow("first page, header kept") << 100 << 3996;
}

void DatabaseTest::damagedDatabaseIsRecognised()
{
    QFETCH(int, at);
    QFETCH(int, bytes);
    QTemporaryDir folder;
    {
        auto database = Database::open(databasePath(folder));
        VERIFY_RESULT(database);
    }
    QFile file(databasePath(folder));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    file.write(QByteArray(bytes, 'x'));
    file.close();

    const auto refused = Database::open(databasePath(folder));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("your own backup")),
             qPrintable(refused.error().detail));
}

void DatabaseTest::foreignDatabaseIsRefused()
{
    QTemporaryDir folder;
    {
        auto other = Connection::open(databasePath(folder));
        VERIFY_RESULT(other);
        VERIFY_RESULT((*other)->runOnce(QStringLiteral("CREATE TABLE theirs (id INTEGER)")));
    }

    const auto refused = Database::open(databasePath(folder));

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void DatabaseTest::failedWorkIsRolledBack()
{
    TemporaryStore store;

    const auto result = store.database->write([](Connection &connection) -> Result<> {
        if (auto done = addSnippet(connection, QStringLiteral("a")); !done)
            return done;
        return Error{ErrorKind::Denied, QStringLiteral("no")};
    });

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Denied);
    QCOMPARE(count(*store.database, QStringLiteral("saved_views")), 0);
}

void DatabaseTest::innerFailureKeepsTheOuterWork()
{
    TemporaryStore store;
    QList<qint64> announced;
    const auto subscription =
        store.database->changes().subscribe([&](const DataChange &change) { announced.append(change.id); });

    const auto result = store.database->write([&](Connection &connection) -> Result<> {
        if (auto done = addSnippet(connection, QStringLiteral("outer")); !done)
            return done;
        const auto inner = store.database->write([](Connection &nested) -> Result<> {
            if (auto done = addSnippet(nested, QStringLiteral("inner")); !done)
                return done;
            return addSnippet(nested, QStringLiteral("outer")); // not unique
        });
        return inner ? Result<>(Error{ErrorKind::Internal, QStringLiteral("not reached")}) : Result<>();
    });

    VERIFY_RESULT(result);
    QCOMPARE(count(*store.database, QStringLiteral("saved_views")), 1);
    QCOMPARE(announced.size(), 1);
}

void DatabaseTest::changesAreAnnouncedAfterTheCommit()
{
    TemporaryStore store;
    std::vector<DataChange> announced;
    qint64 visible = -1;
    auto subscription = store.database->changes().subscribe([&](const DataChange &change) {
        announced.push_back(change);
        visible = count(*store.database, QStringLiteral("saved_views"));
    });

    VERIFY_RESULT(store.database->write([](Connection &c) { return addSnippet(c, QStringLiteral("a")); }));

    QCOMPARE(announced.size(), 1u);
    QVERIFY(announced.front() == (DataChange{Topic::Knowledge, 1}));
    QCOMPARE(visible, 1);

    subscription.reset();
    VERIFY_RESULT(store.database->write([](Connection &c) { return addSnippet(c, QStringLiteral("b")); }));
    QCOMPARE(announced.size(), 1u);
}

void DatabaseTest::manyThreadsWriteWithoutLosingAnything()
{
    TemporaryStore store;
    constexpr int threads = 32;
    constexpr int writes = 25;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> workers;
        for (int t = 0; t < threads; ++t) {
            workers.emplace_back([&, t] {
                for (int i = 0; i < writes; ++i) {
                    const auto done = store.database->write([&](Connection &connection) {
                        return addSnippet(connection, QStringLiteral("%1/%2").arg(t).arg(i));
                    });
                    failures += done ? 0 : 1;
                }
            });
        }
    }

    QCOMPARE(failures.load(), 0);
    QCOMPARE(count(*store.database, QStringLiteral("saved_views")), threads * writes);
    VERIFY_RESULT(store.database->check());
}

// Else it would be closed at any time later, also after QtSql has gone.
void DatabaseTest::connectionOfAThreadIsClosedBeforeTheThreadHasEnded()
{
    TemporaryStore store;
    QTRY_COMPARE(QSqlDatabase::connectionNames().size(), 2); // this thread's and the checkpointer's
    for (int round = 0; round < 200; ++round) {
        QThreadPool pool;
        std::atomic<qint64> found = -1;
        pool.start([&] { found = count(*store.database, QStringLiteral("conversations")); });

        pool.waitForDone();

        QCOMPARE(found.load(), qint64{0});
        QCOMPARE(QSqlDatabase::connectionNames().size(), 2);
    }
}

void DatabaseTest::twoProcessesShareTheFile()
{
    TemporaryStore store;
    auto second = Database::open(store.path()); // does not share the lock of the first, like another process
    VERIFY_RESULT(second);
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> workers;
        for (int t = 0; t < 6; ++t) {
            workers.emplace_back([&, t] {
                Database &mine = t % 2 == 0 ? *store.database : **second;
                for (int i = 0; i < 20; ++i) {
                    const auto done = mine.write([&](Connection &connection) {
                        return addSnippet(connection, QStringLiteral("%1/%2").arg(t).arg(i));
                    });
                    failures += done ? 0 : 1;
                }
            });
        }
    }

    QCOMPARE(failures.load(), 0);
    QCOMPARE(count(*store.database, QStringLiteral("saved_views")), 120);
}

void DatabaseTest::constraintsAreConflicts()
{
    TemporaryStore store;
    VERIFY_RESULT(store.database->write([](Connection &c) { return addSnippet(c, QStringLiteral("a")); }));

    const auto twice =
        store.database->write([](Connection &c) { return addSnippet(c, QStringLiteral("a")); });

    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Conflict);
}

void DatabaseTest::fullDiskIsRecognised()
{
    TemporaryStore store;
    auto connection = store.database->connection();
    auto pages = (*connection)->run(QStringLiteral("PRAGMA page_count"));
    QVERIFY(pages && pages->next());
    VERIFY_RESULT((*connection)->runOnce(QStringLiteral("PRAGMA max_page_count=%1").arg(pages->integer(0))));

    Result<> result;
    for (int i = 0; i < 200 && result; ++i) {
        result = store.database->write([&](Connection &c) {
            return addSnippet(c, QString(2000, QLatin1Char('x')) + QString::number(i));
        });
    }

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::StorageFull);
    VERIFY_RESULT((*connection)->runOnce(QStringLiteral("PRAGMA max_page_count=1000000")));
    VERIFY_RESULT(
        store.database->write([](Connection &c) { return addSnippet(c, QStringLiteral("again")); }));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
