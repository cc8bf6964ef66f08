#include "app/LearningBench.h"

#include "core/ResourcePaths.h"
#include "routing/ContributionLimits.h"
#include "routing/RouterLearner.h"

#include <array>
#include <chrono>
#include <random>

namespace Helmdesk
{
namespace
{

constexpr double routingThreshold = 0.8;
constexpr int correctionsPerDay = 40;
constexpr int customers = 180;
constexpr std::array<const char *, 8> openers{"",     "Hi, ",    "hello! ",     "Good morning, ",
                                              "hey ", "Sorry, ", "Quick one: ", "one more thing, "};
constexpr std::array<const char *, 6> closers{"", " please", " thanks", ", can you help?", " - Jo", " !!"};

struct Shifted {
    std::vector<RoutingExample> corrections;
    std::vector<RoutingExample> test;
};

Result<Shifted> loadShifted(const SentenceEncoder &encoder)
{
    auto bytes = readResource(QStringLiteral("validation/shifted.jsonl"));
    if (!bytes)
        return bytes.error();
    Shifted shifted;
    for (const QByteArray &line : bytes->split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto json = parseJson(line);
        const auto category = json ? fromName<Category>(stringOr(*json, "label")) : std::nullopt;
        if (!category)
            return Error{ErrorKind::InvalidInput, QStringLiteral("validation/shifted.jsonl is damaged")};
        RoutingExample example;
        example.text = stringOr(*json, "text");
        example.group = static_cast<int>(*category);
        if (stringOr(*json, "part") == QLatin1String("test")) {
            example.vector = encoder.encode(example.text);
            shifted.test.push_back(std::move(example));
        } else {
            shifted.corrections.push_back(std::move(example));
        }
    }
    return shifted;
}

// As customers would write them: the same matters in other words around them, in random order.
std::vector<Contribution> simulate(const Shifted &shifted, int count)
{
    std::mt19937 random(7);
    std::vector<Contribution> contributions;
    const QDateTime start(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    QSet<QString> seen;
    const size_t most = shifted.corrections.size() * openers.size() * closers.size();
    while (contributions.size() < std::min(static_cast<size_t>(count), most)) {
        const RoutingExample &core = shifted.corrections[random() % shifted.corrections.size()];
        Contribution contribution;
        contribution.text = QString::fromUtf8(openers[random() % openers.size()]) + core.text +
                            QString::fromUtf8(closers[random() % closers.size()]);
        if (seen.contains(contribution.text))
            continue;
        seen.insert(contribution.text);
        contribution.id = static_cast<qint64>(contributions.size()) + 1;
        contribution.category = allCategories[core.group];
        contribution.customer = QStringLiteral("customer %1").arg(random() % customers);
        contribution.origin = QStringLiteral("operator");
        contribution.by = QStringLiteral("operator %1").arg(random() % 4);
        contribution.at = start.addDays(contribution.id / correctionsPerDay).addSecs(contribution.id);
        contributions.push_back(std::move(contribution));
    }
    return contributions;
}

double accuracy(const RouterModel &model, const std::vector<RoutingExample> &examples)
{
    int n = 0;
    int right = 0;
    for (const RoutingExample &example : examples) {
        if (example.group == backgroundGroup)
            continue;
        ++n;
        right += static_cast<int>(model.predict(example.vector, example.text).category) == example.group;
    }
    return n > 0 ? static_cast<double>(right) / n : 0.0;
}

std::vector<LearntText> learntFrom(std::vector<Contribution> contributions, const std::vector<int> &written,
                                   const SentenceEncoder &encoder, qint64 lastSeen)
{
    limitContributions(contributions, {}, written);
    std::vector<QString> texts;
    std::erase_if(contributions, [](const Contribution &c) { return c.use != ContributionUse::Used; });
    for (const Contribution &contribution : contributions)
        texts.push_back(contribution.text);
    auto vectors = encoder.encodeBatch(texts);
    std::vector<LearntText> learnt;
    for (size_t i = 0; i < contributions.size(); ++i)
        learnt.push_back({{texts[i], std::move(vectors[i]), -1, static_cast<int>(contributions[i].category)},
                          contributions[i].customer,
                          contributions[i].id > lastSeen});
    return learnt;
}

} // namespace

Result<Json> evaluateLearning(EngineAssets &assets, int corrections, int steps, const RunControl &control)
{
    const SentenceEncoder &encoder = *assets.encoder;
    auto taxonomy = IntentTaxonomy::load(resourceFile(QStringLiteral("intents")));
    if (!taxonomy)
        return taxonomy.error();
    TextVectors vectors;
    auto written = makeTrainingSet(*taxonomy, encoder, vectors, control);
    if (!written)
        return written.error();
    auto validation = loadRouterValidation([&](const QString &text) { return encoder.encode(text); });
    if (!validation)
        return validation.error();
    auto shifted = loadShifted(encoder);
    if (!shifted)
        return shifted.error();
    const std::vector<int> counts = written->writtenOf();
    const std::vector<Contribution> all = simulate(*shifted, corrections);
    const RouterLearner learner(*written, *validation, routingThreshold);
    std::shared_ptr<const RouterModel> current = assets.router->model();
    Json curve = Json::array();
    const auto point = [&](size_t seen, size_t used, bool tookOver, double seconds) {
        curve.push_back({{"corrections", seen},
                         {"used", used},
                         {"shifted_accuracy", accuracy(*current, shifted->test)},
                         {"validation_accuracy", accuracy(*current, *validation)},
                         {"took_over", tookOver},
                         {"training_s", seconds}});
    };
    point(0, 0, false, 0.0);
    qint64 lastSeen = 0;
    for (int step = 1; step <= steps; ++step) {
        const size_t seen = all.size() * static_cast<size_t>(step) / static_cast<size_t>(steps);
        const auto learnt = learntFrom({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(seen)}, counts,
                                       encoder, lastSeen);
        const auto started = std::chrono::steady_clock::now();
        auto learned = learner.learn(learnt, *current, control);
        if (!learned)
            return learned.error();
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
        if (learned->isNotWorse) {
            current = std::make_shared<const RouterModel>(std::move(learned->model));
            lastSeen = static_cast<qint64>(seen);
        }
        point(seen, learnt.size(), learned->isNotWorse, seconds);
        control.progress(step, steps + 1);
    }

    // The attack: everything is "general", says one customer through one operator on one day.
    std::vector<Contribution> attack = all;
    for (Contribution &contribution : attack) {
        contribution.category = Category::General;
        contribution.customer = QStringLiteral("one customer");
        contribution.by = QStringLiteral("one operator");
        contribution.at = all.front().at;
    }
    const auto poison = learntFrom(attack, counts, encoder, 0);
    auto poisoned = learner.learn(poison, *assets.router->model(), control);
    if (!poisoned)
        return poisoned.error();
    return Json{{"n", shifted->test.size()},
                {"curve", std::move(curve)},
                {"attack",
                 {{"corrections", attack.size()},
                  {"used", poison.size()},
                  {"took_over", poisoned->isNotWorse},
                  {"shifted_accuracy_before", accuracy(*assets.router->model(), shifted->test)},
                  {"shifted_accuracy_after", accuracy(poisoned->model, shifted->test)},
                  {"validation_accuracy_before", accuracy(*assets.router->model(), *validation)},
                  {"validation_accuracy_after", accuracy(poisoned->model, *validation)}}}};
}

} // namespace Helmdesk
