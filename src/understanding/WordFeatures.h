#pragma once

#include "encoder/SentenceEncoder.h"
#include "routing/NgramFeatures.h"

namespace Helmdesk
{

// What a reading head sees of a text: hashed words, pairs and triples of neighbouring words (order tells "do
// not refund" from "refund, do not wait"), then the encoder's mean vector and, number by number, the greatest
// and least of its token vectors (a "not" in one place is lost in the mean). Every block has length 1, so
// that none outweighs another by the length of the text. Digits count by their form ("00.00"), addresses as
// such. Pure.
class WordFeatures
{
public:
    static constexpr uint32_t wordBuckets = 1U << 16;
    static constexpr uint32_t vectorWidth = 3 * 384; // mean, greatest, least
    static constexpr uint32_t featureCount = wordBuckets + vectorWidth;
    static constexpr qsizetype maxWords = 400; // of a longer text the rest is not looked at

    static std::vector<SparseFeature> extract(QStringView text, const TokenVectors &tokens);
};

// What the second reader sees of a text: the same hashed runs of words and the router's hashed runs of
// letters, each once, and nothing of the encoder; so an error of the encoder is none of both readers. Of
// length 1. Pure.
class SpelledFeatures
{
public:
    static constexpr uint32_t featureCount = WordFeatures::wordBuckets + NgramFeatures::buckets;

    static std::vector<SparseFeature> extract(QStringView text);
};

} // namespace Helmdesk
