#pragma once

#include <QObject>

namespace Helmdesk
{

// Keeps the wheel from changing what it only passes over: a box of choices, a figure or a slider takes it
// while it has the focus, which the wheel does not give; else the page below scrolls. Installed on the
// application. GUI thread.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Helmdesk
