#pragma once

#include "app/Workspace.h"
#include "insights/ReplayReport.h"

#include <QDate>

namespace Helmdesk
{

// The routing threshold that the promise on errors asks for beside the setting; 0: none. Failure: that of the
// store.
Result<double> promisedThreshold(Workspace &workspace);

// What the pipeline decides by under the settings: a promise may ask for more certainty than the setting.
TuningSettings tuningOf(const Settings &settings, double promisedThreshold);

// The days of a replay, both included, in the machine's time zone; invalid: open.
struct ReplayPeriod {
    QDate from;
    QDate to;
};
Result<ReplayHistory> readReplayHistory(Workspace &workspace, const ReplayPeriod &period,
                                        const RunControl &control = {});

// The proposal of a workspace on its own history, as docs/tuning.md has it; at most `list` conversations of
// each kind are named. Thread: any but the GUI thread. Failure: InvalidInput as withProposal(); that of the
// store; Cancelled.
Result<Json> replayProposal(Workspace &workspace, const std::vector<ProposedSetting> &proposal,
                            const ReplayPeriod &period, int list, const RunControl &control = {});

} // namespace Helmdesk
