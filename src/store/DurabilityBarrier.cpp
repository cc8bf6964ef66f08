#include "store/DurabilityBarrier.h"

#include <future>
#include <memory>
#include <utility>

namespace Helmdesk
{

DurabilityBarrier::DurabilityBarrier(Sync sync)
    : m_sync(std::move(sync))
{
}

DurabilityBarrier::~DurabilityBarrier()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

Result<> DurabilityBarrier::await()
{
    // Shared, since setting a value may still touch the promise when the waiter has gone on.
    const auto answer = std::make_shared<std::promise<Result<>>>();
    auto answered = answer->get_future();
    whenDone([answer](const Result<> &result) { answer->set_value(result); });
    return answered.get();
}

void DurabilityBarrier::whenDone(Then then)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(then));
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    m_wake.notify_all();
}

quint64 DurabilityBarrier::syncs() const
{
    const std::lock_guard lock(m_mutex);
    return m_syncs;
}

void DurabilityBarrier::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, stop, [this] { return !m_waiting.empty(); });
        if (m_waiting.empty())
            return; // asked to stop, and nobody waits any more
        const std::vector<Then> group = std::exchange(m_waiting, {});
        Result<> result = m_failure;
        if (result) {
            ++m_syncs;
            lock.unlock();
            result = m_sync();
            lock.lock();
            if (!result)
                m_failure = result;
        }
        lock.unlock();
        for (const Then &then : group)
            then(result);
        lock.lock();
    }
}

} // namespace Helmdesk
