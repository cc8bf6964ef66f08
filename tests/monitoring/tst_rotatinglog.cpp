#include "monitoring/RotatingLog.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QTemporaryDir>
#include <thread>
#include <unistd.h>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// A log that keeps within its size, whatever the folder allows.
class RotatingLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linesAreJson();
    void linesAreWords();
    void rotatesAndDropsTheOldest();
    void goesOnWhereItEnded();
    void onlyTheOwnerReads();
    void aFolderThatIsNotThereIsSaid();
    void aFolderThatCannotBeWrittenIsSaid();
    void goesOnWhereNothingCanBeRenamed();
    void manyThreadsWriteWholeLines();

private:
    QString path(const QString &name = u"desk.log"_s) const { return m_folder->filePath(name); }
    QStringList linesOf(const QString &name) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void RotatingLogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void RotatingLogTest::linesAreJson()
{
    const QDateTime at(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
    const QByteArray line = logLine(LogFormat::JsonLines, at, u"info"_s, u"helmdesk.serve"_s,
                                    u"turn\n\"quoted\""_s, {{"ms", 12}});

    QVERIFY(!line.contains('\n'));
    QCOMPARE(*parseJson(line), (Json{{"at", "2026-11-22T10:00:00.000Z"},
                                     {"level", "info"},
                                     {"category", "helmdesk.serve"},
                                     {"message", "turn\n\"quoted\""},
                                     {"ms", 12}}));
}

void RotatingLogTest::linesAreWords()
{
    const QDateTime at(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);
    QCOMPARE(logLine(LogFormat::Text, at, u"info"_s, u"helmdesk.serve"_s, u"turn\nnext"_s,
                     {{"engine", "builtin"}, {"ms", 12}}),
             QByteArray("2026-11-22T10:00:00.000Z info helmdesk.serve: turn next engine=builtin ms=12"));
}

void RotatingLogTest::rotatesAndDropsTheOldest()
{
    auto log = RotatingLog::open(path(), {25, 2});
    VERIFY_RESULT(log);
    for (int i = 1; i <= 9; ++i)
        (*log)->write("line " + QByteArray::number(i) + " ....."); // 12 bytes and its end: one each

    QCOMPARE(linesOf(u"desk.log"_s), QStringList{u"line 9 ....."_s});
    QCOMPARE(linesOf(u"desk.log.1"_s), QStringList{u"line 8 ....."_s});
    QCOMPARE(linesOf(u"desk.log.2"_s), QStringList{u"line 7 ....."_s});
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 3);
}

void RotatingLogTest::goesOnWhereItEnded()
{
    for (const char *line : {"first", "second"}) {
        auto log = RotatingLog::open(path(), {});
        VERIFY_RESULT(log);
        (*log)->write(line);
    }
    QCOMPARE(linesOf(u"desk.log"_s), (QStringList{u"first"_s, u"second"_s}));
}

void RotatingLogTest::onlyTheOwnerReads()
{
    auto log = RotatingLog::open(path(), {10, 1});
    VERIFY_RESULT(log);
    (*log)->write("0123456789");
    (*log)->write("0123456789");
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(!(QFile::permissions(path(u"desk.log.1"_s)) & others));
}

void RotatingLogTest::aFolderThatIsNotThereIsSaid()
{
    const auto log = RotatingLog::open(path(u"missing/desk.log"_s), {});
    QVERIFY(!log);
    QCOMPARE(log.error().kind, ErrorKind::Io);
    QVERIFY2(log.error().detail.contains(u"desk.log"_s), qPrintable(log.error().detail));
}

void RotatingLogTest::aFolderThatCannotBeWrittenIsSaid()
{
    if (::geteuid() == 0)
        QSKIP("the system's administrator may write everywhere");
    QVERIFY(QFile::setPermissions(m_folder->path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    QCOMPARE(RotatingLog::open(path(), {}).error().kind, ErrorKind::Io);
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

// A folder stands where the next file belongs, so that nothing can be renamed: no line is lost for that.
void RotatingLogTest::goesOnWhereNothingCanBeRenamed()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"desk.log.1/full"_s));
    auto log = RotatingLog::open(path(), {40, 1});
    VERIFY_RESULT(log);
    for (int i = 0; i < 20; ++i)
        (*log)->write("line " + QByteArray::number(i));

    QCOMPARE(linesOf(u"desk.log"_s).size(), 20);
}

void RotatingLogTest::manyThreadsWriteWholeLines()
{
    constexpr int threads = 4;
    constexpr int each = 500;
    auto log = RotatingLog::open(path(), {4000, 1000});
    VERIFY_RESULT(log);
    std::vector<std::jthread> writers;
    for (int i = 0; i < threads; ++i)
        writers.emplace_back([&] {
            for (int line = 0; line < each; ++line)
                (*log)->write("0123456789abcdef");
        });
    writers.clear();

    qsizetype found = 0;
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    for (const QString &name : files) {
        QVERIFY(QFileInfo(path(name)).size() <= 4000);
        for (const QString &line : linesOf(name)) {
            QCOMPARE(line, u"0123456789abcdef"_s);
            ++found;
        }
    }
    QCOMPARE(found, qsizetype{threads} * each);
}

QTEST_GUILESS_MAIN(RotatingLogTest)
#include "tst_rotatinglog.moc"
