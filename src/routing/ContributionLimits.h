#pragma once

#include "core/Domain.h"

#include <QDateTime>
#include <vector>

namespace Helmdesk
{

enum class ReviewState { Open, Accepted, Excluded };

enum class ContributionUse {
    Used,
    Excluded,          // by a person
    NeedsReview,       // its category is a guess until a person accepts it
    OverCustomerLimit, // these three wait for a review as well
    OverDayLimit,
    OverCategoryLimit,
    TooLong, // says more than one thing; never used
};

// Fixed names, in the store and in JSON.
inline QString nameOf(ReviewState value)
{
    switch (value) {
    case ReviewState::Open:
        return QStringLiteral("open");
    case ReviewState::Accepted:
        return QStringLiteral("accepted");
    case ReviewState::Excluded:
        return QStringLiteral("excluded");
    }
    return {};
}
inline QString nameOf(ContributionUse value)
{
    switch (value) {
    case ContributionUse::Used:
        return QStringLiteral("used");
    case ContributionUse::Excluded:
        return QStringLiteral("excluded");
    case ContributionUse::NeedsReview:
        return QStringLiteral("needs_review");
    case ContributionUse::OverCustomerLimit:
        return QStringLiteral("over_customer_limit");
    case ContributionUse::OverDayLimit:
        return QStringLiteral("over_day_limit");
    case ContributionUse::OverCategoryLimit:
        return QStringLiteral("over_category_limit");
    case ContributionUse::TooLong:
        return QStringLiteral("too_long");
    }
    return {};
}

// A correction by an operator, as the router may learn from it.
struct Contribution {
    qint64 id = 0; // of the training example; grows with time
    QString text;
    Category category = Category::General;
    QString customer; // who wrote the text; empty: unknown, counted as one customer
    QString origin;   // "operator", "draft_edited", "draft_rejected", "false_alarm", "import"
    QString by;
    QDateTime at;
    ReviewState review = ReviewState::Open;
    ContributionUse use = ContributionUse::Used; // what limitContributions decided
};

struct ContributionLimits {
    int perCustomer = 4;    // texts of one customer in one category
    int perDay = 20;        // texts in one category on one day (UTC) by one operator: a batch
    int perDayOfAll = 60;   // and on one day by all operators
    double ofWritten = 0.5; // texts in one category, as a share of the utterances written for it
    int longest = 1200;     // characters
};

// Decides which contributions are learnt from, so that no customer, no operator and no bad day can turn a
// category; sets `use` of each. Oldest first come first. What a person accepted passes the limits and does
// not use them up; what a person excluded is never used. `written` is the number of utterances of each
// category, in the order of allCategories. Pure.
void limitContributions(std::vector<Contribution> &contributions, const ContributionLimits &limits,
                        const std::vector<int> &written);

} // namespace Helmdesk
