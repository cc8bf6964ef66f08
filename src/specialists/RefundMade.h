#pragma once

#include "specialists/EntityExtractor.h"
#include "specialists/Specialist.h"

namespace Helmdesk
{

// What a turn says about the refund that the turn before made. A refund cannot be taken back, so whether the
// customer adds to it or would have it otherwise decides about money. Thread: any. Linear. Cannot fail.

// "Sorry, I meant the newer one": the invoice that was refunded although `invoice` was meant; empty when the
// turn asks for a further refund ("the newer one too") or for the first.
QString refundedInstead(const TurnContext &context, const Entities &entities, const QString &invoice);
// "Same for October", "do the same with INV-7", "1029 as well": a few words that want what was done done
// again for something else.
bool wantsTheSame(const QString &text);

} // namespace Helmdesk
