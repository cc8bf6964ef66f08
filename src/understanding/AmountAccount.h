#pragma once

#include "understanding/RefundChoice.h"

namespace Helmdesk
{

// One sum to which everything that a turn says of money agrees.
struct AmountAccount {
    qint64 minor = 0;              // of the invoice's currency
    std::vector<bool> isExplained; // by value: it is the sum, or what it leaves, or stands on record
};

// "20 percent of November, that is $9.80. Refund me the 9.80": the share and both sums are one. Each sum,
// share and bare number must be the one that goes back, the total, what was given back of it before, what is
// left, or what is kept; and the sum that goes back must be said in the sentence of the request, or in two
// ways. Nothing where two sums would do, where any does not fit, and where words compare, except or part.
// Pure; any thread.
std::optional<AmountAccount> accountOf(const QString &text, const TextValues &read, const InvoiceRow &row,
                                       const RefundContext &context);

} // namespace Helmdesk
