#include "pipeline/RefundSettings.h"

#include "pipeline/Log.h"

namespace Helmdesk
{
namespace
{

// Rates that cannot be read are no rates: then every refund waits for a person.
std::shared_ptr<const ExchangeRates> ratesOf(const Settings &settings)
{
    static const auto shipped = ExchangeRates::shipped();
    const auto rates =
        shipped ? shipped->with(settings.refundRates()) : Result<ExchangeRates>(shipped.error());
    if (!rates)
        qCWarning(lcPipeline).noquote() << "refunds wait for a person:" << rates.error().detail;
    return std::make_shared<ExchangeRates>(rates ? *rates : ExchangeRates());
}

} // namespace

RefundLimits refundLimitsOf(const Settings &settings)
{
    RefundLimits limits;
    limits.oneMinor = settings.refundApprovalLimitMinor();
    if (const qint64 day = settings.refundDayLimitMinor(); day > 0)
        limits.dayMinor = day;
    if (const qint64 month = settings.refundMonthLimitMinor(); month > 0)
        limits.monthMinor = month;
    limits.perInvoice = settings.refundsPerInvoice();
    limits.rates = ratesOf(settings);
    return limits;
}

} // namespace Helmdesk
