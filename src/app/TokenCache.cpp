#include "app/TokenCache.h"

#include <algorithm>

namespace Helmdesk
{

std::shared_ptr<const TokenVectors> TokenCache::tokensOf(const QString &text)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto it = std::ranges::find(m_entries, text, &decltype(m_entries)::value_type::first);
        if (it != m_entries.end()) {
            m_entries.splice(m_entries.begin(), m_entries, it);
            return it->second;
        }
    }
    auto tokens = std::make_shared<const TokenVectors>(m_encoder.encodeTokens(text));
    const std::lock_guard lock(m_mutex);
    m_entries.emplace_front(text, tokens);
    if (m_entries.size() > capacity)
        m_entries.pop_back();
    return tokens;
}

} // namespace Helmdesk
