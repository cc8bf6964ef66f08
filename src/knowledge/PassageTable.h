#pragma once

#include "knowledge/VectorBlob.h"

#include <cstdint>
#include <span>
#include <vector>

namespace Helmdesk
{

// The vectors of all passages in memory: one byte a number for the scan of everything, 16 bits for exact
// scores, and the projected token vectors for late interaction. Thread: append from one thread; const members
// from any. Failure: none.
class PassageTable
{
public:
    // A passage without vectors has similarity 0 with everything.
    void append(const PassageVectors *vectors);
    void reserve(std::size_t passages);

    std::size_t size() const { return m_scales.size(); }

    // Cosines of the query with passages [from, to) from the bytes; each differs from exact() by at most
    // errorBound().
    void scan(std::span<const std::int16_t> query, std::size_t from, std::size_t to,
              std::span<float> out) const;
    float errorBound(std::span<const std::int16_t> query) const;

    // The cosine to 16 bits.
    float exact(std::span<const std::int16_t> query, std::size_t passage) const;

    std::span<const std::int16_t> mean(std::size_t passage) const;
    std::size_t tokenCount(std::size_t passage) const;
    std::span<const std::uint16_t> tokenIds(std::size_t passage) const;

    // For each of the query's tokens (rows of TokenProjection::outputs numbers) the largest cosine with a
    // token of passages [from, to), into `best`, which keeps what is larger already.
    void lateInteraction(std::span<const std::int16_t> queryTokens, std::size_t from, std::size_t to,
                         std::span<float> best) const;

private:
    std::vector<std::int8_t> m_bytes;
    std::vector<float> m_scales; // value of one step of a passage's bytes
    float m_largestError = 0.0F; // length of what rounding to bytes took from a passage's vector
    std::vector<std::int16_t> m_shorts;
    std::vector<std::size_t> m_tokenStarts{0};
    std::vector<std::uint16_t> m_tokenIds;
    std::vector<std::int8_t> m_tokens;
};

} // namespace Helmdesk
