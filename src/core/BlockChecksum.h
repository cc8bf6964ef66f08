#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

namespace Helmdesk
{

// Tells whether a large file is as it was written: eight 64-bit lanes over blocks of 64 bytes, fast enough
// for each opening. Guards against accidents, not against forgers. Bytes behind the last whole block of an
// add() count by their number alone; add whole blocks.
class BlockChecksum
{
public:
    static constexpr std::size_t blockBytes = 64;

    void add(std::span<const std::uint8_t> bytes)
    {
        m_bytes += bytes.size();
        std::array<std::uint64_t, 8> lanes = m_lanes;
        for (std::size_t at = 0; at + blockBytes <= bytes.size(); at += blockBytes) {
            std::array<std::uint64_t, 8> block;
            std::memcpy(block.data(), bytes.data() + at, sizeof block);
            for (std::size_t i = 0; i < lanes.size(); ++i)
                lanes[i] = std::rotl(lanes[i] ^ block[i], 29) * prime;
        }
        m_lanes = lanes;
    }

    std::uint64_t value() const
    {
        std::uint64_t total = m_bytes;
        for (const std::uint64_t lane : m_lanes)
            total = std::rotl(total ^ lane, 29) * prime;
        return total;
    }

private:
    static constexpr std::uint64_t prime = 0x9E3779B185EBCA87U;
    std::array<std::uint64_t, 8> m_lanes{prime,     2 * prime, 3 * prime, 4 * prime,
                                         5 * prime, 6 * prime, 7 * prime, 8 * prime};
    std::uint64_t m_bytes = 0;
};

} // namespace Helmdesk
