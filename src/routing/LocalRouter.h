#pragma once

#include "core/RunControl.h"
#include "encoder/SentenceEncoder.h"
#include "routing/RouterModel.h"
#include "routing/TextVectors.h"

#include <functional>
#include <memory>
#include <mutex>

namespace Helmdesk
{

// The built-in router: sentence vectors and a trained model. Thread-safe; the model may be replaced at any
// time.
class LocalRouter final : public Router
{
public:
    // `vectorOf` gives the encoder's vector of a text, from a cache where it is there; thread-safe.
    using VectorOf = std::function<Vector(const QString &text)>;
    LocalRouter(VectorOf vectorOf, std::shared_ptr<const RouterModel> model);

    Result<Route> route(const QString &text) const override;

    std::shared_ptr<const RouterModel> model() const;
    void setModel(std::shared_ptr<const RouterModel> model);

private:
    VectorOf m_vectorOf;
    mutable std::mutex m_mutex;
    std::shared_ptr<const RouterModel> m_model;
};

// The utterances of a taxonomy for training; those without a cached vector are encoded, on all cores.
struct TrainingSet {
    QStringList intents;
    std::vector<int> groupOfIntent;
    std::vector<RoutingExample> examples;
    std::vector<int> writtenOf() const; // utterances of each of the five categories
};
Result<TrainingSet> makeTrainingSet(const IntentTaxonomy &taxonomy, const SentenceEncoder &encoder,
                                    TextVectors &vectors, const RunControl &control);

// The model that the build made (resources "router/router.model").
Result<std::shared_ptr<const RouterModel>> loadBuiltRouterModel();

} // namespace Helmdesk
