#include "app/ScenarioSession.h"
#include "core/ResourcePaths.h"
#include "insights/Replay.h"
#include "store/SqliteKnowledgeRepository.h"
#include "support/TestSupport.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// What was kept of a run decides it as running it again would: the customers' first messages of the
// scenarios, each answered under some settings, then decided again and run anew under others.
class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replayDecidesAsRunningAgain_data();
    void replayDecidesAsRunningAgain();
    void everyDecisionWasAmongThem();

private:
    struct Answered {
        Decision decision = Decision::Escalated;
        ReplayHistory history;
    };
    std::optional<Answered> answer(const Json &scenario, const Json &settings) const;
    void compare(const Json &scenario, const Json &base, QRandomGenerator &random);

    std::shared_ptr<EngineAssets> m_assets;
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqliteKnowledgeRepository> m_repository;
    std::shared_ptr<KnowledgeBase> m_knowledge; // for scenarios that bring no articles
    std::vector<Json> m_scenarios;
    int m_decided = 0;
    int m_moved = 0; // otherwise than at first
    int m_notTold = 0;
    std::array<int, decisionCount> m_kinds{};
};

namespace
{

constexpr int slices = 30;     // of the scenarios
constexpr int shortSlices = 5; // of these; with HELMDESK_REPLAY_ALL all
constexpr int shortStride = 2; // and of a slice every second message
constexpr int settingsEach = 3;

std::vector<Json> scenarios()
{
    std::vector<Json> all;
    const auto add = [&all](const Json &scenario) {
        if (scenario.is_object() && !scenario.contains("faults") && !memberOrNull(scenario, "turns").empty())
            all.push_back(scenario);
    };
    const QDir folder(QStringLiteral(HELMDESK_SCENARIOS));
    for (const QString &name : folder.entryList({u"*.json"_s, u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (name.endsWith(".json"_L1)) {
            const auto document = parseJson(file.readAll());
            if (document && document->is_array())
                std::ranges::for_each(*document, add);
            else if (document)
                add(*document);
            continue;
        }
        for (const QByteArray &line : file.readAll().split('\n'))
            if (const auto document = parseJson(line))
                add(*document);
    }
    return all;
}

QString firstText(const Json &scenario)
{
    return scenario["turns"].front().get<QString>();
}

Json picked(QRandomGenerator &random, const Json &values)
{
    return values[static_cast<size_t>(random.bounded(static_cast<int>(values.size())))];
}

Json randomModes(QRandomGenerator &random, const Json &among)
{
    Json modes = Json::object();
    for (const char *name : {"modes.billing", "modes.technical", "modes.account", "modes.general"})
        modes[name] = picked(random, among);
    return modes;
}

// Some of the settings that can be replayed.
Json randomSettings(QRandomGenerator &random)
{
    static const Json choices = {
        {"routing.threshold", {0.0, 0.2, 0.35, 0.5, 0.6, 0.7, 0.75, 0.85, 0.9, 0.95, 0.98, 1.0}},
        {"answer.threshold", {0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 0.9, 0.95, 1.0}},
        {"sentiment.threshold", {-1.0, -0.7, -0.3, -0.1, 0.2}},
        {"complexity.max_words", {3, 8, 15, 40, 400}},
        {"complexity.max_questions", {0, 1, 10}},
        {"routing.least_guess", {0.0, 0.2, 0.55, 0.7}},
        {"answer.plain_support", {0.3, 0.6, 0.97}},
    };
    Json settings = Json::object();
    for (const auto &[name, values] : choices.items()) {
        if (random.bounded(2) == 0)
            settings[name] = picked(random, values);
    }
    settings.update(randomModes(random, {"off", "shadow", "suggest", "auto", "auto", "auto"}));
    return settings;
}

} // namespace

void TestReplay::initTestCase()
{
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
    auto database = Database::open(m_folder.filePath(u"kb.db"_s), {.durability = Durability::None});
    VERIFY_RESULT(database);
    m_database = std::move(*database);
    m_repository = std::make_unique<SqliteKnowledgeRepository>(*m_database);
    m_knowledge = std::make_shared<KnowledgeBase>(*m_repository, *m_assets->encoder, *m_assets->projection);
    VERIFY_RESULT(m_knowledge->importFiles({resourceFile(u"kb"_s)}, {}));
    m_scenarios = scenarios();
    QVERIFY(m_scenarios.size() > 1000);
}

std::optional<TestReplay::Answered> TestReplay::answer(const Json &scenario, const Json &settings) const
{
    Json asked = scenario;
    asked["settings"] = settings;
    auto session = ScenarioSession::start(asked, m_assets, m_knowledge, {});
    if (!session)
        return std::nullopt;
    if (auto said = (*session)->say(firstText(scenario), 1); !said)
        return std::nullopt;
    auto history = ReplayHistory::read((*session)->workspace().keptRuns(), {}, {}, {});
    if (!history)
        return std::nullopt;
    return Answered{(*session)->outcome().decision, std::move(*history)};
}

void TestReplay::compare(const Json &scenario, const Json &base, QRandomGenerator &random)
{
    const auto first = answer(scenario, base);
    QVERIFY(first);
    QCOMPARE(first->history.runs().size(), size_t(1));
    const ReplayHistory::Run &run = first->history.runs().front();
    const auto same = first->history.decide(run, TuningSettings::of(*Settings().with(base)));
    QVERIFY2(same == first->decision, qPrintable(firstText(scenario)));
    for (int k = 0; k < settingsEach; ++k) {
        const Json other = randomSettings(random);
        const auto replayed = first->history.decide(run, TuningSettings::of(*Settings().with(other)));
        if (!replayed) {
            ++m_notTold;
            continue;
        }
        const auto again = answer(scenario, other);
        QVERIFY(again);
        const QString why = u"%1: \"%2\"\n  from %3\n  to %4\n  replayed %5, run again %6"_s.arg(
            stringOr(scenario, "id"), firstText(scenario), QString::fromUtf8(toBytes(base)),
            QString::fromUtf8(toBytes(other)), nameOf(*replayed), nameOf(again->decision));
        QVERIFY2(*replayed == again->decision, qPrintable(why));
        ++m_decided;
        m_moved += *replayed != first->decision ? 1 : 0;
        ++m_kinds[static_cast<size_t>(*replayed)];
    }
}

void TestReplay::replayDecidesAsRunningAgain_data()
{
    QTest::addColumn<int>("slice");
    const bool all = qEnvironmentVariableIsSet("HELMDESK_REPLAY_ALL");
    for (int slice = 0; slice < (all ? slices : shortSlices); ++slice)
        QTest::addRow("slice %d", slice) << slice;
}

void TestReplay::replayDecidesAsRunningAgain()
{
    QFETCH(int, slice);
    const size_t stride = qEnvironmentVariableIsSet("HELMDESK_REPLAY_ALL") ? slices : slices * shortStride;
    QRandomGenerator random(static_cast<quint32>(2026 + slice));
    for (size_t i = static_cast<size_t>(slice); i < m_scenarios.size(); i += stride) {
        Json base = randomModes(random, {"shadow", "suggest", "suggest", "auto", "auto"});
        if (random.bounded(3) == 0) {
            base["routing.threshold"] = picked(random, {0.5, 0.7, 0.9});
            base["answer.threshold"] = picked(random, {0.5, 0.8, 0.9});
            base["sentiment.threshold"] = picked(random, {-0.7, -0.2});
        }
        compare(m_scenarios[i], base, random);
        if (QTest::currentTestFailed())
            return;
    }
    qInfo("%d decided again and run again, %d of them otherwise than at first; %d not told", m_decided,
          m_moved, m_notTold);
}

void TestReplay::everyDecisionWasAmongThem()
{
    QVERIFY(std::ranges::all_of(m_kinds, [](int kind) { return kind > 20; }));
    QVERIFY(m_moved > m_decided / 5);
    QVERIFY(m_notTold * 10 < m_decided); // off is not among the settings under which they ran first
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
