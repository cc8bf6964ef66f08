#pragma once

#include "core/RunControl.h"
#include "pipeline/KeptRunRepository.h"

#include <array>
#include <vector>

namespace Helmdesk
{

// The runs of a period in memory, as compact as deciding them again allows: about 130 bytes each. A value;
// thread: any, as long as nobody adds.
class ReplayHistory
{
public:
    struct Run {
        KeptFacts facts;
        qint64 conversation = 0;
        qint64 at = 0; // seconds since 1970
        quint32 firstPath = 0;
        quint16 paths = 0;
        Category category = Category::Escalate; // as it stands
        Decision decided = Decision::Escalated; // as it came out
        PersonsVerdict verdict = PersonsVerdict::None;
    };

    // Reads a period. Failure: that of the repository.
    static Result<ReplayHistory> read(const KeptRunRepository &repository, const QDateTime &from,
                                      const QDateTime &until, const RunControl &control);

    void add(const RecordedRun &run, const std::vector<KeptPath> &paths);
    void reserve(size_t runs);

    const std::vector<Run> &runs() const { return m_runs; }
    qint64 notKept() const { return m_notKept; } // runs of before, which cannot be decided again
    const KeptPath *pathsOf(const Run &run) const { return m_paths.data() + run.firstPath; }
    std::optional<Decision> decide(const Run &run, const TuningSettings &settings, int *taken = nullptr) const
    {
        return Helmdesk::decide(run.facts, pathsOf(run), run.paths, settings, taken);
    }

private:
    std::vector<Run> m_runs;
    std::vector<KeptPath> m_paths;
    qint64 m_notKept = 0;
};

inline constexpr size_t decisionCount = 3;

// Runs that would leave differently.
struct ReplayMove {
    qint64 runs = 0;
    // What people had done with them. The other runs nobody judged.
    qint64 sentUnchanged = 0;
    qint64 edited = 0;
    qint64 rejected = 0;
    qint64 otherCategory = 0;
    qint64 acts = 0; // would carry out an act as well, which is taken to succeed

    qint64 corrected() const { return edited + rejected + otherCategory; }
    qint64 judged() const { return sentUnchanged + corrected(); }
};

struct ReplayTally {
    qint64 runs = 0;
    qint64 notTold = 0; // under one of both settings; in nothing else
    std::array<qint64, decisionCount> was{};
    std::array<std::array<qint64, decisionCount>, decisionCount> moves{}; // from today's to the proposed
    ReplayMove toAutomatic;
    ReplayMove toPerson; // away from automatic

    qint64 today(Decision decision) const;
    qint64 proposed(Decision decision) const;
    void add(const ReplayTally &other);
};

struct ReplayResult {
    std::array<ReplayTally, 5> byCategory;
    std::vector<quint32> toAutomatic; // numbers of runs, in the history's order
    std::vector<quint32> toPerson;

    ReplayTally total() const;
};

// Every run decided under today's settings and under the proposed ones. Pure, linear. Cancelled by the
// control.
Result<ReplayResult> replay(const ReplayHistory &history, const TuningSettings &today,
                            const TuningSettings &proposed, const RunControl &control = {});

// How many runs leave without a person when one setting has each of its values, all others as they are.
struct ReplayPoint {
    double value = 0.0;
    qint64 automatic = 0;
    qint64 corrected = 0; // of them, by people then
    qint64 notTold = 0;
};
// `at` gives the settings for a value. Cancelled by the control.
Result<std::vector<ReplayPoint>> replayCurve(const ReplayHistory &history, const std::vector<double> &values,
                                             const std::function<TuningSettings(double)> &at,
                                             const RunControl &control = {});

} // namespace Helmdesk
