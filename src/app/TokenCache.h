#pragma once

#include "core/Recent.h"
#include "encoder/SentenceEncoder.h"

#include <memory>
#include <mutex>
#include <QString>

namespace Helmdesk
{

// The token vectors of the texts used last, so that routing and retrieval encode a message once. Keyed by the
// text itself; holds a handful of entries of some 25 kB. Thread-safe; the encoder is not owned.
class TokenCache
{
public:
    explicit TokenCache(const SentenceEncoder &encoder)
        : m_encoder(encoder)
    {
    }

    std::shared_ptr<const TokenVectors> tokensOf(const QString &text);

private:
    const SentenceEncoder &m_encoder;
    std::mutex m_mutex;
    Recent<QString, std::shared_ptr<const TokenVectors>> m_entries{96};
};

} // namespace Helmdesk
