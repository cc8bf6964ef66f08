#include "app/InsightsReading.h"

#include "store/SqliteInsightsRepository.h"

namespace Helmdesk
{

Result<Insights> readInsights(Workspace &workspace, const InsightFilter &filter, const RunControl &control)
{
    const Settings settings = workspace.settings();
    const InsightAssumptions assumed{settings.insightsQuietHours(), settings.insightsMinutesPerReply(),
                                     settings.insightsMinutesPerDraft(), settings.insightsHourCostUsd()};
    return computeInsights(SqliteInsightsRepository(workspace.database()), filter, assumed,
                           workspace.clock().now(), control);
}

} // namespace Helmdesk
