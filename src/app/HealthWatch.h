#pragma once

#include "app/HealthReading.h"
#include "monitoring/Metrics.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace Helmdesk
{

// Looks every half a minute how the desk does. The program that answers the messages also keeps the alarms:
// tells each once. Another one says those that are kept elsewhere.
//
// Thread: that of the object, which needs an event loop; report(), metrics() and counters() from any.
// Ownership: the workspace is not owned and outlives this. Failure: what cannot be read is told in the log,
// and the next look tries again.
class HealthWatch final : public QObject
{
    Q_OBJECT

public:
    explicit HealthWatch(Workspace &workspace, QObject *parent = nullptr);
    ~HealthWatch() override;

    void start();
    void stop(); // waits for a look that is under way
    // How the program's own parts do, and whether it answers the messages itself.
    void setStatus(const DeskStatus &status, bool isAnswering);

    Result<HealthReport> report() const;
    Result<QByteArray> metrics() const; // as Prometheus reads them
    TurnCounters &counters() { return m_counters; }
    // One look, on the calling thread.
    Result<> look();

Q_SIGNALS:
    void looked(const QStringList &alarms); // keys of those that stand; something may have changed
    // Also one that another program keeps. Title and words are English.
    void alarmBegan(const QString &key, const QString &title, const QString &words);
    void alarmEnded(const QString &key, const QString &title);

private:
    KnownChannels known() const;
    Result<> keepAlarms(const HealthReport &report);
    void tell(const std::vector<Alarm> &standing);

    Workspace &m_workspace;
    TurnCounters m_counters;
    QThreadPool m_pool; // one thread
    QTimer m_timer;
    std::atomic<bool> m_isLooking{false};
    std::atomic<bool> m_isStopped{false};
    mutable std::mutex m_mutex;
    std::vector<ChannelState> m_channels;
    bool m_isAnswering = false;
    std::optional<std::vector<Alarm>> m_told; // that stood at the last look; empty: there was none
};

} // namespace Helmdesk
