#include "app/EngineAssets.h"

#include "core/ResourcePaths.h"
#include "specialists/ReplyWords.h"

namespace Helmdesk
{

Result<std::shared_ptr<EngineAssets>> EngineAssets::load()
{
    auto assets = std::make_shared<EngineAssets>();
    auto encoder = SentenceEncoder::open(resourceFile(QStringLiteral("encoder/minilm-l6-v2.hdenc")));
    if (!encoder)
        return encoder.error();
    assets->encoder = std::move(*encoder);
    assets->tokens = std::make_unique<TokenCache>(*assets->encoder);

    auto projection = TokenProjection::load(resourceFile(QStringLiteral("encoder/token-projection.bin")));
    if (!projection)
        return projection.error();
    assets->projection = std::make_unique<TokenProjection>(std::move(*projection));

    auto assessor = EscalationAssessor::create();
    if (!assessor)
        return assessor.error();
    assets->assessor = std::make_unique<EscalationAssessor>(std::move(*assessor));

    auto model = loadBuiltRouterModel();
    if (!model)
        return model.error();
    TokenCache *tokens = assets->tokens.get();
    assets->router = std::make_unique<LocalRouter>(
        [tokens](const QString &text) { return tokens->tokensOf(text)->mean; }, std::move(*model));

    if (auto loaded = assets->loadReader(); !loaded)
        return loaded.error();

    if (auto words = checkReplyWords(); !words)
        return words.error();
    auto playbooks = PlaybookLibrary::load(resourceFile(QStringLiteral("playbooks")));
    if (!playbooks)
        return playbooks.error();
    if (auto known = (*playbooks)->checkIntents(assets->router->model()->intents()); !known)
        return known.error();
    assets->playbooks = std::move(*playbooks);
    return assets;
}

Result<> EngineAssets::loadReader()
{
    auto model = loadBuiltReadingModel();
    if (!model)
        return model.error();
    const QString folder = resourceFile(QStringLiteral("understanding"));
    auto acts = loadActTable(folder + QStringLiteral("/acts.json"));
    if (!acts)
        return acts.error();
    auto clear = ClearAnswer::load(folder);
    if (!clear)
        return clear.error();
    answers = std::move(*clear);
    languages = {QStringLiteral("en"), QStringLiteral("de")};
    auto values = ValueWords::load(languages);
    if (!values)
        return values.error();
    words = std::make_shared<const ValueWords>(std::move(*values));
    TokenCache *cache = tokens.get();
    reader = std::make_unique<LearnedReader>([cache](const QString &text) { return cache->tokensOf(text); },
                                             std::make_shared<const ReadingModel>(std::move(*model)), *acts);
    return {};
}

} // namespace Helmdesk
