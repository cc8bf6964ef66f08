#include "knowledge/Support.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{

namespace
{

constexpr double farthestLead = 0.5; // a few articles on different matters lie farther apart than that

// Fitted by logistic regression on the questions of six knowledge bases: against their own articles, against
// half of them, and against the articles of the others (docs/retrieval.md), weighted so that 0.5 is about
// where either error is as frequent.
double sumWithTokens(const SupportSignals &evidence)
{
    return -6.60 + 5.47 * evidence.cosine + 3.89 * evidence.late + 2.20 * evidence.anywhere +
           0.66 * evidence.coverage + 0.30 * evidence.known + 1.38 * std::min(evidence.lead, farthestLead) -
           (evidence.hasUnknownCode ? 0.25 : 0.0);
}

// For large knowledge bases, which keep no token vectors. Fitted on tests/data/kb/questions.jsonl and
// unanswerable.jsonl, with equal weight for both kinds.
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
