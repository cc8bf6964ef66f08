#include "routing/NgramFeatures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <QString>

namespace Helmdesk
{
namespace
{

constexpr size_t shortest = 2;
constexpr size_t longest = 5;
constexpr uint32_t fnvOffset = 2166136261U;
constexpr uint32_t fnvPrime = 16777619U;
constexpr size_t longestWord = 40;

uint32_t mixed(uint32_t hash)
{
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6dU;
    hash ^= hash >> 12;
    return hash & (NgramFeatures::buckets - 1);
}

// All n-grams of " word ".
void addWord(const std::vector<char16_t> &padded, std::vector<uint32_t> &out)
{
    for (size_t start = 0; start + shortest <= padded.size(); ++start) {
        uint32_t hash = fnvOffset;
        for (size_t length = 1; length <= longest && start + length <= padded.size(); ++length) {
            hash = (hash ^ padded[start + length - 1]) * fnvPrime;
            if (length >= shortest)
                out.push_back(mixed(hash));
        }
    }
}

} // namespace

std::vector<SparseFeature> NgramFeatures::extract(QStringView text)
{
    const QString lowered = text.left(maxCharacters).toString().toLower();
    std::vector<uint32_t> hashes;
    hashes.reserve(static_cast<size_t>(lowered.size()) * 4);
    std::vector<char16_t> word{u' '};
    const auto flush = [&] {
        if (word.size() > 1) {
            word.push_back(u' ');
            addWord(word, hashes);
        }
        word.assign(1, u' ');
    };
    for (const QChar c : lowered) {
        if (c.isLetterOrNumber() || c == QLatin1Char('\'')) {
            if (word.size() < longestWord)
                word.push_back(c.isDigit() ? u'0'
                                           : c.unicode()); // the form of a number matters, not its value
        } else {
            flush();
        }
    }
    flush();

    std::ranges::sort(hashes);
    std::vector<SparseFeature> features;
    for (size_t i = 0; i < hashes.size();) {
        size_t end = i;
        while (end < hashes.size() && hashes[end] == hashes[i])
            ++end;
        features.push_back({hashes[i], 1.0F + std::log(static_cast<float>(end - i))});
        i = end;
    }
    return features;
}

} // namespace Helmdesk
