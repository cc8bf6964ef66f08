#pragma once

#include "app/CalibrationRoom.h"
#include "app/Workspace.h"

#include <QThreadPool>

namespace Helmdesk
{

// The calibration of a workspace, on a thread of its own of low priority. The workspace outlives it; the
// destructor stops what runs and waits for it.
class EngineCalibration final : public CalibrationRoom
{
public:
    explicit EngineCalibration(Workspace &workspace);
    ~EngineCalibration() override;

    Reply<CalibrationView> calibration(SaidOf of, CalibrationBy by, int days) override;

private:
    Workspace &m_workspace;
    QThreadPool m_pool;
    std::stop_source m_newest;
};

} // namespace Helmdesk
