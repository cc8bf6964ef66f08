#include "insights/Insights.h"

#include "insights/ConversationCourse.h"
#include "insights/EditSize.h"

#include <map>

namespace Helmdesk
{
namespace
{

constexpr NamedCount counts[] = {
    {"conversations", &InsightFigures::conversations},
    {"answered_alone", &InsightFigures::answeredAlone},
    {"answered_with_draft", &InsightFigures::answeredWithDraft},
    {"answered_by_person", &InsightFigures::answeredByPerson},
    {"not_answered", &InsightFigures::notAnswered},
    {"confirmed", &InsightFigures::confirmed},
    {"grounded_silence", &InsightFigures::groundedSilence},
    {"silence_only", &InsightFigures::silenceOnly},
    {"still_quiet", &InsightFigures::stillQuiet},
    {"closed_unanswered", &InsightFigures::closedUnanswered},
    {"open", &InsightFigures::open},
    {"reopened", &InsightFigures::reopened},
    {"replies_alone", &InsightFigures::repliesAlone},
    {"replies_from_draft", &InsightFigures::repliesFromDraft},
    {"replies_written", &InsightFigures::repliesWritten},
    {"escalations", &InsightFigures::escalations},
    {"escalated_conversations", &InsightFigures::escalatedConversations},
    {"reviewed_escalations", &InsightFigures::reviewedEscalations},
    {"false_alarms", &InsightFigures::falseAlarms},
    {"drafts_unchanged", &InsightFigures::draftsUnchanged},
    {"drafts_edited", &InsightFigures::draftsEdited},
    {"drafts_rejected", &InsightFigures::draftsRejected},
    {"drafts_unjudged", &InsightFigures::draftsUnjudged},
    {"model_calls", &InsightFigures::modelCalls},
    {"unpriced_calls", &InsightFigures::unpricedCalls},
    {"cost_nano_usd", &InsightFigures::costNano},
};

const QString noKey = QStringLiteral("none");

qint64 InsightFigures::*countOf(AnsweredBy by)
{
    switch (by) {
    case AnsweredBy::Agent:
        return &InsightFigures::answeredAlone;
    case AnsweredBy::DraftSender:
        return &InsightFigures::answeredWithDraft;
    case AnsweredBy::Person:
        return &InsightFigures::answeredByPerson;
    case AnsweredBy::Nobody:
        break;
    }
    return &InsightFigures::notAnswered;
}

qint64 InsightFigures::*countOf(Ending ending)
{
    switch (ending) {
    case Ending::Confirmed:
        return &InsightFigures::confirmed;
    case Ending::GroundedSilence:
        return &InsightFigures::groundedSilence;
    case Ending::SilenceOnly:
        return &InsightFigures::silenceOnly;
    case Ending::StillQuiet:
        return &InsightFigures::stillQuiet;
    case Ending::ClosedUnanswered:
        return &InsightFigures::closedUnanswered;
    case Ending::Open:
        break;
    }
    return &InsightFigures::open;
}

qint64 InsightFigures::*countOf(ReplyKind kind)
{
    switch (kind) {
    case ReplyKind::Alone:
        return &InsightFigures::repliesAlone;
    case ReplyKind::FromDraft:
        return &InsightFigures::repliesFromDraft;
    case ReplyKind::Written:
        break;
    }
    return &InsightFigures::repliesWritten;
}

void addDrafts(InsightFigures &figures, const InsightRecord &record)
{
    using enum InsightRecord::Drafted::Fate;
    for (const InsightRecord::Drafted &draft : record.drafts) {
        figures.draftsUnchanged += draft.fate == Unchanged ? 1 : 0;
        figures.draftsEdited += draft.fate == Edited ? 1 : 0;
        figures.draftsRejected += draft.fate == Rejected ? 1 : 0;
        figures.draftsUnjudged += draft.fate == Unjudged ? 1 : 0;
        if (draft.fate == Edited)
            figures.edits.push_back(changedPermille(draft.before, draft.after));
    }
}

void append(std::vector<qint64> &values, const std::vector<qint64> &more)
{
    values.insert(values.end(), more.begin(), more.end());
}

void addReasons(std::map<QString, ReasonRow> &rows, const InsightRecord &record)
{
    for (const InsightRecord::Escalated &escalated : record.escalated) {
        const QString first = escalated.reasons.isEmpty() ? noKey : nameOf(escalated.reasons.front());
        ReasonRow &row = rows[first];
        ++row.escalations;
        row.reviewed += escalated.isReviewed ? 1 : 0;
        row.falseAlarms += escalated.isFalseAlarm ? 1 : 0;
        if (escalated.reasons.isEmpty())
            ++row.named;
        for (const EscalationReason reason : escalated.reasons)
            ++rows[nameOf(reason)].named;
    }
}

std::vector<InsightRow> rowsOf(std::map<QString, InsightFigures> figures)
{
    std::vector<InsightRow> rows;
    for (auto &[key, value] : figures)
        rows.push_back({key, std::move(value)});
    return rows;
}

std::vector<InsightRow> mostFirst(std::map<QString, InsightFigures> figures)
{
    std::vector<InsightRow> rows = rowsOf(std::move(figures));
    std::ranges::stable_sort(rows, std::greater(),
                             [](const InsightRow &row) { return row.figures.conversations; });
    return rows;
}

// Adds each conversation to the total and to its rows.
class Adder
{
public:
    Adder(Insights &insights, const QDateTime &now)
        : m_insights(insights)
        , m_now(now.toSecsSinceEpoch())
    {
    }

