#include "app/CalibrationReading.h"
#include "cli/Commands.h"
#include "cli/ReplayOptions.h"
#include "insights/Proportion.h"

#include <map>
#include <memory>

namespace Helmdesk
{
namespace
{

constexpr int badUsage = 2;

struct CalibrationOptions {
    SaidOf of = SaidOf::Category;
    CalibrationBy by = CalibrationBy::Nothing;
    PeriodOptions period;
    int next = 20;
};

const std::map<std::string, SaidOf> &ofNames()
{
    static const std::map<std::string, SaidOf> names{{"category", SaidOf::Category},
                                                     {"answer", SaidOf::Answer}};
    return names;
}

const std::map<std::string, CalibrationBy> &byNames()
{
    static const std::map<std::string, CalibrationBy> names{{"category", CalibrationBy::Category},
                                                            {"channel", CalibrationBy::Channel},
                                                            {"language", CalibrationBy::Language}};
    return names;
}

QString shareText(qint64 right, qint64 judged)
{
    if (judged == 0)
        return QStringLiteral("nobody judged one");
    const Proportion share = proportionOf(right, judged);
    return QStringLiteral("%1 of %2 right: %3 (%4 to %5)")
        .arg(right)
        .arg(judged)
        .arg(percentText(share.share), percentText(share.low), percentText(share.high));
}

QStringList linesOf(const CalibrationTable &table)
{
    QStringList lines{QStringLiteral("%1%2 runs, %3")
                          .arg(table.key.isEmpty() ? QString() : table.key + QStringLiteral(": "))
                          .arg(table.runs)
                          .arg(shareText(table.right, table.judged))};
    if (table.judged > 0)
        lines.front() += QStringLiteral("; expected calibration error %1").arg(table.error, 0, 'f', 3);
    for (size_t i = 0; i < calibrationBins; ++i) {
        const CalibrationBin &bin = table.bins[i];
        if (bin.runs > 0)
            lines << QStringLiteral("  said %1 to %2: %3 runs, %4")
                         .arg(static_cast<double>(i) / calibrationBins, 0, 'f', 1)
                         .arg(static_cast<double>(i + 1) / calibrationBins, 0, 'f', 1)
                         .arg(bin.runs)
                         .arg(shareText(bin.right, bin.judged));
    }
    return lines;
}

QString textOf(const CalibrationView &view)
{
    if (view.total.runs == 0)
        return QStringLiteral("Nothing was said in this period.");
    QStringList lines = linesOf(view.total);
    for (const CalibrationTable &part : view.parts)
        lines << linesOf(part);
    lines << inWords(view.drift);
    if (!view.next.empty()) {
        lines << QStringLiteral("To judge next, since it would tighten this most (threshold %1):")
                     .arg(view.threshold);
        for (const Saying &saying : view.next)
            lines << QStringLiteral("  conversation %1: said %2 for %3")
                         .arg(saying.conversation)
                         .arg(saying.said, 0, 'f', 3)
                         .arg(nameOf(saying.category));
    }
    return lines.join(u'\n');
}

Json documentOf(const CalibrationView &view)
{
    Json parts = Json::array();
    for (const CalibrationTable &part : view.parts)
        parts.push_back(toJson(part));
    Json next = Json::array();
    for (const Saying &saying : view.next)
        next.push_back({{"conversation", saying.conversation},
                        {"run", saying.run},
                        {"said", saying.said},
                        {"category", nameOf(saying.category)},
                        {"channel", nameOf(saying.channel)},
                        {"language", saying.language}});
    return {{"of", view.of == SaidOf::Category ? "category" : "answer"},
            {"total", toJson(view.total)},
            {"rows", std::move(parts)},
            {"drift", toJson(view.drift)},
            {"threshold", view.threshold},
            {"judge_next", std::move(next)}};
}

int showCalibration(const CommandContext &context, const CalibrationOptions &given)
{
    const Output out = context.output();
    const auto period = given.period.period();
    if (!period) {
        out.fail(period.error());
        return badUsage;
    }
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const auto view = readCalibration(**workspace, {given.of, given.by, *period, given.next});
    if (!view)
        return out.fail(view.error());
    out.result(documentOf(*view), textOf(*view));
    return 0;
}

} // namespace

void addCalibrationCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("calibration", "Said 0.8, right how often");
    auto given = std::make_shared<CalibrationOptions>();
    command
        ->add_option("--of", given->of,
                     "category: that the router has the right one; answer: that a person sends it unchanged")
        ->transform(CLI::CheckedTransformer(ofNames(), CLI::ignore_case));
    command->add_option("--by", given->by, "Also for each of these: category, channel or language")
        ->transform(CLI::CheckedTransformer(byNames(), CLI::ignore_case));
    given->period.addTo(*command);
    command->add_option("--next", given->next, "Name so many that should be judged next")
        ->check(CLI::Range(0, 1'000));
    command->footer("Example:\n  helmdeskctl calibration --of answer --by language --from 2026-11-01");
    command->callback([&context, given] { context.exitCode = showCalibration(context, *given); });
}

} // namespace Helmdesk
