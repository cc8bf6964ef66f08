#pragma once

#include "routing/NgramFeatures.h"

#include <memory>
#include <QDataStream>
#include <span>
#include <vector>

namespace Helmdesk
{

// One weight vector and bias a class, one class against the rest, L2-regularised. A value, whose copies share
// the weights; these are its own or those of a mapped file (LinearModelFile.h). Scoring is const and
// thread-safe.
class LinearModel
{
public:
    // Logistic regression by LIBLINEAR: scores are log-odds. `cost` is its C. Deterministic: LIBLINEAR's
    // random numbers are seeded for each class, therefore one training at a time in a process (guarded
    // inside).
    static LinearModel train(const std::vector<std::vector<SparseFeature>> &rows,
                             const std::vector<int> &classes, int classCount, uint32_t featureCount,
                             double cost);
    // Support vector machines on dense rows (DenseSvm.h), on all cores: scores are margins. Deterministic.
    static LinearModel trainDense(const std::vector<std::span<const float>> &rows,
                                  const std::vector<int> &classes, int classCount, double cost);

    int classCount() const { return m_classes; }
    uint32_t featureCount() const { return m_features; }

    // Score of each class against the rest.
    std::vector<float> scores(std::span<const float> dense) const;
    std::vector<float> scores(std::span<const SparseFeature> sparse) const;

    friend QDataStream &operator<<(QDataStream &out, const LinearModel &model);
    friend QDataStream &operator>>(QDataStream &in, LinearModel &model);

private:
    friend class LinearModelWriter;
    friend class LinearModelReader;

    std::span<const float> weights() const { return {m_weights.get(), m_weightCount}; }
    void setWeights(std::vector<float> weights);

    int m_classes = 0;
    uint32_t m_features = 0;
    // Feature-major, so that a sparse row reads one short run of floats a feature: weight(f, c) = m_weights[f
    // * classes + c].
    std::shared_ptr<const float[]> m_weights;
    size_t m_weightCount = 0;
    std::vector<float> m_bias;
};

} // namespace Helmdesk
