#include "app/EngineCalibration.h"

#include "app/CalibrationReading.h"

#include <QtConcurrent>

namespace Helmdesk
{

EngineCalibration::EngineCalibration(Workspace &workspace)
    : m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

EngineCalibration::~EngineCalibration()
{
    m_newest.request_stop();
    m_pool.waitForDone();
}

CalibrationRoom::Reply<CalibrationView> EngineCalibration::calibration(SaidOf of, CalibrationBy by, int days)
{
    m_newest.request_stop();
    m_newest = std::stop_source();
    return QtConcurrent::run(
        &m_pool,
        [this, of, by, days, control = RunControl(m_newest.get_token())]() -> Result<CalibrationView> {
            if (auto wanted = control.check(); !wanted)
                return wanted.error(); // overtaken while it waited
            CalibrationQuestion question{of, by, {}};
            if (days > 0)
                question.period.from = m_workspace.clock().now().toLocalTime().date().addDays(1 - days);
            return readCalibration(m_workspace, question, control);
        });
}

} // namespace Helmdesk
