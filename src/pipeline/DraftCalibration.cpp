#include "pipeline/DraftCalibration.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr double slopeSpread = 0.5;
constexpr double offsetSpread = 1.0;
constexpr double edge = 0.005; // estimates of 0 and 1 have no logit
constexpr int steps = 50;
constexpr double closeEnough = 1e-9;
constexpr std::size_t folds = 5;

double logit(double estimate)
{
    const double p = std::clamp(estimate, edge, 1.0 - edge);
    return std::log(p / (1.0 - p));
}

double sigmoid(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

struct Line {
    double slope = 1.0;
    double offset = 0.0;
    bool isSlopeFixed = false;
};

// Newton's method on the log posterior of logistic regression with normal priors around slope 1 and offset 0.
Line mostLikely(const std::vector<DraftEvidence> &evidence, Line line)
{
    for (int step = 0; step < steps; ++step) {
        double slopeGradient = (line.slope - 1.0) / (slopeSpread * slopeSpread);
        double offsetGradient = line.offset / (offsetSpread * offsetSpread);
        double slopeCurve = 1.0 / (slopeSpread * slopeSpread);
        double offsetCurve = 1.0 / (offsetSpread * offsetSpread);
        double cross = 0.0;
        for (const DraftEvidence &draft : evidence) {
            const double x = logit(draft.estimate);
            const double p = sigmoid(line.slope * x + line.offset);
            const double error = p - (draft.wasSentUnchanged ? 1.0 : 0.0);
            const double weight = p * (1.0 - p);
            slopeGradient += error * x;
            offsetGradient += error;
            slopeCurve += weight * x * x;
            offsetCurve += weight;
            cross += weight * x;
        }
        if (line.isSlopeFixed)
            slopeGradient = cross = 0.0;
        const double determinant = slopeCurve * offsetCurve - cross * cross;
        const double slopeStep = (offsetCurve * slopeGradient - cross * offsetGradient) / determinant;
        const double offsetStep = (slopeCurve * offsetGradient - cross * slopeGradient) / determinant;
        // Longer steps than that may overshoot far from the mode.
        line.slope -= std::clamp(slopeStep, -1.0, 1.0);
        line.offset -= std::clamp(offsetStep, -1.0, 1.0);
        if (std::abs(slopeStep) + std::abs(offsetStep) < closeEnough)
            break;
    }
    return line;
}

} // namespace

DraftCalibration DraftCalibration::fit(const std::vector<DraftEvidence> &evidence)
{
    DraftCalibration fitted;
    fitted.m_evidence = evidence.size();
    if (evidence.empty())
        return fitted;
    const Line line = mostLikely(evidence, Line());
    // A better estimate never becomes a worse probability.
    const Line kept =
        line.slope < 0.0 ? mostLikely(evidence, Line{.slope = 0.0, .isSlopeFixed = true}) : line;
    fitted.m_slope = kept.slope;
    fitted.m_offset = kept.offset;
    return fitted;
}

double DraftCalibration::probability(double estimate) const
{
    if (m_evidence == 0 || estimate <= 0.0)
        return estimate; // 0: there is no answer
    return sigmoid(m_slope * logit(estimate) + m_offset);
}

CalibrationReport reportOn(const std::vector<DraftEvidence> &evidence)
{
    CalibrationReport report;
    report.evidence = evidence.size();
    report.calibration = DraftCalibration::fit(evidence);
    if (evidence.empty())
        return report;
    const auto count = static_cast<double>(evidence.size());
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<DraftEvidence> others;
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            if (i % folds != fold)
                others.push_back(evidence[i]);
        }
        const DraftCalibration calibration = DraftCalibration::fit(others);
        for (std::size_t i = fold; i < evidence.size(); i += folds) {
            const double truth = evidence[i].wasSentUnchanged ? 1.0 : 0.0;
            report.sentUnchanged += truth / count;
            report.brierBefore += std::pow(evidence[i].estimate - truth, 2) / count;
            report.brierAfter += std::pow(calibration.probability(evidence[i].estimate) - truth, 2) / count;
        }
    }
    return report;
}

} // namespace Helmdesk
