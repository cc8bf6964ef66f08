#pragma once

#include "app/HealthRoom.h"
#include "app/HealthWatch.h"

namespace Helmdesk
{

// The page Health on a workspace, read on a thread of its own. The watch outlives it; the destructor waits
// for what is read.
class EngineHealth final : public HealthRoom
{
    Q_OBJECT

public:
    explicit EngineHealth(const HealthWatch &watch);
    ~EngineHealth() override;

    Reply<HealthReport> health() override;
    QStringList alarms() const override { return m_alarms; }

private:
    const HealthWatch &m_watch;
    QStringList m_alarms;
    QThreadPool m_pool;
};

} // namespace Helmdesk
