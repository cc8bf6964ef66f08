#include "routing/ContributionLimits.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Helmdesk
{

void limitContributions(std::vector<Contribution> &contributions, const ContributionLimits &limits,
                        const std::vector<int> &written)
{
    std::vector<Contribution *> order;
    for (Contribution &contribution : contributions)
        order.push_back(&contribution);
    std::ranges::sort(order, {}, [](const Contribution *c) { return std::pair(c->at, c->id); });

    std::map<std::pair<QString, Category>, int> ofCustomer;
    std::map<std::tuple<QDate, QString, Category>, int> ofOperator;
    std::map<std::pair<QDate, Category>, int> ofDay;
    std::map<Category, int> ofCategory;
    for (Contribution *contribution : order) {
        const Category category = contribution->category;
        const QDate day = contribution->at.toUTC().date();
        if (contribution->review == ReviewState::Excluded) {
            contribution->use = ContributionUse::Excluded;
            continue;
        }
        if (contribution->text.size() > limits.longest) {
            contribution->use = ContributionUse::TooLong;
            continue;
        }
        contribution->use = ContributionUse::Used;
        if (contribution->review == ReviewState::Accepted)
            continue;
        if (contribution->origin == QLatin1String("draft_rejected")) {
            contribution->use = ContributionUse::NeedsReview; // the draft was wrong, perhaps not the category
            continue;
        }
        int &customer = ofCustomer[{contribution->customer, category}];
        int &batch = ofOperator[{day, contribution->by, category}];
        int &all = ofDay[{day, category}];
        int &total = ofCategory[category];
        const auto index = static_cast<size_t>(category);
        const double most = index < written.size() ? limits.ofWritten * written[index] : 0.0;
        if (customer >= limits.perCustomer) {
            contribution->use = ContributionUse::OverCustomerLimit;
        } else if (batch >= limits.perDay || all >= limits.perDayOfAll) {
            contribution->use = ContributionUse::OverDayLimit;
        } else if (total >= static_cast<int>(most)) {
            contribution->use = ContributionUse::OverCategoryLimit;
        } else {
            ++customer;
            ++batch;
            ++all;
            ++total;
        }
    }
}

} // namespace Helmdesk
