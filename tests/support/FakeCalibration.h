#pragma once

#include "app/CalibrationRoom.h"

#include <QFuture>

namespace Helmdesk::Test
{

// A room of the calibration in memory that says at once what a test says.
class FakeCalibration final : public CalibrationRoom
{
public:
    struct Question {
        SaidOf of;
        CalibrationBy by;
        int days;
    };
    CalibrationView answer;
    std::vector<Question> asked;

    Reply<CalibrationView> calibration(SaidOf of, CalibrationBy by, int days) override
    {
        asked.push_back({of, by, days});
        CalibrationView view = answer;
        view.of = of;
        return QtFuture::makeReadyFuture(Result<CalibrationView>(std::move(view)));
    }
};

} // namespace Helmdesk::Test
