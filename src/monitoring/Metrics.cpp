#include "monitoring/Metrics.h"

namespace Helmdesk
{
namespace
{

using Type = PrometheusText::Type;

double asNumber(qint64 value)
{
    return static_cast<double>(value);
}

double ageOf(const Backlog &backlog, const QDateTime &now)
{
    return backlog.oldest.isValid() ? std::max(0.0, asNumber(backlog.oldest.secsTo(now))) : 0.0;
}

void addCounts(PrometheusText &text, const TurnCounts &counts)
{
    text.begin("helmdesk_turns_total", Type::Counter,
               "Messages that this program has answered or given to a person.");
    for (const auto &[what, number] : counts.turns)
        text.add(asNumber(number), {{"decision", nameOf(what.first)}, {"category", nameOf(what.second)}});
    text.begin("helmdesk_turn_failures_total", Type::Counter, "Tries to answer a message that failed.");
    text.add(asNumber(counts.failures));
    text.begin("helmdesk_messages_total", Type::Counter, "Messages that this program has taken in.");
    for (const auto &[channel, number] : counts.messages)
        text.add(asNumber(number), {{"channel", nameOf(channel)}});
    text.begin("helmdesk_answer_seconds", Type::Histogram,
               "Time from the beginning of the work on a message to its outcome.");
    text.add(counts.answerSeconds);
}

void addBacklogs(PrometheusText &text, const HealthReadings &readings)
{
    const StoredHealth &stored = readings.stored;
    text.begin("helmdesk_waiting", Type::Gauge,
               "Messages that wait for the desk, and conversations that wait for a person.");
    text.add(asNumber(stored.waitingForDesk.count), {{"for", QStringLiteral("desk")}});
    text.add(asNumber(stored.waitingForPeople.count), {{"for", QStringLiteral("people")}});
    text.begin("helmdesk_waiting_oldest_seconds", Type::Gauge, "How long the first of them has waited.");
    text.add(ageOf(stored.waitingForDesk, readings.at), {{"for", QStringLiteral("desk")}});
    text.add(ageOf(stored.waitingForPeople, readings.at), {{"for", QStringLiteral("people")}});
}

void addErrors(PrometheusText &text, const StoredHealth &stored)
{
    text.begin("helmdesk_recent", Type::Gauge,
               "Turns, replies and calls of tools within the time in which errors are counted.");
    text.add(asNumber(stored.turns.total), {{"what", QStringLiteral("turns")}});
    text.add(asNumber(stored.replies.total), {{"what", QStringLiteral("replies")}});
    for (const ToolErrors &tool : stored.tools)
        text.add(asNumber(tool.calls.total), {{"what", QStringLiteral("tool")}, {"name", tool.name}});
    text.begin("helmdesk_recent_errors", Type::Gauge, "Those of them that failed.");
    text.add(asNumber(stored.turns.failed), {{"what", QStringLiteral("turns")}});
    text.add(asNumber(stored.replies.failed), {{"what", QStringLiteral("replies")}});
    for (const ToolErrors &tool : stored.tools)
        text.add(asNumber(tool.calls.failed), {{"what", QStringLiteral("tool")}, {"name", tool.name}});
}

void addParts(PrometheusText &text, const HealthReadings &readings)
{
    text.begin("helmdesk_channel_up", Type::Gauge, "1 while the channel works.");
    for (const ChannelReading &channel : readings.channels)
        text.add(channel.condition == ChannelReading::Condition::Works ? 1.0 : 0.0,
                 {{"kind", channel.isMailbox ? QStringLiteral("mailbox") : QStringLiteral("channel")},
                  {"name", channel.name}});
    text.begin("helmdesk_model_up", Type::Gauge, "1 unless the model fails.");
    for (const ModelReading &model : readings.models)
        text.add(model.condition == ModelReading::Condition::Failing ? 0.0 : 1.0, {{"name", model.name}});
    text.begin("helmdesk_budget_spent_usd", Type::Gauge, "What models cost in the day and the month (UTC).");
    text.add(readings.day.spentUsd, {{"period", QStringLiteral("day")}});
    text.add(readings.month.spentUsd, {{"period", QStringLiteral("month")}});
    text.begin("helmdesk_budget_limit_usd", Type::Gauge, "What they may cost.");
    text.add(readings.day.limitUsd, {{"period", QStringLiteral("day")}});
    text.add(readings.month.limitUsd, {{"period", QStringLiteral("month")}});
    if (readings.freeBytes) {
        text.begin("helmdesk_disk_free_bytes", Type::Gauge, "Free space of the workspace's disk.");
        text.add(asNumber(*readings.freeBytes));
    }
}

void addFindings(PrometheusText &text, const std::vector<HealthFinding> &findings)
{
    text.begin("helmdesk_stability_index", Type::Gauge,
               "How far outcomes have moved (population stability index).");
    for (const HealthFinding &finding : findings)
        if ((finding.kind == HealthKind::CategoryMix || finding.kind == HealthKind::Confidence) &&
            !finding.isTooFew)
            text.add(finding.value, {{"of", nameOf(finding.kind)}});
    text.begin("helmdesk_health", Type::Gauge, "0 ok, 1 notice, 2 warning, 3 alarm.");
    for (const HealthFinding &finding : findings) {
        PrometheusText::Labels labels{{"kind", nameOf(finding.kind)}};
        if (!finding.name.isEmpty())
            labels.emplace_back("name", finding.name);
        text.add(static_cast<double>(finding.level), labels);
    }
}

} // namespace

void TurnCounters::addTurn(Decision decision, Category category)
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.turns[{decision, category}];
}

void TurnCounters::addAnswer(double seconds)
{
    const std::lock_guard lock(m_mutex);
    m_counts.answerSeconds.add(seconds);
}

void TurnCounters::addFailure()
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.failures;
}

void TurnCounters::addMessage(ChannelKind channel)
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.messages[channel];
}

TurnCounts TurnCounters::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

QByteArray metricsText(const HealthReadings &readings, const std::vector<HealthFinding> &findings,
                       const TurnCounts &counts, const QString &version)
{
    PrometheusText text;
    text.begin("helmdesk_build_info", Type::Gauge, "1; the version is a label.");
    text.add(1.0, {{"version", version}});
    text.begin("helmdesk_answering", Type::Gauge, "1 while a program answers the messages.");
    text.add(readings.isAnswered ? 1.0 : 0.0);
    addCounts(text, counts);
    addBacklogs(text, readings);
    addErrors(text, readings.stored);
    addParts(text, readings);
    addFindings(text, findings);
    return text.text();
}

} // namespace Helmdesk
