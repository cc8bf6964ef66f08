#pragma once

#include "specialists/Specialist.h"
#include "understanding/RefundArguments.h"

namespace Helmdesk
{

// What a turn asks to be refunded, from its own words, the memory of the conversation and the customer's
// invoices. `act` is the one asked for: the sentence that it was read in counts most. `offered` are the
// invoices that the last reply listed, `focus` is the one that is meant among several; empty: any. Pure;
// thread: any.
RefundReading readRefundOf(const TurnContext &context, const QString &act, const ValueWords &words,
                           const Json &rows);

// Whether the turn itself says how much: a sum, a share, all of it or the rest.
bool namesAmount(const TurnContext &context, const ValueWords &words);

// The slots of a playbook's step resolve "refund": invoice_match, invoice, candidates, amount_minor,
// left_minor, currency, is_assumed (not exactly what the customer named: a best guess, to be asked about).
Json refundSlots(const TurnContext &context, const QString &act, const ValueWords &words,
                 const RefundReading &reading, const Json &rows);

// What is left over, in the customer's words.
QStringList leftOverWords(const RefundReading &reading);

} // namespace Helmdesk
