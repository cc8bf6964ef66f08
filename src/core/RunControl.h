#pragma once

#include "core/Result.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace Helmdesk
{

// What a running piece of work must honour: a stop request, a deadline and a sink for progress.
// Copyable; thread-safe as far as the progress sink is.
class RunControl
{
public:
    using SteadyTime = std::chrono::steady_clock::time_point;
    // done of total; total 0 means unknown.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    RunControl() = default;
    explicit RunControl(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    RunControl withDeadline(std::chrono::milliseconds fromNow) const
    {
        RunControl copy = *this;
        copy.m_deadline = std::min(m_deadline, std::chrono::steady_clock::now() + fromNow);
        return copy;
    }
    RunControl withProgress(Progress progress) const
    {
        RunControl copy = *this;
        copy.m_progress = std::move(progress);
        return copy;
    }

    bool isStopped() const { return m_stop.stop_requested(); }
    bool isExpired() const { return std::chrono::steady_clock::now() >= m_deadline; }
    const std::stop_token &stopToken() const { return m_stop; }
    SteadyTime deadline() const { return m_deadline; }

    // Cancelled or Timeout when the work should end now, success otherwise.
    Result<> check() const
    {
        if (isStopped())
            return Error{ErrorKind::Cancelled, QStringLiteral("the run was stopped")};
        if (isExpired())
            return Error{ErrorKind::Timeout, QStringLiteral("the run passed its deadline")};
        return {};
    }

    void progress(qint64 done, qint64 total) const
    {
        if (m_progress)
            m_progress(done, total);
    }

private:
    std::stop_token m_stop;
    SteadyTime m_deadline = SteadyTime::max();
    Progress m_progress;
};

} // namespace Helmdesk
