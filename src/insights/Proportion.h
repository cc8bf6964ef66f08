#pragma once

#include <algorithm>
#include <cmath>
#include <QtGlobal>

namespace Helmdesk
{

// A share with its uncertainty.
struct Proportion {
    double share = 0.0; // 0 to 1
    double low = 0.0;
    double high = 1.0;
};

// The share and its 95 % interval by Wilson ("Probable inference", 1927): it stays within 0 and 1 and holds
// for few cases too. Without cases anything is possible. Pure.
inline Proportion proportionOf(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return {};
    constexpr double z = 1.959963984540054;
    const auto n = static_cast<double>(whole);
    const double p = static_cast<double>(part) / n;
    const double middle = p + z * z / (2.0 * n);
    const double spread = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n));
    const double scale = 1.0 + z * z / n;
    return {p, part == 0 ? 0.0 : std::max(0.0, (middle - spread) / scale),
            part == whole ? 1.0 : std::min(1.0, (middle + spread) / scale)};
}

} // namespace Helmdesk
