#pragma once

#include "core/Json.h"
#include "core/Result.h"
#include "core/RunControl.h"

namespace Helmdesk
{

// Decides `runs` made-up runs again, beside reading and parsing their stored outcomes, all in one run:
// {"runs","load_ms","stored_ms","replay_ms":{"p50","max"},"step_ms":{},"curve_ms","times_faster"}, each time
// as
// {"wall","cpu"}; the last in the processor's time. A step is one of a slider: one threshold moved a little.
// Thread: any. Failure: that of the store; Cancelled.
Result<Json> benchReplay(int runs, int rounds, const RunControl &control);

} // namespace Helmdesk
