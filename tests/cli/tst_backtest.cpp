#include "CommandLine.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// helmdeskctl backtest on small archives; all texts are invented.
class BacktestCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tableIsComparedAndReported();
    void mboxIsCompared();
    void columnsAreCorrected();
    void wrongInputIsTold_data();
    void wrongInputIsTold();
    void workspaceStaysAsItWas();

private:
    QString put(const QString &name, const QByteArray &bytes) const;

    std::unique_ptr<CommandLine> m_line;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace
{

const QByteArray table = "Ticket ID,Body,Reaction\n"
                         "1,How do I invite a colleague to a board?,Open the board and choose Invite.\n"
                         "2,My parcel is broken.,We send a new one.\n"
                         "3,Is there a discount for schools?,\n";

} // namespace

void BacktestCommandTest::initTestCase()
{
    auto line = CommandLine::create();
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
    m_line = std::move(*line);
}

void BacktestCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString BacktestCommandTest::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

void BacktestCommandTest::tableIsComparedAndReported()
{
    const QString report = m_folder->filePath(u"report"_s);

    const Json json = m_line->ask({u"backtest"_s, u"--input"_s, put(u"x"_s, table), u"--map"_s,
                                   u"answer=Reaction"_s, u"--report"_s, report});

    QCOMPARE(integerOr(json, "conversations", 0), 3);
    QCOMPARE(integerOr(json, "compared", 0), 2);
    QCOMPARE(integerOr(json["not_compared"], "no_answer", 0), 1);
    QCOMPARE(integerOr(json["archive"], "messages_in", 0), 5);
    QCOMPARE(stringOr(json["archive"]["columns"], "question"), u"Body"_s);
    for (const QString &name : {u"report.json"_s, u"report.html"_s, u"conversations.csv"_s})
        QVERIFY2(QFile::exists(report + u'/' + name), qPrintable(name));
}

void BacktestCommandTest::mboxIsCompared()
{
    const QByteArray box =
        "From x Mon Mar  3 10:00:00 2025\nFrom: ada@firm.example\nSubject: Boards\n"
        "Date: Mon, 3 Mar 2025 10:00:00 +0000\nMessage-ID: <1@x>\n\nHow do I invite a colleague?\n\n"
        "From x Mon Mar  3 11:00:00 2025\nFrom: bo@desk.example\nSubject: Re: Boards\n"
        "Date: Mon, 3 Mar 2025 11:00:00 +0000\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\n\nChoose "
        "Invite.\n";

    const Ended ended = m_line->run({u"backtest"_s, u"--input"_s, put(u"x"_s, box)});

    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.out.contains(u"1, of which 1 are compared"_s), qPrintable(ended.out));
    QVERIFY(ended.complaint.contains(u"Read as mbox"_s));
}

void BacktestCommandTest::columnsAreCorrected()
{
    const QString input = put(u"x"_s, table);

    const Ended guessed = m_line->run({u"backtest"_s, u"--input"_s, input});
    const Ended wrong = m_line->run({u"backtest"_s, u"--input"_s, input, u"--map"_s, u"answer=Reply"_s});
    const Ended malformed = m_line->run({u"backtest"_s, u"--input"_s, input, u"--map"_s, u"answer"_s});

    QCOMPARE(guessed.code, 0);
    QVERIFY(guessed.complaint.contains(u"not used: Reaction"_s));
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.complaint.contains(u"there is no column \"Reply\""_s));
    QCOMPARE(malformed.code, 2);
}

void BacktestCommandTest::wrongInputIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("pointer") << QByteArray(
                                    "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
                             << u"Git LFS pointer"_s;
    QTest::newRow("no question") << QByteArray("a,b\n1,2\n") << u"no column is plainly the customers' text"_s;
}

void BacktestCommandTest::wrongInputIsTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, complaint);

    const Ended ended = m_line->run({u"backtest"_s, u"--input"_s, put(u"x"_s, bytes)});

    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complaint.contains(complaint), qPrintable(ended.complaint));
    QVERIFY(ended.out.isEmpty());
    QCOMPARE(m_line->run({u"backtest"_s, u"--input"_s, m_folder->filePath(u"none"_s)}).code, 1);
    QCOMPARE(m_line->run({u"backtest"_s}).code, 2);
}

void BacktestCommandTest::workspaceStaysAsItWas()
{
    const Json before = m_line->ask({u"queue"_s, u"--view"_s, u"all"_s, u"--limit"_s, u"1000"_s});

    QCOMPARE(
        m_line->run({u"backtest"_s, u"--input"_s, put(u"x"_s, table), u"--map"_s, u"answer=Reaction"_s}).code,
        0);

    const Json after = m_line->ask({u"queue"_s, u"--view"_s, u"all"_s, u"--limit"_s, u"1000"_s});
    QVERIFY(!before["rows"].empty());
    QCOMPARE(toBytes(after["rows"]), toBytes(before["rows"]));
}

QTEST_GUILESS_MAIN(BacktestCommandTest)
#include "tst_backtest.moc"
