#pragma once

#include "app/DeskSnapshots.h"
#include "core/RunControl.h"
#include "routing/LearningRepository.h"

#include <algorithm>
#include <atomic>

namespace Helmdesk
{

class LocalRouter;
class RouterModel;
class Workspace;
struct EngineAssets;

// What the operators' verdicts of the last 90 days carry for the promise that is set; where none is set, for
// one of 2 %. Needs no engine. Failure: that of the store.
Result<PromiseReport> promiseOf(Workspace &workspace);

// How the router of a workspace learns from its desk: corrections become contributions, contributions within
// their limits a candidate, and a candidate that is not worse the next version. Every version is a file in
// <workspace>/models and a row; version 1 is the model that came with the program. A value-like set of
// functions on a workspace; thread: any, retrain() takes seconds on all cores and only one runs at a time
// (Conflict). Failure: that of the store, Io for the files.
class RouterLearning
{
public:
    static constexpr int leastNew = 12; // contributions before a new version is worth making

    RouterLearning(Workspace &workspace, EngineAssets &assets, LocalRouter &router)
        : m_workspace(workspace)
        , m_assets(assets)
        , m_router(router)
    {
    }

    // Puts the active version into the router. Where the program came with a new model, that one becomes the
    // active version: what was learnt is learnt again on it by the next retrain(). A damaged or missing file
    // leaves the program's own model in use, with a warning.
    Result<> loadActive();

    // Contributions that the active version has not learnt from and that are within their limits.
    Result<int> newContributions();
    // Trains and compares; gives the version made, active or declined. Conflict when there is nothing new.
    Result<ModelVersion> retrain(const QString &by, const RunControl &control);
    Result<> rollBack(qint64 version, const QString &by);
    Result<> review(qint64 contribution, ReviewState state, const QString &by);

    Result<LearningView> view();
    Result<PromiseReport> promise(); // see promiseOf()
    // The threshold that the engine uses: the setting, or that of the promise where one is set, kept and
    // higher. Cheap: read from what the last refreshPromise() found.
    double effectiveThreshold(double fromSettings) const { return std::max(fromSettings, m_promised.load()); }
    Result<> refreshPromise();

private:
    Result<std::vector<Contribution>> limited(const std::vector<int> &written);
    Result<ModelVersion> active();
    Result<> putIntoRouter(const ModelVersion &version);
    QString pathOf(const QString &file) const;

    Workspace &m_workspace;
    EngineAssets &m_assets;
    LocalRouter &m_router;
    std::atomic<double> m_promised{0.0};
    std::atomic<bool> m_isTraining{false};
};

} // namespace Helmdesk
