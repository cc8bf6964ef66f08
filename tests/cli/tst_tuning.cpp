#include "CommandLine.h"

#include <QtTest>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// Other settings on the sample company: tried, kept as a proposal, applied and rolled back; and what the
// engine said beside what people found.
class TuningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replayDecidesTheKeptRunsAgain();
    void replayRefusesWhatItCannotTell_data();
    void replayRefusesWhatItCannotTell();
    void proposalGoesItsWay();
    void proposalIsRefusedInWords();
    void calibrationCountsWhatWasJudged();
    void escalationsAreReviewed();

private:
    Json threshold() const
    {
        const Json listed = m_line->ask({u"settings"_s});
        for (const Json &setting : listed["settings"]) {
            if (setting["name"] == "routing.threshold")
                return setting["value"];
        }
        return {};
    }
    std::unique_ptr<CommandLine> m_line;
    qint64 m_conversation = 0;
};

void TuningTest::initTestCase()
{
    auto line = CommandLine::create();
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().detail));
    m_line = std::move(*line);
    m_conversation = m_line->write(u"How do I invite a colleague to a board?"_s, u"cus_1001"_s);
    QVERIFY(m_conversation > 0);
}

void TuningTest::replayDecidesTheKeptRunsAgain()
{
    const Json json = m_line->ask({u"replay"_s, u"--set"_s, u"routing.threshold=1"_s, u"--set"_s,
                                   u"modes.technical=off"_s, u"--list"_s, u"5"_s});

    QVERIFY(integerOr(json, "runs", 0) > 0);
    for (const char *settings : {"today", "proposed"}) {
        qint64 sum = integerOr(json, "not_told", -1);
        for (const Json &count : json[settings])
            sum += count.get<qint64>();
        QCOMPARE(sum, integerOr(json, "runs", 0));
    }
    QCOMPARE(integerOr(json["proposed"], "auto_send", -1), 0);
    QCOMPARE(json["settings"]["routing.threshold"]["proposed"], Json(1.0));
    const Ended text = m_line->run({u"replay"_s, u"--set"_s, u"routing.threshold=0.5"_s});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains(u"leaves by itself"_s), qPrintable(text.out));
    const Ended before =
        m_line->run({u"replay"_s, u"--set"_s, u"routing.threshold=0.5"_s, u"--to"_s, u"2001-01-01"_s});
    QVERIFY(before.out.contains(u"There is no run in this period"_s));
}

void TuningTest::replayRefusesWhatItCannotTell_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("no value") << QStringList{u"--set"_s, u"routing.threshold"_s}
                              << u"is no setting with a value"_s;
    QTest::newRow("no such setting") << QStringList{u"--set"_s, u"routing.treshold=1"_s}
                                     << u"did you mean routing.threshold?"_s;
    QTest::newRow("no such mode") << QStringList{u"--set"_s, u"modes.billing=atuo"_s}
                                  << u"did you mean auto?"_s;
    QTest::newRow("not kept") << QStringList{u"--set"_s, u"session.max_turns=4"_s}
                              << u"only when the messages are run again"_s;
    QTest::newRow("the wrong way round")
        << QStringList{u"--set"_s, u"routing.threshold=1"_s, u"--from"_s, u"2026-11-02"_s,
                       u"--to"_s,  u"2026-11-01"_s}
        << u"before it begins"_s;
}

void TuningTest::replayRefusesWhatItCannotTell()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, complaint);

    const Ended ended = m_line->run(QStringList{u"replay"_s} + arguments);

    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.complaint.contains(complaint), qPrintable(ended.complaint));
    QVERIFY(ended.out.isEmpty());
}

