#include "routing/RouterLearner.h"

#include "core/ResourcePaths.h"

#include <cmath>
#include <QHash>

namespace Helmdesk
{
namespace
{

constexpr int folds = 2;
constexpr int copiesOfCorrection = 2; // it comes from the desk's own messages, a written utterance does not
constexpr qsizetype examplesShown = 20;

int foldOf(const LearntText &text)
{
    return static_cast<int>(qHash(text.customer.isEmpty() ? text.example.text : text.customer, 20261122U) %
                            static_cast<size_t>(folds));
}

} // namespace

struct RouterLearner::Score {
    int n = 0;
    int before = 0;
    int after = 0;
    QStringList repaired;
    QStringList broken;

    void add(const QString &text, bool wasRight, bool isRight)
    {
        ++n;
        before += wasRight ? 1 : 0;
        after += isRight ? 1 : 0;
        if (isRight && !wasRight)
            repaired << text;
        if (wasRight && !isRight)
            broken << text;
    }
    bool isNotWorseByChance() const
    {
        const double changed = static_cast<double>(repaired.size() + broken.size());
        return static_cast<double>(broken.size() - repaired.size()) <= std::floor(std::sqrt(changed));
    }
    Json toJson(bool withTexts) const
    {
        const auto share = [this](int right) { return n > 0 ? static_cast<double>(right) / n : 0.0; };
        Json json{{"n", n}, {"before", share(before)}, {"after", share(after)}};
        if (withTexts) {
            json["repaired"] = repaired.first(std::min(repaired.size(), examplesShown));
            json["broken"] = broken.first(std::min(broken.size(), examplesShown));
        }
        return json;
    }
};

bool RouterLearner::isRight(const RouterModel &model, const RoutingExample &example) const
{
    const Route route = model.predict(example.vector, example.text);
    if (example.group == backgroundGroup)
        return route.confidence < m_threshold || route.category == Category::Escalate;
    return static_cast<int>(route.category) == example.group;
}

std::vector<RoutingExample> RouterLearner::examplesWith(const std::vector<LearntText> &texts,
                                                        int exceptFold) const
{
    std::vector<RoutingExample> examples = m_written.examples;
    for (const LearntText &text : texts) {
        if (text.isNew && foldOf(text) == exceptFold)
            continue;
        examples.push_back(text.example);
        examples.back().copies = copiesOfCorrection;
    }
    return examples;
}

Result<RouterLearner::Score> RouterLearner::heldBack(const std::vector<LearntText> &texts,
                                                     const RouterModel &current,
                                                     const RunControl &control) const
{
    Score score;
    for (int fold = 0; fold < folds; ++fold) {
        const bool hasAny = std::ranges::any_of(
            texts, [fold](const LearntText &text) { return text.isNew && foldOf(text) == fold; });
        if (!hasAny)
            continue;
        auto model =
            RouterTrainer().trainUncalibrated(m_written.intents, m_written.groupOfIntent,
                                              examplesWith(texts, fold), control, current.mix().temperature);
        if (!model)
            return model.error();
        for (const LearntText &text : texts) {
            if (text.isNew && foldOf(text) == fold)
                score.add(text.example.text, isRight(current, text.example), isRight(*model, text.example));
        }
    }
    return score;
}

RouterLearner::Score RouterLearner::validated(const RouterModel &before, const RouterModel &after,
                                              bool inScope) const
{
    Score score;
    for (const RoutingExample &example : m_validation) {
        if ((example.group != backgroundGroup) == inScope)
            score.add(example.text, isRight(before, example), isRight(after, example));
    }
    return score;
}

Result<LearnedModel> RouterLearner::learn(const std::vector<LearntText> &texts, const RouterModel &current,
                                          const RunControl &control) const
{
    auto held = heldBack(texts, current, control);
    if (!held)
        return held.error();
    auto model =
        RouterTrainer().train(m_written.intents, m_written.groupOfIntent, examplesWith(texts, -1), control);
    if (!model)
        return model.error();
    const Score inScope = validated(current, *model, true);
    const Score outOfScope = validated(current, *model, false);
    QString verdict = QStringLiteral("not worse");
    if (held->after < held->before)
        verdict = QStringLiteral("worse on the corrections held back");
    else if (!inScope.isNotWorseByChance())
        verdict = QStringLiteral("worse on the validation messages");
    else if (!outOfScope.isNotWorseByChance())
        verdict = QStringLiteral("more often sure of what no desk should answer");
    LearnedModel learned{std::move(*model), verdict == QLatin1String("not worse"), {}};
    learned.report = {{"held_back", held->toJson(false)}, // those are customers' texts
                      {"validation", inScope.toJson(true)},
                      {"out_of_scope", outOfScope.toJson(true)},
                      {"temperature", learned.model.mix().temperature},
                      {"verdict", verdict}};
    return learned;
}

Result<std::vector<RoutingExample>> loadRouterValidation(const LocalRouter::VectorOf &vectorOf)
{
    auto bytes = readResource(QStringLiteral("validation/router.jsonl"));
    if (!bytes)
        return bytes.error();
    std::vector<RoutingExample> examples;
    int line = 0;
    for (const QByteArray &text : bytes->split('\n')) {
        ++line;
        if (text.trimmed().isEmpty())
            continue;
        const auto json = parseJson(text);
        const QString label = json ? stringOr(*json, "label") : QString();
        const auto category = fromName<Category>(label);
        if (!json || stringOr(*json, "text").isEmpty() || (!category && label != QLatin1String("background")))
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("validation/router.jsonl:%1 has no text or no label").arg(line)};
        RoutingExample example;
        example.text = stringOr(*json, "text");
        example.vector = vectorOf(example.text);
        example.group = category ? static_cast<int>(*category) : backgroundGroup;
        examples.push_back(std::move(example));
    }
    return examples;
}

} // namespace Helmdesk
