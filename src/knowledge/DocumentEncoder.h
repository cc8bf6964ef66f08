#pragma once

#include "encoder/SentenceEncoder.h"
#include "knowledge/Document.h"
#include "knowledge/VectorBlob.h"

namespace Helmdesk
{

// Token vectors are left out of very large knowledge bases, where they would take too much room.
enum class TokenDetail { Keep, Drop };

// Turns articles into what is stored: passages with their vectors, and the hash that tells whether an article
// must be encoded again. Thread: any. Ownership: encoder and projection must outlive it. Failure: none.
class DocumentEncoder
{
public:
    DocumentEncoder(const SentenceEncoder &encoder, const TokenProjection &projection);

    // SHA-256 over the article, the way it is cut and the encoder's fingerprint.
    QByteArray contentHash(const Document &document) const;

    StoredDocument encode(const Document &document, TokenDetail detail = TokenDetail::Keep) const;

private:
    const SentenceEncoder &m_encoder;
    const TokenProjection &m_projection;
    const QByteArray m_fingerprint;
};

} // namespace Helmdesk
