#include "routing/ContributionLimits.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

const std::vector<int> written{1000, 1000, 1000, 1000, 1000};

Contribution contribution(int id, const QString &customer, const QString &by, int day,
                          Category category = Category::Billing)
{
    Contribution made;
    made.id = id;
    made.text = QStringLiteral("text %1").arg(id);
    made.category = category;
    made.customer = customer;
    made.origin = QStringLiteral("operator");
    made.by = by;
    made.at = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC).addDays(day).addSecs(id);
    return made;
}

int count(const std::vector<Contribution> &all, ContributionUse use)
{
    return static_cast<int>(std::ranges::count(all, use, &Contribution::use));
}

} // namespace

class TestContributionLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCustomerCountsAFewTimes();
    void unknownCustomersCountAsOne();
    void oneBadBatchCountsAFewTimes();
    void aCategoryTakesInNoMoreThanItsShare();
    void aPersonDecidesOverTheLimits();
    void aRejectedDraftWaitsForAReview();
};

void TestContributionLimits::oneCustomerCountsAFewTimes()
{
    std::vector<Contribution> all;
    for (int i = 0; i < 300; ++i)
        all.push_back(contribution(i, QStringLiteral("cus_1"), QStringLiteral("op %1").arg(i), i));

    limitContributions(all, {}, written);

    QCOMPARE(count(all, ContributionUse::Used), ContributionLimits().perCustomer);
    QCOMPARE(all.front().use, ContributionUse::Used); // the oldest
    QCOMPARE(all.back().use, ContributionUse::OverCustomerLimit);
}

void TestContributionLimits::unknownCustomersCountAsOne()
{
    std::vector<Contribution> all;
    for (int i = 0; i < 30; ++i)
        all.push_back(contribution(i, {}, QStringLiteral("op"), i));

    limitContributions(all, {}, written);

    QCOMPARE(count(all, ContributionUse::Used), ContributionLimits().perCustomer);
}

void TestContributionLimits::oneBadBatchCountsAFewTimes()
{
    std::vector<Contribution> all;
    for (int i = 0; i < 300; ++i)
        all.push_back(contribution(i, QStringLiteral("cus_%1").arg(i), QStringLiteral("op"), 0));
    for (int i = 300; i < 600; ++i)
        all.push_back(contribution(i, QStringLiteral("cus_%1").arg(i), QStringLiteral("op %1").arg(i), 1));

    limitContributions(all, {}, written);

    QCOMPARE(count(all, ContributionUse::Used),
             ContributionLimits().perDay + ContributionLimits().perDayOfAll);
    QCOMPARE(count(all, ContributionUse::OverDayLimit), 600 - 80);
}

void TestContributionLimits::aCategoryTakesInNoMoreThanItsShare()
{
    std::vector<Contribution> all;
    for (int i = 0; i < 100; ++i)
        all.push_back(contribution(i, QStringLiteral("cus_%1").arg(i), QStringLiteral("op"), i));

    limitContributions(all, {}, {40, 40, 40, 40, 40});

    QCOMPARE(count(all, ContributionUse::Used), 20);
    QCOMPARE(count(all, ContributionUse::OverCategoryLimit), 80);
}

void TestContributionLimits::aPersonDecidesOverTheLimits()
{
    std::vector<Contribution> all;
    for (int i = 0; i < 10; ++i)
        all.push_back(contribution(i, QStringLiteral("cus_1"), QStringLiteral("op"), 0));
    all[0].review = ReviewState::Excluded;
    all[9].review = ReviewState::Accepted;

    limitContributions(all, {}, written);

    QCOMPARE(all[0].use, ContributionUse::Excluded);
    QCOMPARE(all[1].use, ContributionUse::Used);
    QCOMPARE(all[9].use, ContributionUse::Used);
    QCOMPARE(count(all, ContributionUse::Used), ContributionLimits().perCustomer + 1);
}

void TestContributionLimits::aRejectedDraftWaitsForAReview()
{
    std::vector<Contribution> all{contribution(1, QStringLiteral("cus_1"), QStringLiteral("op"), 0)};
    all[0].origin = QStringLiteral("draft_rejected");

    limitContributions(all, {}, written);
    const ContributionUse before = all[0].use;
    all[0].review = ReviewState::Accepted;
    limitContributions(all, {}, written);

    QCOMPARE(before, ContributionUse::NeedsReview);
    QCOMPARE(all[0].use, ContributionUse::Used);
}

QTEST_GUILESS_MAIN(TestContributionLimits)
#include "tst_contributionlimits.moc"
