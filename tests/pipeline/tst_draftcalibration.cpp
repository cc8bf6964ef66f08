#include "pipeline/DraftCalibration.h"
#include "support/TestSupport.h"

#include <cmath>
#include <random>

using namespace Helmdesk;

namespace
{

// Drafts whose true probability of being sent is sigmoid(slope * logit(estimate) + offset).
std::vector<DraftEvidence> desk(int count, double slope, double offset)
{
    std::mt19937 random(20261123);
    std::uniform_real_distribution<double> any(0.02, 0.98);
    std::uniform_real_distribution<double> chance(0.0, 1.0);
    std::vector<DraftEvidence> evidence;
    for (int i = 0; i < count; ++i) {
        const double estimate = any(random);
        const double truth =
            1.0 / (1.0 + std::exp(-(slope * std::log(estimate / (1.0 - estimate)) + offset)));
        evidence.push_back({estimate, chance(random) < truth});
    }
    return evidence;
}

} // namespace

class TestDraftCalibration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutEvidenceNothingChanges()
    {
        for (const double estimate : {0.0, 0.3, 0.97, 1.0}) {
            QCOMPARE(DraftCalibration().probability(estimate), estimate);
            QCOMPARE(DraftCalibration::fit({}).probability(estimate), estimate);
        }
    }

    void aFewDecisionsMoveLittle()
    {
        const auto rejectedOnce = DraftCalibration::fit({{0.9, false}});

        QVERIFY(rejectedOnce.probability(0.9) < 0.9);
        QVERIFY(rejectedOnce.probability(0.9) > 0.6);
    }

    void whatTheDeskDoesIsFound()
    {
        const auto calibration = DraftCalibration::fit(desk(3000, 0.5, -1.0));

        QVERIFY(std::abs(calibration.slope() - 0.5) < 0.1);
        QVERIFY(std::abs(calibration.offset() + 1.0) < 0.15);
        QCOMPARE(calibration.evidence(), std::size_t(3000));
    }

    void theOrderOfDraftsStays()
    {
        const auto upsideDown = DraftCalibration::fit(desk(2000, -1.0, 0.0));
        QVERIFY(upsideDown.probability(0.9) >= upsideDown.probability(0.2));
        QCOMPARE(upsideDown.probability(0.0), 0.0); // no answer
    }

    void oneSidedEvidenceStaysFinite()
    {
        const auto allSent = DraftCalibration::fit(std::vector<DraftEvidence>(500, {1.0, true}));
        const auto allRejected = DraftCalibration::fit(std::vector<DraftEvidence>(500, {1.0, false}));
        QVERIFY(allSent.probability(1.0) > 0.99);
        QVERIFY(allRejected.probability(1.0) < 0.1);
    }

    void theReportShowsWhatIsGained()
    {
        const CalibrationReport gained = reportOn(desk(500, 0.5, -1.0));
        QVERIFY(gained.brierAfter < gained.brierBefore);
        const CalibrationReport nothingToGain = reportOn(desk(500, 1.0, 0.0));
        QVERIFY(nothingToGain.brierAfter < nothingToGain.brierBefore + 0.005);
        QCOMPARE(reportOn({}).evidence, std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestDraftCalibration)
#include "tst_draftcalibration.moc"
