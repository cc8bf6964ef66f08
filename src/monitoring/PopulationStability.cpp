#include "monitoring/PopulationStability.h"

#include <cmath>
#include <numeric>

namespace Helmdesk
{
namespace
{

constexpr double addedToEach = 0.5;

// The value that a chi-squared variable passes in one of a thousand cases, by Wilson and Hilferty.
double chiSquaredThousandth(double freedom)
{
    constexpr double normal = 3.0902; // which a standard normal variable passes as rarely
    const double spread = 2.0 / (9.0 * freedom);
    return freedom * std::pow(1.0 - spread + normal * std::sqrt(spread), 3.0);
}

} // namespace

PopulationStability populationStability(std::span<const qint64> before, std::span<const qint64> now)
{
    PopulationStability stability;
    stability.before = std::accumulate(before.begin(), before.end(), qint64{0});
    stability.now = std::accumulate(now.begin(), now.end(), qint64{0});
    const size_t parts = std::min(before.size(), now.size());
    if (parts < 2 || stability.before == 0 || stability.now == 0)
        return stability;
    const double added = addedToEach * static_cast<double>(parts);
    const double allBefore = static_cast<double>(stability.before);
    const double allNow = static_cast<double>(stability.now);
    for (size_t i = 0; i < parts; ++i) {
        const double shareBefore = (static_cast<double>(before[i]) + addedToEach) / (allBefore + added);
        const double shareNow = (static_cast<double>(now[i]) + addedToEach) / (allNow + added);
        stability.index += (shareNow - shareBefore) * std::log(shareNow / shareBefore);
    }
    stability.chance =
        chiSquaredThousandth(static_cast<double>(parts - 1)) * (1.0 / allBefore + 1.0 / allNow);
    return stability;
}

} // namespace Helmdesk
