#pragma once

#include "knowledge/Retriever.h"

namespace Helmdesk
{

// The probability that the first result answers the question, from what speaks for it: a logistic model whose
// coefficients were fitted on the questions in tests/data/kb (half of them; the other half checks it).
double supportScore(const SupportSignals &evidence);

} // namespace Helmdesk
