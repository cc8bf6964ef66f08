#include "routing/RoutingPromise.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

// P(X <= k) of a binomial distribution, summed from the likeliest side in logarithms.
double binomialAtMost(std::size_t k, std::size_t n, double p)
{
    if (p <= 0.0 || k >= n)
        return 1.0;
    if (p >= 1.0)
        return 0.0;
    double sum = 0.0;
    double logTerm = static_cast<double>(n) * std::log1p(-p); // of 0
    for (std::size_t i = 0; i <= k; ++i) {
        if (i > 0)
            logTerm += std::log(static_cast<double>(n - i + 1) / static_cast<double>(i)) + std::log(p) -
                       std::log1p(-p);
        sum += std::exp(logTerm);
    }
    return std::min(sum, 1.0);
}

// The p for which a falling function of p equals `target`.
template <class Falling>
double solve(const Falling &value, double target)
{
    double low = 0.0;
    double high = 1.0;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2.0;
        (value(middle) > target ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

void addInterval(PromiseReport &report, double level)
{
    const double tail = (1.0 - level) / 2.0;
    const std::size_t k = report.wrong;
    const std::size_t n = report.routed;
    report.errorHigh = k >= n ? 1.0 : solve([&](double p) { return binomialAtMost(k, n, p); }, tail);
    report.errorLow = k == 0 ? 0.0 : solve([&](double p) { return binomialAtMost(k - 1, n, p); }, 1.0 - tail);
}

} // namespace

PromiseReport thresholdForPromise(std::vector<RoutingEvidence> evidence, double error, double level)
{
    std::ranges::sort(evidence, {}, &RoutingEvidence::confidence);
    PromiseReport report;
    report.evidence = evidence.size();
    report.leastNeeded = static_cast<std::size_t>(std::max(0.0, std::ceil(1.0 / error - 1.0 - 1e-9)));
    std::size_t wrong =
        static_cast<std::size_t>(std::ranges::count(evidence, false, &RoutingEvidence::isRight));
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const std::size_t routed = evidence.size() - i;
        const bool isFirstOfItsConfidence = i == 0 || evidence[i - 1].confidence < evidence[i].confidence;
        if (isFirstOfItsConfidence &&
            static_cast<double>(wrong + 1) <= error * static_cast<double>(routed + 1) + 1e-9) {
            report.isKept = true;
            report.threshold = evidence[i].confidence;
            report.routed = routed;
            report.wrong = wrong;
            report.coverage = static_cast<double>(routed) / static_cast<double>(evidence.size());
            addInterval(report, level);
            break;
        }
        wrong -= evidence[i].isRight ? 0 : 1;
    }
    return report;
}

} // namespace Helmdesk
