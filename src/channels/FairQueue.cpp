#include "channels/FairQueue.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{

void FairQueue::refill(Clock::time_point now)
{
    const double seconds = m_at ? std::chrono::duration<double>(now - *m_at).count() : 0.0;
    m_at = now;
    m_tokens = std::min(m_limits.rate.burst, m_tokens + std::max(0.0, seconds) * m_limits.rate.perSecond);
}

double FairQueue::secondsFor(double tokens) const
{
    return std::max(0.0, tokens) / std::max(m_limits.rate.perSecond, 1e-3);
}

int FairQueue::waitOf(double tokens) const
{
    return std::max(1, static_cast<int>(std::ceil(secondsFor(tokens))));
}

void FairQueue::enter(const QByteArray &client, Turn turn, Clock::time_point now)
{
    advance(now);
    if (m_waiting == 0 && m_tokens >= 1.0) {
        m_tokens -= 1.0;
        turn(0);
        return;
    }
    auto line = std::ranges::find(m_lines, client, &Line::client);
    const qsizetype before = line == m_lines.end() ? 0 : static_cast<qsizetype>(line->requests.size());
    // Until this one's turn each other line has as many turns as this one, or as it has requests.
    double turns = 1.0 + static_cast<double>(before);
    for (const Line &other : m_lines)
        if (other.client != client)
            turns +=
                static_cast<double>(std::min<size_t>(other.requests.size(), static_cast<size_t>(before) + 1));
    const double missing = turns - m_tokens;
    if (std::chrono::duration<double>(secondsFor(missing)) > m_limits.patience ||
        (m_waiting >= m_limits.waiting && !makeRoom(before))) {
        turn(waitOf(missing));
        return;
    }
    line = std::ranges::find(m_lines, client, &Line::client);
    if (line == m_lines.end())
        line = m_lines.insert(m_lines.end(), Line{client, {}});
    line->requests.push_back({std::move(turn), now});
    ++m_waiting;
}

// The last request of the longest line goes, when that is longer than the newcomer's would be.
bool FairQueue::makeRoom(qsizetype forLineOf)
{
    const auto longest =
        std::ranges::max_element(m_lines, {}, [](const Line &line) { return line.requests.size(); });
    if (longest == m_lines.end() || static_cast<qsizetype>(longest->requests.size()) <= forLineOf + 1)
        return false;
    const Turn refused = std::move(longest->requests.back().turn);
    longest->requests.pop_back();
    --m_waiting;
    refused(waitOf(m_limits.waiting));
    return true;
}

void FairQueue::advance(Clock::time_point now)
{
    refill(now);
    while (m_waiting > 0 && m_tokens >= 1.0) {
        Line line = std::move(m_lines.front());
        m_lines.pop_front();
        Waiting next = std::move(line.requests.front());
        line.requests.pop_front();
        --m_waiting;
        if (!line.requests.empty())
            m_lines.push_back(std::move(line));
        m_tokens -= 1.0;
        next.turn(0);
    }
}

std::optional<FairQueue::Clock::duration> FairQueue::untilNext(Clock::time_point now) const
{
    if (m_waiting == 0)
        return {};
    const auto passed = m_at ? now - *m_at : Clock::duration(0);
    const auto needed = std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(secondsFor(1.0 - m_tokens)));
    return std::max(Clock::duration(0), needed - passed);
}

void FairQueue::clear()
{
    m_lines.clear();
    m_waiting = 0;
}

} // namespace Helmdesk
