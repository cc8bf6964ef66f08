// What lies at a database's path and in its folder: emptied, foreign and read-only files, access of others,
// and programs that come at once.

#include "store/StoreTestSupport.h"

#include "core/OwnerOnly.h"
#include "core/ProcessLock.h"
#include "core/ResourcePaths.h"
#include "store/DatabaseFile.h"

#include <QDir>
#include <QSysInfo>
#include <QtTest>
#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

using namespace Helmdesk;

namespace
{

constexpr QFileDevice::Permissions ownersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions everybodys =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;

QFileDevice::Permissions withoutUser(const QString &path)
{
    constexpr QFileDevice::Permissions user = QFileDevice::ReadUser | QFileDevice::WriteUser |
                                              QFileDevice::ExeUser; // Qt adds what this process may
    return QFile::permissions(path) & ~user;
}

void put(const QString &path, const QByteArray &content = {})
{
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Folder {
    QTemporaryDir folder;
    QString path(const QString &name) const { return folder.filePath(name); }
    QString database() const { return path(QStringLiteral("helmdesk.db")); }
    QStringList backups() const
    {
        return QDir(folder.path()).entryList({QStringLiteral("*.backup-*")}, QDir::Files);
    }
    Result<std::unique_ptr<Database>> open(const QString &migrations = {}) const
    {
        return Database::open(database(), {.migrations = migrations, .durability = Durability::None});
    }
    void fill() const
    {
        auto database = open();
        VERIFY_RESULT(database);
        Test::openConversation(**database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
    }
};

// The program's migrations and one more.
struct NextVersion {
    QTemporaryDir folder;
    explicit NextVersion(const QByteArray &sql)
    {
        const QDir source(resourceFile(QStringLiteral("migrations")));
        const QStringList names = source.entryList(QDir::Files);
        for (const QString &name : names)
            QVERIFY(QFile::copy(source.filePath(name), folder.filePath(name)));
        put(folder.filePath(QStringLiteral("%1_next.sql").arg(names.size() + 1, 4, 10, QLatin1Char('0'))),
            sql);
    }
};

} // namespace

class DatabaseFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptiedDatabaseIsNoNewWorkspace_data();
    void anEmptiedDatabaseIsNoNewWorkspace();
    void anEmptyFileAloneIsNew();
    void aLostDatabaseIsNotMadeAnew();
    void aFolderIsRefused();
    void aForeignFileIsRefusedAndStaysAsItIs_data();
    void aForeignFileIsRefusedAndStaysAsItIs();
    void theNewestBackupIsNamed();
    void aDamagedPageTellsTheWayBack();
    void whatIsMadeIsTheOwnersAlone();
    void whatIsOpenToOthersIsClosed();
    void programsThatMigrateAtOnceMakeOneBackup();
    void programsThatMakeTheFileAtOnceAgree();
    void aSecondOpeningKeepsTheLocksOfTheFirst();
    void aMigrationThatFailsLeavesOneBackup();
    void aLockOfAnotherMachineIsTakenOver();
    void aLockThatIsHeldIsNotTakenOver();
};

void DatabaseFileTest::anEmptiedDatabaseIsNoNewWorkspace_data()
{
    QTest::addColumn<QString>("beside");
    for (const char *name :
         {"workspace.made", "http.key", "models/router-1.bin", "outbox/reply-1-a.eml",
          "inbox/processed/a.eml", "inbox/failed/b.eml", "helmdesk.db.backup-v3-20260101-000000-000"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void DatabaseFileTest::anEmptiedDatabaseIsNoNewWorkspace()
{
    QFETCH(QString, beside);
    const Folder folder;
    put(folder.database());
    put(folder.path(beside), "x");

    const auto refused = folder.open();

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("backup")), qPrintable(refused.error().detail));
    QCOMPARE(contentOf(folder.database()), QByteArray());
}

void DatabaseFileTest::anEmptyFileAloneIsNew()
{
    const Folder folder;
    put(folder.database());
    put(folder.path(QStringLiteral("inbox/first.eml")), "Subject: before the first start\n\nHello\n");

    VERIFY_RESULT(folder.open());
}

void DatabaseFileTest::aLostDatabaseIsNotMadeAnew()
{
    const Folder folder;
    put(folder.path(QStringLiteral("http.key")), "x");

    const auto refused = folder.open();

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
    QVERIFY(!QFileInfo::exists(folder.database()));
}

void DatabaseFileTest::aFolderIsRefused()
{
    const Folder folder;
    QVERIFY(QDir().mkpath(folder.database()));

    const auto refused = folder.open();

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
}

void DatabaseFileTest::aForeignFileIsRefusedAndStaysAsItIs_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("a table") << QStringLiteral("CREATE TABLE theirs (id INTEGER)") << ErrorKind::InvalidInput;
    QTest::newRow("its own mark") << QStringLiteral("PRAGMA application_id=1234567")
                                  << ErrorKind::InvalidInput;
    QTest::newRow("a version like ours")
        << QStringLiteral("PRAGMA user_version=3") << ErrorKind::InvalidInput;
    QTest::newRow("no SQLite file") << QString() << ErrorKind::Corrupt;
}

void DatabaseFileTest::aForeignFileIsRefusedAndStaysAsItIs()
{
    QFETCH(QString, statement);
    QFETCH(ErrorKind, kind);
    const Folder folder;
    if (statement.isEmpty()) {
        put(folder.database(), "a letter\n");
    } else {
        auto other = Connection::open(folder.database());
        VERIFY_RESULT(other);
        VERIFY_RESULT((*other)->runOnce(QStringLiteral("PRAGMA journal_mode=DELETE")));
        VERIFY_RESULT((*other)->runOnce(statement));
    }
    const QByteArray before = contentOf(folder.database());

    const auto refused = folder.open();

    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, kind);
    QCOMPARE(contentOf(folder.database()), before);
}

