#pragma once

#include "app/EngineAssets.h"
#include "core/RunControl.h"

namespace Helmdesk
{

// `helmdeskctl eval learning`: corrections on a domain that the router was not written for (a rental of bikes
// and scooters, validation/shifted.jsonl) arrive in batches, spread over customers and days, pass the limits
// and train candidates as they do on a desk; the curve gives accuracy on other messages of that domain and on
// the project's validation messages after each batch, and whether the candidate took over. Then one customer
// sends as many corrections that put everything into one wrong category: what that does to both.
// Time: encoding the written utterances, then some seconds for each step. Failure: NotFound, Cancelled.
Result<Json> evaluateLearning(EngineAssets &assets, int corrections, int steps, const RunControl &control);

} // namespace Helmdesk
