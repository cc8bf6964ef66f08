#include "knowledge/Support.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{

namespace
{

constexpr double farthestLead = 0.5; // a few articles on different matters lie farther apart than that

// Fitted by logistic regression on a knowledge base of a hundred articles, one of 150 answers and 38 of four
// (docs/retrieval.md), with equal weight for each set and for answerable and unanswerable questions.
double sumWithTokens(const SupportSignals &evidence)
{
    return -10.49 + 4.58 * evidence.cosine + 6.23 * evidence.late + 6.08 * evidence.anywhere +
           1.33 * evidence.coverage + 0.51 * evidence.known + 2.98 * std::min(evidence.lead, farthestLead) -
           (evidence.hasUnknownCode ? 0.51 : 0.0);
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
