#include "insights/InsightCharts.h"

#include "insights/InsightWords.h"
#include "insights/TimeBuckets.h"

#include <QLocale>

namespace Helmdesk
{
using namespace Qt::StringLiterals;
namespace
{

std::vector<qint64> answersOf(const InsightFigures &figures)
{
    return {figures.answeredAlone, figures.answeredWithDraft, figures.answeredByPerson, figures.notAnswered};
}

QString tickOf(const QDate &day, BucketSize size)
{
    const QLocale locale;
    return size == BucketSize::Day    ? locale.toString(day.day())
           : size == BucketSize::Week ? locale.toString(day, u"d MMM"_s)
                                      : locale.toString(day, u"MMM yy"_s);
}

} // namespace

std::vector<ChartSeries> InsightCharts::answerSeries()
{
    //: Who answered: the agent alone, a person with its draft, a person in own words, nobody yet
    return {{tr("Helmdesk"), Tone::Ok},
            {tr("Draft"), Tone::Accent},
            {tr("Person"), Tone::Purple},
            {tr("Nobody"), Tone::Grey}};
}

QString InsightCharts::bucketLabel(const QDate &first, const QDate &last)
{
    InsightFilter filter;
    filter.from = first;
    filter.to = last;
    return InsightWords::period(filter);
}

ChartContent InsightCharts::overTime(const Insights &insights)
{
    ChartContent content;
    content.rowTitle = tr("Began");
    content.series = answerSeries();
    const std::vector<TimeBucket> buckets = bucketsOf(insights);
    if (buckets.empty())
        return content;
    const BucketSize size = bucketSizeOf(buckets.front().first, buckets.back().last);
    content.summary = size == BucketSize::Day    ? tr("Who answered, by the day on which they began.")
                      : size == BucketSize::Week ? tr("Who answered, by the week in which they began.")
                                                 : tr("Who answered, by the month in which they began.");
    for (const TimeBucket &bucket : buckets)
        content.rows.push_back({bucketLabel(bucket.first, bucket.last),
                                tickOf(bucket.first, size),
                                {},
                                answersOf(bucket.figures)});
    return content;
}

ChartContent InsightCharts::byChannel(const Insights &insights)
{
    ChartContent content{
        tr("A bar opens the conversations of the channel."), tr("Channel"), answerSeries(), {}};
    for (const InsightRow &row : insights.byChannel)
        content.rows.push_back({InsightWords::channel(row.key), {}, row.key, answersOf(row.figures)});
    return content;
}

ChartContent InsightCharts::byCategory(const Insights &insights)
{
    ChartContent content{
        tr("A bar opens the conversations of the category."), tr("Category"), answerSeries(), {}};
    for (const InsightRow &row : insights.byCategory) {
        const bool isKnown = fromName<Category>(row.key).has_value();
        content.rows.push_back(
            {InsightWords::category(row.key), {}, isKnown ? row.key : QString(), answersOf(row.figures)});
    }
    return content;
}

ChartContent InsightCharts::endings(const Insights &insights)
{
    const InsightFigures &figures = insights.total;
    ChartContent content;
    content.summary = tr("Resolved are the first two. Silence counts after %1 without a word.")
                          .arg(Words::duration(3600.0 * insights.assumed.quietHours));
    content.rowTitle = tr("Ending");
    content.series = {{tr("Conversations"), Tone::Accent}};
    content.rows = {{tr("Confirmed"), {}, {}, {figures.confirmed}},
                    {tr("Grounded, then quiet"), {}, {}, {figures.groundedSilence}},
                    {tr("Only quiet"), {}, {}, {figures.silenceOnly}},
                    {tr("Too early to say"), {}, {}, {figures.stillQuiet}},
                    {tr("Closed unanswered"), {}, {}, {figures.closedUnanswered}},
                    {tr("Open"), {}, {}, {figures.open}}};
    return content;
}

ChartContent InsightCharts::drafts(const Insights &insights)
{
    const InsightFigures &figures = insights.total;
    ChartContent content;
    if (const auto edited = quantileOf(figures.edits, 0.5))
        content.summary = tr("Half of the edited ones changed by %1 of their words or less.")
                              .arg(InsightWords::share(*edited, 1000));
    content.rowTitle = tr("Draft");
    content.series = {{tr("Drafts"), Tone::Accent}};
    content.rows = {{tr("Sent unchanged"), {}, {}, {figures.draftsUnchanged}},
                    {tr("Edited"), {}, {}, {figures.draftsEdited}},
                    {tr("Rejected"), {}, {}, {figures.draftsRejected}},
                    {tr("Not judged"), {}, {}, {figures.draftsUnjudged}}};
    return content;
}

ChartContent InsightCharts::reasons(const Insights &insights)
{
    ChartContent content;
    const InsightFigures &figures = insights.total;
    content.summary =
        figures.reviewedEscalations > 0
            ? tr("%1 of %2 reviewed ones were false alarms. Each counts under its first reason.")
                  .arg(Words::number(figures.falseAlarms), Words::number(figures.reviewedEscalations))
            : tr("Nobody has reviewed one yet. Each counts under its first reason.");
    content.rowTitle = tr("Reason");
    content.series = {
        {tr("Not reviewed"), Tone::Grey}, {tr("Right"), Tone::Ok}, {tr("False alarm"), Tone::Bad}};
    for (const ReasonRow &row : insights.byReason)
        if (row.escalations > 0)
            content.rows.push_back(
                {InsightWords::reason(row.reason),
                 {},
                 {},
                 {row.escalations - row.reviewed, row.reviewed - row.falseAlarms, row.falseAlarms}});
    return content;
}

ChartContent InsightCharts::people(const Insights &insights)
{
    constexpr size_t mostPeople = 12;
    ChartContent content;
    content.summary = tr("Replies that left in the period.");
    content.rowTitle = tr("Person");
    content.series = {{tr("From a draft"), Tone::Accent}, {tr("Written"), Tone::Purple}};
    for (const OperatorRow &row : insights.byOperator) {
        if (content.rows.size() == mostPeople)
            break;
        content.rows.push_back(
            {Words::foreign(row.name), {}, {}, {row.fromDraft, row.replies - row.fromDraft}});
    }
    return content;
}

ChartContent InsightCharts::hours(const Insights &insights)
{
    ChartContent content;
    content.summary = tr("Replies of people by the hour of the day.");
    content.rowTitle = tr("Hour");
    content.series = {{tr("Replies"), Tone::Accent}};
    const QLocale locale;
    for (size_t hour = 0; hour < OperatorRow().byHour.size(); ++hour) {
        qint64 sum = 0;
        for (const OperatorRow &row : insights.byOperator)
            sum += row.byHour[hour];
        const QTime begin(static_cast<int>(hour), 0);
        content.rows.push_back({locale.toString(begin, QLocale::ShortFormat),
                                locale.toString(static_cast<int>(hour)),
                                {},
                                {sum}});
    }
    return content;
}

} // namespace Helmdesk
