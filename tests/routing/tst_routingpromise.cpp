#include "routing/RoutingPromise.h"
#include "support/TestSupport.h"

#include <random>

using namespace Helmdesk;

class TestRoutingPromise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tooLittleEvidenceCarriesNoPromise();
    void theThresholdIsTheLowestThatMeetsTheCondition();
    void equalConfidencesAreTakenTogether();
    void theIntervalIsTheExactBinomialOne();
    void thePromisedRiskIsKeptOnNewMessages_data();
    void thePromisedRiskIsKeptOnNewMessages();
};

void TestRoutingPromise::tooLittleEvidenceCarriesNoPromise()
{
    const auto nothing = thresholdForPromise({}, 0.02);
    const auto few = thresholdForPromise(std::vector<RoutingEvidence>(48, {0.99, true}), 0.02);
    const auto enough = thresholdForPromise(std::vector<RoutingEvidence>(49, {0.99, true}), 0.02);
    const auto bad = thresholdForPromise(std::vector<RoutingEvidence>(500, {0.99, false}), 0.02);

    QVERIFY(!nothing.isKept);
    QCOMPARE(nothing.leastNeeded, size_t{49});
    QVERIFY(!few.isKept);
    QCOMPARE(few.evidence, size_t{48});
    QVERIFY(enough.isKept);
    QCOMPARE(enough.threshold, 0.99);
    QVERIFY(!bad.isKept);
}

void TestRoutingPromise::theThresholdIsTheLowestThatMeetsTheCondition()
{
    std::vector<RoutingEvidence> evidence;
    for (int i = 0; i < 200; ++i)
        evidence.push_back({0.90 + i * 0.0001, true});
    for (int i = 0; i < 20; ++i)
        evidence.push_back({0.50 + i * 0.001, i % 2 == 0});

    const auto report = thresholdForPromise(evidence, 0.02);

    // Three of the lower ones may be wrong: (3 + 1) / (n + 1) <= 0.02 needs n >= 199, of which 206 are
    // routed.
    QVERIFY(report.isKept);
    QVERIFY(report.threshold > 0.5 && report.threshold < 0.9);
    QVERIFY(static_cast<double>(report.wrong + 1) <= 0.02 * static_cast<double>(report.routed + 1));
    QCOMPARE(report.wrong, size_t{3});
    QCOMPARE(report.routed, size_t{206});
}

void TestRoutingPromise::equalConfidencesAreTakenTogether()
{
    std::vector<RoutingEvidence> evidence(100, {0.8, true});
    for (int i = 0; i < 10; ++i)
        evidence.push_back({0.8, false});

    QVERIFY(!thresholdForPromise(evidence, 0.05).isKept);
}

void TestRoutingPromise::theIntervalIsTheExactBinomialOne()
{
    std::vector<RoutingEvidence> evidence(98, {0.9, true});
    evidence.push_back({0.9, false});
    evidence.push_back({0.9, false});

    const auto report = thresholdForPromise(evidence, 0.05, 0.95);

    // Clopper-Pearson for 2 of 100 at 95 %: 0.0024 to 0.0704 (tables).
    QVERIFY(report.isKept);
    QVERIFY(std::abs(report.errorLow - 0.0024) < 0.0001);
    QVERIFY(std::abs(report.errorHigh - 0.0704) < 0.0001);
}

void TestRoutingPromise::thePromisedRiskIsKeptOnNewMessages_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("error");
    QTest::addColumn<double>("honesty"); // 1: calibrated; below: the router is surer than it should be
    QTest::newRow("calibrated, much evidence") << 1000 << 0.02 << 1.0;
    QTest::newRow("calibrated, little evidence") << 150 << 0.05 << 1.0;
    QTest::newRow("far too sure of itself") << 600 << 0.05 << 0.9;
}

// Draws desks again and again: evidence, then the share of wrong ones among new messages above the threshold.
void TestRoutingPromise::thePromisedRiskIsKeptOnNewMessages()
{
    QFETCH(int, count);
    QFETCH(double, error);
    QFETCH(double, honesty);
    std::mt19937 random(11);
    std::uniform_real_distribution<double> uniform;
    const auto draw = [&] {
        const double confidence = 1.0 - 0.5 * std::pow(uniform(random), 3.0);
        return RoutingEvidence{confidence, uniform(random) < confidence * honesty + (1.0 - honesty) * 0.5};
    };
    double sum = 0.0;
    int desks = 0;
    for (int desk = 0; desk < 300; ++desk) {
        std::vector<RoutingEvidence> evidence;
        for (int i = 0; i < count; ++i)
            evidence.push_back(draw());
        const auto report = thresholdForPromise(evidence, error);
        ++desks;
        if (!report.isKept)
            continue; // nothing is routed: nothing is wrong
        int routed = 0;
        int wrong = 0;
        for (int i = 0; i < 2000; ++i) {
            const RoutingEvidence fresh = draw();
            if (fresh.confidence >= report.threshold) {
                ++routed;
                wrong += fresh.isRight ? 0 : 1;
            }
        }
        sum += routed > 0 ? static_cast<double>(wrong) / routed : 0.0;
    }

    const double slack = 0.003; // the simulation's own error
    QVERIFY2(sum / desks <= error + slack, qPrintable(QString::number(sum / desks)));
}

QTEST_GUILESS_MAIN(TestRoutingPromise)
#include "tst_routingpromise.moc"
