#pragma once

#include <algorithm>

namespace Helmdesk
{

// The routing threshold as one routing of a turn asks for it. It notes for which other thresholds every
// question would have had the same answer: there the routing is the same. Thread: that of the routing.
class RouteLimits
{
public:
    explicit RouteLimits(double threshold)
        : m_threshold(threshold)
    {
    }

    // Whether the confidence reaches the threshold.
    bool isSure(double confidence) const
    {
        const bool reaches = confidence >= m_threshold;
        if (reaches)
            m_upTo = std::min(m_upTo, confidence);
        else
            m_above = std::max(m_above, confidence);
        return reaches;
    }

    double threshold() const { return m_threshold; }
    // The same answers for thresholds above the one and up to the other.
    double above() const { return m_above; }
    double upTo() const { return m_upTo; }

private:
    double m_threshold;
    mutable double m_above = -1.0;
    mutable double m_upTo = 2.0;
};

} // namespace Helmdesk
