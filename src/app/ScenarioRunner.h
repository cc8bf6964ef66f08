#pragma once

#include "app/EngineAssets.h"
#include "core/RunControl.h"

#include <QStringList>

namespace Helmdesk
{

// Runs scenario files (their form is fixed, see docs/scenarios.md): each on a fresh store with its own
// backend, a fixed clock and the built-in engine, then compares outcomes, replies and the final state of the
// backend, in which nothing may stand that the scenario does not name. Thread: any, one at a time.
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

    // Empty when the scenario passes, else what differs.
    QStringList check(const Json &scenario, const RunControl &control);

private:
    struct SampleKnowledge;
    explicit ScenarioRunner(std::shared_ptr<EngineAssets> assets);
    QStringList checkOnce(const Json &scenario, const RunControl &control, QString *finalBackend);

    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<SampleKnowledge> m_sample;
};

} // namespace Helmdesk
