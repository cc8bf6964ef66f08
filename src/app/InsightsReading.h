#pragma once

#include "app/Workspace.h"
#include "insights/Insights.h"

namespace Helmdesk
{

// The insights of a workspace, under the assumptions in its settings. Thread: any but the GUI thread.
// Failure: that of the store; Cancelled.
Result<Insights> readInsights(Workspace &workspace, const InsightFilter &filter,
                              const RunControl &control = {});

} // namespace Helmdesk