void DatabaseFileTest::theNewestBackupIsNamed()
{
    const Folder folder;
    folder.fill();
    {
        auto database = folder.open();
        VERIFY_RESULT(database);
        VERIFY_RESULT((*database)->backupTo(folder.database() + QStringLiteral(".backup-v1-kept")));
    }
    put(folder.database(), QByteArray(8192, 'x'));

    const auto refused = folder.open();

    QVERIFY(!refused);
    QVERIFY(refused.error().detail.contains(QStringLiteral("helmdesk.db.backup-v1-kept")));
    QCOMPARE(withoutUser(folder.path(folder.backups().first())), ownersFile);
}

void DatabaseFileTest::aDamagedPageTellsTheWayBack()
{
    const Folder folder;
    folder.fill();
    qint64 page = 0;
    {
        auto database = folder.open();
        VERIFY_RESULT(database);
        auto root = (*database)->read([](Connection &connection) -> Result<qint64> {
            auto rows = connection.run(
                QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = 'conversations'"));
            if (!rows)
                return rows.error();
            return rows->next() ? rows->integer(0) : 0;
        });
        VERIFY_RESULT(root);
        page = *root;
        VERIFY_RESULT((*database)->backupTo(folder.database() + QStringLiteral(".backup-v1-kept")));
    }
    QFile file(folder.database());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\0')), qint64(4096));
    file.close();
    auto database = folder.open();
    VERIFY_RESULT(database);

    const auto read = SqliteConversationRepository(**database).get(ConversationId{1});

    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Corrupt);
    QVERIFY2(read.error().detail.contains(QStringLiteral("backup-v1-kept")), qPrintable(read.error().detail));
}

void DatabaseFileTest::whatIsMadeIsTheOwnersAlone()
{
    const Folder folder;
    auto database = folder.open();
    VERIFY_RESULT(database);
    Test::openConversation(**database, QStringLiteral("cus_1"), QStringLiteral("Hello"));

    const QStringList names =
        QDir(folder.folder.path()).entryList({QStringLiteral("helmdesk.db*")}, QDir::Files);

    QCOMPARE(names.size(), 3); // with its log and the index of it
    for (const QString &name : names)
        QCOMPARE(withoutUser(folder.path(name)), ownersFile);
}

void DatabaseFileTest::whatIsOpenToOthersIsClosed()
{
    const Folder folder;
    const QString key = folder.path(QStringLiteral("http.key"));
    const QString mail = folder.path(QStringLiteral("inbox/processed/a.eml"));
    const QString elsewhere = folder.path(QStringLiteral("elsewhere.txt"));
    QTemporaryDir outside;
    const QString target = outside.filePath(QStringLiteral("target"));
    for (const QString &path : {key, mail, target}) {
        put(path, "x");
        QVERIFY(QFile::setPermissions(path, everybodys));
    }
    QVERIFY(QFile::link(target, elsewhere));
    constexpr QFileDevice::Permissions openFolder =
        everybodys | QFileDevice::ExeOwner | QFileDevice::ExeOther;
    for (const QString &path : {folder.folder.path(), folder.path(QStringLiteral("inbox")),
                                folder.path(QStringLiteral("inbox/processed"))})
        QVERIFY(QFile::setPermissions(path, openFolder));

    const AccessReport report = closeToOthers(folder.folder.path());

    QCOMPARE(report.stillOpen, QStringList());
    QCOMPARE(report.mended.size(), 5);
    QCOMPARE(withoutUser(key), ownersFile);
    QCOMPARE(withoutUser(mail), ownersFile);
    QCOMPARE(withoutUser(folder.folder.path()), ownersFile | QFileDevice::ExeOwner);
    QCOMPARE(withoutUser(target), everybodys);
    QVERIFY(closeToOthers(folder.folder.path()).mended.isEmpty());
}

