#include "monitoring/Health.h"

#include <algorithm>
#include <cmath>

namespace Helmdesk
{
namespace
{

constexpr int daysBefore = 28; // whole weeks, so that each day of the week counts alike
constexpr size_t mostMoved = 3;

struct Passed {
    HealthLevel level = HealthLevel::Ok;
    double limit = 0.0;
};

Passed above(double value, const HealthLimit &limit)
{
    if (value >= limit.alarm)
        return {HealthLevel::Alarm, limit.alarm};
    return value >= limit.warning ? Passed{HealthLevel::Warning, limit.warning} : Passed();
}

HealthFinding findingOf(HealthKind kind, const QString &name = {})
{
    HealthFinding finding;
    finding.kind = kind;
    finding.name = name;
    return finding;
}

void judge(HealthFinding &finding, const Passed &passed)
{
    finding.level = passed.level;
    finding.limit = passed.limit;
}

HealthFinding answering(const HealthReadings &readings, const HealthLimits &limits)
{
    HealthFinding finding = findingOf(HealthKind::Answering);
    if (!readings.isAnswered)
        finding.level = limits.isAlwaysAnswered ? HealthLevel::Alarm : HealthLevel::Warning;
    return finding;
}

HealthFinding channel(const ChannelReading &reading, const HealthReadings &readings,
                      const HealthLimits &limits)
{
    using enum ChannelReading::Condition;
    HealthFinding finding =
        findingOf(reading.isMailbox ? HealthKind::Mailbox : HealthKind::Channel, reading.name);
    finding.channel = reading.condition;
    finding.detail = reading.detail;
    if (reading.condition == Failed) {
        finding.level = HealthLevel::Alarm;
    } else if (reading.condition == OutOfReach) {
        finding.level = HealthLevel::Warning;
        if (reading.lastReached.isValid()) {
            constexpr double secondsPerMinute = 60.0;
            finding.value = static_cast<double>(reading.lastReached.secsTo(readings.at)) / secondsPerMinute;
            if (finding.value >= limits.channelMinutes)
                judge(finding, {HealthLevel::Alarm, limits.channelMinutes});
        }
    }
    return finding;
}

// A model that fails is no alarm: the built-in engine answers meanwhile.
HealthFinding model(const ModelReading &reading)
{
    HealthFinding finding = findingOf(HealthKind::Model, reading.name);
    finding.model = reading.condition;
    finding.isInUse = reading.isInUse;
    finding.detail = reading.fault;
    if (reading.condition != ModelReading::Condition::Works)
        finding.level = reading.isInUse && reading.condition == ModelReading::Condition::Failing
                            ? HealthLevel::Warning
                            : HealthLevel::Notice;
    return finding;
}

HealthFinding waiting(HealthKind kind, const Backlog &backlog, const QDateTime &now, double secondsPerUnit)
{
    HealthFinding finding = findingOf(kind);
    finding.count = backlog.count;
    if (backlog.oldest.isValid())
        finding.value = std::max(0.0, static_cast<double>(backlog.oldest.secsTo(now)) / secondsPerUnit);
    return finding;
}

HealthFinding waitingForDesk(const HealthReadings &readings, const HealthLimits &limits)
{
    constexpr double secondsPerMinute = 60.0;
    HealthFinding finding =
        waiting(HealthKind::WaitingForDesk, readings.stored.waitingForDesk, readings.at, secondsPerMinute);
    if (finding.count > 0)
        judge(finding, above(finding.value, limits.waitingMinutes));
    return finding;
}

// By their number and by the age of the oldest, whichever is worse.
HealthFinding waitingForPeople(const HealthReadings &readings, const HealthLimits &limits)
{
    constexpr double secondsPerHour = 3600.0;
    HealthFinding finding =
        waiting(HealthKind::WaitingForPeople, readings.stored.waitingForPeople, readings.at, secondsPerHour);
    if (finding.count == 0)
        return finding;
    const Passed age = above(finding.value, limits.queueHours);
    const Passed length = above(static_cast<double>(finding.count), limits.queueLength);
    judge(finding, length.level > age.level ? length : age);
    return finding;
}

HealthFinding errors(HealthKind kind, const ErrorCount &errors, const HealthLimits &limits,
                     const QString &name = {})
{
    HealthFinding finding = findingOf(kind, name);
    finding.count = errors.failed;
    finding.total = errors.total;
    finding.value = errors.share();
    finding.isTooFew = errors.total < limits.errorsLeast;
    if (!finding.isTooFew && errors.failed > 0)
        judge(finding, above(finding.value, limits.errorShare));
    else if (errors.failed > 0)
        finding.level = HealthLevel::Notice;
    return finding;
}

HealthFinding budget(HealthKind kind, const BudgetReading &reading, const HealthLimits &limits)
{
    HealthFinding finding = findingOf(kind);
    finding.budget = reading;
    finding.value = reading.share();
    if (reading.spentUsd > 0.0)
        judge(finding, above(finding.value, limits.budgetShare));
    return finding;
}

HealthFinding disk(qint64 freeBytes, const HealthLimits &limits)
{
    constexpr double megabyte = 1024.0 * 1024.0;
    HealthFinding finding = findingOf(HealthKind::Disk);
    finding.value = static_cast<double>(freeBytes) / megabyte;
    if (finding.value < limits.freeMegabytes.alarm)
        judge(finding, {HealthLevel::Alarm, limits.freeMegabytes.alarm});
    else if (finding.value < limits.freeMegabytes.warning)
        judge(finding, {HealthLevel::Warning, limits.freeMegabytes.warning});
    return finding;
}

std::vector<MovedShare> movedMost(std::span<const qint64> before, std::span<const qint64> now,
                                  const std::vector<QString> &names, const PopulationStability &stability)
{
    std::vector<MovedShare> moved;
    for (size_t i = 0; i < names.size(); ++i)
        moved.push_back({names[i], static_cast<double>(before[i]) / static_cast<double>(stability.before),
                         static_cast<double>(now[i]) / static_cast<double>(stability.now)});
    std::ranges::stable_sort(moved, [](const MovedShare &first, const MovedShare &second) {
        return std::abs(first.now - first.before) > std::abs(second.now - second.before);
    });
    moved.resize(std::min(moved.size(), mostMoved));
    return moved;
}

HealthFinding change(HealthKind kind, std::span<const qint64> before, std::span<const qint64> now,
                     const std::vector<QString> &names, const HealthLimits &limits)
{
    HealthFinding finding = findingOf(kind);
    finding.stability = populationStability(before, now);
    finding.value = finding.stability.index;
    finding.isTooFew = std::min(finding.stability.before, finding.stability.now) < limits.changeLeast;
    if (finding.isTooFew || finding.stability.before == 0 || finding.stability.now == 0)
        return finding;
    finding.moved = movedMost(before, now, names, finding.stability);
    if (finding.stability.isMoreThanChance())
        judge(finding, above(finding.value, limits.change));
    return finding;
}

std::vector<QString> categoryNames()
{
    std::vector<QString> names;
    for (const Category category : allCategories)
        names.push_back(nameOf(category));
    return names;
}

std::vector<QString> tenths()
{
    std::vector<QString> names;
    for (size_t i = 0; i < OutcomeMix().confidence.size(); ++i)
        names.push_back(QStringLiteral("0.%1").arg(i));
    return names;
}

} // namespace

std::vector<HealthFinding> judgeHealth(const HealthReadings &readings, const HealthLimits &limits)
{
    const StoredHealth &stored = readings.stored;
    std::vector<HealthFinding> findings{answering(readings, limits)};
    for (const ChannelReading &reading : readings.channels)
        findings.push_back(channel(reading, readings, limits));
    findings.push_back(waitingForDesk(readings, limits));
    findings.push_back(waitingForPeople(readings, limits));
    findings.push_back(errors(HealthKind::Turns, stored.turns, limits));
    findings.push_back(errors(HealthKind::Replies, stored.replies, limits));
    for (const ToolErrors &tool : stored.tools)
        findings.push_back(errors(HealthKind::Tool, tool.calls, limits, tool.name));
    for (const ModelReading &reading : readings.models)
        findings.push_back(model(reading));
    if (!readings.models.empty() || readings.month.spentUsd > 0.0) {
        findings.push_back(budget(HealthKind::DayBudget, readings.day, limits));
        findings.push_back(budget(HealthKind::MonthBudget, readings.month, limits));
    }
    if (readings.freeBytes)
        findings.push_back(disk(*readings.freeBytes, limits));
    findings.push_back(change(HealthKind::CategoryMix, stored.before.categories, stored.now.categories,
                              categoryNames(), limits));
    findings.push_back(
        change(HealthKind::Confidence, stored.before.confidence, stored.now.confidence, tenths(), limits));
    std::ranges::stable_sort(findings, std::ranges::greater(), &HealthFinding::level);
    return findings;
}

HealthPeriods periodsOf(const HealthLimits &limits, const QDateTime &now)
{
    constexpr qint64 secondsPerMinute = 60;
    constexpr qint64 secondsPerHour = 3600;
    const QDateTime since = now.addSecs(-secondsPerHour * limits.changeHours);
    return {now.addSecs(-secondsPerMinute * limits.errorsMinutes), since, since.addDays(-daysBefore)};
}

HealthLevel worstLevel(const std::vector<HealthFinding> &findings)
{
    HealthLevel worst = HealthLevel::Ok;
    for (const HealthFinding &finding : findings)
        worst = std::max(worst, finding.level);
    return worst;
}

} // namespace Helmdesk
