#pragma once

#include <cstdint>
#include <QStringView>
#include <vector>

namespace Helmdesk
{

struct SparseFeature {
    uint32_t index = 0;
    float value = 0.0F;
};

// Hashed character n-grams (2 to 5 letters inside words, word borders marked) of the first `maxCharacters`
// characters, lower-cased, as sublinear term frequencies 1 + ln(tf); sorted by index, one entry an index.
// They see what an encoder blurs: typos, word forms, codes. Pure, linear.
class NgramFeatures
{
public:
    static constexpr uint32_t buckets = 1U << 17;
    static constexpr qsizetype maxCharacters = 4000;

    static std::vector<SparseFeature> extract(QStringView text);
};

} // namespace Helmdesk
