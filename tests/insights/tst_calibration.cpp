#include "insights/Calibration.h"
#include "support/TestSupport.h"

#include <QRandomGenerator>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

class CalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binsAndErrorByHand();
    void theEndsHaveTheirBins();
    void partsAddUp();
    void driftIsToldWhereThereIsOne();
    void driftIsRarelyToldWhereThereIsNone();
    void fewAreTooFew();
    void leastKnownBinIsJudgedFirst();
    void thresholdCountsTwice();
};

namespace
{

Saying saying(double said, std::optional<bool> right, qint64 run = 0)
{
    Saying made;
    made.said = said;
    made.isRight = right;
    made.run = run;
    made.conversation = run;
    made.at = run;
    return made;
}

std::vector<Saying> drawn(QRandomGenerator &random, int count, double tooSure)
{
    std::vector<Saying> sayings;
    for (int i = 0; i < count; ++i) {
        const double said = 0.5 + 0.5 * random.generateDouble();
        sayings.push_back(saying(said, random.generateDouble() < said - tooSure, i));
    }
    return sayings;
}

} // namespace

void CalibrationTest::binsAndErrorByHand()
{
    const std::vector<Saying> sayings{saying(0.82, true), saying(0.86, false), saying(0.84, {}),
                                      saying(0.35, true)};

    const CalibrationTable table = calibrationOf(sayings);

    QCOMPARE(table.runs, 4);
    QCOMPARE(table.judged, 3);
    QCOMPARE(table.right, 2);
    QCOMPARE(table.bins[8].runs, 3);
    QCOMPARE(table.bins[8].judged, 2);
    QCOMPARE(table.bins[8].said, 0.84);
    // 2/3 |0.5 - 0.84| + 1/3 |1 - 0.35|
    QVERIFY(qAbs(table.error - (2.0 * 0.34 + 0.65) / 3.0) < 1e-12);
}

void CalibrationTest::theEndsHaveTheirBins()
{
    QCOMPARE(calibrationBinOf(0.0), size_t(0));
    QCOMPARE(calibrationBinOf(0.0999), size_t(0));
    QCOMPARE(calibrationBinOf(0.95), size_t(9));
    QCOMPARE(calibrationBinOf(1.0), size_t(9));
    QCOMPARE(calibrationOf({}).error, 0.0);
}

void CalibrationTest::partsAddUp()
{
    QRandomGenerator random(7);
    std::vector<Saying> sayings = drawn(random, 500, 0.1);
    for (Saying &each : sayings) {
        each.category = allCategories[random.bounded(5)];
        each.language = random.bounded(2) == 0 ? u"en"_s : u"de"_s;
        if (random.bounded(3) == 0)
            each.isRight.reset();
    }
    const CalibrationTable total = calibrationOf(sayings);
    for (const CalibrationBy by :
         {CalibrationBy::Category, CalibrationBy::Channel, CalibrationBy::Language}) {
        CalibrationTable sum;
        for (const CalibrationTable &part : calibrationParts(sayings, by)) {
            QVERIFY(!part.key.isEmpty());
            sum.runs += part.runs;
            sum.judged += part.judged;
            sum.right += part.right;
            for (size_t i = 0; i < calibrationBins; ++i)
                sum.bins[i].judged += part.bins[i].judged;
        }
        QCOMPARE(sum.runs, total.runs);
        QCOMPARE(sum.judged, total.judged);
        QCOMPARE(sum.right, total.right);
        for (size_t i = 0; i < calibrationBins; ++i)
            QCOMPARE(sum.bins[i].judged, total.bins[i].judged);
    }
}

void CalibrationTest::driftIsToldWhereThereIsOne()
{
    QRandomGenerator random(11);
    const CalibrationDrift drift = driftBetween(drawn(random, 400, 0.0), drawn(random, 400, 0.25));

    QVERIFY(drift.isShown());
    QVERIFY(drift.gapNow < drift.gapBefore - 0.1);
    QVERIFY(inWords(drift).startsWith(u"It has drifted"_s));
}

void CalibrationTest::driftIsRarelyToldWhereThereIsNone()
{
    QRandomGenerator random(13);
    constexpr int desks = 1000;
    int told = 0;
    for (int desk = 0; desk < desks; ++desk)
        told += driftBetween(drawn(random, 80, 0.1), drawn(random, 60, 0.1)).isShown() ? 1 : 0;

    QVERIFY2(told > desks * 0.02 && told < desks * 0.08, qPrintable(QString::number(told)));
}

void CalibrationTest::fewAreTooFew()
{
    QRandomGenerator random(17);
    const CalibrationDrift drift = driftBetween(drawn(random, 29, 0.0), drawn(random, 400, 0.5));

    QVERIFY(!drift.isTold() && !drift.isShown());
    QVERIFY(inWords(drift).startsWith(u"Too few"_s));
    QVERIFY(toJson(drift)["p"].is_null());
}

void CalibrationTest::leastKnownBinIsJudgedFirst()
{
    std::vector<Saying> sayings;
    for (int i = 0; i < 40; ++i)
        sayings.push_back(saying(0.95, true, i)); // well known
    for (int i = 100; i < 120; ++i)
        sayings.push_back(saying(0.95, {}, i));
    for (int i = 200; i < 220; ++i)
        sayings.push_back(saying(0.65, {}, i)); // nobody has judged one

    const std::vector<Saying> next = mostTelling(sayings, 0.2, 8);

    QCOMPARE(next.size(), size_t(8));
    QVERIFY(std::ranges::all_of(next, [](const Saying &each) { return each.said == 0.65; }));
    QCOMPARE(next.front().run, 219); // the newest
    QCOMPARE(mostTelling(sayings, 0.2, 100).size(), size_t(40));
    QVERIFY(mostTelling({}, 0.2, 5).empty());
}

void CalibrationTest::thresholdCountsTwice()
{
    std::vector<Saying> sayings;
    for (int i = 0; i < 10; ++i) {
        sayings.push_back(saying(0.55, {}, i));
        sayings.push_back(saying(0.81 + 0.01 * (i % 2), {}, 100 + i));
    }

    const Saying first = mostTelling(sayings, 0.8, 1).front();

    QCOMPARE(first.said, 0.81); // the nearest of the bin of the threshold
}

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
