#pragma once

#include "encoder/WeightFile.h"
#include "encoder/WordPieceTokenizer.h"

#include <span>
#include <vector>

namespace Helmdesk
{

// The six layers over one or several texts at once, with the buffers that they need. Rows of all texts stand
// one after the other; attention stays within a text. A text gives the same bits alone or among others.
// Thread: one at a time. Ownership: the weights must outlive it.
class ForwardPass
{
public:
    explicit ForwardPass(const WeightFile &weights)
        : m_weights(weights)
    {
    }

    // Runs all layers. The rows stay valid until the next call: token t of text i is row firstRow(i) + t.
    void run(std::span<const std::vector<TokenId>> texts);

    std::size_t firstRow(std::size_t text) const { return m_firstRows[text]; }
    const float *row(std::size_t index) const { return m_hidden.data() + index * WeightFile::hidden; }

private:
    void reserve(std::size_t rows, std::size_t longest);
    void embed(std::span<const std::vector<TokenId>> texts);
    void attend(std::size_t first, std::size_t tokens);
    void feedForward(const WeightFile::Layer &layer, std::size_t rows);
    EncoderKernels::QuantisedRows quantised(std::size_t rows) const;

    const WeightFile &m_weights;
    std::vector<std::size_t> m_firstRows;
    std::vector<float> m_hidden;                // rows x 384, the residual stream
    std::vector<float> m_branch;                // rows x 384, what is added to it
    std::vector<std::int16_t> m_quantised;      // rows x 384, quantised input of the next linear layer
    std::vector<float> m_scales;                // one a row
    std::vector<float> m_projected;             // rows x 1152: query, key, value
    std::vector<float> m_inner;                 // chunk x 1536, inside the feed-forward layer
    std::vector<std::int16_t> m_innerQuantised; // the same, quantised
    std::vector<float> m_innerScales;
    // One head of one text:
    std::vector<std::int16_t> m_queries, m_keys, m_packedKeys, m_packedValues;
    std::vector<float> m_queryScales, m_keyScales, m_scores, m_attentionScales;
    std::vector<std::int16_t> m_attention;
};

} // namespace Helmdesk
