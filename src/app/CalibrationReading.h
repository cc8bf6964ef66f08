#pragma once

#include "app/CalibrationRoom.h"
#include "app/ReplayReading.h"

namespace Helmdesk
{

struct CalibrationQuestion {
    SaidOf of = SaidOf::Category;
    CalibrationBy by = CalibrationBy::Nothing;
    ReplayPeriod period;
    int next = 20;
};

// Thread: any but the GUI thread. Failure: that of the store; Cancelled.
Result<CalibrationView> readCalibration(Workspace &workspace, const CalibrationQuestion &question,
                                        const RunControl &control = {});

} // namespace Helmdesk
