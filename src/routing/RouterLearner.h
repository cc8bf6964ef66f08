#pragma once

#include "routing/LocalRouter.h"
#include "routing/RouterTrainer.h"

namespace Helmdesk
{

// A contribution that the limits let through, with its vector.
struct LearntText {
    RoutingExample example; // intent -1: only the category is known
    QString customer;
    bool isNew = false; // the model in use has not learnt from it
};

struct LearnedModel {
    RouterModel model;
    bool isNotWorse = false;
    // {"held_back":{"n","before","after"}, "validation":{"n","before","after","repaired":[],"broken":[]},
    //  "out_of_scope":{...}, "verdict"}; before and after are shares of right ones.
    Json report;
};

// Makes the router's next model from the written utterances and what operators corrected, and compares it
// with the one in use:
// - on the new contributions, each held back once (two folds, all texts of a customer in one): both models
// see
//   them for the first time;
// - on the project's own validation messages, among them messages that no desk should answer, which count as
//   right when they are not routed with confidence.
// It is not worse when it is right at least as often on the new contributions, and on the validation messages
// breaks no more than it repairs, give or take one standard deviation of that difference (the square root of
// the number of changed ones, as in McNemar's test 1947).
// Pure apart from time: some seconds on all cores, vectors given. Thread: any. Failure: Cancelled,
// InvalidInput.
class RouterLearner
{
public:
    RouterLearner(const TrainingSet &written, const std::vector<RoutingExample> &validation,
                  double routingThreshold)
        : m_written(written)
        , m_validation(validation)
        , m_threshold(routingThreshold)
    {
    }

    Result<LearnedModel> learn(const std::vector<LearntText> &texts, const RouterModel &current,
                               const RunControl &control) const;

private:
    struct Score;
    Result<Score> heldBack(const std::vector<LearntText> &texts, const RouterModel &current,
                           const RunControl &control) const;
    Score validated(const RouterModel &before, const RouterModel &after, bool inScope) const;
    bool isRight(const RouterModel &model, const RoutingExample &example) const;
    std::vector<RoutingExample> examplesWith(const std::vector<LearntText> &texts, int exceptFold) const;

    const TrainingSet &m_written;
    const std::vector<RoutingExample> &m_validation;
    double m_threshold;
};

// The validation messages that come with the program ("validation/router.jsonl": text and label, one of the
// five categories or "background"). Failure: NotFound, InvalidInput with the line.
Result<std::vector<RoutingExample>> loadRouterValidation(const LocalRouter::VectorOf &vectorOf);

} // namespace Helmdesk
