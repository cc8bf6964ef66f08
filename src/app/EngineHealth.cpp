#include "app/EngineHealth.h"

#include <QtConcurrent>

namespace Helmdesk
{

EngineHealth::EngineHealth(const HealthWatch &watch)
    : m_watch(watch)
{
    m_pool.setMaxThreadCount(1);
    connect(&watch, &HealthWatch::alarmBegan, this, &HealthRoom::alarmBegan);
    connect(&watch, &HealthWatch::looked, this, [this](const QStringList &alarms) {
        m_alarms = alarms;
        Q_EMIT changed();
    });
}

EngineHealth::~EngineHealth()
{
    m_pool.clear();
    m_pool.waitForDone();
}

HealthRoom::Reply<HealthReport> EngineHealth::health()
{
    return QtConcurrent::run(&m_pool, [this] { return m_watch.report(); });
}

} // namespace Helmdesk
