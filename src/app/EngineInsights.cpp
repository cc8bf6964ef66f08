#include "app/EngineInsights.h"

#include "app/CsvTable.h"
#include "app/InsightsReading.h"

#include <QtConcurrent>

namespace Helmdesk
{
namespace
{

Result<InsightsView> readView(Workspace &workspace, const InsightFilter &filter, const RunControl &control)
{
    auto now = readInsights(workspace, filter, control);
    if (!now)
        return now.error();
    InsightsView view{std::move(*now), {}};
    if (const auto earlier = periodBefore(filter)) {
        auto before = readInsights(workspace, *earlier, control);
        if (!before)
            return before.error();
        view.before = std::move(*before);
    }
    return view;
}

} // namespace

EngineInsights::EngineInsights(Workspace &workspace)
    : m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

EngineInsights::~EngineInsights()
{
    m_newest.request_stop();
    m_end.request_stop();
    m_pool.waitForDone();
}

InsightsRoom::Reply<InsightsView> EngineInsights::insights(const InsightFilter &filter)
{
    m_newest.request_stop();
    m_newest = std::stop_source();
    return QtConcurrent::run(&m_pool, [this, filter, control = RunControl(m_newest.get_token())] {
        return readView(m_workspace, filter, control);
    });
}

InsightsRoom::Reply<int> EngineInsights::exportTable(const InsightFilter &filter, InsightsBy by,
                                                     const QString &path)
{
    return QtConcurrent::run(
        &m_pool, [this, filter, by, path, control = RunControl(m_end.get_token())]() -> Result<int> {
            const auto insights = readInsights(m_workspace, filter, control);
            if (!insights)
                return insights.error();
            const Json rows = rowsOf(*insights, by);
            if (auto written = writeCsv(path, columnsOf(by), rows); !written)
                return written.error();
            return static_cast<int>(rows.size());
        });
}

} // namespace Helmdesk
