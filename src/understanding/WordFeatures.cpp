#include "understanding/WordFeatures.h"

#include <algorithm>
#include <cmath>
#include <QStringList>

namespace Helmdesk
{
namespace
{

constexpr uint32_t fnvOffset = 2166136261U;
constexpr uint32_t fnvPrime = 16777619U;
constexpr int longestRun = 3; // words in a row

uint32_t bucketOf(const std::vector<QString> &words, size_t first, int count)
{
    uint32_t hash = fnvOffset;
    for (int i = 0; i < count; ++i) {
        for (const QChar c : words[first + static_cast<size_t>(i)])
            hash = (hash ^ c.unicode()) * fnvPrime;
        hash = (hash ^ u' ') * fnvPrime;
    }
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6dU;
    hash ^= hash >> 12;
    return hash & (WordFeatures::wordBuckets - 1);
}

// Words, and the marks that end a clause as words of their own; a digit stands for any, and "@" for an
// address.
std::vector<QString> wordsOf(QStringView text)
{
    std::vector<QString> words{QStringLiteral("^")};
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.push_back(word);
        word.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (static_cast<qsizetype>(words.size()) > WordFeatures::maxWords)
            break;
        if (c == u'@' && !word.isEmpty()) {
            word = QStringLiteral("@");
            flush();
            while (i + 1 < text.size() && !text[i + 1].isSpace())
                ++i;
            continue;
        }
        if (c.isLetter() || c == u'\'' || c == u'\u2019')
            word.append(c == u'\u2019' ? QChar(u'\'') : c.toLower());
        else if (c.isDigit())
            word.append(u'0');
        else {
            flush();
            if (c == u'?' || c == u'!' || c == u'"' || c == u':' || c == u'%' || c == u',' || c == u'.')
                words.push_back(c);
        }
    }
    flush();
    words.push_back(QStringLiteral("$"));
    return words;
}

void appendBlock(std::vector<float> block, uint32_t firstIndex, std::vector<SparseFeature> &out)
{
    float norm = 0.0F;
    for (const float value : block)
        norm += value * value;
    const float scale = norm > 0.0F ? 1.0F / std::sqrt(norm) : 0.0F;
    for (size_t i = 0; i < block.size(); ++i)
        out.push_back({firstIndex + static_cast<uint32_t>(i), block[i] * scale});
}

void appendVectors(const TokenVectors &tokens, std::vector<SparseFeature> &out)
{
    constexpr auto width = static_cast<uint32_t>(SentenceEncoder::dimensions);
    std::vector<float> greatest(width, -1.0F);
    std::vector<float> least(width, 1.0F);
    for (size_t token = 0; token < tokens.tokens.size(); ++token) {
        const std::span<const float> row = tokens.row(token);
        for (uint32_t i = 0; i < width; ++i) {
            greatest[i] = std::max(greatest[i], row[i]);
            least[i] = std::min(least[i], row[i]);
        }
    }
    appendBlock(tokens.mean, WordFeatures::wordBuckets, out);
    appendBlock(std::move(greatest), WordFeatures::wordBuckets + width, out);
    appendBlock(std::move(least), WordFeatures::wordBuckets + 2 * width, out);
}

// The buckets of all runs of words, sorted, each once.
std::vector<uint32_t> runsOfWords(QStringView text)
{
    const std::vector<QString> words = wordsOf(text);
    std::vector<uint32_t> hashes;
    for (size_t i = 0; i < words.size(); ++i) {
        for (int run = 1; run <= longestRun && i + static_cast<size_t>(run) <= words.size(); ++run)
            hashes.push_back(bucketOf(words, i, run));
    }
    std::ranges::sort(hashes);
    const auto repeated = std::ranges::unique(hashes);
    hashes.erase(repeated.begin(), repeated.end());
    return hashes;
}

} // namespace

std::vector<SparseFeature> WordFeatures::extract(QStringView text, const TokenVectors &tokens)
{
    const std::vector<uint32_t> hashes = runsOfWords(text);
    std::vector<SparseFeature> features;
    features.reserve(hashes.size() + vectorWidth);
    const float weight = hashes.empty() ? 0.0F : 1.0F / std::sqrt(static_cast<float>(hashes.size()));
    for (const uint32_t hash : hashes)
        features.push_back({hash, weight});
    appendVectors(tokens, features);
    return features;
}

std::vector<SparseFeature> SpelledFeatures::extract(QStringView text)
{
    std::vector<SparseFeature> features;
    for (const uint32_t hash : runsOfWords(text))
        features.push_back({hash, 1.0F});
    for (const SparseFeature &letters : NgramFeatures::extract(text))
        features.push_back({WordFeatures::wordBuckets + letters.index, 1.0F});
    const float weight = features.empty() ? 0.0F : 1.0F / std::sqrt(static_cast<float>(features.size()));
    for (SparseFeature &feature : features)
        feature.value = weight;
    return features;
}

} // namespace Helmdesk
