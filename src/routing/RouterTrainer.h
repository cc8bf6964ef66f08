#pragma once

#include "core/RunControl.h"
#include "routing/RouterModel.h"

namespace Helmdesk
{

struct TrainingOptions {
    double intentCost = 0.3; // LIBLINEAR's C of the view on the sentence vector
    double ngramCost = 10.0; // and of the view on n-grams
    int folds = 2;           // one of them is held back to fit the temperature
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

    // Fails with InvalidInput when a category has no example, Cancelled on stop.
    Result<RouterModel> train(const QStringList &intents, const std::vector<int> &groupOfIntent,
                              const std::vector<RoutingExample> &examples, const RunControl &control) const;

private:
    RouterModel fit(const QStringList &intents, const std::vector<int> &groupOfIntent,
                    const std::vector<const RoutingExample *> &examples) const;

    TrainingOptions m_options;
};

// Temperature under which the groups' probabilities fit the labels best (least negative log-likelihood),
// found by golden section between 0.2 and 5. `logits` and `groups` have one entry an example.
double fitTemperature(const std::vector<std::vector<double>> &logits, const std::vector<int> &groups);

} // namespace Helmdesk
