#include "app/CalibrationReading.h"

#include "store/SqliteCalibrationRepository.h"

namespace Helmdesk
{
namespace
{

constexpr int driftDays = 30;

Result<CalibrationDrift> driftOf(Workspace &workspace, const CalibrationQuestion &question,
                                 const RunControl &control)
{
    const SqliteCalibrationRepository repository(workspace.database());
    const ReplayPeriod &period = question.period;
    const QDate end =
        (period.to.isValid() ? period.to : workspace.clock().now().toLocalTime().date()).addDays(1);
    const QDate middle = period.from.isValid() ? period.from : end.addDays(-driftDays);
    const QDate begin = middle.addDays(-middle.daysTo(end));
    const auto before = repository.sayings(question.of, begin.startOfDay(), middle.startOfDay(), control);
    if (!before)
        return before.error();
    const auto now = repository.sayings(question.of, middle.startOfDay(), end.startOfDay(), control);
    if (!now)
        return now.error();
    return driftBetween(*before, *now);
}

} // namespace

Result<CalibrationView> readCalibration(Workspace &workspace, const CalibrationQuestion &question,
                                        const RunControl &control)
{
    const ReplayPeriod &period = question.period;
    const QDateTime from = period.from.isValid() ? period.from.startOfDay() : QDateTime();
    const QDateTime until = period.to.isValid() ? period.to.addDays(1).startOfDay() : QDateTime();
    const auto sayings =
        SqliteCalibrationRepository(workspace.database()).sayings(question.of, from, until, control);
    if (!sayings)
        return sayings.error();
    const auto promised = promisedThreshold(workspace);
    if (!promised)
        return promised.error();
    const auto drift = driftOf(workspace, question, control);
    if (!drift)
        return drift.error();
    const TuningSettings tuning = tuningOf(workspace.settings(), *promised);
    CalibrationView view;
    view.of = question.of;
    view.total = calibrationOf(*sayings);
    if (question.by != CalibrationBy::Nothing)
        view.parts = calibrationParts(*sayings, question.by);
    view.drift = *drift;
    view.threshold = question.of == SaidOf::Category ? tuning.routing : tuning.answer;
    view.next = mostTelling(*sayings, view.threshold, static_cast<size_t>(std::max(question.next, 0)));
    return view;
}

} // namespace Helmdesk
