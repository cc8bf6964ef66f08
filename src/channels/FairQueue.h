#pragma once

#include "channels/RateLimiter.h"

#include <deque>
#include <functional>
#include <QHash>
#include <QList>

namespace Helmdesk
{

// Lets requests through at a rate that all clients share. When more come, they wait in turn: each client has
// a line of its own, and the lines are served one after the other, so that one who asks without end waits for
// his own requests only. A request that would wait too long is refused at once.
// Not thread-safe; never fails. Times are given by the caller, who calls advance() at the time that it told.
class FairQueue
{
public:
    using Clock = RateLimiter::Clock;
    // Called with 0 when it is the request's turn, or else with the seconds after which to try again.
    using Turn = std::function<void(int wait)>;

    struct Limits {
        RateLimiter::Rate rate;
        std::chrono::milliseconds patience{5000};
        int waiting = 128; // of all clients
    };

    explicit FairQueue(const Limits &limits)
        : m_limits(limits)
        , m_tokens(limits.rate.burst)
    {
    }

    void enter(const QByteArray &client, Turn turn, Clock::time_point now = Clock::now());
    void advance(Clock::time_point now = Clock::now());
    // Until the next turn; nothing when nobody waits.
    std::optional<Clock::duration> untilNext(Clock::time_point now = Clock::now()) const;
    int waiting() const { return m_waiting; }
    void clear(); // without calling anybody

private:
    struct Waiting {
        Turn turn;
        Clock::time_point since;
    };
    struct Line {
        QByteArray client;
        std::deque<Waiting> requests;
    };

    void refill(Clock::time_point now);
    bool makeRoom(qsizetype forLineOf);
    double secondsFor(double tokens) const;
    int waitOf(double tokens) const;

    Limits m_limits;
    double m_tokens;
    std::optional<Clock::time_point> m_at;
    std::deque<Line> m_lines; // the one whose turn is next first; none is empty
    int m_waiting = 0;
};

} // namespace Helmdesk
