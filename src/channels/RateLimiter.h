#pragma once

#include <chrono>
#include <optional>
#include <QByteArray>
#include <QHash>

namespace Helmdesk
{

// Token buckets by key: `burst` at once, then `perSecond`. Not thread-safe; never fails. Full buckets are
// forgotten, so that keys made up by strangers do not fill the memory.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;
    struct Rate {
        double burst = 1.0;
        double perSecond = 1.0;
    };

    explicit RateLimiter(Rate rate)
        : m_rate(rate)
    {
    }

    // Takes one; or the whole seconds after which to try again, at least 1.
    std::optional<int> take(const QByteArray &key, Clock::time_point now = Clock::now());

private:
    struct Bucket {
        double tokens = 0.0;
        Clock::time_point at;
    };
    double tokensAt(const Bucket &bucket, Clock::time_point now) const;
    void forgetFull(Clock::time_point now);

    Rate m_rate;
    QHash<QByteArray, Bucket> m_buckets;
};

} // namespace Helmdesk