    void add(const InsightRecord &record)
    {
        InsightFigures one;
        addConversation(one, record, m_insights.assumed, m_now);
        if (one.conversations == 0)
            return;
        addFigures(m_insights.total, one);
        addFigures(m_byChannel[nameOf(record.channel)], one);
        addFigures(m_byCategory[record.category ? nameOf(*record.category) : noKey], one);
        const QDateTime began = QDateTime::fromSecsSinceEpoch(record.createdAt, m_insights.filter.zone);
        addFigures(m_byDay[began.date().toString(Qt::ISODate)], one);
        addReasons(m_byReason, record);
    }

    void add(const SentByPerson &sent)
    {
        OperatorRow &row = m_byOperator[sent.name];
        const int hour = QDateTime::fromSecsSinceEpoch(sent.at, m_insights.filter.zone).time().hour();
        ++row.byHour[static_cast<size_t>(hour)];
        ++row.replies;
        row.fromDraft += sent.isFromDraft ? 1 : 0;
    }

    void finish()
    {
        m_insights.byChannel = mostFirst(std::move(m_byChannel));
        m_insights.byCategory = mostFirst(std::move(m_byCategory));
        m_insights.byDay = rowsOf(std::move(m_byDay));
        for (auto &[reason, row] : m_byReason) {
            row.reason = reason;
            m_insights.byReason.push_back(row);
        }
        std::ranges::stable_sort(m_insights.byReason, std::greater(),
                                 [](const ReasonRow &row) { return std::pair(row.escalations, row.named); });
        for (auto &[name, row] : m_byOperator) {
            row.name = name;
            m_insights.byOperator.push_back(row);
        }
        std::ranges::stable_sort(m_insights.byOperator, std::greater(), &OperatorRow::replies);
    }

private:
    Insights &m_insights;
    qint64 m_now;
    std::map<QString, InsightFigures> m_byChannel;
    std::map<QString, InsightFigures> m_byCategory;
    std::map<QString, InsightFigures> m_byDay;
    std::map<QString, ReasonRow> m_byReason;
    std::map<QString, OperatorRow> m_byOperator;
};

} // namespace

std::span<const NamedCount> insightCounts()
{
    return counts;
}

void addConversation(InsightFigures &figures, const InsightRecord &record, const InsightAssumptions &assumed,
                     qint64 now)
{
    const ConversationCourse course = courseOf(record, qint64{3600} * assumed.quietHours, now);
    if (!course.hasCustomer)
        return;
    ++figures.conversations;
    ++(figures.*countOf(course.answeredBy));
    ++(figures.*countOf(course.ending));
    figures.reopened += course.isReopened ? 1 : 0;
    for (const InsightRecord::Line &line : record.lines)
        if (line.author != Author::Customer)
            ++(figures.*countOf(line.kind));
    figures.escalations += static_cast<qint64>(record.escalated.size());
    figures.escalatedConversations += record.escalated.empty() ? 0 : 1;
    figures.reviewedEscalations +=
        std::ranges::count(record.escalated, true, &InsightRecord::Escalated::isReviewed);
    figures.falseAlarms +=
        std::ranges::count(record.escalated, true, &InsightRecord::Escalated::isFalseAlarm);
    addDrafts(figures, record);
    figures.modelCalls += record.modelCalls;
    figures.unpricedCalls += record.unpricedCalls;
    figures.costNano += record.costNano;
    if (course.firstResponse)
        figures.firstResponses.push_back(*course.firstResponse);
    if (course.isResolved())
        figures.resolutions.push_back(course.waited);
}

void addFigures(InsightFigures &figures, const InsightFigures &others)
{
    for (const NamedCount &named : counts)
        figures.*named.count += others.*named.count;
    append(figures.firstResponses, others.firstResponses);
    append(figures.resolutions, others.resolutions);
    append(figures.edits, others.edits);
}

Result<Insights> computeInsights(const InsightsRepository &repository, const InsightFilter &filter,
                                 const InsightAssumptions &assumed, const QDateTime &now,
                                 const RunControl &control)
{
    Insights insights;
    insights.filter = filter;
    insights.assumed = assumed;
    insights.at = now;
    Adder adder(insights, now);
    auto read = repository.read(filter, control,
                                {[&](const InsightRecord &record) { adder.add(record); },
                                 [&](const SentByPerson &reply) { adder.add(reply); }});
    if (!read)
        return read.error();
    adder.finish();
    return insights;
}

} // namespace Helmdesk
