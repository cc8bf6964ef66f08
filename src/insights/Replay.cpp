#include "insights/Replay.h"

namespace Helmdesk
{
namespace
{

constexpr size_t runsBetweenChecks = 65'536;

size_t index(Decision decision)
{
    return static_cast<size_t>(decision);
}

void count(ReplayMove &move, const ReplayHistory::Run &run, bool acts)
{
    ++move.runs;
    move.acts += acts ? 1 : 0;
    switch (run.verdict) {
    case PersonsVerdict::None:
        break;
    case PersonsVerdict::SentUnchanged:
        ++move.sentUnchanged;
        break;
    case PersonsVerdict::Edited:
        ++move.edited;
        break;
    case PersonsVerdict::Rejected:
        ++move.rejected;
        break;
    case PersonsVerdict::OtherCategory:
        ++move.otherCategory;
        break;
    }
}

void addMove(ReplayMove &sum, const ReplayMove &other)
{
    sum.runs += other.runs;
    sum.sentUnchanged += other.sentUnchanged;
    sum.edited += other.edited;
    sum.rejected += other.rejected;
    sum.otherCategory += other.otherCategory;
    sum.acts += other.acts;
}

bool wasCorrected(PersonsVerdict verdict)
{
    return verdict != PersonsVerdict::None && verdict != PersonsVerdict::SentUnchanged;
}

} // namespace

Result<ReplayHistory> ReplayHistory::read(const KeptRunRepository &repository, const QDateTime &from,
                                          const QDateTime &until, const RunControl &control)
{
    ReplayHistory history;
    auto read = repository.read(
        from, until, control,
        [&](const RecordedRun &run, const std::vector<KeptPath> &paths) { history.add(run, paths); });
    if (!read)
        return read.error();
    return history;
}

void ReplayHistory::add(const RecordedRun &recorded, const std::vector<KeptPath> &paths)
{
    if (!recorded.isKept) {
        ++m_notKept;
        return;
    }
    Run run;
    run.facts = recorded.facts;
    run.conversation = recorded.conversation.value;
    run.at = recorded.at;
    run.firstPath = static_cast<quint32>(m_paths.size());
    run.paths = static_cast<quint16>(paths.size());
    run.category = recorded.category;
    run.decided = recorded.decided;
    run.verdict = recorded.verdict;
    m_paths.insert(m_paths.end(), paths.begin(), paths.end());
    m_runs.push_back(run);
}

void ReplayHistory::reserve(size_t runs)
{
    m_runs.reserve(runs);
    m_paths.reserve(runs);
}

qint64 ReplayTally::today(Decision decision) const
{
    qint64 sum = 0;
    for (const qint64 to : moves[index(decision)])
        sum += to;
    return sum;
}

qint64 ReplayTally::proposed(Decision decision) const
{
    qint64 sum = 0;
    for (const auto &from : moves)
        sum += from[index(decision)];
    return sum;
}

void ReplayTally::add(const ReplayTally &other)
{
    runs += other.runs;
    notTold += other.notTold;
    for (size_t from = 0; from < decisionCount; ++from) {
        was[from] += other.was[from];
        for (size_t to = 0; to < decisionCount; ++to)
            moves[from][to] += other.moves[from][to];
    }
    addMove(toAutomatic, other.toAutomatic);
    addMove(toPerson, other.toPerson);
}

ReplayTally ReplayResult::total() const
{
    ReplayTally total;
    for (const ReplayTally &category : byCategory)
        total.add(category);
    return total;
}

Result<ReplayResult> replay(const ReplayHistory &history, const TuningSettings &today,
                            const TuningSettings &proposed, const RunControl &control)
{
    ReplayResult result;
    const std::vector<ReplayHistory::Run> &runs = history.runs();
    for (size_t i = 0; i < runs.size(); ++i) {
        if (i % runsBetweenChecks == 0) {
            if (auto wanted = control.check(); !wanted)
                return wanted.error();
        }
        const ReplayHistory::Run &run = runs[i];
        ReplayTally &tally = result.byCategory[static_cast<size_t>(run.category)];
        ++tally.runs;
        ++tally.was[index(run.decided)];
        int taken = -1;
        const auto now = history.decide(run, today);
        const auto then = history.decide(run, proposed, &taken);
        if (!now || !then) {
            ++tally.notTold;
            continue;
        }
        ++tally.moves[index(*now)][index(*then)];
        if (*now == *then)
            continue;
        if (*then == Decision::AutoSend) {
            count(tally.toAutomatic, run, taken >= 0 && history.pathsOf(run)[taken].acts != KeptActs::None);
            result.toAutomatic.push_back(static_cast<quint32>(i));
        } else if (*now == Decision::AutoSend) {
            count(tally.toPerson, run, false);
            result.toPerson.push_back(static_cast<quint32>(i));
        }
    }
    return result;
}

Result<std::vector<ReplayPoint>> replayCurve(const ReplayHistory &history, const std::vector<double> &values,
                                             const std::function<TuningSettings(double)> &at,
                                             const RunControl &control)
{
    std::vector<ReplayPoint> points;
    for (const double value : values) {
        if (auto wanted = control.check(); !wanted)
            return wanted.error();
        const TuningSettings settings = at(value);
        ReplayPoint point{value, 0, 0, 0};
        for (const ReplayHistory::Run &run : history.runs()) {
            const auto decided = history.decide(run, settings);
            if (!decided)
                ++point.notTold;
            else if (*decided == Decision::AutoSend) {
                ++point.automatic;
                point.corrected += wasCorrected(run.verdict) ? 1 : 0;
            }
        }
        points.push_back(point);
    }
    return points;
}

} // namespace Helmdesk
