#include "pipeline/RunJournal.h"

#include <algorithm>
#include <chrono>

namespace Helmdesk
{

Result<RunJournal> RunJournal::open(RunRepository &runs, RunId run, const Clock &clock)
{
    RunJournal journal(runs, run, clock);
    auto steps = runs.steps(run);
    if (!steps)
        return steps.error();
    journal.m_steps = std::move(*steps);
    return journal;
}

Result<Json> RunJournal::step(const QString &name, const Json &input,
                              const std::function<Result<Json>()> &work)
{
    if (m_next < m_steps.size()) {
        const RunStep &done = m_steps[m_next];
        if (done.name != name) {
            return Error{ErrorKind::Internal,
                         QStringLiteral("run %1 stored the step %2 where %3 was expected")
                             .arg(m_run.value)
                             .arg(done.name, name)};
        }
        ++m_next;
        return done.output;
    }
    RunStep step;
    step.seq = static_cast<int>(m_next);
    step.name = name;
    step.input = input;
    step.startedAt = m_clock->now();
    const auto started = std::chrono::steady_clock::now();
    auto output = work();
    if (!output)
        return output.error();
    step.micros =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started)
            .count();
    step.output = *output;
    if (auto stored = m_runs->addStep(m_run, step); !stored)
        return stored.error();
    m_steps.push_back(std::move(step));
    ++m_next;
    return output;
}

std::vector<NamedValue> RunJournal::milliseconds() const
{
    std::vector<NamedValue> values{{QStringLiteral("total"), 0.0}};
    for (const RunStep &step : m_steps) {
        const double ms = static_cast<double>(step.micros) / 1000.0;
        values.front().value += ms;
        const auto same = std::ranges::find(values, step.name, &NamedValue::name);
        if (same != values.end())
            same->value += ms;
        else
            values.push_back({step.name, ms});
    }
    return values;
}

} // namespace Helmdesk
