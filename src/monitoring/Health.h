#pragma once

#include "monitoring/HealthFinding.h"
#include "monitoring/HealthLimits.h"

namespace Helmdesk
{

// Judges how the desk does, the worst first; every part has a finding, also where all is well. Pure; thread:
// any. Failure: none.
std::vector<HealthFinding> judgeHealth(const HealthReadings &readings, const HealthLimits &limits);

// From when on things count, for readings at `now`.
HealthPeriods periodsOf(const HealthLimits &limits, const QDateTime &now);

// The worst level; Ok when there is none.
HealthLevel worstLevel(const std::vector<HealthFinding> &findings);

} // namespace Helmdesk
