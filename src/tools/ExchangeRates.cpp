#include "tools/ExchangeRates.h"

#include "core/Json.h"
#include "core/ResourcePaths.h"

#include <cmath>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr long double million = 1'000'000.0L;
constexpr double largestRate = 1e6;

// Millionths of a decimal number written plainly; nothing for another text.
std::optional<qint64> millionthsOf(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[0-9]{1,6}(?:\\.[0-9]{1,6})?$"));
    if (!plain.match(text).hasMatch())
        return std::nullopt;
    const double rate = text.toDouble();
    if (rate <= 0 || rate >= largestRate)
        return std::nullopt;
    return qRound64(rate * 1e6);
}

bool isCode(const QString &text)
{
    static const QRegularExpression code(QStringLiteral("^[A-Z]{3}$"));
    return code.match(text).hasMatch();
}

long double scaleOf(const QString &currency)
{
    return std::pow(10.0L, static_cast<long double>(minorDigits(currency)));
}

} // namespace

Result<ExchangeRates> ExchangeRates::shipped()
{
    auto text = readResource(QStringLiteral("money/exchange-rates.json"));
    if (!text)
        return text.error();
    return fromJson(*text);
}

Result<ExchangeRates> ExchangeRates::fromJson(const QByteArray &text)
{
    auto json = parseJson(text);
    if (!json)
        return json.error();
    ExchangeRates rates;
    rates.m_date = stringOr(*json, "date");
    for (const auto &[currency, rate] : memberOrNull(*json, "per_euro").items()) {
        const QString code = QString::fromStdString(currency);
        const auto millionths = rate.is_string() ? millionthsOf(rate.get<QString>()) : std::nullopt;
        if (!isCode(code) || !millionths)
            return Error{ErrorKind::InvalidInput, QStringLiteral("the rate of %1 cannot be read").arg(code)};
        rates.m_millionths.insert(code, *millionths);
    }
    if (rates.m_date.isEmpty() || rates.m_millionths.isEmpty())
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the table of exchange rates has no date or rate")};
    return rates;
}

Result<ExchangeRates> ExchangeRates::with(const QString &rates) const
{
    ExchangeRates copy = *this;
    for (const QString &part : rates.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString code = part.section(QLatin1Char('='), 0, 0).trimmed();
        const auto millionths = millionthsOf(part.section(QLatin1Char('='), 1).trimmed());
        if (!isCode(code) || !millionths)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("\"%1\" is no exchange rate such as CHF=0.93").arg(part.trimmed())};
        copy.m_millionths.insert(code, *millionths);
    }
    return copy;
}

std::optional<qint64> ExchangeRates::convert(const Money &money, const QString &currency) const
{
    if (money.currency == currency)
        return money.minor;
    const auto from = m_millionths.constFind(money.currency);
    const auto to = m_millionths.constFind(currency);
    if (from == m_millionths.constEnd() || to == m_millionths.constEnd())
        return std::nullopt;
    const long double value = static_cast<long double>(money.minor) / scaleOf(money.currency) *
                              (static_cast<long double>(*to) / static_cast<long double>(*from)) *
                              scaleOf(currency);
    constexpr long double largest = 9.0e18L; // minor units, below the end of 64 bits
    if (value > largest || value < -largest)
        return std::nullopt;
    // A trace above a whole number comes from the division, not from the amount.
    return static_cast<qint64>(std::ceil(value - 1.0L / million));
}

} // namespace Helmdesk
