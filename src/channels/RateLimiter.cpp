#include "channels/RateLimiter.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{

double RateLimiter::tokensAt(const Bucket &bucket, Clock::time_point now) const
{
    const double seconds = std::chrono::duration<double>(now - bucket.at).count();
    return std::min(m_rate.burst, bucket.tokens + std::max(0.0, seconds) * m_rate.perSecond);
}

void RateLimiter::forgetFull(Clock::time_point now)
{
    for (auto it = m_buckets.begin(); it != m_buckets.end();)
        it = tokensAt(*it, now) >= m_rate.burst ? m_buckets.erase(it) : std::next(it);
}

std::optional<int> RateLimiter::take(const QByteArray &key, Clock::time_point now)
{
    constexpr qsizetype manyKeys = 4096;
    if (m_buckets.size() >= manyKeys && !m_buckets.contains(key))
        forgetFull(now);
    auto found = m_buckets.find(key);
    if (found == m_buckets.end())
        found = m_buckets.insert(key, Bucket{m_rate.burst, now});
    const double tokens = tokensAt(*found, now);
    if (tokens < 1.0)
        return std::max(1, static_cast<int>(std::ceil((1.0 - tokens) / std::max(m_rate.perSecond, 1e-3))));
    *found = Bucket{tokens - 1.0, now};
    return {};
}

} // namespace Helmdesk
