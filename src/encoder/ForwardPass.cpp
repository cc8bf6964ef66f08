#include "encoder/ForwardPass.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

using namespace EncoderKernels;

constexpr std::size_t hidden = WeightFile::hidden;
constexpr std::size_t headSize = WeightFile::headSize;
constexpr std::size_t inner = WeightFile::feedForward;
constexpr std::size_t projectedSize = 3 * hidden;
constexpr std::size_t chunkRows =
    64; // rows that pass through a layer together, so that they stay in the cache

constexpr std::size_t padded(std::size_t tokens)
{
    return (tokens + blockOutputs - 1) / blockOutputs * blockOutputs;
}

template <class T>
void growTo(std::vector<T> &buffer, std::size_t size)
{
    if (buffer.size() < size)
        buffer.resize(size);
}

} // namespace

void ForwardPass::run(std::span<const std::vector<TokenId>> texts)
{
    std::size_t rows = 0;
    std::size_t longest = 0;
    m_firstRows.clear();
    for (const auto &tokens : texts) {
        m_firstRows.push_back(rows);
        rows += tokens.size();
        longest = std::max(longest, tokens.size());
    }
    reserve(rows, longest);
    embed(texts);
    for (std::size_t i = 0; i < WeightFile::layerCount; ++i) {
        const WeightFile::Layer &layer = m_weights.layer(i);
        linear(quantised(rows), layer.attentionIn, Activation::None, m_projected.data(), projectedSize);
        for (std::size_t text = 0; text < texts.size(); ++text)
            attend(m_firstRows[text], texts[text].size());
        quantiseRows(m_branch.data(), hidden, rows, hidden, m_quantised.data(), hidden, m_scales.data());
        linear(quantised(rows), layer.attentionOut, Activation::None, m_branch.data(), hidden);
        layerNorm(m_hidden.data(), m_branch.data(), rows, hidden, layer.attentionNorm.gamma,
                  layer.attentionNorm.beta, m_quantised.data(), m_scales.data());
        feedForward(layer, rows);
    }
}

void ForwardPass::reserve(std::size_t rows, std::size_t longest)
{
    growTo(m_hidden, rows * hidden);
    growTo(m_branch, rows * hidden);
    growTo(m_quantised, rows * hidden);
    growTo(m_scales, rows);
    growTo(m_projected, rows * projectedSize);
    const std::size_t chunk = std::min(rows, chunkRows);
    growTo(m_inner, chunk * inner);
    growTo(m_innerQuantised, chunk * inner);
    growTo(m_innerScales, chunk);
    growTo(m_queries, longest * headSize);
    growTo(m_keys, longest * headSize);
    growTo(m_packedKeys, padded(longest) * headSize);
    growTo(m_packedValues, padded(longest) * headSize);
    growTo(m_queryScales, longest);
    growTo(m_keyScales, padded(longest));
    growTo(m_scores, std::min(longest, chunkRows) * padded(longest));
    growTo(m_attention, std::min(longest, chunkRows) * padded(longest));
    growTo(m_attentionScales, std::min(longest, chunkRows));
}

QuantisedRows ForwardPass::quantised(std::size_t rows) const
{
    return {m_quantised.data(), m_scales.data(), rows};
}

void ForwardPass::embed(std::span<const std::vector<TokenId>> texts)
{
    std::size_t row = 0;
    for (const auto &tokens : texts) {
        for (std::size_t t = 0; t < tokens.size(); ++t, ++row)
            EncoderKernels::embed(m_weights.wordRow(tokens[t]), m_weights.wordScale(tokens[t]),
                                  m_weights.position(t), hidden, m_hidden.data() + row * hidden);
    }
    const WeightFile::Norm &norm = m_weights.embeddingNorm();
    layerNorm(m_hidden.data(), nullptr, row, hidden, norm.gamma, norm.beta, m_quantised.data(),
              m_scales.data());
}

// Queries, keys and values are requantised, so that both products run in the integer kernel.
void ForwardPass::attend(std::size_t first, std::size_t tokens)
{
    const std::size_t keys = padded(tokens);
    float valueScales[headSize];
    std::fill_n(m_keyScales.begin(), keys, 0.0F);
    for (std::size_t head = 0; head < WeightFile::heads; ++head) {
        const float *query = m_projected.data() + first * projectedSize + head * headSize;
        const float *key = query + hidden;
        const float *value = key + hidden;
        quantiseRows(query, projectedSize, tokens, headSize, m_queries.data(), headSize,
                     m_queryScales.data());
        quantiseRows(key, projectedSize, tokens, headSize, m_keys.data(), headSize, m_keyScales.data());
        packKeys(m_keys.data(), tokens, headSize, m_packedKeys.data());
        packValues(value, projectedSize, tokens, headSize, m_packedValues.data(), valueScales);
        const PackedMatrix<std::int16_t> toKeys{m_packedKeys.data(), m_keyScales.data(), nullptr, keys,
                                                headSize};
        const PackedMatrix<std::int16_t> toValues{m_packedValues.data(), valueScales, nullptr, headSize,
                                                  keys};
        for (std::size_t chunk = 0; chunk < tokens; chunk += chunkRows) {
            const std::size_t rows = std::min(chunkRows, tokens - chunk);
            linear({m_queries.data() + chunk * headSize, m_queryScales.data() + chunk, rows}, toKeys,
                   m_scores.data(), keys);
            softmax(m_scores.data(), rows, tokens, keys, m_attention.data(), m_attentionScales.data());
            linear({m_attention.data(), m_attentionScales.data(), rows}, toValues,
                   m_branch.data() + (first + chunk) * hidden + head * headSize, hidden);
        }
    }
}

void ForwardPass::feedForward(const WeightFile::Layer &layer, std::size_t rows)
{
    for (std::size_t chunk = 0; chunk < rows; chunk += chunkRows) {
        const std::size_t count = std::min(chunkRows, rows - chunk);
        const QuantisedRows in{m_quantised.data() + chunk * hidden, m_scales.data() + chunk, count};
        linear(in, layer.feedForwardIn, Activation::Gelu, m_inner.data(), inner);
        quantiseRows(m_inner.data(), inner, count, inner, m_innerQuantised.data(), inner,
                     m_innerScales.data());
        linear({m_innerQuantised.data(), m_innerScales.data(), count}, layer.feedForwardOut, Activation::None,
               m_branch.data() + chunk * hidden, hidden);
    }
    layerNorm(m_hidden.data(), m_branch.data(), rows, hidden, layer.feedForwardNorm.gamma,
              layer.feedForwardNorm.beta, m_quantised.data(), m_scales.data());
}

} // namespace Helmdesk
