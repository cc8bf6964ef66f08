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

Result<TrainingSet> makeTrainingSet(const IntentTaxonomy &taxonomy, const SentenceEncoder &encoder,
                                    const RunControl &control)
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
    constexpr size_t batch = 512;
    for (size_t start = 0; start < texts.size(); start += batch) {
        if (auto alive = control.check(); !alive)
            return alive.error();
        const size_t count = std::min(batch, texts.size() - start);
        auto vectors = encoder.encodeBatch(std::span(texts).subspan(start, count));
        for (size_t i = 0; i < count; ++i)
            set.examples[start + i].vector = std::move(vectors[i]);
        control.progress(static_cast<qint64>(start + count), static_cast<qint64>(texts.size()));
    }
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
