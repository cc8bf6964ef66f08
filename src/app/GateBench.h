#pragma once

#include "core/Json.h"
#include "core/RunControl.h"

namespace Helmdesk
{

// `helmdeskctl bench gate`: how long the shipped rules take to decide on a refund, with their guards over
// reads of the sandbox and their sums over what was done before (200 customers of whom each was refunded nine
// times), on a workspace of its own in a temporary folder. Gives {"decisions","us":{"p50","p99","max"}}.
// Thread: any. Failure: that of the store.
Result<Json> benchGate(int decisions, const RunControl &control);

} // namespace Helmdesk
