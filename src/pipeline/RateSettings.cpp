#include "pipeline/RateSettings.h"

#include "pipeline/Log.h"

namespace Helmdesk
{

std::shared_ptr<const ExchangeRates> exchangeRatesOf(const Settings &settings)
{
    static const auto shipped = ExchangeRates::shipped();
    const auto rates =
        shipped ? shipped->with(settings.refundRates()) : Result<ExchangeRates>(shipped.error());
    if (!rates)
        qCWarning(lcPipeline).noquote() << "refunds wait for a person:" << rates.error().detail;
    return std::make_shared<ExchangeRates>(rates ? *rates : ExchangeRates());
}

} // namespace Helmdesk
