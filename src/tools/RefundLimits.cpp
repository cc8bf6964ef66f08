#include "tools/RefundLimits.h"

namespace Helmdesk
{
namespace
{

constexpr qint64 daySeconds = 24 * 3600;
constexpr qint64 monthSeconds = 30 * daySeconds;

// The sum of those after `since` in minor units of `currency`; nothing when one cannot be converted.
std::optional<qint64> sumSince(const QDateTime &since, const std::vector<PastRefund> &past,
                               const QString &currency, const ExchangeRates &rates)
{
    qint64 sum = 0;
    for (const PastRefund &refund : past) {
        if (refund.at <= since)
            continue;
        const auto minor = rates.convert(refund.amount, currency);
        if (!minor)
            return std::nullopt;
        sum += *minor;
    }
    return sum;
}

RefundObjection passes(const char *rule, const QString &window, const Money &sum, qint64 limit)
{
    return {rule,
            QStringLiteral("With the refunds of the last %1, %2, this passes the customer's limit of %3.")
                .arg(window, toPlainString(sum), toPlainString({limit, sum.currency}))};
}

} // namespace

QDateTime refundsCountSince(const QDateTime &now)
{
    return now.addSecs(-monthSeconds);
}

std::optional<RefundObjection> objectionTo(const Money &wanted, const std::vector<PastRefund> &past,
                                           size_t ofInvoice, const RefundLimits &limits, const QDateTime &now)
{
    if (!limits.rates->knows(wanted.currency))
        return RefundObjection{"refund_currency",
                               QStringLiteral("What %1 is worth is not known.").arg(wanted.currency)};
    if (wanted.minor > limits.oneMinor)
        return RefundObjection{"refund_limit", QStringLiteral("The refund of %1 is above the limit of %2.")
                                                   .arg(toPlainString(wanted),
                                                        toPlainString({limits.oneMinor, wanted.currency}))};
    if (ofInvoice >= static_cast<size_t>(limits.perInvoice))
        return RefundObjection{"refund_count",
                               QStringLiteral("The invoice was refunded %1 times before.").arg(ofInvoice)};
    const auto day = sumSince(now.addSecs(-daySeconds), past, wanted.currency, *limits.rates);
    const auto month = sumSince(refundsCountSince(now), past, wanted.currency, *limits.rates);
    if (!day || !month)
        return RefundObjection{
            "refund_currency",
            QStringLiteral("An earlier refund is in a currency whose worth is not known.")};
    if (*day + wanted.minor > limits.day())
        return passes("refund_daily_total", QStringLiteral("24 hours"), {*day, wanted.currency},
                      limits.day());
    if (*month + wanted.minor > limits.month())
        return passes("refund_monthly_total", QStringLiteral("30 days"), {*month, wanted.currency},
                      limits.month());
    return std::nullopt;
}

} // namespace Helmdesk
