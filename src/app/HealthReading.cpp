#include "app/HealthReading.h"

#include "app/LanguageModels.h"
#include "app/WorkerLock.h"
#include "monitoring/Health.h"
#include "store/SqliteAlarmRepository.h"
#include "store/SqliteHealthRepository.h"
#include "store/SqliteMailboxRepository.h"

#include <algorithm>
#include <filesystem>

namespace Helmdesk
{
namespace
{

using Condition = ChannelReading::Condition;

Condition conditionOf(PartState state)
{
    switch (state) {
    case PartState::Ready:
        return Condition::Works;
    case PartState::Starting:
        return Condition::Starting;
    case PartState::Retrying:
        return Condition::OutOfReach;
    case PartState::Off:
    case PartState::Failed:
        break;
    }
    return Condition::Failed;
}

ChannelReading readingOf(const MailAccount &account, const MailboxState &state)
{
    ChannelReading reading{account.name, true, Condition::Works, state.lastError, state.lastPoll};
    if (!reading.lastReached.isValid())
        reading.lastReached = account.added;
    switch (state.condition) {
    case MailboxCondition::Listening:
    case MailboxCondition::Polling:
    case MailboxCondition::Reading:
        break;
    case MailboxCondition::Unknown:
    case MailboxCondition::Connecting: // again after a failure, it has not mended so far
        reading.condition = state.lastError.isEmpty() ? Condition::Starting : Condition::OutOfReach;
        break;
    case MailboxCondition::Waiting:
        reading.condition = Condition::OutOfReach;
        break;
    case MailboxCondition::Refused:
        reading.condition = Condition::Failed;
        break;
    }
    return reading;
}

Result<> readMailboxes(Workspace &workspace, std::vector<ChannelReading> &channels)
{
    const SqliteMailboxRepository repository(workspace.database(), workspace.clock());
    const auto accounts = repository.accounts();
    if (!accounts)
        return accounts.error();
    for (const MailAccount &account : *accounts) {
        if (account.isPaused)
            continue;
        const auto state = repository.state(account.name);
        if (!state)
            return state.error();
        channels.push_back(readingOf(account, *state));
    }
    return {};
}

ModelReading::Condition conditionOf(ModelHealth health)
{
    switch (health) {
    case ModelHealth::Untested:
    case ModelHealth::Working:
        break;
    case ModelHealth::Limited:
        return ModelReading::Condition::Limited;
    case ModelHealth::Failing:
        return ModelReading::Condition::Failing;
    }
    return ModelReading::Condition::Works;
}

Result<> readModels(Workspace &workspace, const Settings &settings, std::vector<ModelReading> &models)
{
    const auto profiles = workspace.languageModels().repository().models();
    if (!profiles)
        return profiles.error();
    const QStringList used{settings.engineAnswer(), settings.engineRoute(), settings.engineFallback()};
    for (const ModelProfile &profile : *profiles) {
        const auto state = workspace.languageModels().stateOf(profile);
        if (!state)
            return state.error();
        models.push_back({profile.name, used.contains(profile.name), conditionOf(state->health),
                          state->fault ? nameOf(*state->fault) : QString()});
    }
    return {};
}

Result<BudgetReading> readBudget(Workspace &workspace, const QDate &from, const QDate &to, double limit)
{
    const auto rows = workspace.languageModels().ledger().report(CostBy::Day, from, to);
    if (!rows)
        return rows.error();
    BudgetReading budget{0.0, limit};
    for (const CostRow &row : *rows)
        budget.spentUsd += row.budgetUsd;
    return budget;
}

// Asked of the file system itself, as the doctor does.
std::optional<qint64> freeBytes(const QString &folder)
{
    std::error_code failure;
    const auto space = std::filesystem::space(folder.toStdU16String(), failure);
    return failure ? std::nullopt : std::optional(static_cast<qint64>(space.available));
}

Result<HealthReadings> readAll(Workspace &workspace, const KnownChannels &known, const Settings &settings)
{
    HealthReadings readings;
    readings.at = workspace.clock().now();
    readings.isAnswered = known.isAnswered;
    for (const ChannelState &channel : known.channels)
        readings.channels.push_back({channel.name, false, conditionOf(channel.state), channel.detail, {}});
    // Of a mailbox that nobody reads its last state says nothing.
    if (known.isAnswered) {
        if (auto read = readMailboxes(workspace, readings.channels); !read)
            return read.error();
    }
    if (auto read = readModels(workspace, settings, readings.models); !read)
        return read.error();
    const QDate today = readings.at.toUTC().date();
    const auto day = readBudget(workspace, today, today, settings.budgetDayUsd());
    const auto month =
        readBudget(workspace, QDate(today.year(), today.month(), 1), today, settings.budgetMonthUsd());
    if (!day || !month)
        return day ? month.error() : day.error();
    readings.day = *day;
    readings.month = *month;
    readings.freeBytes = freeBytes(workspace.folder());
    auto stored =
        SqliteHealthRepository(workspace.database()).read(periodsOf(HealthLimits::of(settings), readings.at));
    if (!stored)
        return stored.error();
    readings.stored = std::move(*stored);
    return readings;
}

} // namespace

KnownChannels channelsFromOutside(const Workspace &workspace)
{
    WorkerLock lock(workspace.folder());
    return {!lock.tryLock(), {}}; // released at once
}

Result<HealthReport> readHealth(Workspace &workspace, const KnownChannels &known)
{
    const Settings settings = workspace.settings();
    auto readings = readAll(workspace, known, settings);
    if (!readings)
        return readings.error();
    auto standing = SqliteAlarmRepository(workspace.database()).standing();
    if (!standing)
        return standing.error();
    auto findings = judgeHealth(*readings, HealthLimits::of(settings));
    return HealthReport{std::move(*readings), std::move(findings), std::move(*standing)};
}

Result<QString> sendingMailbox(Workspace &workspace)
{
    const auto accounts = SqliteMailboxRepository(workspace.database(), workspace.clock()).accounts();
    if (!accounts)
        return accounts.error();
    const auto sending = std::ranges::find_if(*accounts, [](const MailAccount &account) {
        return account.mode == MailMode::Sending && !account.isPaused;
    });
    return sending == accounts->end() ? QString() : sending->name;
}

} // namespace Helmdesk
