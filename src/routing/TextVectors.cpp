#include "routing/TextVectors.h"

#include "encoder/VectorCache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>
#include <QSaveFile>

namespace Helmdesk
{
namespace
{

constexpr quint32 magic = 0x48445643; // "HDVC"
constexpr qsizetype keyBytes = 32;
constexpr int vectorBytes = static_cast<int>(SentenceEncoder::dimensions * sizeof(float));

} // namespace

TextVectors TextVectors::load(const QString &path, const QByteArray &fingerprint)
{
    TextVectors cache;
    cache.m_fingerprint = fingerprint;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cache;
    const QByteArray bytes = file.readAll();
    const QByteArray body = bytes.mid(keyBytes);
    if (QCryptographicHash::hash(body, QCryptographicHash::Sha256) != bytes.left(keyBytes))
        return cache;
    QDataStream in(body);
    quint32 mark = 0;
    quint32 count = 0;
    QByteArray encoder;
    in >> mark >> encoder >> count;
    if (mark != magic || encoder != fingerprint)
        return cache;
    QHash<QByteArray, Vector> vectors;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray key(keyBytes, Qt::Uninitialized);
        Vector vector(SentenceEncoder::dimensions);
        in.readRawData(key.data(), static_cast<int>(key.size()));
        if (in.readRawData(reinterpret_cast<char *>(vector.data()), vectorBytes) != vectorBytes)
            return cache;
        vectors.insert(key, std::move(vector));
    }
    cache.m_vectors = std::move(vectors);
    return cache;
}

Result<> TextVectors::save(const QString &path) const
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out << magic << m_fingerprint << static_cast<quint32>(m_vectors.size());
    for (auto it = m_vectors.cbegin(); it != m_vectors.cend(); ++it) {
        out.writeRawData(it.key().constData(), static_cast<int>(it.key().size()));
        out.writeRawData(reinterpret_cast<const char *>(it.value().data()), vectorBytes);
    }
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(digest) != digest.size() ||
        file.write(body) != body.size() || !file.commit())
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString())};
    return {};
}

Result<std::vector<Vector>> TextVectors::vectorsOf(const std::vector<QString> &texts,
                                                   const SentenceEncoder &encoder, const RunControl &control)
{
    constexpr size_t batch = 256;
    std::vector<QString> missing;
    for (const QString &text : texts) {
        if (!m_vectors.contains(VectorCache::keyOf(text)))
            missing.push_back(text);
    }
    for (size_t start = 0; start < missing.size(); start += batch) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const size_t count = std::min(batch, missing.size() - start);
        auto vectors = encoder.encodeBatch(std::span(missing).subspan(start, count));
        for (size_t i = 0; i < count; ++i)
            m_vectors.insert(VectorCache::keyOf(missing[start + i]), std::move(vectors[i]));
        m_hasGrown = true;
        control.progress(static_cast<qint64>(start + count), static_cast<qint64>(missing.size()));
    }
    std::vector<Vector> vectors;
    vectors.reserve(texts.size());
    for (const QString &text : texts)
        vectors.push_back(m_vectors.value(VectorCache::keyOf(text)));
    return vectors;
}

} // namespace Helmdesk
