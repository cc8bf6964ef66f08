#include "insights/InsightsReport.h"

#include "core/Clock.h"

namespace Helmdesk
{
namespace
{

Json orNull(const std::optional<qint64> &value)
{
    return value ? Json(*value) : Json();
}

Json share(double part, qint64 whole)
{
    return whole > 0 ? Json(part / static_cast<double>(whole)) : Json();
}

Json share(qint64 part, qint64 whole)
{
    return share(static_cast<double>(part), whole);
}

// What follows from the counts, in the order of a report.
QStringList derivedColumns()
{
    return {QStringLiteral("resolved"),
            QStringLiteral("resolved_share"),
            QStringLiteral("automation_share"),
            QStringLiteral("first_response_median_s"),
            QStringLiteral("first_response_p90_s"),
            QStringLiteral("resolution_median_s"),
            QStringLiteral("resolution_p90_s"),
            QStringLiteral("false_alarm_share"),
            QStringLiteral("edited_median_share"),
            QStringLiteral("cost_usd"),
            QStringLiteral("cost_per_conversation_usd"),
            QStringLiteral("cost_per_resolution_usd"),
            QStringLiteral("saved_minutes"),
            QStringLiteral("saved_usd")};
}

template <class Rows, class Record>
Json listOf(const Rows &rows, Record record)
{
    Json list = Json::array();
    for (const auto &row : rows)
        list.push_back(record(row));
    return list;
}

Json figureRows(const std::vector<InsightRow> &rows, const InsightAssumptions &assumed)
{
    return listOf(rows, [&](const InsightRow &row) {
        Json record = recordOf(row.figures, assumed);
        record["key"] = row.key;
        return record;
    });
}

Json reasonRecord(const ReasonRow &row)
{
    return {{"reason", row.reason},
            {"escalations", row.escalations},
            {"named", row.named},
            {"reviewed", row.reviewed},
            {"false_alarms", row.falseAlarms},
            {"false_alarm_share", share(row.falseAlarms, row.reviewed)}};
}

QString hourColumn(size_t hour)
{
    return QStringLiteral("hour_%1").arg(hour, 2, 10, QLatin1Char('0'));
}

Json operatorRecord(const OperatorRow &row)
{
    Json record{{"operator", row.name}, {"replies", row.replies}, {"from_draft", row.fromDraft}};
    for (size_t hour = 0; hour < row.byHour.size(); ++hour)
        record[hourColumn(hour).toStdString()] = row.byHour[hour];
    return record;
}

Json dayOrNull(const QDate &day)
{
    return day.isValid() ? Json(day.toString(Qt::ISODate)) : Json();
}

} // namespace

std::optional<InsightsBy> insightsByNamed(const QString &name)
{
    constexpr std::array names{"channel", "category", "day", "operator", "reason"};
    const auto found =
        std::ranges::find_if(names, [&](const char *known) { return name == QLatin1String(known); });
    if (found == names.end())
        return {};
    return static_cast<InsightsBy>(found - names.begin());
}

Json recordOf(const InsightFigures &figures, const InsightAssumptions &assumed)
{
    Json record = Json::object();
    for (const NamedCount &named : insightCounts())
        record[named.name] = figures.*named.count;
    record["resolved"] = figures.resolved();
    record["resolved_share"] = share(figures.resolved(), figures.conversations);
    record["automation_share"] = share(figures.answeredAlone, figures.conversations - figures.notAnswered);
    record["first_response_median_s"] = orNull(quantileOf(figures.firstResponses, 0.5));
    record["first_response_p90_s"] = orNull(quantileOf(figures.firstResponses, 0.9));
    record["resolution_median_s"] = orNull(quantileOf(figures.resolutions, 0.5));
    record["resolution_p90_s"] = orNull(quantileOf(figures.resolutions, 0.9));
    record["false_alarm_share"] = share(figures.falseAlarms, figures.reviewedEscalations);
    const auto edited = quantileOf(figures.edits, 0.5);
    record["edited_median_share"] = edited ? Json(static_cast<double>(*edited) / 1000.0) : Json();
    record["cost_usd"] = figures.costUsd();
    record["cost_per_conversation_usd"] = share(figures.costUsd(), figures.conversations);
    record["cost_per_resolution_usd"] = share(figures.costUsd(), figures.resolved());
    record["saved_minutes"] = savedMinutes(figures, assumed);
    record["saved_usd"] = savedUsd(figures, assumed);
    return record;
}

Json rowsOf(const Insights &insights, InsightsBy by)
{
    switch (by) {
    case InsightsBy::Channel:
        return figureRows(insights.byChannel, insights.assumed);
    case InsightsBy::Category:
        return figureRows(insights.byCategory, insights.assumed);
    case InsightsBy::Day:
        return figureRows(insights.byDay, insights.assumed);
    case InsightsBy::Operator:
        return listOf(insights.byOperator, operatorRecord);
    case InsightsBy::Reason:
        break;
    }
    return listOf(insights.byReason, reasonRecord);
}

QStringList columnsOf(InsightsBy by)
{
    if (by == InsightsBy::Reason)
        return {QStringLiteral("reason"),       QStringLiteral("escalations"),
                QStringLiteral("named"),        QStringLiteral("reviewed"),
                QStringLiteral("false_alarms"), QStringLiteral("false_alarm_share")};
    if (by == InsightsBy::Operator) {
        QStringList columns{QStringLiteral("operator"), QStringLiteral("replies"),
                            QStringLiteral("from_draft")};
        for (size_t hour = 0; hour < OperatorRow().byHour.size(); ++hour)
            columns << hourColumn(hour);
        return columns;
    }
    QStringList columns{QStringLiteral("key")};
    for (const NamedCount &named : insightCounts())
        columns << QString::fromLatin1(named.name);
    return columns + derivedColumns();
}

Json toJson(const Insights &insights, std::optional<InsightsBy> by)
{
    const InsightFilter &filter = insights.filter;
    Json json{{"from", dayOrNull(filter.from)},
              {"to", dayOrNull(filter.to)},
              {"time_zone", QString::fromLatin1(filter.zone.id())},
              {"channel", filter.channel ? Json(nameOf(*filter.channel)) : Json()},
              {"category", filter.category ? Json(nameOf(*filter.category)) : Json()},
              {"at", toIso(insights.at)},
              {"assumptions",
               {{"quiet_hours", insights.assumed.quietHours},
                {"minutes_per_reply", insights.assumed.minutesPerReply},
                {"minutes_per_draft", insights.assumed.minutesPerDraft},
                {"hour_cost_usd", insights.assumed.hourCostUsd}}},
              {"total", recordOf(insights.total, insights.assumed)}};
    if (by)
        json["rows"] = rowsOf(insights, *by);
    return json;
}

} // namespace Helmdesk