void TuningTest::proposalGoesItsWay()
{
    const Json before = threshold();
    const Json saved =
        m_line->ask({u"proposal"_s, u"save"_s, u"bolder"_s, u"--set"_s, u"routing.threshold=0.35"_s,
                     u"--reason"_s, u"It went well"_s, u"--as"_s, u"Robin"_s});
    QCOMPARE(saved["settings"], Json({{"routing.threshold", 0.35}}));
    QVERIFY(integerOr(saved["figures"], "runs", 0) > 0);
    QCOMPARE(threshold(), before);

    const Json compared = m_line->ask({u"proposal"_s, u"compare"_s, u"bolder"_s});
    QCOMPARE(compared["columns"].size(), size_t(2));
    QCOMPARE(stringOr(compared["columns"][0], "name"), u"today"_s);
    const Ended table = m_line->run({u"proposal"_s, u"compare"_s, u"bolder"_s});
    QVERIFY2(table.out.contains(u"of it corrected"_s), qPrintable(table.out));

    const Ended applied = m_line->run(
        {u"proposal"_s, u"apply"_s, u"bolder"_s, u"--as"_s, u"Kim"_s, u"--reason"_s, u"Agreed"_s});
    QVERIFY2(applied.code == 0 && applied.out.contains(u"in force"_s), qPrintable(applied.complaint));
    QCOMPARE(threshold(), Json(0.35));
    const Json listed = m_line->ask({u"proposal"_s, u"list"_s});
    QCOMPARE(listed["proposals"][0]["in_force"], Json(true));
    QCOMPARE(stringOr(listed["history"][0], "author"), u"Kim"_s);

    QCOMPARE(m_line->run({u"set"_s, u"routing.threshold"_s, u"0.9"_s}).code, 0);
    const Ended refused = m_line->run({u"proposal"_s, u"rollback"_s, u"bolder"_s, u"--as"_s, u"Kim"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.complaint.contains(u"changed since"_s), qPrintable(refused.complaint));
    QCOMPARE(m_line->run({u"proposal"_s, u"rollback"_s, u"bolder"_s, u"--as"_s, u"Kim"_s, u"--force"_s}).code,
             0);
    QCOMPARE(threshold(), before);
    QCOMPARE(m_line->run({u"proposal"_s, u"remove"_s, u"bolder"_s}).code, 0);
    QVERIFY(m_line->run({u"proposal"_s, u"list"_s}).out.contains(u"There is no proposal."_s));
    QCOMPARE(m_line->run({u"audit"_s, u"verify"_s}).code, 0);
}

void TuningTest::proposalIsRefusedInWords()
{
    const Ended misspelt = m_line->run(
        {u"proposal"_s, u"save"_s, u"a"_s, u"--set"_s, u"routing.treshold=1"_s, u"--reason"_s, u"x"_s});
    QCOMPARE(misspelt.code, 2);
    QVERIFY(misspelt.complaint.contains(u"did you mean"_s));
    const Ended nobody = m_line->run({u"proposal"_s, u"apply"_s, u"nobody"_s, u"--reason"_s, u"x"_s});
    QCOMPARE(nobody.code, 1);
    QVERIFY(nobody.complaint.contains(u"there is no proposal \"nobody\""_s));
    QVERIFY(m_line->run({u"proposal"_s, u"apply"_s, u"nobody"_s}).code != 0); // without a reason
}

void TuningTest::calibrationCountsWhatWasJudged()
{
    const Json before = m_line->ask({u"calibration"_s, u"--of"_s, u"answer"_s, u"--by"_s, u"channel"_s});
    QVERIFY(integerOr(before["total"], "runs", 0) > 0);
    qint64 runs = 0;
    for (const Json &row : before["rows"])
        runs += integerOr(row, "runs", 0);
    QCOMPARE(runs, integerOr(before["total"], "runs", -1));
    QVERIFY(!before["judge_next"].empty());

    const Ended sent = m_line->run({u"send"_s, QString::number(m_conversation), u"--as"_s, u"Robin"_s});
    QVERIFY2(sent.code == 0, qPrintable(sent.complaint));

    const Json after = m_line->ask({u"calibration"_s, u"--of"_s, u"answer"_s});
    QCOMPARE(integerOr(after["total"], "judged", -1), integerOr(before["total"], "judged", -1) + 1);
    QCOMPARE(integerOr(after["total"], "right", -1), integerOr(before["total"], "right", -1) + 1);
    const Ended text = m_line->run({u"calibration"_s});
    QVERIFY2(text.out.contains(u"Too few were judged"_s), qPrintable(text.out));
    QVERIFY(m_line->run({u"calibration"_s, u"--by"_s, u"moon"_s}).code != 0);
}

void TuningTest::escalationsAreReviewed()
{
    const qint64 conversation = m_line->write(u"I want to speak to a human being, now."_s, u"cus_1002"_s);
    QVERIFY(conversation > 0);
    const auto ofConversation = [&](const Json &review) {
        for (const Json &run : review["runs"]) {
            if (run["conversation"] == conversation)
                return run;
        }
        return Json();
    };
    const Json before = m_line->ask({u"review"_s, u"list"_s, u"--count"_s, u"1000"_s});
    const Json run = ofConversation(before);
    QVERIFY(run.is_object() && !run["reasons"].empty() && run["verdicts"].empty());

    const QString number = QString::number(integerOr(run, "run", 0));
    const QStringList verdict{u"review"_s, u"verdict"_s, number, u"--verdict"_s};
    QCOMPARE(m_line->run(verdict + QStringList{u"right"_s, u"--as"_s, u"Robin"_s}).code, 0);
    QCOMPARE(m_line->run(verdict + QStringList{u"false_alarm"_s, u"--as"_s, u"Kim"_s}).code, 0);

    const Json after = m_line->ask({u"review"_s, u"list"_s, u"--count"_s, u"1000"_s});
    QCOMPARE(ofConversation(after)["verdicts"].size(), size_t(2));
    QCOMPARE(integerOr(after["agreement"], "both", 0), 1);
    QCOMPARE(integerOr(after["agreement"], "agreed", 1), 0);
    const Ended text = m_line->run({u"review"_s, u"list"_s});
    QVERIFY2(text.out.contains(u"Robin: right; Kim: false_alarm"_s), qPrintable(text.out));
    QVERIFY(m_line->run({u"review"_s, u"verdict"_s, u"999999"_s, u"--verdict"_s, u"right"_s})
                .complaint.contains(u"there is no run 999999"_s));
    QVERIFY(m_line->run(verdict + QStringList{u"perhaps"_s}).code != 0);
}

QTEST_GUILESS_MAIN(TuningTest)
#include "tst_tuning.moc"
