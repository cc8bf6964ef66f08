#pragma once

#include <chrono>
#include <optional>
#include <QByteArray>
#include <QDateTime>

namespace Helmdesk
{

// When a failed call is tried again. A value without a clock: it only says how long to wait. Waits double
// from `first`; up to `jitter` of a wait is taken off, so that many programs do not come back at one instant.
// What the server asks for goes before, unless it is longer than anybody waits for.
struct RetryPolicy {
    int maxTries = 3;
    std::chrono::milliseconds first{1000};
    std::chrono::milliseconds longest{8000};
    std::chrono::milliseconds longestAsked{120'000};
    double jitter = 0.25;

    // After `tries` tries, all failed; `random` is in [0, 1). Empty: it is given up.
    std::optional<std::chrono::milliseconds> waitAfter(int tries, bool isRetryable,
                                                       std::optional<std::chrono::milliseconds> asked,
                                                       double random) const;
};

// What the headers Retry-After (seconds or an HTTP date) and retry-after-ms, which wins, ask for.
std::optional<std::chrono::milliseconds> askedWait(const QByteArray &retryAfter,
                                                   const QByteArray &retryAfterMs, const QDateTime &now);

} // namespace Helmdesk
