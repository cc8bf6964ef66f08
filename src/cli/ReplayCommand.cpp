#include "app/ReplayReading.h"
#include "cli/Commands.h"
#include "cli/ReplayOptions.h"

#include <memory>

namespace Helmdesk
{
namespace
{

constexpr int badUsage = 2;

struct ReplayOptions {
    std::vector<std::string> settings;
    PeriodOptions period;
    int list = 20;
};

qint64 countIn(const Json &tally, const char *settings, const char *decision)
{
    return integerOr(memberOrNull(tally, settings), decision, 0);
}

QString tableOf(const Json &tally)
{
    constexpr int nameWidth = 26;
    constexpr int width = 12;
    const auto line = [](const QString &name, const QStringList &cells) {
        QString text = name.leftJustified(nameWidth);
        for (const QString &cell : cells)
            text += cell.rightJustified(width);
        return text;
    };
    QStringList lines{
        line({}, {QStringLiteral("as it was"), QStringLiteral("today"), QStringLiteral("proposed")})};
    const std::vector<std::pair<const char *, QString>> decisions{
        {"auto_send", QStringLiteral("  leaves by itself")},
        {"needs_review", QStringLiteral("  a draft for a person")},
        {"escalated", QStringLiteral("  escalated")}};
    for (const auto &[decision, name] : decisions)
        lines << line(name, {QString::number(countIn(tally, "was", decision)),
                             QString::number(countIn(tally, "today", decision)),
                             QString::number(countIn(tally, "proposed", decision))});
    return lines.join(QLatin1Char('\n'));
}

QString moveText(const Json &move, const QString &what)
{
    QString text = QStringLiteral("%1: %2").arg(what).arg(integerOr(move, "runs", 0));
    text += judgedText(move);
    if (const qint64 acts = integerOr(move, "acts", 0); acts > 0)
        text += QStringLiteral("; %1 would carry out an act as well").arg(acts);
    return text;
}

QString listText(const Json &ids, const QString &what)
{
    QStringList texts;
    for (const Json &id : ids)
        texts << QString::number(id.get<qint64>());
    return texts.isEmpty() ? QString() : what + QStringLiteral(": ") + texts.join(QStringLiteral(", "));
}

QString textOf(const Json &json)
{
    const qint64 runs = integerOr(json, "runs", 0);
    const qint64 notKept = integerOr(json, "not_kept", 0);
    const qint64 notTold = integerOr(json, "not_told", 0);
    QStringList lines;
    if (runs == 0)
        lines << QStringLiteral("There is no run in this period that can be decided again.");
    else
        lines << QStringLiteral("%1 runs decided again.").arg(runs);
    if (notKept > 0)
        lines << QStringLiteral("%1 runs are from before their columns were kept: they are not counted.")
                     .arg(notKept);
    if (notTold > 0)
        lines << QStringLiteral(
                     "%1 runs cannot tell (nobody had worded an answer): they are in no line below.")
                     .arg(notTold);
    if (runs == 0)
        return lines.join(QLatin1Char('\n'));
    const Json &conversations = memberOrNull(json, "conversations");
    lines << tableOf(json)
          << moveText(memberOrNull(json, "to_automatic"), QStringLiteral("More would leave by themselves"))
          << moveText(memberOrNull(json, "to_person"), QStringLiteral("More would go to a person"));
    for (const auto &[category, tally] : memberOrNull(json, "by_category").items())
        lines << QStringLiteral("  %1: %2 runs, %3 more by themselves, %4 more to a person")
                     .arg(QString::fromStdString(category))
                     .arg(integerOr(tally, "runs", 0))
                     .arg(integerOr(memberOrNull(tally, "to_automatic"), "runs", 0))
                     .arg(integerOr(memberOrNull(tally, "to_person"), "runs", 0));
    for (const QString &list : {listText(memberOrNull(conversations, "to_automatic"),
                                         QStringLiteral("Conversations that would leave by themselves")),
                                listText(memberOrNull(conversations, "to_person"),
                                         QStringLiteral("Conversations that would go to a person"))})
        if (!list.isEmpty())
            lines << list;
    return lines.join(QLatin1Char('\n'));
}

int showReplay(const CommandContext &context, const ReplayOptions &given)
{
    const Output out = context.output();
    const auto wrong = [&out](const Error &error) {
        out.fail(error);
        return badUsage;
    };
    const auto proposal = proposalOf(given.settings);
    if (!proposal)
        return wrong(proposal.error());
    if (auto known = withProposal(Settings(), *proposal); !known)
        return wrong(known.error());
    const auto period = given.period.period();
    if (!period)
        return wrong(period.error());
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const auto replayed = replayProposal(**workspace, *proposal, *period, given.list);
    if (!replayed)
        return out.fail(replayed.error());
    out.result(*replayed, textOf(*replayed));
    return 0;
}

} // namespace

void addReplayCommand(CLI::App &app, CommandContext &context)
{
    auto *command =
        app.add_subcommand("replay", "What other settings would have made of the runs of a period");
    auto given = std::make_shared<ReplayOptions>();
    command
        ->add_option("--set", given->settings, "A setting and its proposed value; several are one proposal")
        ->required();
    given->period.addTo(*command);
    command->add_option("--list", given->list, "Name at most so many conversations of each kind")
        ->check(CLI::Range(0, 100'000));
    command->footer("Example:\n  helmdeskctl replay --set routing.threshold=0.7 --set modes.billing=auto "
                    "--from 2026-11-01");
    command->callback([&context, given] { context.exitCode = showReplay(context, *given); });
}

} // namespace Helmdesk
