#include "insights/TimeBuckets.h"

#include <QMap>

namespace Helmdesk
{
namespace
{

constexpr int mostDays = 31;
constexpr int mostWeekDays = 26 * 7;

QDate beginOf(const QDate &day, BucketSize size)
{
    switch (size) {
    case BucketSize::Day:
        break;
    case BucketSize::Week:
        return day.addDays(1 - day.dayOfWeek());
    case BucketSize::Month:
        return {day.year(), day.month(), 1};
    }
    return day;
}

QDate endOf(const QDate &begin, BucketSize size)
{
    return size == BucketSize::Day    ? begin
           : size == BucketSize::Week ? begin.addDays(6)
                                      : begin.addMonths(1).addDays(-1);
}

// What a bar of the chart shows.
void addCounts(InsightFigures &sum, const InsightFigures &figures)
{
    sum.conversations += figures.conversations;
    sum.answeredAlone += figures.answeredAlone;
    sum.answeredWithDraft += figures.answeredWithDraft;
    sum.answeredByPerson += figures.answeredByPerson;
    sum.notAnswered += figures.notAnswered;
}

} // namespace

BucketSize bucketSizeOf(const QDate &from, const QDate &to)
{
    const qint64 days = from.daysTo(to) + 1;
    return days <= mostDays ? BucketSize::Day : days <= mostWeekDays ? BucketSize::Week : BucketSize::Month;
}

std::vector<TimeBucket> bucketsOf(const Insights &insights)
{
    if (insights.byDay.empty())
        return {};
    const auto dayOf = [](const InsightRow &row) { return QDate::fromString(row.key, Qt::ISODate); };
    const InsightFilter &filter = insights.filter;
    const QDate from = filter.from.isValid() ? filter.from : dayOf(insights.byDay.front());
    const QDate to = filter.to.isValid() ? filter.to : dayOf(insights.byDay.back());
    const BucketSize size = bucketSizeOf(from, to);
    QMap<QDate, InsightFigures> sums;
    for (const InsightRow &row : insights.byDay)
        addCounts(sums[beginOf(dayOf(row), size)], row.figures);
    std::vector<TimeBucket> buckets;
    for (QDate begin = beginOf(from, size); begin <= to; begin = endOf(begin, size).addDays(1))
        buckets.push_back({std::max(begin, from), std::min(endOf(begin, size), to), sums.value(begin)});
    return buckets;
}

} // namespace Helmdesk
