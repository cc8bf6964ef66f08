#pragma once

#include "core/Json.h"
#include "core/RunControl.h"

namespace Helmdesk
{

// `helmdeskctl bench durability`: how many power-loss-safe steps a second the ledger takes, each step the
// beginning of an effect. Grouped, by threads that wait and by one that goes on meanwhile, beside one
// synchronous=FULL commit each on the same disk and the syncs a second that the disk itself gives, all in
// turn within the same run. `seconds` are spent on each. Thread: any; makes files in a temporary folder.
// Failure: that of the store.
Result<Json> benchDurability(double seconds, const RunControl &control);

} // namespace Helmdesk
