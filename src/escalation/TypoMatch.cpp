#include "escalation/TypoMatch.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace Helmdesk
{

namespace
{

constexpr size_t longestWord = 24;

} // namespace

bool isTypoOf(QStringView word, QStringView intended, int limit)
{
    const auto n = static_cast<size_t>(word.size());
    const auto m = static_cast<size_t>(intended.size());
    if (n > longestWord || m > longestWord || std::abs(static_cast<int>(n) - static_cast<int>(m)) > limit)
        return false;
    std::array<std::array<int, longestWord + 1>, 3> rows{};
    for (size_t j = 0; j <= m; ++j)
        rows[0][j] = static_cast<int>(j);
    for (size_t i = 1; i <= n; ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i + 2) % 3];
        const auto &twoAbove = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (size_t j = 1; j <= m; ++j) {
            const QChar a = word[static_cast<qsizetype>(i - 1)];
            const QChar b = intended[static_cast<qsizetype>(j - 1)];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a == b ? 0 : 1)});
            if (i > 1 && j > 1 && a == intended[static_cast<qsizetype>(j - 2)] &&
                word[static_cast<qsizetype>(i - 2)] == b)
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit)
            return false;
    }
    return rows[n % 3][m] <= limit;
}

} // namespace Helmdesk
