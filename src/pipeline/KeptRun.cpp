#include "pipeline/KeptRun.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr std::array tuningKeys{
    SettingKey::RoutingThreshold,
    SettingKey::AnswerThreshold,
    SettingKey::LeastGuess,
    SettingKey::PlainSupport,
    SettingKey::SentimentThreshold,
    SettingKey::ComplexityMaxWords,
    SettingKey::ComplexityMaxQuestions,
    SettingKey::ModeBilling,
    SettingKey::ModeTechnical,
    SettingKey::ModeAccount,
    SettingKey::ModeGeneral,
};

bool isMeasuredOut(const KeptFacts &run, const TuningSettings &settings)
{
    return run.sentiment < settings.sentiment || run.words > settings.maxWords ||
           run.questions > settings.maxQuestions;
}

// An article settles only what is not sure without it.
bool isSettledBy(const KeptPath &article, const KeptPath &alone, const TuningSettings &settings)
{
    return article.isOfArticle() && article.holdsFor(settings.routing) &&
           alone.confidence < settings.routing && article.support >= settings.answer &&
           article.confidence >= settings.routing;
}

} // namespace

TuningSettings TuningSettings::of(const Settings &settings)
{
    TuningSettings tuning;
    tuning.routing = settings.routingThreshold();
    tuning.answer = settings.answerThreshold();
    tuning.leastGuess = settings.leastGuess();
    tuning.plainSupport = settings.plainSupport();
    tuning.sentiment = settings.sentimentThreshold();
    tuning.maxWords = settings.maxWords();
    tuning.maxQuestions = settings.maxQuestions();
    for (const Category category : allCategories)
        tuning.modes[static_cast<size_t>(category)] = settings.mode(category);
    return tuning;
}

bool TuningSettings::has(const QString &name)
{
    return names().contains(name);
}

QStringList TuningSettings::names()
{
    QStringList names;
    for (const SettingKey key : tuningKeys)
        names << QString::fromLatin1(definitionOf(key).name);
    return names;
}

Mode KeptPath::mode(const TuningSettings &settings) const
{
    Mode strictest = Mode::Auto;
    for (size_t category = 0; category < settings.modes.size(); ++category) {
        if ((categories >> category & 1) != 0)
            strictest = std::min(strictest, settings.modes[category]);
    }
    return strictest;
}

std::optional<Decision> decide(const KeptFacts &run, const KeptPath &path, const TuningSettings &settings)
{
    if (run.isSilent)
        return Decision::NeedsReview;
    if (run.alwaysEscalates || isMeasuredOut(run, settings))
        return Decision::Escalated;
    if (!path.isTold)
        return std::nullopt;
    const Mode mode = path.mode(settings);
    if (mode == Mode::Off || path.confidence < settings.routing || path.isUnanswerable)
        return Decision::Escalated;
    const bool isGuess = path.confidence < settings.leastGuess;
    double answer = path.answer;
    if (isGuess)
        answer = path.guess >= settings.plainSupport || std::isnan(path.guess) ? path.guess : 0.0;
    if (std::isnan(answer))
        return std::nullopt;
    if ((isGuess ? path.repeatsGuess && answer > 0.0 : path.escalates) || answer < settings.answer)
        return Decision::Escalated;
    if (run.personRequired || mode != Mode::Auto)
        return Decision::NeedsReview;
    if (isGuess)
        return Decision::AutoSend;
    // Without the certainty that an answer needs no act is carried out either.
    const bool isHeld = path.acts != KeptActs::None && path.confidence < settings.answer;
    if (path.waits || isHeld)
        return Decision::NeedsReview;
    if (path.acts == KeptActs::Unclear)
        return std::nullopt;
    return Decision::AutoSend;
}

std::optional<Decision> decide(const KeptFacts &run, const KeptPath *paths, size_t count,
                               const TuningSettings &settings, int *taken)
{
    if (taken != nullptr)
        *taken = -1;
    for (size_t i = 0; i < count; ++i) {
        if (paths[i].isOfArticle() || !paths[i].holdsFor(settings.routing))
            continue;
        const bool isSettled = i + 1 < count && isSettledBy(paths[i + 1], paths[i], settings);
        const size_t chosen = isSettled ? i + 1 : i;
        if (taken != nullptr)
            *taken = static_cast<int>(chosen);
        return decide(run, paths[chosen], settings);
    }
    if (!run.isSilent && !run.alwaysEscalates && !isMeasuredOut(run, settings))
        return std::nullopt;
    return decide(run, KeptPath(), settings);
}

} // namespace Helmdesk
