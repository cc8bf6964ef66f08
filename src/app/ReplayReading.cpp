#include "app/ReplayReading.h"

#include "app/RouterLearning.h"

namespace Helmdesk
{

Result<double> promisedThreshold(Workspace &workspace)
{
    if (workspace.settings().promisedError() <= 0.0)
        return 0.0;
    auto report = promiseOf(workspace);
    if (!report)
        return report.error();
    return report->isKept ? report->threshold : 0.0;
}

TuningSettings tuningOf(const Settings &settings, double promisedThreshold)
{
    TuningSettings tuning = TuningSettings::of(settings);
    tuning.routing = std::max(tuning.routing, promisedThreshold);
    return tuning;
}

Result<ReplayHistory> readReplayHistory(Workspace &workspace, const ReplayPeriod &period,
                                        const RunControl &control)
{
    const QDateTime from = period.from.isValid() ? period.from.startOfDay() : QDateTime();
    const QDateTime until = period.to.isValid() ? period.to.addDays(1).startOfDay() : QDateTime();
    return ReplayHistory::read(workspace.keptRuns(), from, until, control);
}

Result<Json> replayProposal(Workspace &workspace, const std::vector<ProposedSetting> &proposal,
                            const ReplayPeriod &period, int list, const RunControl &control)
{
    const Settings today = workspace.settings();
    auto proposed = withProposal(today, proposal);
    if (!proposed)
        return proposed.error();
    const auto promised = promisedThreshold(workspace);
    if (!promised)
        return promised.error();
    auto history = readReplayHistory(workspace, period, control);
    if (!history)
        return history.error();
    const auto result = replay(*history, tuningOf(today, *promised), tuningOf(*proposed, *promised), control);
    if (!result)
        return result.error();
    Json json = toJson(*history, {today, *proposed}, *result, list);
    json["from"] = period.from.isValid() ? Json(period.from.toString(Qt::ISODate)) : Json();
    json["to"] = period.to.isValid() ? Json(period.to.toString(Qt::ISODate)) : Json();
    json["promised_threshold"] = *promised;
    return json;
}

} // namespace Helmdesk
