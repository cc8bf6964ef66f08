#pragma once

#include <QtGlobal>
#include <span>

namespace Helmdesk
{

// How far the mix of a population has moved, as the population stability index: the sum over its parts of
// (now - before) * ln(now / before), in shares. 0: nothing moved. docs/monitoring.md has the sources.
struct PopulationStability {
    double index = 0.0;
    // What two samples of these sizes reach by chance alone in one of a thousand comparisons.
    double chance = 0.0;
    qint64 before = 0; // counted
    qint64 now = 0;

    bool isMoreThanChance() const { return index > chance; }
};

// Counts of the same parts in the same order. Half a case is added to each, so that a part that is empty has
// a share as well. Pure; thread: any.
PopulationStability populationStability(std::span<const qint64> before, std::span<const qint64> now);

} // namespace Helmdesk
