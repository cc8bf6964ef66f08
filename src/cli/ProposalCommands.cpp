#include "app/Proposals.h"
#include "cli/Commands.h"
#include "cli/ReplayOptions.h"
#include "insights/Proportion.h"

#include <memory>

namespace Helmdesk
{
namespace
{

constexpr int badUsage = 2;

struct ProposalOptions {
    std::vector<std::string> names;
    std::vector<std::string> settings;
    std::string as;
    std::string reason;
    PeriodOptions period;
    bool isForced = false;

    QString who() const { return as.empty() ? systemUserName() : QString::fromStdString(as); }
    ProposalStep step() const
    {
        return {QString::fromStdString(names.front()), who(), QString::fromStdString(reason)};
    }
};

using Act = int (*)(const Output &, Proposals &, const ProposalOptions &);

int withProposals(const CommandContext &context, const ProposalOptions &given, Act act)
{
    auto workspace = context.openWorkspace();
    if (!workspace)
        return context.output().fail(workspace.error());
    Proposals proposals(**workspace);
    return act(context.output(), proposals, given);
}

QString settingsText(const Json &settings)
{
    QStringList texts;
    for (const auto &[name, value] : settings.items())
        texts << QStringLiteral("%1=%2").arg(QString::fromStdString(name),
                                             value.is_string() ? value.get<QString>()
                                                               : QString::fromUtf8(toBytes(value)));
    return texts.join(QStringLiteral(", "));
}

Json toJson(const Proposal &proposal, bool inForce)
{
    return {{"name", proposal.name},        {"author", proposal.author},     {"reason", proposal.reason},
            {"made", toIso(proposal.made)}, {"settings", proposal.settings}, {"figures", proposal.figures},
            {"in_force", inForce}};
}

Json toJson(const ProposalEvent &event)
{
    return {{"name", event.name},     {"act", nameOf(event.act)}, {"author", event.author},
            {"reason", event.reason}, {"at", toIso(event.at)},    {"before", event.before},
            {"after", event.after}};
}

QString eventText(const ProposalEvent &event)
{
    QString text = QStringLiteral("%1  %2 %3 by %4")
                       .arg(toIso(event.at), event.name, nameOf(event.act).replace(u'_', u' '), event.author);
    if (!event.reason.isEmpty())
        text += QStringLiteral(": ") + event.reason;
    return text;
}

int save(const Output &out, Proposals &proposals, const ProposalOptions &given)
{
    const auto wrong = [&out](const Error &error) {
        out.fail(error);
        return badUsage;
    };
    auto settings = proposalOf(given.settings);
    if (!settings)
        return wrong(settings.error());
    if (auto known = withProposal(Settings(), *settings); !known)
        return wrong(known.error());
    const auto period = given.period.period();
    if (!period)
        return wrong(period.error());
    const ProposalStep step = given.step();
    const auto saved = proposals.save({step.name, std::move(*settings), step.author, step.reason}, *period);
    if (!saved)
        return out.fail(saved.error());
    out.result(toJson(*saved, false),
               QStringLiteral("\"%1\" is saved: %2.").arg(saved->name, settingsText(saved->settings)));
    return 0;
}

int list(const Output &out, Proposals &proposals, const ProposalOptions &)
{
    const auto saved = proposals.list();
    const auto events = proposals.history();
    if (!saved || !events)
        return out.fail(saved ? events.error() : saved.error());
    Json json{{"proposals", Json::array()}, {"history", Json::array()}};
    QStringList lines;
    for (const Proposal &proposal : *saved) {
        const bool inForce = isInForce(*events, proposal.name);
        json["proposals"].push_back(toJson(proposal, inForce));
        lines << QStringLiteral("%1%2: %3 (%4: %5)")
                     .arg(proposal.name, inForce ? QStringLiteral(" (in force)") : QString(),
                          settingsText(proposal.settings), proposal.author, proposal.reason);
    }
    if (saved->empty())
        lines << QStringLiteral("There is no proposal.");
    for (const ProposalEvent &event : *events) {
        json["history"].push_back(toJson(event));
        lines << QStringLiteral("  ") + eventText(event);
    }
    out.result(json, lines.join(u'\n'));
    return 0;
}

int show(const Output &out, Proposals &proposals, const ProposalOptions &given)
{
    const auto proposal = proposals.find(given.step().name);
    const auto events = proposals.history();
    if (!proposal || !events)
        return out.fail(proposal ? events.error() : proposal.error());
    Json json = toJson(*proposal, isInForce(*events, proposal->name));
    json["history"] = Json::array();
    QStringList lines{QStringLiteral("%1, by %2 at %3: %4")
                          .arg(proposal->name, proposal->author, toIso(proposal->made), proposal->reason),
                      settingsText(proposal->settings)};
    const Json &move = memberOrNull(proposal->figures, "to_automatic");
    lines << QStringLiteral("When it was made, of %1 runs %2 more would have left by themselves%3.")
                 .arg(integerOr(proposal->figures, "runs", 0))
                 .arg(integerOr(move, "runs", 0))
                 .arg(judgedText(move));
    for (const ProposalEvent &event : *events) {
        if (event.name.compare(proposal->name, Qt::CaseInsensitive) != 0)
            continue;
        json["history"].push_back(toJson(event));
        lines << QStringLiteral("  ") + eventText(event);
    }
    out.result(json, lines.join(u'\n'));
    return 0;
}

QString sharesText(const ReplayMove &move)
{
    if (move.judged() == 0)
        return QStringLiteral("-");
    const Proportion share = proportionOf(move.corrected(), move.judged());
    return QStringLiteral("%1 (%2 to %3)")
        .arg(percentText(share.share), percentText(share.low), percentText(share.high));
}

QString comparisonText(const std::vector<ComparedColumn> &columns)
{
    constexpr int nameWidth = 26;
    constexpr int width = 28;
    QStringList lines;
    const auto line = [&](const QString &name, const auto &cell) {
        QString text = name.leftJustified(nameWidth);
        for (const ComparedColumn &column : columns)
            text += QString(cell(column)).rightJustified(width);
        lines << text;
    };
    const auto rows = [&](const auto &tallyOf) {
        const auto count = [&](Decision decision) {
            return [&tallyOf, decision](const ComparedColumn &column) {
                return QString::number(tallyOf(column).decisions[static_cast<size_t>(decision)]);
            };
        };
        line(QStringLiteral("  leaves by itself"), count(Decision::AutoSend));
        line(QStringLiteral("    of it corrected"),
             [&](const ComparedColumn &column) { return sharesText(tallyOf(column).automatic); });
        line(QStringLiteral("  a draft for a person"), count(Decision::NeedsReview));
        line(QStringLiteral("  escalated"), count(Decision::Escalated));
    };
    line({}, [](const ComparedColumn &column) { return column.name.left(width - 2); });
    rows([](const ComparedColumn &column) -> const ComparedTally & { return column.total; });
    for (const Category category : allCategories) {
        const auto tallyOf = [category](const ComparedColumn &column) -> const ComparedTally & {
            return column.byCategory[static_cast<size_t>(category)];
        };
        if (tallyOf(columns.front()).runs == 0)
            continue;
        lines << nameOf(category);
        rows(tallyOf);
    }
    return lines.join(u'\n');
}

int compare(const Output &out, Proposals &proposals, const ProposalOptions &given)
{
    const auto period = given.period.period();
    if (!period) {
        out.fail(period.error());
        return badUsage;
    }
    QStringList names;
    for (const std::string &name : given.names)
        names << QString::fromStdString(name);
    const auto comparison = proposals.compare(names, *period);
    if (!comparison)
        return out.fail(comparison.error());
    const qint64 runs = comparison->columns.front().total.runs;
    out.result({{"from", period->from.isValid() ? Json(period->from.toString(Qt::ISODate)) : Json()},
                {"to", period->to.isValid() ? Json(period->to.toString(Qt::ISODate)) : Json()},
                {"promised_threshold", comparison->promised},
                {"not_kept", comparison->notKept},
                {"columns", toJson(comparison->columns)}},
               runs == 0 ? QStringLiteral("There is no run in this period that can be decided again.")
                         : comparisonText(comparison->columns));
    return 0;
}

int tell(const Output &out, const Result<ProposalEvent> &event, const QString &sentence)
{
    if (!event)
        return out.fail(event.error());
    out.result(toJson(*event), sentence.arg(event->name, settingsText(event->after)));
    return 0;
}

int apply(const Output &out, Proposals &proposals, const ProposalOptions &given)
{
    return tell(out, proposals.apply(given.step()), QStringLiteral("\"%1\" is in force: %2."));
}

int rollBack(const Output &out, Proposals &proposals, const ProposalOptions &given)
{
    return tell(
        out,
        proposals.rollBack(given.step(), given.isForced ? ChangedSince::Overwrite : ChangedSince::Refuse),
        QStringLiteral("\"%1\" is rolled back: %2."));
}

int remove(const Output &out, Proposals &proposals, const ProposalOptions &given)
{
    const ProposalStep step = given.step();
    if (auto removed = proposals.remove(step); !removed)
        return out.fail(removed.error());
    out.result({{"removed", step.name}}, QStringLiteral("\"%1\" is removed.").arg(step.name));
    return 0;
}

struct ProposalCommand {
    CLI::App *app;
    std::shared_ptr<ProposalOptions> options = std::make_shared<ProposalOptions>();

