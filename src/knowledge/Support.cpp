#include "knowledge/Support.h"

#include <cmath>

namespace Helmdesk
{

namespace
{

// Both were fitted by logistic regression on tests/data/kb/questions.jsonl and unanswerable.jsonl, with equal
// weight for both kinds, so that 0.5 is where either error costs the same. Large knowledge bases keep no
// token vectors and have the second.
double sumWithTokens(const SupportSignals &evidence)
{
    return -11.4 + 1.55 * evidence.cosine + 9.01 * evidence.late + 6.07 * evidence.anywhere +
           3.20 * evidence.coverage + 1.93 * evidence.known - (evidence.hasUnknownCode ? 1.98 : 0.0);
}

double sumWithoutTokens(const SupportSignals &evidence)
{
    return -6.02 + 7.36 * evidence.cosine + 5.04 * evidence.coverage + 2.95 * evidence.known -
           (evidence.hasUnknownCode ? 1.12 : 0.0);
}

} // namespace

double supportScore(const SupportSignals &evidence)
{
    const bool hasTokens = evidence.anywhere > 0.0;
    return 1.0 / (1.0 + std::exp(-(hasTokens ? sumWithTokens(evidence) : sumWithoutTokens(evidence))));
}

} // namespace Helmdesk
