#pragma once

#include "core/Result.h"
#include "insights/Calibration.h"

#include <QFuture>

namespace Helmdesk
{

// Said 0.8, right how often: of a period.
struct CalibrationView {
    SaidOf of = SaidOf::Category;
    CalibrationTable total;
    std::vector<CalibrationTable> parts; // which add up to it; empty: not asked for
    CalibrationDrift drift;              // against as many days before; of an open period its last 30 days
    double threshold = 0.0;              // that decides on what is said
    std::vector<Saying> next;            // the unjudged ones whose judging would tighten it most
};

// What the page of the calibration asks. Thread: the GUI thread, which never waits. Ownership: outlives the
// window. Failure: that of the store; Cancelled when a newer question took its place.
class CalibrationRoom
{
public:
    template <class T>
    using Reply = QFuture<Result<T>>;

    virtual ~CalibrationRoom() = default;
    // Of the last `days`; 0: of all.
    virtual Reply<CalibrationView> calibration(SaidOf of, CalibrationBy by, int days) = 0;
};

} // namespace Helmdesk
