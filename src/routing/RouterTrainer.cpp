#include "routing/RouterTrainer.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr int leastDocuments = 2; // an n-gram of one example alone says nothing

double negativeLogLikelihood(const std::vector<std::vector<double>> &logits, const std::vector<int> &groups,
                             double temperature)
{
    double loss = 0.0;
    for (size_t i = 0; i < logits.size(); ++i) {
        const double top = *std::ranges::max_element(logits[i]);
        double sum = 0.0;
        for (const double value : logits[i])
            sum += std::exp((value - top) / temperature);
        loss += std::log(sum) - (logits[i][static_cast<size_t>(groups[i])] - top) / temperature;
    }
    return loss;
}

// Smoothed inverse document frequency, 0 for an n-gram that is too rare.
std::vector<float> inverseFrequencies(const std::vector<std::vector<SparseFeature>> &rows)
{
    std::vector<int> documents(NgramFeatures::buckets, 0);
    for (const auto &row : rows) {
        for (const SparseFeature &feature : row)
            ++documents[feature.index];
    }
    const double count = static_cast<double>(rows.size());
    std::vector<float> idf(NgramFeatures::buckets, 0.0F);
    for (size_t i = 0; i < idf.size(); ++i) {
        if (documents[i] >= leastDocuments)
            idf[i] = static_cast<float>(std::log((1.0 + count) / (1.0 + documents[i])) + 1.0);
    }
    return idf;
}

void weighAndNormalise(std::vector<SparseFeature> &row, const std::vector<float> &idf)
{
    float norm = 0.0F;
    for (SparseFeature &feature : row) {
        feature.value *= idf[feature.index];
        norm += feature.value * feature.value;
    }
    std::erase_if(row, [](const SparseFeature &feature) { return feature.value == 0.0F; });
    for (SparseFeature &feature : row)
        feature.value /= std::sqrt(norm);
}

} // namespace

double fitTemperature(const std::vector<std::vector<double>> &logits, const std::vector<int> &groups)
{
    const double ratio = (std::sqrt(5.0) - 1.0) / 2.0;
    double low = std::log(0.2);
    double high = std::log(5.0);
    const auto loss = [&](double logT) { return negativeLogLikelihood(logits, groups, std::exp(logT)); };
    while (high - low > 1e-3) {
        const double a = high - ratio * (high - low);
        const double b = low + ratio * (high - low);
        if (loss(a) < loss(b))
            high = b;
        else
            low = a;
    }
    return std::exp((low + high) / 2.0);
}

RouterModel RouterTrainer::fit(const QStringList &intents, const std::vector<int> &groupOfIntent,
                               const std::vector<const RoutingExample *> &examples) const
{
    RouterModel model;
    model.m_intents = intents;
    model.m_groupOfIntent = groupOfIntent;
    model.m_mix = m_options.mix;

    std::vector<std::vector<float>> vectors;
    std::vector<int> intentLabels;
    std::vector<std::vector<SparseFeature>> ngrams;
    std::vector<int> groupLabels;
    for (const RoutingExample *example : examples) {
        if (example->intent >= 0) {
            vectors.push_back(example->vector);
            intentLabels.push_back(example->intent);
        }
        ngrams.push_back(NgramFeatures::extract(example->text));
        groupLabels.push_back(example->group);
    }
    model.m_idf = inverseFrequencies(ngrams);
    for (auto &row : ngrams)
        weighAndNormalise(row, model.m_idf);
    model.m_intentModel = LinearModel::trainDense(vectors, intentLabels, static_cast<int>(intents.size()),
                                                  LinearLoss::SquaredHinge, m_options.intentCost);
    model.m_ngramModel = LinearModel::train(ngrams, groupLabels, groupCount, NgramFeatures::buckets,
                                            LinearLoss::Logistic, m_options.ngramCost);
    return model;
}

Result<RouterModel> RouterTrainer::train(const QStringList &intents, const std::vector<int> &groupOfIntent,
                                         const std::vector<RoutingExample> &examples,
                                         const RunControl &control) const
{
    for (int group = 0; group < groupCount; ++group) {
        if (std::ranges::none_of(examples,
                                 [group](const RoutingExample &example) { return example.group == group; }))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("the router cannot be trained: group %1 has no example").arg(group)};
    }
    std::vector<const RoutingExample *> all;
    std::vector<const RoutingExample *> kept;
    std::vector<const RoutingExample *> heldBack;
    for (size_t i = 0; i < examples.size(); ++i) {
        all.push_back(&examples[i]);
        const bool isHeldBack =
            static_cast<int>(i % static_cast<size_t>(m_options.folds)) == m_options.folds - 1;
        (isHeldBack ? heldBack : kept).push_back(&examples[i]);
    }
    const RouterModel partial = fit(intents, groupOfIntent, kept);
    if (auto alive = control.check(); !alive)
        return alive.error();
    std::vector<std::vector<double>> logits;
    std::vector<int> groups;
    for (const RoutingExample *example : heldBack) {
        logits.push_back(partial.groupLogits(example->vector, example->text));
        groups.push_back(example->group);
    }
    RouterModel model = fit(intents, groupOfIntent, all);
    model.setTemperature(fitTemperature(logits, groups));
    return model;
}

} // namespace Helmdesk
