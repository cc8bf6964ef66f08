#pragma once

#include "app/EngineAssets.h"
#include "core/RunControl.h"

namespace Helmdesk
{

// `helmdeskctl bench pipeline`: whole offline answers to messages of about 30 words on a demo workspace in a
// temporary folder. Milliseconds p50 and p99 of the total, of each step, and of the engine's own overhead
// (wall time less the time inside the steps: intake, durable steps and the outcome).
Result<Json> benchPipeline(std::shared_ptr<EngineAssets> assets, int messages, const RunControl &control);

} // namespace Helmdesk
