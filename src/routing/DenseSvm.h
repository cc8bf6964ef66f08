#pragma once

#include <span>
#include <vector>

namespace Helmdesk
{

// Rows of equal width, one after the other. Not owned.
struct DenseRows {
    const float *values = nullptr;
    size_t count = 0;
    size_t width = 0;
    std::span<const float> row(size_t i) const { return {values + i * width, width}; }
};

struct SvmWeights {
    std::vector<float> weights;
    float bias = 0.0F;
};

// A linear support vector machine with squared hinge loss and L2 penalty by dual coordinate descent with
// shrinking (Hsieh, Chang, Lin, Keerthi, Sundararajan, "A Dual Coordinate Descent Method for Large-scale
// Linear SVM", ICML 2008, algorithms 1 and 3): what LIBLINEAR's L2R_L2LOSS_SVC_DUAL computes, for dense rows.
// LIBLINEAR keeps 16 bytes a feature and draws from the process-wide rand(), so it is bound by memory and
// cannot train classes side by side; this trains the router's intents several times faster on each core.
// Pure: the same bits for the same rows, labels and seed. `isPositive` has one entry a row.
SvmWeights trainDenseSvm(const DenseRows &rows, const std::vector<char> &isPositive, double cost,
                         unsigned seed);

} // namespace Helmdesk
