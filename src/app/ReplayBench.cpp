#include "app/ReplayBench.h"

#include "app/ReplayReading.h"
#include "app/Workspace.h"
#include "store/ScaleData.h"

#include <algorithm>
#include <chrono>
#include <QTemporaryDir>

namespace Helmdesk
{
namespace
{

constexpr int runsAConversation = 3;
constexpr int curvePoints = 41;

double millisecondsOf(const std::function<void()> &call)
{
    const auto started = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

Json seriesOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return {{"p50", values[values.size() / 2]}, {"max", values.back()}};
}

Result<std::unique_ptr<Workspace>> workspaceWithRuns(const QString &folder, int runs)
{
    auto workspace = Workspace::open(folder);
    if (!workspace)
        return workspace.error();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Database &database = (*workspace)->database();
    if (auto filled = addScaleConversations(database, std::max(1, runs / runsAConversation), now); !filled)
        return filled.error();
    if (auto filled = addScaleRuns(database, runs, now); !filled)
        return filled.error();
    if (auto flushed = database.checkpoint(); !flushed)
        return flushed.error();
    return workspace;
}

// Settings of all kinds moved at once, others in each round.
TuningSettings moved(const TuningSettings &today, int round)
{
    TuningSettings settings = today;
    const double step = static_cast<double>(round % 10) / 10.0;
    settings.routing = 0.5 + step / 2.0;
    settings.answer = 0.4 + step / 2.0;
    settings.sentiment = -0.9 + step / 2.0;
    settings.maxWords = 40 + 10 * (round % 10);
    settings.modes[static_cast<size_t>(round) % 4] = Mode::Auto;
    return settings;
}

struct Measured {
    double loadMs = 0.0;
    double storedMs = 0.0;
    double curveMs = 0.0;
    std::vector<double> replays;
    std::vector<double> steps;
    size_t runs = 0;
    qint64 automatic = 0; // so that nothing is left out as unused
};

Result<Measured> measure(Workspace &workspace, int runs, int rounds, const RunControl &control)
{
    Measured measured;
    const TuningSettings today = TuningSettings::of(workspace.settings());
    std::optional<ReplayHistory> history;
    std::optional<Error> failure;
    measured.loadMs = millisecondsOf([&] {
        auto read = readReplayHistory(workspace, {}, control);
        if (read)
            history = std::move(*read);
        else
            failure = read.error();
    });
    if (failure)
        return *failure;
    measured.runs = history->runs().size();
    const auto decide = [&](const TuningSettings &proposed) {
        return millisecondsOf([&] {
            const auto result = replay(*history, today, proposed, control);
            measured.automatic += result ? result->total().proposed(Decision::AutoSend) : 0;
        });
    };
    TuningSettings step = today;
    for (int round = 0; round < rounds; ++round) {
        if (auto wanted = control.check(); !wanted)
            return wanted.error();
        control.progress(round, rounds);
        measured.replays.push_back(decide(moved(today, round)));
        step.routing = std::min(1.0, today.routing + 0.01 * static_cast<double>(round % 20));
        measured.steps.push_back(decide(step));
    }
    std::vector<double> values;
    for (int point = 0; point < curvePoints; ++point)
        values.push_back(static_cast<double>(point) / (curvePoints - 1));
    measured.curveMs = millisecondsOf([&] {
        (void)replayCurve(*history, values, [&](double value) {
            TuningSettings settings = today;
            settings.routing = value;
            return settings;
        });
    });
    measured.storedMs = millisecondsOf([&] {
        const auto outcomes = workspace.runs().recentOutcomes(runs);
        for (const StoredOutcome &stored : outcomes ? *outcomes : std::vector<StoredOutcome>())
            measured.automatic += stored.outcome.decision == Decision::AutoSend ? 1 : 0;
    });
    return measured;
}

} // namespace

Result<Json> benchReplay(int runs, int rounds, const RunControl &control)
{
    QTemporaryDir folder;
    auto workspace = workspaceWithRuns(folder.path(), runs);
    if (!workspace)
        return workspace.error();
    auto measured = measure(**workspace, runs, rounds, control);
    if (!measured)
        return measured.error();
    const Json replays = seriesOf(measured->replays);
    return Json{{"runs", measured->runs},
                {"load_ms", measured->loadMs},
                {"stored_ms", measured->storedMs},
                {"replay_ms", replays},
                {"step_ms", seriesOf(measured->steps)},
                {"curve_ms", measured->curveMs},
                {"curve_points", curvePoints},
                {"times_faster", measured->storedMs / replays["p50"].get<double>()}};
}

} // namespace Helmdesk
