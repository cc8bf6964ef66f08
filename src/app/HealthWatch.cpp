#include "app/HealthWatch.h"

#include "monitoring/AlarmKeeper.h"
#include "pipeline/Log.h"
#include "store/SqliteAlarmRepository.h"
#include "store/SqliteNotificationRepository.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDir>

namespace Helmdesk
{
namespace
{

constexpr int lookIntervalMs = 30'000;
constexpr int firstLookMs = 3'000; // the channels are open by then

} // namespace

HealthWatch::HealthWatch(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_timer.setInterval(firstLookMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(lookIntervalMs);
        if (m_isLooking.exchange(true))
            return;
        m_pool.start([this] {
            if (auto looked = look(); !looked)
                qCWarning(lcPipeline).noquote() << "how the desk does is not known:" << looked.error().detail;
            m_isLooking.store(false);
        });
    });
}

HealthWatch::~HealthWatch()
{
    stop();
}

void HealthWatch::start()
{
    m_timer.start();
}

void HealthWatch::stop()
{
    m_isStopped.store(true);
    m_timer.stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void HealthWatch::setStatus(const DeskStatus &status, bool isAnswering)
{
    const std::lock_guard lock(m_mutex);
    m_channels = {{QStringLiteral("Engine"), status.engine, status.engineDetail}};
    // Mailboxes are read from the store, and whether it answers is a finding of its own.
    std::ranges::copy_if(status.channels, std::back_inserter(m_channels), [](const ChannelState &channel) {
        return !channel.name.startsWith(QLatin1String("Mailbox ")) &&
               channel.name != QLatin1String("Answering");
    });
    m_isAnswering = isAnswering;
}

KnownChannels HealthWatch::known() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isAnswering)
            return {true, m_channels};
    }
    return channelsFromOutside(m_workspace);
}

Result<HealthReport> HealthWatch::report() const
{
    return readHealth(m_workspace, known());
}

Result<QByteArray> HealthWatch::metrics() const
{
    const auto report = this->report();
    if (!report)
        return report.error();
    return metricsText(report->readings, report->findings, m_counters.counts(),
                       QCoreApplication::applicationVersion());
}

Result<> HealthWatch::look()
{
    const auto report = this->report();
    if (!report)
        return report.error();
    bool isKeeper = false;
    {
        const std::lock_guard lock(m_mutex);
        isKeeper = m_isAnswering;
    }
    if (m_isStopped.load())
        return {};
    tell(report->standing);
    if (isKeeper) {
        if (auto kept = keepAlarms(*report); !kept)
            return kept;
    }
    QStringList keys;
    for (const Alarm &alarm : *m_told)
        keys << alarm.key;
    Q_EMIT looked(keys);
    return {};
}

Result<> HealthWatch::keepAlarms(const HealthReport &report)
{
    AlarmRules rules = AlarmRules::of(m_workspace.settings());
    const auto account = sendingMailbox(m_workspace);
    if (!account)
        return account.error();
    rules.account = *account;
    rules.desk = QDir(m_workspace.folder()).dirName();
    SqliteAlarmRepository alarms(m_workspace.database());
    AlarmKeeper keeper({alarms, m_workspace.notifications(), m_workspace.outbox(), m_workspace.unitOfWork()});
    const auto changes = keeper.keep(report.findings, rules, report.readings.at);
    if (!changes)
        return changes.error();
    const auto standing = alarms.standing();
    if (!standing)
        return standing.error();
    tell(*standing);
    return {};
}

void HealthWatch::tell(const std::vector<Alarm> &standing)
{
    const auto isAmong = [](const std::vector<Alarm> &alarms, const Alarm &alarm) {
        return std::ranges::find(alarms, alarm.id, &Alarm::id) != alarms.end();
    };
    const auto before = std::exchange(m_told, standing);
    if (!before)
        return; // those of before the start are not told again
    for (const Alarm &alarm : standing)
        if (!isAmong(*before, alarm))
            Q_EMIT alarmBegan(alarm.key, alarm.title, alarm.words);
    for (const Alarm &alarm : *before)
        if (!isAmong(standing, alarm))
            Q_EMIT alarmEnded(alarm.key, alarm.title);
}

} // namespace Helmdesk
