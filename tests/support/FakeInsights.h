#pragma once

#include "app/InsightsRoom.h"

namespace Helmdesk::Test
{

// Insights that are what a test says. Answers at once.
class FakeInsights final : public InsightsRoom
{
public:
    InsightsView view;
    std::optional<Error> failure;
    std::vector<InsightFilter> asked;
    std::vector<std::pair<InsightsBy, QString>> exported;

    Reply<InsightsView> insights(const InsightFilter &filter) override
    {
        asked.push_back(filter);
        view.now.filter = filter;
        if (view.before)
            view.before->filter = periodBefore(filter).value_or(filter);
        return QtFuture::makeReadyFuture(failure ? Result<InsightsView>(*failure)
                                                 : Result<InsightsView>(view));
    }
    Reply<int> exportTable(const InsightFilter &, InsightsBy by, const QString &path) override
    {
        exported.emplace_back(by, path);
        return QtFuture::makeReadyFuture(failure ? Result<int>(*failure) : Result<int>(3));
    }
};

// Two weeks of an invented desk.
inline InsightsView sampleInsights()
{
    const auto figures = [](qint64 alone, qint64 draft, qint64 person, qint64 nobody) {
        InsightFigures made;
        made.conversations = alone + draft + person + nobody;
        made.answeredAlone = made.repliesAlone = alone;
        made.answeredWithDraft = made.repliesFromDraft = made.draftsUnchanged = draft;
        made.answeredByPerson = made.repliesWritten = person;
        made.notAnswered = made.open = nobody;
        made.confirmed = alone;
        made.groundedSilence = draft;
        made.stillQuiet = person;
        return made;
    };
    InsightsView view;
    Insights &now = view.now;
    now.byChannel = {{QStringLiteral("mail"), figures(30, 20, 10, 4)},
                     {QStringLiteral("chat"), figures(12, 5, 2, 1)}};
    now.byCategory = {{QStringLiteral("billing"), figures(32, 15, 8, 2)},
                      {QStringLiteral("general"), figures(10, 10, 4, 2)},
                      {QStringLiteral("none"), figures(0, 0, 0, 1)}};
    now.total = figures(42, 25, 12, 5);
    now.total.reopened = 3;
    now.total.firstResponses = {20, 40, 60, 7200};
    now.total.resolutions = {20, 3600};
    now.total.draftsEdited = 6;
    now.total.draftsRejected = 2;
    now.total.edits = {100, 120, 300};
    now.total.escalations = 9;
    now.total.reviewedEscalations = 4;
    now.total.falseAlarms = 1;
    now.total.costNano = 1'500'000'000;
    const QDate today = QDate::currentDate();
    for (int days = 13; days >= 0; --days)
        if (days % 5 != 2) // nobody wrote on some days
            now.byDay.push_back(
                {today.addDays(-days).toString(Qt::ISODate), figures(3 + days % 4, 2, 1, days % 2)});
    now.byReason = {{QStringLiteral("human_requested"), 6, 7, 3, 1},
                    {QStringLiteral("low_confidence"), 3, 4, 1, 0}};
    OperatorRow robin{QStringLiteral("Robin"), {}, 20, 15};
    robin.byHour[9] = 12;
    robin.byHour[14] = 8;
    OperatorRow kim{QStringLiteral("Kim"), {}, 7, 1};
    kim.byHour[9] = 7;
    now.byOperator = {robin, kim};
    view.before = Insights();
    view.before->total = figures(20, 30, 30, 9);
    return view;
}

} // namespace Helmdesk::Test
