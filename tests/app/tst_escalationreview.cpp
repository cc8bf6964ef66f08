#include "app/EscalationReview.h"
#include "app/InsightsReading.h"
#include "store/ScaleData.h"
#include "support/TestSupport.h"

#include <QSet>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// The week's look at what went to a person, on a made-up history.
class EscalationReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sampleIsTheSameForEverybody();
    void verdictsStandBesideTheRuns();
    void whatDidNotGoToAPersonIsRefused();
    void kappaByHand();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    QDate m_day;
};

void EscalationReviewTest::initTestCase()
{
    auto workspace = Workspace::open(m_folder.path(), {.durability = Durability::None});
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    const QDateTime now = m_workspace->clock().now();
    m_day = now.toLocalTime().date();
    VERIFY_RESULT(addScaleConversations(m_workspace->database(), 50, now));
    VERIFY_RESULT(addScaleRuns(m_workspace->database(), 2000, now));
    auto review = readEscalationReview(*m_workspace, m_day, 10);
    VERIFY_RESULT(review);
    if (review->escalated < 20) // the week has just begun
        m_day = m_day.addDays(-7);
}

void EscalationReviewTest::sampleIsTheSameForEverybody()
{
    const auto review = readEscalationReview(*m_workspace, m_day, 10);
    VERIFY_RESULT(review);
    QCOMPARE(review->runs.size(), size_t(10));
    QVERIFY(review->escalated > 10);
    const auto again = readEscalationReview(*m_workspace, review->monday, 5);
    VERIFY_RESULT(again);
    for (size_t i = 0; i < again->runs.size(); ++i)
        QCOMPARE(again->runs[i].run, review->runs[i].run);
    const auto before = readEscalationReview(*m_workspace, m_day.addDays(-7), 1000);
    VERIFY_RESULT(before);
    QSet<qint64> others;
    for (const EscalatedRun &run : before->runs)
        others.insert(run.run.value);
    for (const EscalatedRun &run : review->runs)
        QVERIFY(!others.contains(run.run.value));
}

void EscalationReviewTest::verdictsStandBesideTheRuns()
{
    const auto before = readEscalationReview(*m_workspace, m_day, 10);
    VERIFY_RESULT(before);
    const RunId run = before->runs.front().run;
    VERIFY_RESULT(judgeEscalation(*m_workspace, run, EscalationVerdict::FalseAlarm, u"Robin"_s));
    VERIFY_RESULT(judgeEscalation(*m_workspace, run, EscalationVerdict::Right, u"Kim"_s));
    VERIFY_RESULT(judgeEscalation(*m_workspace, run, EscalationVerdict::Right, u"Robin"_s)); // thought again

    const auto after = readEscalationReview(*m_workspace, m_day, 10);
    VERIFY_RESULT(after);
    QCOMPARE(after->runs.front().run, run);
    QCOMPARE(after->runs.front().said.size(), size_t(2));
    QCOMPARE(after->runs.front().said.front().by, u"Robin"_s);
    QVERIFY(!after->runs.front().said.front().isFalseAlarm);
    QCOMPARE(after->agreement.both, 1);
    QCOMPARE(after->agreement.agreed, 1);
    QVERIFY(!after->agreement.kappa); // chance alone would have it so
    const auto insights = readInsights(*m_workspace, {}, {});
    VERIFY_RESULT(insights);
    QCOMPARE(insights->total.reviewedEscalations, 1);
    QCOMPARE(insights->total.falseAlarms, 0);
}

void EscalationReviewTest::whatDidNotGoToAPersonIsRefused()
{
    QCOMPARE(judgeEscalation(*m_workspace, RunId{1}, EscalationVerdict::Right, u"Robin"_s).error().kind,
             ErrorKind::NotFound);
    QCOMPARE(judgeEscalation(*m_workspace, RunId{1}, EscalationVerdict::Right, u" "_s).error().kind,
             ErrorKind::InvalidInput);
}

void EscalationReviewTest::kappaByHand()
{
    std::vector<EscalatedRun> runs;
    const auto add = [&](int count, bool first, bool second) {
        for (int i = 0; i < count; ++i) {
            EscalatedRun run;
            run.said = {{u"Robin"_s, first}, {u"Kim"_s, second}};
            runs.push_back(run);
        }
    };
    add(20, true, true);
    add(5, true, false);
    add(10, false, true);
    add(15, false, false);
    runs.push_back({});

    const Agreement agreement = agreementOn(runs);

    // Agreed 0.7; by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    QCOMPARE(agreement.both, 50);
    QCOMPARE(agreement.agreed, 35);
    QVERIFY(agreement.kappa && qAbs(*agreement.kappa - 0.4) < 1e-12);
    QVERIFY(!agreementOn({}).kappa);
}

QTEST_GUILESS_MAIN(EscalationReviewTest)
#include "tst_escalationreview.moc"
