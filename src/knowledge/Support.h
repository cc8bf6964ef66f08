#pragma once

#include "knowledge/Retriever.h"

namespace Helmdesk
{

// How likely the first result answers the question, 0 to 1, from what speaks for it: a logistic function of
// weighted evidence. What it separates is measured on the questions in tests/data/kb
// (tests/knowledge/tst_retrieval.cpp).
double supportScore(const SupportSignals &evidence);

} // namespace Helmdesk
