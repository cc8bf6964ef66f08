#include "core/Money.h"

#include <QStringList>

namespace Helmdesk
{

int minorDigits(const QString &currency)
{
    static const QStringList none{QStringLiteral("JPY"), QStringLiteral("KRW"), QStringLiteral("VND"),
                                  QStringLiteral("CLP"), QStringLiteral("ISK"), QStringLiteral("UGX"),
                                  QStringLiteral("XAF"), QStringLiteral("XOF")};
    static const QStringList three{QStringLiteral("KWD"), QStringLiteral("BHD"), QStringLiteral("JOD"),
                                   QStringLiteral("OMR"), QStringLiteral("TND")};
    if (none.contains(currency))
        return 0;
    return three.contains(currency) ? 3 : 2;
}

QString toPlainString(const Money &money)
{
    const int digits = minorDigits(money.currency);
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    const qint64 magnitude = money.minor < 0 ? -money.minor : money.minor;
    QString text = QString::number(magnitude / scale);
    if (digits > 0)
        text +=
            QLatin1Char('.') + QString::number(magnitude % scale).rightJustified(digits, QLatin1Char('0'));
    if (money.minor < 0)
        text.prepend(QLatin1Char('-'));
    return text + QLatin1Char(' ') + money.currency;
}

} // namespace Helmdesk
