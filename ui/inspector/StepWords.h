#pragma once

#include "app/DeskSnapshots.h"
#include "theme/Theme.h"

#include <QCoreApplication>

namespace Helmdesk
{

// A step of a run in one line: what was done and what came out, with the icon of its state.
struct StepLine {
    QString words;
    QString icon;
    Token token = Token::Ok;
};

class StepWords
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)

public:
    static StepLine lineOf(const RunStepView &step);
};

} // namespace Helmdesk
