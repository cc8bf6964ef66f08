#include "channels/HeldAnswers.h"

#include <utility>

namespace Helmdesk
{

HeldAnswers::Then HeldAnswers::hold(Then then)
{
    const std::lock_guard lock(m_mutex);
    const quint64 id = m_next++;
    if (!m_isDropped)
        m_held.emplace(id, std::move(then));
    return [weak = weak_from_this(), id](const Result<> &result) {
        if (const auto held = weak.lock())
            held->settle(id, result);
    };
}

void HeldAnswers::drop()
{
    std::map<quint64, Then> dropped;
    const std::lock_guard lock(m_mutex);
    m_isDropped = true;
    dropped.swap(m_held);
}

void HeldAnswers::settle(quint64 id, const Result<> &result)
{
    const std::lock_guard lock(m_mutex);
    if (const auto node = m_held.extract(id))
        node.mapped()(result);
}

} // namespace Helmdesk
