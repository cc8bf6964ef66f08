#include "knowledge/PassageTable.h"

#include "knowledge/VectorScan.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace Helmdesk
{

void PassageTable::reserve(std::size_t passages)
{
    m_bytes.reserve(passages * vectorWidth);
    m_shorts.reserve(passages * vectorWidth);
    m_scales.reserve(passages);
}

void PassageTable::append(const PassageVectors *vectors)
{
    if (!vectors || vectors->mean.size() != vectorWidth) {
        m_bytes.resize(m_bytes.size() + vectorWidth, 0);
        m_shorts.resize(m_shorts.size() + vectorWidth, 0);
        m_scales.push_back(0.0F);
        m_tokenStarts.push_back(m_tokenStarts.back());
        return;
    }
    int largest = 1;
    for (const std::int16_t value : vectors->mean)
        largest = std::max(largest, std::abs(int{value}));
    const float step = static_cast<float>(largest) / 127.0F;
    float squares = 0.0F;
    for (const std::int16_t value : vectors->mean) {
        m_bytes.push_back(static_cast<std::int8_t>(std::lrint(static_cast<float>(value) / step)));
        const float lost = static_cast<float>(value) - step * static_cast<float>(m_bytes.back());
        squares += lost * lost;
    }
    m_scales.push_back(step / vectorUnit);
    m_largestError = std::max(m_largestError, std::sqrt(squares) / vectorUnit);
    m_shorts.insert(m_shorts.end(), vectors->mean.begin(), vectors->mean.end());
    m_tokenIds.insert(m_tokenIds.end(), vectors->tokenIds.begin(), vectors->tokenIds.end());
    m_tokens.insert(m_tokens.end(), vectors->tokens.begin(), vectors->tokens.end());
    m_tokenStarts.push_back(m_tokenIds.size());
}

void PassageTable::scan(std::span<const std::int16_t> query, std::size_t from, std::size_t to,
                        std::span<float> out) const
{
    constexpr std::size_t block = 256;
    std::int32_t sums[block];
    for (std::size_t start = from; start < to; start += block) {
        const std::size_t count = std::min(block, to - start);
        VectorScan::dotRows(m_bytes.data() + start * vectorWidth, count, vectorWidth, query.data(), sums);
        for (std::size_t i = 0; i < count; ++i)
            out[start - from + i] = static_cast<float>(sums[i]) * m_scales[start + i] / queryUnit;
    }
}

float PassageTable::errorBound(std::span<const std::int16_t> query) const
{
    float squares = 0.0F;
    for (const std::int16_t value : query)
        squares += static_cast<float>(value) * static_cast<float>(value);
    // Cauchy and Schwarz, and some room for the rounding of floats.
    return m_largestError * std::sqrt(squares) / queryUnit * 1.001F + 1e-6F;
}

float PassageTable::exact(std::span<const std::int16_t> query, std::size_t passage) const
{
    const std::int32_t sum =
        VectorScan::dot(m_shorts.data() + passage * vectorWidth, query.data(), vectorWidth);
    return static_cast<float>(sum) / (vectorUnit * queryUnit);
}

std::span<const std::int16_t> PassageTable::mean(std::size_t passage) const
{
    return std::span(m_shorts).subspan(passage * vectorWidth, vectorWidth);
}

std::size_t PassageTable::tokenCount(std::size_t passage) const
{
    return m_tokenStarts[passage + 1] - m_tokenStarts[passage];
}

std::span<const std::uint16_t> PassageTable::tokenIds(std::size_t passage) const
{
    return std::span(m_tokenIds).subspan(m_tokenStarts[passage], tokenCount(passage));
}

void PassageTable::lateInteraction(std::span<const std::int16_t> queryTokens, std::size_t from,
                                   std::size_t to, std::span<float> best) const
{
    constexpr std::size_t width = TokenProjection::outputs;
    const std::size_t first = m_tokenStarts[from];
    const std::size_t count = m_tokenStarts[to] - first;
    std::vector<std::int32_t> sums(count);
    for (std::size_t t = 0; t < best.size(); ++t) {
        VectorScan::dotRows(m_tokens.data() + first * width, count, width, queryTokens.data() + t * width,
                            sums.data());
        for (const std::int32_t sum : sums)
            best[t] = std::max(best[t], static_cast<float>(sum) / (127.0F * 127.0F));
    }
}

} // namespace Helmdesk
