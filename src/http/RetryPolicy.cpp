#include "http/RetryPolicy.h"

#include <algorithm>
#include <cmath>
#include <QLocale>

namespace Helmdesk
{

using std::chrono::milliseconds;

std::optional<milliseconds> RetryPolicy::waitAfter(int tries, bool isRetryable,
                                                   std::optional<milliseconds> asked, double random) const
{
    if (!isRetryable || tries < 1 || tries >= maxTries)
        return {};
    if (asked)
        return *asked > longestAsked ? std::nullopt : std::optional(std::max(*asked, milliseconds(0)));
    const double doubled = static_cast<double>(first.count()) * std::pow(2.0, tries - 1);
    const double wait = std::min(doubled, static_cast<double>(longest.count()));
    return milliseconds(std::llround(wait * (1.0 - jitter * std::clamp(random, 0.0, 1.0))));
}

std::optional<milliseconds> askedWait(const QByteArray &retryAfter, const QByteArray &retryAfterMs,
                                      const QDateTime &now)
{
    constexpr double mostMs = 1e9;
    bool isNumber = false;
    if (const double ms = retryAfterMs.trimmed().toDouble(&isNumber); isNumber && ms >= 0 && ms < mostMs)
        return milliseconds(std::llround(ms));
    if (const double seconds = retryAfter.trimmed().toDouble(&isNumber);
        isNumber && seconds >= 0 && seconds * 1000 < mostMs)
        return milliseconds(std::llround(seconds * 1000));
    QString text = QString::fromLatin1(retryAfter).trimmed();
    if (!text.endsWith(QLatin1String("GMT")))
        return {};
    text.chop(4);
    QDateTime at = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"));
    if (!at.isValid())
        return {};
    at.setTimeSpec(Qt::UTC);
    return milliseconds(std::max<qint64>(0, now.msecsTo(at)));
}

} // namespace Helmdesk
