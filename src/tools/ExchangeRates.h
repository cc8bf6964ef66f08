#pragma once

#include "core/Money.h"
#include "core/Result.h"

#include <optional>
#include <QHash>

namespace Helmdesk
{

// What currencies are worth against each other, for limits alone: no amount that is paid is ever converted.
// The table that ships (resources/money/exchange-rates.json) tells its date and source; a supervisor's own
// rates (setting refund.rates) come before it. Exact: rates are whole numbers of millionths. A value; thread:
// any.
class ExchangeRates
{
public:
    ExchangeRates() = default; // knows no currency but one against itself

    // Failure: InvalidInput for a table that is not as documented, or that of reading the resource.
    static Result<ExchangeRates> shipped();
    static Result<ExchangeRates> fromJson(const QByteArray &text);
    // With "CHF=0.93, KWD=0.356": units for one euro, each above 0 and below a million. InvalidInput names
    // the part that cannot be read.
    Result<ExchangeRates> with(const QString &rates) const;

    bool knows(const QString &currency) const { return m_millionths.contains(currency); }
    // In minor units of `currency`, rounded up; nothing when one of the two is not known, or beyond 64 bits.
    std::optional<qint64> convert(const Money &money, const QString &currency) const;
    QString date() const { return m_date; } // of the table that ships

private:
    QHash<QString, qint64> m_millionths; // units of the currency for one euro, times a million
    QString m_date;
};

} // namespace Helmdesk
