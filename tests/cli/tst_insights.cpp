#include "CommandLine.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// helmdeskctl insights on the sample company and on a workspace where nothing has happened.
class InsightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rowsAddUpToTheTotal_data();
    void rowsAddUpToTheTotal();
    void textNamesWhatItCounts();
    void csvHasTheRows();
    void wrongArgumentsAreTold_data();
    void wrongArgumentsAreTold();
    void emptyWorkspaceSaysSo();

private:
    std::unique_ptr<CommandLine> m_line;
};

void InsightsTest::initTestCase()
{
    auto line = CommandLine::create();
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
    m_line = std::move(*line);
    const qint64 written = m_line->write(u"How do I invite a colleague to a board?"_s, u"cus_1001"_s);
    QVERIFY(written > 0);
}

void InsightsTest::rowsAddUpToTheTotal_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("channel") << u"channel"_s;
    QTest::newRow("category") << u"category"_s;
    QTest::newRow("day") << u"day"_s;
}

void InsightsTest::rowsAddUpToTheTotal()
{
    QFETCH(QString, by);

    const Json json = m_line->ask({u"insights"_s, u"--by"_s, by});

    QVERIFY(integerOr(json["total"], "conversations", 0) > 1);
    for (const char *count : {"conversations", "answered_alone", "not_answered", "open", "resolved",
                              "escalations", "drafts_unjudged", "cost_nano_usd"}) {
        qint64 sum = 0;
        for (const Json &row : json["rows"])
            sum += integerOr(row, count, -1);
        QCOMPARE(sum, integerOr(json["total"], count, -1));
    }
}

void InsightsTest::textNamesWhatItCounts()
{
    const Ended ended = m_line->run({u"insights"_s, u"--by"_s, u"reason"_s, u"--from"_s, u"2020-01-01"_s});

    QCOMPARE(ended.code, 0);
    for (const QString &words : {u"from 2020-01-01 until now (UTC)"_s, u"by Helmdesk alone"_s,
                                 u"first response, median"_s, u"at 30 dollars an hour"_s, u"false alarms"_s})
        QVERIFY2(ended.out.contains(words), qPrintable(words));
}

void InsightsTest::csvHasTheRows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"insights.csv"_s);

    const Json json = m_line->ask({u"insights"_s, u"--by"_s, u"category"_s, u"--csv"_s, path});

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF")); // without it spreadsheets guess
    const QStringList lines = QString::fromUtf8(bytes).split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(static_cast<size_t>(lines.size()), json["rows"].size() + 1);
    QVERIFY(lines.front().startsWith(u"key,conversations,answered_alone,"_s));
    const QString first = stringOr(json["rows"].front(), "key");
    QVERIFY(lines.at(1).startsWith(first + u','));
    QCOMPARE(m_line->run({u"insights"_s, u"--csv"_s, folder.filePath(u"no/such/file.csv"_s)}).code, 1);
}

void InsightsTest::wrongArgumentsAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no day") << QStringList{u"--from"_s, u"yesterday"_s} << 1
                            << u"\"yesterday\" is no day like 2026-11-30"_s;
    QTest::newRow("no such day") << QStringList{u"--to"_s, u"2026-02-30"_s} << 1
                                 << u"\"2026-02-30\" is no day"_s;
    QTest::newRow("the wrong way round")
        << QStringList{u"--from"_s, u"2026-11-02"_s, u"--to"_s, u"2026-11-01"_s} << 1
        << u"the period ends on 2026-11-01, before it begins on 2026-11-02"_s;
    QTest::newRow("no channel") << QStringList{u"--channel"_s, u"pigeon"_s} << 1
                                << u"there is no channel \"pigeon\""_s;
    QTest::newRow("no table") << QStringList{u"--by"_s, u"moon"_s} << 2 << u"moon"_s;
}

void InsightsTest::wrongArgumentsAreTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, complaint);

    const Ended ended = m_line->run(QStringList{u"insights"_s} + arguments);

    QCOMPARE(ended.code, code);
    QVERIFY2(ended.complaint.contains(complaint), qPrintable(ended.complaint));
    QVERIFY(ended.out.isEmpty());
}

void InsightsTest::emptyWorkspaceSaysSo()
{
    const QTemporaryDir folder;
    QCOMPARE(runProgram(u"helmdeskctl"_s, {u"--data"_s, folder.path(), u"init"_s}).code, 0);

    const Ended ended = runProgram(u"helmdeskctl"_s, {u"--data"_s, folder.path(), u"insights"_s});

    QCOMPARE(ended.code, 0);
    QVERIFY(ended.out.contains(u"None: there is nothing to count here yet."_s));
}

QTEST_GUILESS_MAIN(InsightsTest)
#include "tst_insights.moc"
