#pragma once

#include "monitoring/AlarmRepository.h"
#include "monitoring/HealthFinding.h"

namespace Helmdesk
{

// How the desk does, judged by the settings of that moment.
struct HealthReport {
    HealthReadings readings;
    std::vector<HealthFinding> findings; // the worst first
    std::vector<Alarm> standing;         // alarms that were told
};

} // namespace Helmdesk
