#pragma once

#include "settings/Settings.h"
#include "tools/ExchangeRates.h"

#include <memory>

namespace Helmdesk
{

// The exchange rates that ship and those of the settings. Rates that cannot be read are none, so that
// everything whose worth matters waits for a person. Thread: any.
std::shared_ptr<const ExchangeRates> exchangeRatesOf(const Settings &settings);

} // namespace Helmdesk
