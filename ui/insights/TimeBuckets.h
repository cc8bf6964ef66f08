#pragma once

#include "insights/Insights.h"

namespace Helmdesk
{

// The figures of some days together.
struct TimeBucket {
    QDate first;
    QDate last;
    InsightFigures figures;
};

enum class BucketSize { Day, Week, Month };
// As many bars as can be told apart: days of a month, weeks of half a year, then months.
BucketSize bucketSizeOf(const QDate &from, const QDate &to);

// The days of the insights in order, without a gap from the first to the last day of the period, or of the
// record where the period is open.
std::vector<TimeBucket> bucketsOf(const Insights &insights);

} // namespace Helmdesk
