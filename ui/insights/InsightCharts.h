#pragma once

#include "app/InsightsRoom.h"
#include "insights/ChartContent.h"

#include <QCoreApplication>

namespace Helmdesk
{

// What each chart of the page shows.
class InsightCharts
{
    Q_DECLARE_TR_FUNCTIONS(InsightCharts)

public:
    static ChartContent overTime(const Insights &insights);
    static ChartContent byChannel(const Insights &insights);  // opens by the channel's name
    static ChartContent byCategory(const Insights &insights); // opens by the category's name
    static ChartContent endings(const Insights &insights);
    static ChartContent drafts(const Insights &insights);
    static ChartContent reasons(const Insights &insights);
    static ChartContent people(const Insights &insights);
    static ChartContent hours(const Insights &insights);

private:
    static std::vector<ChartSeries> answerSeries();
    static QString bucketLabel(const QDate &first, const QDate &last);
};

} // namespace Helmdesk
