#include "knowledge/VectorBlob.h"

#include "encoder/SentenceEncoder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <QFile>
#include <QtEndian>

namespace Helmdesk
{

namespace
{

constexpr char blobVersion = 2;
constexpr char olderVersion = 1; // 64 numbers a token
constexpr std::size_t olderOutputs = 64;
constexpr std::size_t headerBytes = 4;

std::int16_t toShort(float value, float unit)
{
    return static_cast<std::int16_t>(std::lrint(std::clamp(value, -1.0F, 1.0F) * unit));
}

} // namespace

Result<TokenProjection> TokenProjection::load(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the token projection %1 cannot be opened").arg(file)};
    const QByteArray bytes = input.readAll();
    if (bytes.size() != static_cast<qsizetype>(inputs * outputs * sizeof(float)))
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("the token projection %1 has the wrong size").arg(file)};
    TokenProjection projection;
    projection.m_rows.resize(inputs * outputs);
    for (std::size_t o = 0; o < outputs; ++o) {
        for (std::size_t i = 0; i < inputs; ++i)
            projection.m_rows[i * outputs + o] =
                qFromLittleEndian<float>(bytes.constData() + (o * inputs + i) * sizeof(float));
    }
    return projection;
}

void TokenProjection::project(std::span<const float> token, std::span<std::int8_t> out) const
{
    // Input by input, so that the compiler takes several outputs at once; each sum keeps its order.
    float projected[outputs] = {};
    for (std::size_t i = 0; i < inputs; ++i) {
        for (std::size_t o = 0; o < outputs; ++o)
            projected[o] += m_rows[i * outputs + o] * token[i];
    }
    float squares = 0.0F;
    for (const float value : projected)
        squares += value * value;
    const float factor = squares > 0.0F ? 127.0F / std::sqrt(squares) : 0.0F;
    for (std::size_t o = 0; o < outputs; ++o)
        out[o] = static_cast<std::int8_t>(std::lrint(projected[o] * factor));
}

QByteArray toBlob(const PassageVectors &vectors)
{
    const std::size_t tokens = vectors.tokenIds.size();
    QByteArray blob;
    blob.reserve(
        static_cast<qsizetype>(headerBytes + 2 * vectorWidth + tokens * (2 + TokenProjection::outputs)));
    const auto addShort = [&blob](std::uint16_t value) {
        blob.append(static_cast<char>(value & 0xFFU));
        blob.append(static_cast<char>(value >> 8U));
    };
    blob.append(blobVersion);
    blob.append('\0');
    addShort(static_cast<std::uint16_t>(tokens));
    for (const std::int16_t value : vectors.mean)
        addShort(static_cast<std::uint16_t>(value));
    for (const std::uint16_t id : vectors.tokenIds)
        addShort(id);
    for (const std::int8_t value : vectors.tokens)
        blob.append(static_cast<char>(value));
    return blob;
}

Result<PassageVectors> fromBlob(const QByteArray &blob)
{
    const auto size = static_cast<std::size_t>(blob.size());
    const Error damaged{ErrorKind::Corrupt, QStringLiteral("the stored vectors of a passage are damaged")};
    if (size < headerBytes + 2 * vectorWidth || (blob[0] != blobVersion && blob[0] != olderVersion))
        return damaged;
    const char *at = blob.constData() + 2;
    const std::size_t tokens = qFromLittleEndian<std::uint16_t>(at);
    const bool isOlder = blob[0] == olderVersion;
    const std::size_t outputs = isOlder ? olderOutputs : TokenProjection::outputs;
    if (size != headerBytes + 2 * vectorWidth + tokens * (2 + outputs))
        return damaged;
    at += 2;
    PassageVectors vectors;
    vectors.mean.resize(vectorWidth);
    qFromLittleEndian<std::int16_t>(at, static_cast<qsizetype>(vectorWidth), vectors.mean.data());
    if (isOlder)
        return vectors;
    at += 2 * vectorWidth;
    vectors.tokenIds.resize(tokens);
    qFromLittleEndian<std::uint16_t>(at, static_cast<qsizetype>(tokens), vectors.tokenIds.data());
    at += 2 * tokens;
    vectors.tokens.resize(tokens * TokenProjection::outputs);
    if (tokens > 0)
        std::memcpy(vectors.tokens.data(), at, vectors.tokens.size());
    return vectors;
}

PassageVectors passageVectors(const TokenVectors &encoded, const TokenProjection &projection)
{
    PassageVectors vectors;
    vectors.mean.reserve(vectorWidth);
    for (const float value : encoded.mean)
        vectors.mean.push_back(toShort(value, vectorUnit));
    const std::size_t inner = encoded.tokens.size() > 2 ? encoded.tokens.size() - 2 : 0;
    vectors.tokenIds.reserve(inner);
    vectors.tokens.resize(inner * TokenProjection::outputs);
    for (std::size_t t = 0; t < inner; ++t) {
        vectors.tokenIds.push_back(static_cast<std::uint16_t>(encoded.tokens[t + 1]));
        projection.project(
            encoded.row(t + 1),
            std::span(vectors.tokens).subspan(t * TokenProjection::outputs, TokenProjection::outputs));
    }
    return vectors;
}

std::vector<std::int16_t> queryIntegers(std::span<const float> vector)
{
    std::vector<std::int16_t> integers;
    integers.reserve(vector.size());
    for (const float value : vector)
        integers.push_back(toShort(value, queryUnit));
    return integers;
}

} // namespace Helmdesk
