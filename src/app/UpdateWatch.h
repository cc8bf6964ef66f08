#pragma once

#include "app/DeskSnapshots.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <stop_token>

namespace Helmdesk
{

// Asks for a newer version when it starts and once a day after that, where the administrator set an address;
// otherwise it does nothing at all. What goes wrong stands in the log, and in helmdeskctl doctor.
//
// Thread: the one that made it; what waits for the network is a thread of its own, ended by the destructor.
class UpdateWatch : public QObject
{
    Q_OBJECT

public:
    UpdateWatch(QString address, QString ownVersion, QObject *parent = nullptr);
    ~UpdateWatch() override;

    void start();
    const std::optional<NewerVersion> &newer() const { return m_newer; }

Q_SIGNALS:
    void newerChanged();
    void asked(); // whatever came of it

private:
    void ask();
    void take(const std::optional<NewerVersion> &newer);

    QString m_address;
    QString m_ownVersion;
    std::optional<NewerVersion> m_newer;
    QTimer m_daily;
    QThreadPool m_thread;
    std::stop_source m_stop;
};

} // namespace Helmdesk
