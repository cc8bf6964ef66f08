#pragma once

#include "core/Result.h"
#include "monitoring/HealthReadings.h"

namespace Helmdesk
{

// Reads what the store knows of how the desk does, as it is at one moment. Thread: any. Failure: that of the
// store.
class HealthRepository
{
public:
    virtual ~HealthRepository() = default;
    virtual Result<StoredHealth> read(const HealthPeriods &periods) const = 0;
};

} // namespace Helmdesk
