#pragma once

#include "core/Json.h"

#include <chrono>
#include <functional>
#include <stop_token>

class QThreadPool;

namespace Helmdesk
{

// Runs a tool's work on a thread of its own, so that work that hangs costs its caller no more than the limit.
// Thread: any. Ownership: work that hangs is left to itself, so it must own all that it touches. Failure:
// Timeout, Cancelled, Internal when the work threw, and whatever the work returns.
class ToolThreads
{
public:
    using Work = std::function<Result<Json>()>;

    ToolThreads();
    ~ToolThreads(); // waits a second for what still runs
    ToolThreads(const ToolThreads &) = delete;
    ToolThreads &operator=(const ToolThreads &) = delete;

    // Returns when the work is done, `limit` has passed or `stop` is requested, whichever is first.
    Result<Json> run(Work work, std::chrono::milliseconds limit, const std::stop_token &stop) const;

private:
    QThreadPool *m_pool; // deleted here, unless work in it never ends
};

} // namespace Helmdesk