void DatabaseFileTest::programsThatMigrateAtOnceMakeOneBackup()
{
    const Folder folder;
    folder.fill();
    const NextVersion next("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT\n");
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> programs;
        for (int i = 0; i < 6; ++i)
            programs.emplace_back([&] { failures += folder.open(next.folder.path()) ? 0 : 1; });
    }

    QCOMPARE(failures.load(), 0);
    QCOMPARE(folder.backups().size(), 1);
}

void DatabaseFileTest::programsThatMakeTheFileAtOnceAgree()
{
    const Folder folder;
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> programs;
        for (int i = 0; i < 6; ++i)
            programs.emplace_back([&] { failures += folder.open() ? 0 : 1; });
    }

    QCOMPARE(failures.load(), 0);
    QCOMPARE(folder.backups().size(), 0);
    auto database = folder.open();
    VERIFY_RESULT(database);
    VERIFY_RESULT((*database)->check());
}

void DatabaseFileTest::aSecondOpeningKeepsTheLocksOfTheFirst()
{
#ifdef F_OFD_GETLK
    const Folder folder;
    folder.fill();
    auto first = folder.open();
    VERIFY_RESULT(first);
    VERIFY_RESULT((*first)->check());
    QCOMPARE(examineDatabaseFile(folder.database()).value(), DatabaseFileKind::Unmarked);
    {
        auto second = folder.open();
        VERIFY_RESULT(second);
    }

    // Asked as another open file description, which the locks of this process hold off too.
    const int file = ::open(QFile::encodeName(folder.database()).constData(), O_RDWR | O_CLOEXEC);
    QVERIFY(file >= 0);
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000002; // SQLite's range of shared locks, https://www.sqlite.org/src/file/src/os.h
    lock.l_len = 510;
    QCOMPARE(::fcntl(file, F_OFD_GETLK, &lock), 0);
    ::close(file);
    QCOMPARE(int(lock.l_type), int(F_RDLCK));
#else
    QSKIP("this system has no locks of open file descriptions to ask with");
#endif
}

void DatabaseFileTest::aMigrationThatFailsLeavesOneBackup()
{
    const Folder folder;
    folder.fill();
    const NextVersion next("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT\n-- next\nNO STATEMENT\n");

    for (int start = 0; start < 5; ++start)
        QVERIFY(!folder.open(next.folder.path()));
    const QStringList first = folder.backups();
    {
        auto database = folder.open(); // the older program goes on meanwhile
        VERIFY_RESULT(database);
        Test::openConversation(**database, QStringLiteral("cus_2"), QStringLiteral("Hello again"));
    }
    QVERIFY(!folder.open(next.folder.path()));

    QCOMPARE(first.size(), 1);
    QCOMPARE(folder.backups().size(), 2); // what was written since is in the second
}

void DatabaseFileTest::aLockOfAnotherMachineIsTakenOver()
{
    const Folder folder;
    const QString path = folder.path(QStringLiteral("worker.lock"));
    put(path, "4711\nhelmdesk\nanother-host\n00000000000000000000000000000001\n"
              "00000000-0000-0000-0000-000000000002\n");
    ProcessLock lock(path);

    QVERIFY(lock.tryLock());
    QVERIFY(lock.isHeld());
}

void DatabaseFileTest::aLockThatIsHeldIsNotTakenOver()
{
#ifdef Q_OS_UNIX
    const Folder folder;
    const QString path = folder.path(QStringLiteral("worker.lock"));
    put(path, "4711\nhelmdesk\nanother-host\n00000000000000000000000000000001\n"
              "00000000-0000-0000-0000-000000000002\n");
    QFile held(path); // as through a shared folder of two containers
    QVERIFY(held.open(QIODevice::ReadWrite));
    QCOMPARE(::flock(held.handle(), LOCK_EX | LOCK_NB), 0);
    ProcessLock lock(path);

    QVERIFY(!lock.tryLock());
    QVERIFY(lock.holder().contains(QStringLiteral("another-host")));
    QVERIFY(QFileInfo::exists(path));
#else
    QSKIP("needs flock");
#endif
}

QTEST_GUILESS_MAIN(DatabaseFileTest)
#include "tst_databasefile.moc"
