#pragma once

#include "insights/InsightsRepository.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace Helmdesk
{

// What the numbers rest on beside the record; see the settings insights.*.
struct InsightAssumptions {
    int quietHours = 72;          // a grounded answer that stood so long without a word is a resolution
    double minutesPerReply = 6.0; // of a person who answers by hand
    double minutesPerDraft = 2.0; // of a person who checks a draft and sends it
    double hourCostUsd = 30.0;
};

// The numbers of some conversations; docs/insights.md defines each. All counts add up.
struct InsightFigures {
    qint64 conversations = 0;
    // Who answered: these four are all conversations.
    qint64 answeredAlone = 0;
    qint64 answeredWithDraft = 0;
    qint64 answeredByPerson = 0;
    qint64 notAnswered = 0;
    // How it ended: these six are all conversations. The first two are resolved.
    qint64 confirmed = 0;
    qint64 groundedSilence = 0;
    qint64 silenceOnly = 0;
    qint64 stillQuiet = 0;
    qint64 closedUnanswered = 0;
    qint64 open = 0;
    qint64 reopened = 0;
    qint64 repliesAlone = 0;
    qint64 repliesFromDraft = 0;
    qint64 repliesWritten = 0;
    qint64 escalations = 0; // runs
    qint64 escalatedConversations = 0;
    qint64 reviewedEscalations = 0;
    qint64 falseAlarms = 0;
    // These four are all drafts.
    qint64 draftsUnchanged = 0;
    qint64 draftsEdited = 0;
    qint64 draftsRejected = 0;
    qint64 draftsUnjudged = 0;
    qint64 modelCalls = 0;
    qint64 unpricedCalls = 0;
    qint64 costNano = 0; // thousand-millionths of a dollar

    std::vector<qint64> firstResponses; // seconds, one for each conversation with a reply
    std::vector<qint64> resolutions;    // seconds the customer waited for us, one for each resolved one
    std::vector<qint64> edits;          // thousandths of the words, one for each edited draft

    qint64 resolved() const { return confirmed + groundedSilence; }
    qint64 judgedDrafts() const { return draftsUnchanged + draftsEdited + draftsRejected; }
    double costUsd() const { return static_cast<double>(costNano) / 1e9; }
};

struct NamedCount {
    const char *name; // in JSON and CSV
    qint64 InsightFigures::*count;
};
// Every count of the figures, in the order of a report.
std::span<const NamedCount> insightCounts();

// The value that at least the share `quantile` of the values does not pass; nothing without values.
inline std::optional<qint64> quantileOf(std::vector<qint64> values, double quantile)
{
    if (values.empty())
        return {};
    const auto rank = static_cast<size_t>(std::ceil(quantile * static_cast<double>(values.size())));
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max<size_t>(rank, 1) - 1);
    std::ranges::nth_element(values, place);
    return *place;
}

inline double savedMinutes(const InsightFigures &figures, const InsightAssumptions &assumed)
{
    const double perDraft = std::max(0.0, assumed.minutesPerReply - assumed.minutesPerDraft);
    return static_cast<double>(figures.repliesAlone) * assumed.minutesPerReply +
           static_cast<double>(figures.repliesFromDraft) * perDraft;
}

// What the saved time would have cost, less what the models did.
inline double savedUsd(const InsightFigures &figures, const InsightAssumptions &assumed)
{
    return savedMinutes(figures, assumed) / 60.0 * assumed.hourCostUsd - figures.costUsd();
}

struct InsightRow {
    QString key; // a fixed name, or a day like 2026-11-30; "none" for a conversation without a category
    InsightFigures figures;
};

struct ReasonRow {
    QString reason;         // the first of a run; "none" where it names none
    qint64 escalations = 0; // runs of which it is the first reason: these add up
    qint64 named = 0;       // runs that name it at all
    qint64 reviewed = 0;
    qint64 falseAlarms = 0;
};

struct OperatorRow {
    QString name;
    std::array<qint64, 24> byHour{}; // replies that left in the hour of the day, in the filter's zone
    qint64 replies = 0;
    qint64 fromDraft = 0;
};

struct Insights {
    InsightFilter filter;
    InsightAssumptions assumed;
    QDateTime at;
    InsightFigures total;
    std::vector<InsightRow> byChannel;   // most conversations first
    std::vector<InsightRow> byCategory;  // most conversations first
    std::vector<InsightRow> byDay;       // in order, days without conversations left out
    std::vector<ReasonRow> byReason;     // most escalations first
    std::vector<OperatorRow> byOperator; // most replies first; what left in the period
};

// Adds one conversation as it stands at `now`; nothing for one without a customer's message.
void addConversation(InsightFigures &figures, const InsightRecord &record, const InsightAssumptions &assumed,
                     qint64 now);
// Adds counts and values.
void addFigures(InsightFigures &figures, const InsightFigures &others);

// Thread: any. Failure: that of the repository.
Result<Insights> computeInsights(const InsightsRepository &repository, const InsightFilter &filter,
                                 const InsightAssumptions &assumed, const QDateTime &now,
                                 const RunControl &control);

} // namespace Helmdesk