    ProposalCommand(CLI::App &group, CommandContext &context, Act act, const char *name, const char *meaning)
        : app(group.add_subcommand(name, meaning))
    {
        app->callback(
            [&context, act, given = options] { context.exitCode = withProposals(context, *given, act); });
    }
    ProposalCommand &named(int most = 1)
    {
        app->add_option("NAME", options->names, "The proposal's name")->required()->expected(1, most);
        return *this;
    }
    ProposalCommand &by()
    {
        app->add_option("--as", options->as, "Who does it; by default who is logged in");
        return *this;
    }
    ProposalCommand &reason(bool isRequired)
    {
        app->add_option("--reason", options->reason, "Why; it stands in the record")->required(isRequired);
        return *this;
    }
};

} // namespace

void addProposalCommands(CLI::App &app, CommandContext &context)
{
    constexpr int mostCompared = 6;
    auto *group = app.add_subcommand("proposal", "Several settings at once: try, compare, apply, roll back");
    group->require_subcommand(1);
    ProposalCommand saving(*group, context, save, "save", "Keep settings under a name, with their replay");
    saving.named().by().reason(true);
    saving.app->add_option("--set", saving.options->settings, "A setting and its proposed value")->required();
    saving.options->period.addTo(*saving.app);
    saving.app->footer("Example:\n  helmdeskctl proposal save bolder --set routing.threshold=0.7 --set "
                       "modes.billing=auto --reason \"Billing went well in November\" --as Robin");
    ProposalCommand(*group, context, list, "list", "All of them, and what became of each");
    ProposalCommand(*group, context, show, "show", "One with its figures and history").named();
    ProposalCommand comparing(*group, context, compare, "compare",
                              "Today's settings beside proposals, on the runs of a period");
    comparing.named(mostCompared);
    comparing.options->period.addTo(*comparing.app);
    ProposalCommand(*group, context, apply, "apply", "Put all its settings into force; audited")
        .named()
        .by()
        .reason(true);
    ProposalCommand back(*group, context, rollBack, "rollback", "The values from before again; audited");
    back.named().by().reason(false);
    back.app->add_flag("--force", back.options->isForced, "Even where one was changed since");
    ProposalCommand(*group, context, remove, "remove", "Take it off the list; its history stays")
        .named()
        .by()
        .reason(false);
}

} // namespace Helmdesk
