#pragma once

#include <cstddef>
#include <vector>

namespace Helmdesk
{

// A draft that a person decided on.
struct DraftEvidence {
    double estimate = 0.0; // the specialist's own estimate that it can go out, 0 to 1
    bool wasSentUnchanged = false;
};

// The probability that a person would send a draft unchanged, learned from what the desk's people did with
// earlier ones: p = sigmoid(slope * logit(estimate) + offset).
//
// Method: Platt scaling (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) of the logit, with
// normal priors around "the estimate is right" (slope 1 +- 0.5, offset 0 +- 1), so that a few decisions move
// little. The mode of the posterior by Newton's method; it is unique, as the negative logarithm is strictly
// convex. Without evidence every estimate stays as it is. A value; thread: any. Cannot fail.
class DraftCalibration
{
public:
    DraftCalibration() = default;
    static DraftCalibration fit(const std::vector<DraftEvidence> &evidence);

    double probability(double estimate) const; // 0 to 1
    double slope() const { return m_slope; }
    double offset() const { return m_offset; }
    std::size_t evidence() const { return m_evidence; }

private:
    double m_slope = 1.0;
    double m_offset = 0.0;
    std::size_t m_evidence = 0;
};

struct CalibrationReport {
    std::size_t evidence = 0;
    double sentUnchanged = 0.0; // share
    double brierBefore = 0.0;   // mean squared error of the estimates
    double brierAfter = 0.0;    // of the calibrated ones, each from a fit without its own fifth
    DraftCalibration calibration;
};

// Five-fold cross-validation, every fifth draft in a fold.
CalibrationReport reportOn(const std::vector<DraftEvidence> &evidence);

} // namespace Helmdesk
