#include "knowledge/Support.h"

#include <cmath>

namespace Helmdesk
{

double supportScore(const SupportSignals &signals)
{
    const double sum = -8.0 + 8.0 * signals.cosine + 6.0 * signals.late + 2.0 * signals.coverage +
                       1.0 * signals.known - (signals.hasUnknownCode ? 3.0 : 0.0);
    return 1.0 / (1.0 + std::exp(-sum));
}

} // namespace Helmdesk
