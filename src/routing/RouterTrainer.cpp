#include "routing/RouterTrainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace Helmdesk
{
namespace
{

// The temperature is fitted on phrases unlike those of a model that saw three quarters of the utterances; the
// whole model knows more, and what customers write is nearer to the utterances than that (docs/routing.md).
constexpr double heldBackIsHarder = 1.3;
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

Result<> checkGroups(const std::vector<RoutingExample> &examples)
{
    for (int group = 0; group < groupCount; ++group) {
        if (std::ranges::none_of(examples,
                                 [group](const RoutingExample &example) { return example.group == group; }))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("the router cannot be trained: group %1 has no example").arg(group)};
    }
    return {};
}

double similarity(std::span<const float> a, std::span<const float> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// The mean vector of each intent's examples.
std::vector<std::vector<float>> centres(const std::vector<RoutingExample> &examples, size_t intents)
{
    std::vector<std::vector<float>> sums(intents);
    for (const RoutingExample &example : examples) {
        if (example.intent < 0)
            continue;
        auto &sum = sums[static_cast<size_t>(example.intent)];
        sum.resize(example.vector.size(), 0.0F);
        for (size_t f = 0; f < sum.size(); ++f)
            sum[f] += example.vector[f];
    }
    for (auto &sum : sums) {
        const auto length = static_cast<float>(std::sqrt(similarity(sum, sum)));
        for (float &value : sum)
            value = length > 0.0F ? value / length : 0.0F;
    }
    return sums;
}

std::vector<RoutingExample> withIntents(std::vector<RoutingExample> examples,
                                        const std::vector<int> &groupOfIntent)
{
    if (std::ranges::none_of(examples, [](const RoutingExample &example) { return example.intent < 0; }))
        return examples;
    const auto means = centres(examples, groupOfIntent.size());
    for (RoutingExample &example : examples) {
        double best = -2.0;
        const bool isPlaced = example.intent >= 0;
        for (size_t i = 0; !isPlaced && i < means.size(); ++i) {
            if (groupOfIntent[i] != example.group || means[i].size() != example.vector.size())
                continue;
            if (const double near = similarity(means[i], example.vector); near > best) {
                best = near;
                example.intent = static_cast<int>(i);
            }
        }
    }
    return examples;
}

} // namespace

std::vector<int> similarityFolds(const std::vector<RoutingExample> &examples, int folds)
{
    std::map<int, std::vector<size_t>> ofIntent;
    for (size_t i = 0; i < examples.size(); ++i)
        ofIntent[examples[i].intent].push_back(i);
    std::vector<int> fold(examples.size(), 0);
    int shift = 0; // so that the first leaders do not all fall into the first fold
    for (const auto &[intent, members] : ofIntent) {
        std::vector<double> nearest(members.size(), -2.0);
        size_t leader = 0;
        for (int k = 0; k < 2 * folds && k < static_cast<int>(members.size()); ++k) {
            const auto &lead = examples[members[leader]].vector;
            for (size_t m = 0; m < members.size(); ++m) {
                const double near = similarity(examples[members[m]].vector, lead);
                if (near > nearest[m]) {
                    nearest[m] = near;
                    fold[members[m]] = (k + shift) % folds;
                }
            }
            leader = static_cast<size_t>(std::ranges::min_element(nearest) - nearest.begin());
        }
        ++shift;
    }
    return fold;
}

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

    std::vector<std::span<const float>> vectors;
    std::vector<int> intentLabels;
    std::vector<int> vectorGroups;
    std::vector<std::vector<SparseFeature>> ngrams;
    std::vector<int> groupLabels;
    for (const RoutingExample *example : examples) {
        for (int copy = 0; copy < example->copies; ++copy) {
            if (example->intent >= 0) {
                vectors.push_back(example->vector);
                intentLabels.push_back(example->intent);
                vectorGroups.push_back(example->group);
            }
            ngrams.push_back(NgramFeatures::extract(example->text));
            groupLabels.push_back(example->group);
        }
    }
    model.m_idf = inverseFrequencies(ngrams);
    for (auto &row : ngrams)
        weighAndNormalise(row, model.m_idf);
    model.m_intentModel = LinearModel::trainDense(vectors, intentLabels, static_cast<int>(intents.size()),
                                                  m_options.intentCost);
    model.m_groupModel = LinearModel::trainDense(vectors, vectorGroups, groupCount, m_options.groupCost);
    model.m_ngramModel =
        LinearModel::train(ngrams, groupLabels, groupCount, NgramFeatures::buckets, m_options.ngramCost);
    return model;
}

Result<RouterModel> RouterTrainer::trainUncalibrated(const QStringList &intents,
                                                     const std::vector<int> &groupOfIntent,
                                                     const std::vector<RoutingExample> &examples,
                                                     const RunControl &control, double temperature) const
{
    if (auto complete = checkGroups(examples); !complete)
        return complete.error();
    if (auto alive = control.check(); !alive)
        return alive.error();
    const std::vector<RoutingExample> placed = withIntents(examples, groupOfIntent);
    std::vector<const RoutingExample *> all;
    for (const RoutingExample &example : placed)
        all.push_back(&example);
    RouterModel model = fit(intents, groupOfIntent, all);
    model.setTemperature(temperature);
    return model;
}

Result<RouterModel> RouterTrainer::train(const QStringList &intents, const std::vector<int> &groupOfIntent,
                                         const std::vector<RoutingExample> &given,
                                         const RunControl &control) const
{
    if (auto complete = checkGroups(given); !complete)
        return complete.error();
    const std::vector<RoutingExample> examples = withIntents(given, groupOfIntent);
    const std::vector<int> folds = similarityFolds(examples, m_options.folds);
    std::vector<const RoutingExample *> all;
    std::vector<const RoutingExample *> kept;
    std::vector<const RoutingExample *> heldBack;
    for (size_t i = 0; i < examples.size(); ++i) {
        all.push_back(&examples[i]);
        (folds[i] == m_options.folds - 1 ? heldBack : kept).push_back(&examples[i]);
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
    model.setTemperature(fitTemperature(logits, groups) / heldBackIsHarder);
    return model;
}

} // namespace Helmdesk
