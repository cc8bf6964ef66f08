#pragma once

#include "core/Result.h"
#include "core/RunControl.h"
#include "insights/Calibration.h"

#include <QDateTime>

namespace Helmdesk
{

// What the engine said of a period's runs beside what people found. Thread: any. Failure: that of the store;
// Cancelled by the control.
class CalibrationRepository
{
public:
    virtual ~CalibrationRepository() = default;
    // From `from` until before `until`; invalid: open. In the order of the messages.
    virtual Result<std::vector<Saying>> sayings(SaidOf of, const QDateTime &from, const QDateTime &until,
                                                const RunControl &control) const = 0;
};

} // namespace Helmdesk
