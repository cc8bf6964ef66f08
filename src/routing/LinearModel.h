#pragma once

#include "routing/NgramFeatures.h"

#include <QDataStream>
#include <span>
#include <vector>

namespace Helmdesk
{

enum class LinearLoss {
    Logistic,     // scores are log-odds
    SquaredHinge, // scores are margins; trains several times faster on dense rows
};

// One weight vector and bias a class, as LIBLINEAR's logistic regression (L2-regularised, one against the
// rest) trains them. A value; scoring is const and thread-safe.
class LinearModel
{
public:
    // Trains on the rows with the given class of each. `cost` is LIBLINEAR's C. Deterministic: LIBLINEAR's
    // random numbers are seeded for each class, therefore one training at a time in a process (guarded
    // inside).
    static LinearModel train(const std::vector<std::vector<SparseFeature>> &rows,
                             const std::vector<int> &classes, int classCount, uint32_t featureCount,
                             LinearLoss loss, double cost);
    static LinearModel trainDense(const std::vector<std::vector<float>> &rows,
                                  const std::vector<int> &classes, int classCount, LinearLoss loss,
                                  double cost);

    int classCount() const { return m_classes; }
    uint32_t featureCount() const { return m_features; }

    // Score of each class against the rest.
    std::vector<float> scores(std::span<const float> dense) const;
    std::vector<float> scores(std::span<const SparseFeature> sparse) const;

    friend QDataStream &operator<<(QDataStream &out, const LinearModel &model);
    friend QDataStream &operator>>(QDataStream &in, LinearModel &model);

private:
    int m_classes = 0;
    uint32_t m_features = 0;
    // Feature-major, so that a sparse row reads one short run of floats a feature: weight(f, c) = m_weights[f
    // * classes + c].
    std::vector<float> m_weights;
    std::vector<float> m_bias;
};

} // namespace Helmdesk
