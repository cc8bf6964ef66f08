#pragma once

#include <chrono>
#include <QString>

namespace Helmdesk
{

enum class CircuitState {
    Closed,   // calls go through
    Open,     // it failed again and again: nobody calls for a while
    HalfOpen, // one call may see whether it is well again
};
QString nameOf(CircuitState state); // closed, open, half_open

// Keeps calls away from a server that fails. A value that is told the time, so a test needs no clock. Not
// thread-safe.
class CircuitBreaker
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit CircuitBreaker(int mostFailures = 5,
                            std::chrono::milliseconds pause = std::chrono::milliseconds(30'000))
        : m_mostFailures(mostFailures)
        , m_pause(pause)
    {
    }

    // Whether a call may be made now. In half-open state it is granted to one caller alone, who must tell
    // how it ended.
    bool mayCall(Time now);
    void succeeded();
    void failed(Time now);
    // A call that was granted and came to nothing either way: it was stopped.
    void abandoned();

    CircuitState state(Time now) const;

private:
    int m_mostFailures;
    std::chrono::milliseconds m_pause;
    int m_failures = 0; // in a row
    bool m_isOpen = false;
    bool m_isProbing = false;
    Time m_openUntil{};
};

} // namespace Helmdesk
