#pragma once

#include <compare>
#include <QString>

namespace Helmdesk
{

// An amount in minor units (cents) of an ISO 4217 currency. Never a floating point number.
struct Money {
    qint64 minor = 0;
    QString currency = QStringLiteral("USD");
    bool operator==(const Money &) const = default;
};

// Number of decimal places of the currency by ISO 4217 (2 where unknown; JPY 0, KWD 3).
int minorDigits(const QString &currency);

// "249.00 USD": the form used in replies and logs, independent of locale.
QString toPlainString(const Money &money);

} // namespace Helmdesk
