#pragma once

#include "core/Result.h"

#include <cstdint>
#include <QByteArray>
#include <span>
#include <vector>

namespace Helmdesk
{

struct TokenVectors;

// The directions in which the vectors of tokens differ most: a fixed linear map from 384 numbers to 128, the
// principal components of token vectors of help texts (tools/retrieval/make_token_projection.py). Late
// interaction on 128 dimensions ranks nearly as on 384 (docs/retrieval.md) and takes a third of the room.
// Thread: const members from any.
// Failure of load(): NotFound, Corrupt.
class TokenProjection
{
public:
    static constexpr std::size_t inputs = 384;
    static constexpr std::size_t outputs = 128;

    // The usual place is resourceFile("encoder/token-projection.bin").
    static Result<TokenProjection> load(const QString &file);

    // Unit length, times 127, as integers.
    void project(std::span<const float> token, std::span<std::int8_t> out) const;

private:
    std::vector<float> m_rows; // inputs x outputs
};

// The vectors of a passage as they are stored: little endian, version 2.
//   u8 version, u8 reserved, u16 tokens, i16[384] mean vector x 32767, u16[tokens] token ids, i8[128 x
//   tokens] projected
struct PassageVectors {
    std::vector<std::int16_t> mean;      // 384 numbers, unit length times 32767
    std::vector<std::uint16_t> tokenIds; // without [CLS], [SEP]
    std::vector<std::int8_t> tokens;     // tokenIds.size() rows of 128
};

constexpr std::size_t vectorWidth = 384;
constexpr float vectorUnit = 32767.0F;

QByteArray toBlob(const PassageVectors &vectors);
// Corrupt when the blob has an unknown version or the wrong length. Version 1 had other token vectors, which
// are left out.
Result<PassageVectors> fromBlob(const QByteArray &blob);

PassageVectors passageVectors(const TokenVectors &encoded, const TokenProjection &projection);

// A unit vector in 14 bits, the form in which a query meets stored rows.
constexpr float queryUnit = 8191.0F;
std::vector<std::int16_t> queryIntegers(std::span<const float> vector);

} // namespace Helmdesk
