#pragma once

#include <QObject>

namespace Helmdesk
{

// Turns the system's wish that the program end (SIGINT, SIGTERM; Ctrl+C and closing the console on Windows)
// into a Qt signal, so that it can end in order.
// Thread: made once, on the main thread, which needs an event loop.
class StopSignal final : public QObject
{
    Q_OBJECT

public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void requested();
};

} // namespace Helmdesk
