#include "store/ChangeFeed.h"

namespace Helmdesk
{

ChangeFeed::Subscription ChangeFeed::subscribe(Listener listener)
{
    auto shared = std::make_shared<Listener>(std::move(listener));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_listeners, [](const auto &weak) { return weak.expired(); });
    m_listeners.push_back(shared);
    return shared;
}

void ChangeFeed::publish(const std::vector<DataChange> &changes)
{
    if (changes.empty())
        return;
    std::vector<std::shared_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &weak : m_listeners) {
            if (auto listener = weak.lock())
                listeners.push_back(std::move(listener));
        }
    }
    for (const auto &listener : listeners) {
        for (const DataChange &change : changes)
            (*listener)(change);
    }
}

} // namespace Helmdesk
