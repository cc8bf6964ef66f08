#include "app/HealthReading.h"
#include "cli/Commands.h"
#include "monitoring/Health.h"
#include "monitoring/HealthText.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

QString sign(HealthLevel level)
{
    switch (level) {
    case HealthLevel::Ok:
        return QStringLiteral("ok     ");
    case HealthLevel::Notice:
        return QStringLiteral("notice ");
    case HealthLevel::Warning:
        return QStringLiteral("WARNING");
    case HealthLevel::Alarm:
        break;
    }
    return QStringLiteral("ALARM  ");
}

QString textOf(const std::vector<HealthFinding> &findings)
{
    QStringList lines;
    for (const HealthFinding &finding : findings) {
        lines << QStringLiteral("%1  %2: %3").arg(sign(finding.level), titleOf(finding), wordsOf(finding));
        if (const QString advice = adviceOf(finding); !advice.isEmpty())
            lines << QStringLiteral("         %1").arg(advice);
    }
    return lines.join(u'\n');
}

Json alarmJson(const Alarm &alarm)
{
    return {
        {"key", alarm.key}, {"title", alarm.title}, {"words", alarm.words}, {"since", toIso(alarm.since)}};
}

int showHealth(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const auto report = readHealth(**workspace, channelsFromOutside(**workspace));
    if (!report)
        return out.fail(report.error());
    const HealthLevel worst = worstLevel(report->findings);
    Json document{{"at", toIso(report->readings.at)},
                  {"level", nameOf(worst)},
                  {"findings", Json::array()},
                  {"alarms", Json::array()}};
    for (const HealthFinding &finding : report->findings)
        document["findings"].push_back(toJson(finding));
    for (const Alarm &alarm : report->standing)
        document["alarms"].push_back(alarmJson(alarm));
    out.result(document, textOf(report->findings));
    return worst == HealthLevel::Alarm ? 1 : 0;
}

} // namespace

void addHealthCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("health", "How the desk does: what is wrong, the worst first");
    command->footer("The exit status is 1 when an alarm stands. Thresholds are settings (monitoring.*).");
    command->callback([&context] { context.exitCode = showHealth(context); });
}

} // namespace Helmdesk
