#pragma once

#include "tools/ExchangeRates.h"

#include <memory>
#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// What the agent may refund alone. Amounts are in minor units of the currency that is being refunded; refunds
// in other currencies are converted into it.
struct RefundLimits {
    qint64 oneMinor = 10000; // one refund above it waits for a person
    // All refunds of one customer within 24 hours and within 30 days; nothing: as for one refund, and three
    // times that.
    std::optional<qint64> dayMinor;
    std::optional<qint64> monthMinor;
    int perInvoice = 3; // refunds of one invoice, this one included
    std::shared_ptr<const ExchangeRates> rates = std::make_shared<ExchangeRates>();

    qint64 day() const { return dayMinor.value_or(oneMinor); }
    qint64 month() const { return monthMinor.value_or(3 * oneMinor); }
};

// A refund that was made.
struct PastRefund {
    Money amount;
    QDateTime at;
};

// How far back the limits look from `now`: refunds after it count. One that the clock places after `now`
// counts too.
QDateTime refundsCountSince(const QDateTime &now);

// Why a person has to decide on the refund of `wanted`.
struct RefundObjection {
    const char *rule; // refund_limit, refund_daily_total, refund_monthly_total, refund_count, refund_currency
    QString why;      // one sentence
};

// Nothing when the refund is within all limits. `past` are the customer's refunds since refundsCountSince(),
// `ofInvoice` the number of refunds of the same invoice before. Pure.
std::optional<RefundObjection> objectionTo(const Money &wanted, const std::vector<PastRefund> &past,
                                           size_t ofInvoice, const RefundLimits &limits,
                                           const QDateTime &now);

} // namespace Helmdesk
