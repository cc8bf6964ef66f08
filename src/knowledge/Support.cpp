#include "knowledge/Support.h"

#include <cmath>

namespace Helmdesk
{

double supportScore(const SupportSignals &evidence)
{
    const double sum = -8.0 + 8.0 * evidence.cosine + 6.0 * evidence.late + 2.0 * evidence.coverage +
                       1.0 * evidence.known - (evidence.hasUnknownCode ? 3.0 : 0.0);
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace Helmdesk
