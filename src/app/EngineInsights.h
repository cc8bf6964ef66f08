#pragma once

#include "app/InsightsRoom.h"
#include "app/Workspace.h"

#include <QThreadPool>

namespace Helmdesk
{

// The insights of a workspace, on a thread of their own of low priority. The workspace outlives it; the
// destructor stops what runs and waits for it.
class EngineInsights final : public InsightsRoom
{
public:
    explicit EngineInsights(Workspace &workspace);
    ~EngineInsights() override;

    Reply<InsightsView> insights(const InsightFilter &filter) override;
    Reply<int> exportTable(const InsightFilter &filter, InsightsBy by, const QString &path) override;

private:
    Workspace &m_workspace;
    QThreadPool m_pool;
    std::stop_source m_newest; // of the view that was asked for last
    std::stop_source m_end;    // of the exports
};

} // namespace Helmdesk
