#pragma once

#include "core/RunControl.h"
#include "routing/RouterModel.h"

namespace Helmdesk
{

struct TrainingOptions {
    double intentCost = 0.3; // cost of an error for the intents on the sentence vector
    double groupCost = 1.0;  // for the categories on it
    double ngramCost = 10.0; // for the categories on n-grams
    int folds = 4;           // one of them is held back to fit the temperature
    RouterModel::Mix mix;
};

// Trains a router. Deterministic for the same examples. Thread: any, takes seconds; vectors must be there
// already.
class RouterTrainer
{
public:
    explicit RouterTrainer(TrainingOptions options = {})
        : m_options(options)
    {
    }

    // An example of which only the category is known counts for the intent of that category whose utterances
    // it resembles most. Fails with InvalidInput when a category has no example, Cancelled on stop.
    Result<RouterModel> train(const QStringList &intents, const std::vector<int> &groupOfIntent,
                              const std::vector<RoutingExample> &examples, const RunControl &control) const;

    // The same with the temperature as given: for comparing models, where only the likeliest counts.
    Result<RouterModel> trainUncalibrated(const QStringList &intents, const std::vector<int> &groupOfIntent,
                                          const std::vector<RoutingExample> &examples,
                                          const RunControl &control, double temperature) const;

private:
    RouterModel fit(const QStringList &intents, const std::vector<int> &groupOfIntent,
                    const std::vector<const RoutingExample *> &examples) const;

    TrainingOptions m_options;
};

// Which fold each example belongs to. Examples of one intent that resemble each other share a fold, so that a
// held-back fold asks for what the training half did not say: around 2 * folds leaders an intent, each the
// one farthest from those before (Gonzalez 1985), every example follows its nearest. Deterministic.
std::vector<int> similarityFolds(const std::vector<RoutingExample> &examples, int folds);

// Temperature under which the groups' probabilities fit the labels best (least negative log-likelihood),
// found by golden section between 0.2 and 5. `logits` and `groups` have one entry an example.
double fitTemperature(const std::vector<std::vector<double>> &logits, const std::vector<int> &groups);

} // namespace Helmdesk
