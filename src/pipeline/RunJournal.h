#pragma once

#include "core/Clock.h"
#include "pipeline/RunRepository.h"

#include <functional>

namespace Helmdesk
{

// The steps of one run. step() does a piece of work once: what an earlier attempt stored is handed out again
// without doing it, so a run that was interrupted anywhere goes on at its first unfinished step. Thread: the
// run's own. Failure: that of the work, or of the store; Conflict when the run was cancelled meanwhile.
class RunJournal
{
public:
    static Result<RunJournal> open(RunRepository &runs, RunId run, const Clock &clock);

    // Stores the output before returning it. A failure of `work` is not stored: the next attempt tries again.
    Result<Json> step(const QString &name, const Json &input, const std::function<Result<Json>()> &work);

    // True while steps of an earlier attempt are left to be handed out again.
    bool hasStored() const { return m_next < m_steps.size(); }

    // Finished steps so far, stored earlier or by this attempt.
    const std::vector<RunStep> &steps() const { return m_steps; }
    // Milliseconds by step, several of one name added up; "total" first.
    std::vector<NamedValue> milliseconds() const;

private:
    RunJournal(RunRepository &runs, RunId run, const Clock &clock)
        : m_runs(&runs)
        , m_run(run)
        , m_clock(&clock)
    {
    }

    RunRepository *m_runs;
    RunId m_run;
    const Clock *m_clock;
    std::vector<RunStep> m_steps;
    size_t m_next = 0;
};

} // namespace Helmdesk
