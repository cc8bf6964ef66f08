#include "app/TokenCache.h"

namespace Helmdesk
{

std::shared_ptr<const TokenVectors> TokenCache::tokensOf(const QString &text)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto *kept = m_entries.find(text))
            return *kept;
    }
    auto tokens = std::make_shared<const TokenVectors>(m_encoder.encodeTokens(text));
    const std::lock_guard lock(m_mutex);
    return m_entries.put(text, std::move(tokens));
}

} // namespace Helmdesk
