#pragma once

#include "core/Result.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace Helmdesk
{

// Group commit: whoever committed something waits here until it survives a power cut. One thread waits for
// the disk for everybody who came before it began, so that many commits share one wait.
//
// Thread: any; callbacks run on the barrier's thread and must return at once. Ownership: the destructor
// answers everybody who still waits. Failure: that of the sync. It is kept and given to everybody after it:
// the system forgets what it could not write, so a later success would prove nothing. A new start looks at
// the file itself.
class DurabilityBarrier
{
public:
    using Sync = std::function<Result<>()>;
    using Then = std::function<void(const Result<> &)>;

    explicit DurabilityBarrier(Sync sync);
    ~DurabilityBarrier();
    DurabilityBarrier(const DurabilityBarrier &) = delete;
    DurabilityBarrier &operator=(const DurabilityBarrier &) = delete;

    // Blocks until all that was committed before the call is on disk.
    Result<> await();
    // The same without blocking.
    void whenDone(Then then);

    quint64 syncs() const; // how often the disk was waited for

private:
    void work(const std::stop_token &stop);

    Sync m_sync;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Then> m_waiting;
    Result<> m_failure; // the first one
    quint64 m_syncs = 0;
    std::jthread m_thread; // begun by the first who waits; ends before the rest goes
};

} // namespace Helmdesk
