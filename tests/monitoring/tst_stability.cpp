#include "monitoring/PopulationStability.h"
#include "support/TestSupport.h"

#include <array>
#include <cmath>

using namespace Helmdesk;

// The index against values that were reckoned by hand.
class StabilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsTheFormula();
    void nothingMoved();
    void emptyPartsHaveAShare();
    void orderOfThePeriodsDoesNotMatter();
    void fewCasesMoveByChance();
    void nothingToCompare();
};

namespace
{

bool isNear(double value, double expected)
{
    return std::abs(value - expected) < 1e-9;
}

} // namespace

// Shares with half a case added to each: (60.5, 30.5, 10.5) and (40.5, 40.5, 20.5) of 101.5. By hand:
// ((-20) ln(40.5/60.5) + 10 ln(40.5/30.5) + 10 ln(20.5/10.5)) / 101.5.
void StabilityTest::equalsTheFormula()
{
    const std::array<qint64, 3> before{60, 30, 10};
    const std::array<qint64, 3> now{40, 40, 20};

    const PopulationStability stability = populationStability(before, now);

    QVERIFY2(isNear(stability.index, 0.1729367193427209),
             qPrintable(QString::number(stability.index, 'g', 17)));
    QCOMPARE(stability.before, 100);
    QCOMPARE(stability.now, 100);
    // The table of chi-squared says 13.816 for 2 degrees of freedom; the approximation is 2.3 % above it.
    QVERIFY(std::abs(stability.chance - 13.816 * (1.0 / 100 + 1.0 / 100)) < 0.007);
    QVERIFY(!stability.isMoreThanChance());
}

void StabilityTest::nothingMoved()
{
    const std::array<qint64, 3> before{600, 300, 100};
    QVERIFY(isNear(populationStability(before, before).index, 0.0));
}

void StabilityTest::emptyPartsHaveAShare()
{
    const std::array<qint64, 2> before{100, 0};
    const std::array<qint64, 2> now{0, 100};

    const double index = populationStability(before, now).index;

    QVERIFY(std::isfinite(index));
    // Both shares turn around: 2 * (100 / 101) * ln(100.5 / 0.5).
    QVERIFY(isNear(index, 2.0 * (100.0 / 101.0) * std::log(201.0)));
}

void StabilityTest::orderOfThePeriodsDoesNotMatter()
{
    const std::array<qint64, 4> before{10, 20, 30, 40};
    const std::array<qint64, 4> now{40, 30, 20, 10};
    QVERIFY(isNear(populationStability(before, now).index, populationStability(now, before).index));
}

void StabilityTest::fewCasesMoveByChance()
{
    const std::array<qint64, 3> before{60, 30, 10};
    const std::array<qint64, 3> few{2, 3, 1};
    const std::array<qint64, 3> many{200, 300, 100};

    const PopulationStability ofFew = populationStability(before, few);

    QVERIFY(ofFew.index > 0.25);
    QVERIFY(!ofFew.isMoreThanChance());
    QVERIFY(populationStability(before, many).isMoreThanChance());
}

void StabilityTest::nothingToCompare()
{
    const std::array<qint64, 3> none{};
    const std::array<qint64, 3> some{1, 2, 3};
    QCOMPARE(populationStability(none, some).index, 0.0);
    QCOMPARE(populationStability(some, none).index, 0.0);
    QVERIFY(!populationStability(none, none).isMoreThanChance());
}

QTEST_GUILESS_MAIN(StabilityTest)
#include "tst_stability.moc"
