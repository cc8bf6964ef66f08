#include "app/ReplayBench.h"

#include "app/ReplayReading.h"
#include "app/Workspace.h"
#include "store/ScaleData.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <QTemporaryDir>

namespace Helmdesk
{
namespace
{

constexpr int runsAConversation = 3;
constexpr int curvePoints = 41;

// On a busy machine the processor's own time tells more than that of the clock on the wall.
struct Spent {
    double wallMs = 0.0;
    double cpuMs = 0.0;
};

Spent spentOn(const std::function<void()> &call)
{
    const std::clock_t before = std::clock();
    const auto started = std::chrono::steady_clock::now();
    call();
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count(),
            1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC};
}

Json toJson(const Spent &spent)
{
    return {{"wall", spent.wallMs}, {"cpu", spent.cpuMs}};
}

Json seriesOf(std::vector<Spent> values)
{
    std::ranges::sort(values, {}, &Spent::cpuMs);
    return {{"p50", toJson(values[values.size() / 2])}, {"max", toJson(values.back())}};
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
    Spent load;
    Spent stored;
    Spent curve;
    std::vector<Spent> replays;
    std::vector<Spent> steps;
    size_t runs = 0;
    qint64 automatic = 0; // so that nothing is left out as unused
};

Result<Measured> measure(Workspace &workspace, int runs, int rounds, const RunControl &control)
{
    Measured measured;
    const TuningSettings today = TuningSettings::of(workspace.settings());
    std::optional<ReplayHistory> history;
    std::optional<Error> failure;
    measured.load = spentOn([&] {
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
        return spentOn([&] {
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
    measured.curve = spentOn([&] {
        (void)replayCurve(*history, values, [&](double value) {
            TuningSettings settings = today;
            settings.routing = value;
            return settings;
        });
    });
    measured.stored = spentOn([&] {
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
    const double median = std::max(0.001, replays["p50"]["cpu"].get<double>());
    return Json{{"runs", measured->runs},
                {"load_ms", toJson(measured->load)},
                {"stored_ms", toJson(measured->stored)},
                {"replay_ms", replays},
                {"step_ms", seriesOf(measured->steps)},
                {"curve_ms", toJson(measured->curve)},
                {"curve_points", curvePoints},
                {"times_faster", measured->stored.cpuMs / median}};
}

} // namespace Helmdesk
