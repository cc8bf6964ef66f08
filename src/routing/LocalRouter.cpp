#include "routing/LocalRouter.h"

#include "core/ResourcePaths.h"

#include <algorithm>

namespace Helmdesk
{

LocalRouter::LocalRouter(VectorOf vectorOf, std::shared_ptr<const RouterModel> model)
    : m_vectorOf(std::move(vectorOf))
    , m_model(std::move(model))
{
}

Result<Route> LocalRouter::route(const QString &text) const
{
    return model()->predict(m_vectorOf(text), text);
}

std::shared_ptr<const RouterModel> LocalRouter::model() const
{
    const std::lock_guard lock(m_mutex);
    return m_model;
}

void LocalRouter::setModel(std::shared_ptr<const RouterModel> model)
{
    const std::lock_guard lock(m_mutex);
    m_model = std::move(model);
}

std::vector<int> TrainingSet::writtenOf() const
{
    std::vector<int> counts(std::size(allCategories), 0);
    for (const RoutingExample &example : examples) {
        if (example.group < static_cast<int>(counts.size()))
            ++counts[static_cast<size_t>(example.group)];
    }
    return counts;
}

Result<TrainingSet> makeTrainingSet(const IntentTaxonomy &taxonomy, const SentenceEncoder &encoder,
                                    TextVectors &vectors, const RunControl &control)
{
    TrainingSet set;
    std::vector<QString> texts;
    for (const Intent &intent : taxonomy.intents()) {
        const int group = intent.category ? static_cast<int>(*intent.category) : backgroundGroup;
        const int index = static_cast<int>(set.intents.size());
        set.intents.append(intent.id);
        set.groupOfIntent.push_back(group);
        for (const QString &utterance : intent.utterances) {
            set.examples.push_back({utterance, {}, index, group});
            texts.push_back(utterance);
        }
    }
    auto found = vectors.vectorsOf(texts, encoder, control);
    if (!found)
        return found.error();
    for (size_t i = 0; i < texts.size(); ++i)
        set.examples[i].vector = std::move((*found)[i]);
    return set;
}

Result<std::shared_ptr<const RouterModel>> loadBuiltRouterModel()
{
    auto bytes = readResource(QStringLiteral("router/router.model"));
    if (!bytes)
        return bytes.error();
    auto model = RouterModel::restore(*bytes);
    if (!model)
        return model.error();
    return std::make_shared<const RouterModel>(std::move(*model));
}

} // namespace Helmdesk
