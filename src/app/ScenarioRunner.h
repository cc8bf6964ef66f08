#pragma once

#include "app/EngineAssets.h"
#include "app/ScenarioSession.h"
#include "core/RunControl.h"

#include <QStringList>

namespace Helmdesk
{

// Runs scenario files (their form is fixed, see docs/scenarios.md): each on a fresh store with its own
// backend, a fixed clock and the engine that is set, then compares outcomes, replies and the final state of
// the backend, in which nothing may stand that the scenario does not name. Thread: any, one at a time.
class ScenarioRunner
{
public:
    // Encodes the sample knowledge base once, for the scenarios that bring none of their own.
    static Result<std::unique_ptr<ScenarioRunner>> create(std::shared_ptr<EngineAssets> assets,
                                                          const RunControl &control);
    ~ScenarioRunner();

    // A file or a folder of *.json and *.jsonl. {"n","passed","failed":[{"id","why"}]}; a file that cannot be
    // read is a failed scenario with its name.
    Json run(const QString &path, const RunControl &control);

    // Runs every scenario at least so often, also where it does not ask for it itself; 1 at first.
    void setLeastRepeats(int repeats) { m_leastRepeats = repeats; }

    // Which engine answers, instead of the built-in one.
    void setEngine(ScenarioEngine engine) { m_engine = std::move(engine); }

    // Adds "outcomes" to the figures of run(): for each scenario the outcome of every turn.
    void setKeepsOutcomes(bool keeps) { m_keepsOutcomes = keeps; }

    // A scenario with "repeat" runs so often, several runs at the same time and each with random pauses
    // before its tool calls; all must leave the same backend. Empty when the scenario passes, else what
    // differs.
    QStringList check(const Json &scenario, const RunControl &control);

private:
    struct SampleKnowledge;
    explicit ScenarioRunner(std::shared_ptr<EngineAssets> assets);
    struct Pass {
        QStringList wrong;
        QString finalBackend;
        Json outcomes = Json::array(); // one a turn
    };
    Pass checkOnce(const Json &scenario, const RunControl &control, std::optional<quint32> seed) const;

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<SampleKnowledge> m_sample;
    ScenarioEngine m_engine;
    int m_leastRepeats = 1;
    bool m_keepsOutcomes = false;
    Json m_outcomes = Json::array();
};

} // namespace Helmdesk
