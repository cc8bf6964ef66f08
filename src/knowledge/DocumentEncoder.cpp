#include "knowledge/DocumentEncoder.h"

#include "knowledge/Chunker.h"

#include <QCryptographicHash>

namespace Helmdesk
{

namespace
{

// To be raised when passages are cut or encoded in another way, so that stored ones are made anew.
constexpr char layoutVersion[] = "passages 4";

} // namespace

DocumentEncoder::DocumentEncoder(const SentenceEncoder &encoder, const TokenProjection &projection)
    : m_encoder(encoder)
    , m_projection(projection)
    , m_fingerprint(encoder.fingerprint())
{
}

QByteArray DocumentEncoder::contentHash(const Document &document) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(QByteArray::fromRawData(layoutVersion, sizeof layoutVersion - 1));
    add(m_fingerprint);
    for (const QString &part : {document.id, document.title, nameOf(document.category), document.url,
                                document.updated, document.text, document.locale, document.article})
        add(part.toUtf8());
    return hash.result();
}

StoredDocument DocumentEncoder::encode(const Document &document, TokenDetail detail) const
{
    StoredDocument stored{document, contentHash(document), {}, {}};
    for (Passage &passage : chunked(document)) {
        const TokenVectors encoded = m_encoder.encodeTokens(passageContext(document.title, passage) +
                                                            withoutLinkAddresses(passage.text));
        PassageVectors vectors = passageVectors(encoded, m_projection);
        if (detail == TokenDetail::Drop) {
            vectors.tokenIds.clear();
            vectors.tokens.clear();
        }
        stored.passages.push_back({std::move(passage), toBlob(vectors)});
    }
    return stored;
}

} // namespace Helmdesk
