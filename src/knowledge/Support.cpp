#include "knowledge/Support.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{

namespace
{

constexpr double farthestLead = 0.5; // a few articles on different matters lie farther apart than that

// Both were fitted by logistic regression on tests/data/kb/questions.jsonl and unanswerable.jsonl, with equal
// weight for both kinds, so that 0.5 is where either error costs the same. Large knowledge bases keep no
// token vectors and have the second. The ranking changed since; docs/retrieval.md tells what fitting anew
// gives.
double sumWithTokens(const SupportSignals &evidence)
{
    return -11.05 + 2.13 * evidence.cosine + 9.50 * evidence.late + 4.09 * evidence.anywhere +
           3.10 * evidence.coverage + 1.83 * evidence.known + 1.48 * std::min(evidence.lead, farthestLead) -
           (evidence.hasUnknownCode ? 1.63 : 0.0);
}

double sumWithoutTokens(const SupportSignals &evidence)
{
    return -6.27 + 6.35 * evidence.cosine + 4.54 * evidence.coverage + 2.78 * evidence.known +
           2.99 * std::min(evidence.lead, farthestLead) - (evidence.hasUnknownCode ? 0.85 : 0.0);
}

} // namespace

double supportScore(const SupportSignals &evidence)
{
    const bool hasTokens = evidence.anywhere > 0.0;
    return 1.0 / (1.0 + std::exp(-(hasTokens ? sumWithTokens(evidence) : sumWithoutTokens(evidence))));
}

} // namespace Helmdesk
