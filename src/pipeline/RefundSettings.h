#pragma once

#include "settings/Settings.h"
#include "tools/RefundLimits.h"

namespace Helmdesk
{

// What the settings let the agent refund alone, with the exchange rates that ship and those of the settings.
// Rates that cannot be read are none, so that every refund waits for a person. Thread: any.
RefundLimits refundLimitsOf(const Settings &settings);

} // namespace Helmdesk
