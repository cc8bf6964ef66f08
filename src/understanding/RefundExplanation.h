#pragma once

#include "understanding/RefundChoice.h"

namespace Helmdesk
{

// What the resolved arguments of a refund account for, and what they leave over. Pure; any thread.

bool isOfAmount(const Value &value); // a sum, a share, or a number that can be a sum
bool isBesideRequest(const Value &value, const RefundContext &context);
// "Two identical charges", where two are the same.
bool isOfPair(const Value &value, const TextValues &read);
// "Charged twice for the same seats", where the invoice is for seats: no part of it.
bool isMatterOfDouble(const Qualifier &part, const TextValues &read, const InvoiceRows &chosen);
// The value that is named not to be meant: "keep INV-7"; null where none is.
const Value *excludedBy(const Qualifier &exception, const TextValues &read);

// How much goes back of the chosen invoice: nothing where it is not known, or of several.
struct AmountSaid {
    std::optional<qint64> minor;
    bool isMoneyStated = false; // a payable sum of money was said
};

// In the order of the text. `isUsed` tells of each value whether the arguments were made from it.
std::vector<LeftOver> leftOverOf(const TextValues &read, const InvoiceRows &rows, const InvoiceChoice &choice,
                                 const RefundContext &context, const AmountSaid &amount,
                                 const std::vector<bool> &isUsed);

} // namespace Helmdesk
