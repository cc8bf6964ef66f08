#include "app/CsvTable.h"
#include "app/InsightsReading.h"
#include "cli/Commands.h"
#include "insights/InsightsReport.h"

#include <cstring>
#include <memory>

namespace Helmdesk
{
namespace
{

struct InsightsOptions {
    std::string from;
    std::string to;
    std::string channel;
    std::string category;
    std::string by;
    std::string csv;
};

Result<InsightFilter> filterOf(const InsightsOptions &given)
{
    InsightFilter filter;
    const auto from = givenDay(given.from);
    const auto to = givenDay(given.to);
    if (!from || !to)
        return from ? to.error() : from.error();
    if (from->isValid() && to->isValid() && *to < *from)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("the period ends on %1, before it begins on %2")
                         .arg(to->toString(Qt::ISODate), from->toString(Qt::ISODate))};
    filter.from = *from;
    filter.to = *to;
    filter.zone = QTimeZone::systemTimeZone();
    if (!given.channel.empty()) {
        filter.channel = channelNamed(QString::fromStdString(given.channel));
        if (!filter.channel)
            return Error{ErrorKind::InvalidInput,
                         QStringLiteral("there is no channel \"%1\": chat, mail, file, api")
                             .arg(QString::fromStdString(given.channel))};
    }
    filter.category = fromName<Category>(QString::fromStdString(given.category));
    return filter;
}

QString duration(const std::optional<qint64> &seconds)
{
    if (!seconds)
        return QStringLiteral("-");
    if (*seconds < 60)
        return QStringLiteral("%1 s").arg(*seconds);
    if (*seconds < 3600)
        return QStringLiteral("%1 min").arg(static_cast<double>(*seconds) / 60.0, 0, 'f', 1);
    return QStringLiteral("%1 h").arg(static_cast<double>(*seconds) / 3600.0, 0, 'f', 1);
}

QString percent(qint64 part, qint64 whole)
{
    return whole == 0 ? QStringLiteral("-")
                      : QStringLiteral("%1 %").arg(
                            100.0 * static_cast<double>(part) / static_cast<double>(whole), 0, 'f', 1);
}

QString dollars(double usd)
{
    return QStringLiteral("%1 dollars").arg(usd, 0, 'f', usd != 0.0 && std::abs(usd) < 1.0 ? 4 : 2);
}

// Lines of a name and what it is, the second ones under each other.
class Sheet
{
public:
    void add(const QString &name, const QString &value, const QString &note = {})
    {
        m_lines << (name.leftJustified(nameWidth) + value.rightJustified(valueWidth) +
                    (note.isEmpty() ? QString() : QStringLiteral("   ") + note));
    }
    void add(const QString &name, qint64 count, qint64 whole)
    {
        add(name, QString::number(count), percent(count, whole));
    }
    void title(const QString &text) { m_lines << QString() << text; }
    QStringList lines() const { return m_lines; }

private:
    static constexpr int nameWidth = 40;
    static constexpr int valueWidth = 16;
    QStringList m_lines;
};

QString periodOf(const InsightFilter &filter)
{
    const QString from = filter.from.isValid() ? QStringLiteral("from ") + filter.from.toString(Qt::ISODate)
                                               : QStringLiteral("from the beginning");
    const QString to = filter.to.isValid() ? QStringLiteral("to ") + filter.to.toString(Qt::ISODate)
                                           : QStringLiteral("until now");
    QStringList parts{QStringLiteral("Conversations that began %1 %2 (%3)")
                          .arg(from, to, QString::fromLatin1(filter.zone.id()))};
    if (filter.channel)
        parts << QStringLiteral("channel ") + nameOf(*filter.channel);
    if (filter.category)
        parts << QStringLiteral("category ") + nameOf(*filter.category);
    return parts.join(QStringLiteral(", "));
}

void addAnswers(Sheet &sheet, const InsightFigures &figures)
{
    const qint64 all = figures.conversations;
    sheet.title(QStringLiteral("Answered"));
    sheet.add(QStringLiteral("  by Helmdesk alone"), figures.answeredAlone, all);
    sheet.add(QStringLiteral("  by a person with its drafts"), figures.answeredWithDraft, all);
    sheet.add(QStringLiteral("  in a person's own words"), figures.answeredByPerson, all);
    sheet.add(QStringLiteral("  not yet"), figures.notAnswered, all);
    sheet.title(QStringLiteral("How they ended"));
    sheet.add(QStringLiteral("  resolved"), figures.resolved(), all);
    sheet.add(QStringLiteral("    confirmed by the customer"), figures.confirmed, all);
    sheet.add(QStringLiteral("    a grounded answer, then silence"), figures.groundedSilence, all);
    sheet.add(QStringLiteral("  silence alone"), figures.silenceOnly, all);
    sheet.add(QStringLiteral("  answered, too early to say"), figures.stillQuiet, all);
    sheet.add(QStringLiteral("  closed without an answer"), figures.closedUnanswered, all);
    sheet.add(QStringLiteral("  open"), figures.open, all);
    sheet.add(QStringLiteral("  reopened, of all these"), figures.reopened, all);
}

void addWork(Sheet &sheet, const Insights &insights)
{
    const InsightFigures &figures = insights.total;
    sheet.title(QStringLiteral("Time"));
    sheet.add(QStringLiteral("  first response, median"), duration(quantileOf(figures.firstResponses, 0.5)));
    sheet.add(QStringLiteral("  first response, 90 % within"),
              duration(quantileOf(figures.firstResponses, 0.9)));
    sheet.add(QStringLiteral("  to the resolution, median"), duration(quantileOf(figures.resolutions, 0.5)));
    sheet.add(QStringLiteral("  to the resolution, 90 % within"),
              duration(quantileOf(figures.resolutions, 0.9)));
    sheet.title(QStringLiteral("Escalations and drafts"));
    sheet.add(QStringLiteral("  escalations"), QString::number(figures.escalations),
              QStringLiteral("in %1 conversations").arg(figures.escalatedConversations));
    sheet.add(QStringLiteral("  false alarms, of those reviewed"), figures.falseAlarms,
              figures.reviewedEscalations);
    sheet.add(QStringLiteral("  drafts sent unchanged"), figures.draftsUnchanged, figures.judgedDrafts());
    const auto edited = quantileOf(figures.edits, 0.5);
    sheet.add(
        QStringLiteral("  drafts edited"), QString::number(figures.draftsEdited),
        percent(figures.draftsEdited, figures.judgedDrafts()) +
            (edited ? QStringLiteral(", half of them by %1 of the words or less").arg(percent(*edited, 1000))
                    : QString()));
    sheet.add(QStringLiteral("  drafts rejected"), figures.draftsRejected, figures.judgedDrafts());
    sheet.title(QStringLiteral("Cost and saving"));
    sheet.add(QStringLiteral("  models"), dollars(figures.costUsd()),
              figures.unpricedCalls > 0
                  ? QStringLiteral("and %1 calls of unknown price").arg(figures.unpricedCalls)
                  : QString());
    if (figures.conversations > 0)
        sheet.add(QStringLiteral("  a conversation"),
                  dollars(figures.costUsd() / static_cast<double>(figures.conversations)));
    if (figures.resolved() > 0)
        sheet.add(QStringLiteral("  a resolution"),
                  dollars(figures.costUsd() / static_cast<double>(figures.resolved())));
    const InsightAssumptions &assumed = insights.assumed;
    sheet.add(QStringLiteral("  saved time"),
              QStringLiteral("%1 h").arg(savedMinutes(figures, assumed) / 60.0, 0, 'f', 1),
              QStringLiteral("at %1 minutes a reply and %2 with a draft")
                  .arg(assumed.minutesPerReply)
                  .arg(assumed.minutesPerDraft));
    sheet.add(QStringLiteral("  saved money"), dollars(savedUsd(figures, assumed)),
              QStringLiteral("at %1 dollars an hour, less the models").arg(assumed.hourCostUsd));
}

QString cell(const Json &value)
{
    return value.is_string()         ? value.get<QString>()
           : value.is_number_float() ? QString::number(value.get<double>(), 'f', 2)
           : value.is_number()       ? QString::number(value.get<qint64>())
                                     : QStringLiteral("-");
}

struct ShownColumn {
    const char *name; // in the record
    const char *title;
};

// The columns of a table that fit a terminal; JSON and CSV have all.
std::vector<ShownColumn> shownColumns(InsightsBy by)
{
    if (by == InsightsBy::Reason)
        return {{"reason", "reason"},
                {"escalations", "escalations"},
                {"named", "named"},
                {"reviewed", "reviewed"},
                {"false_alarms", "false alarms"}};
    if (by == InsightsBy::Operator)
        return {{"operator", "operator"}, {"replies", "replies"}, {"from_draft", "from draft"}};
    return {{"key", by == InsightsBy::Day       ? "day"
                    : by == InsightsBy::Channel ? "channel"
                                                : "category"},
            {"conversations", "conversations"},
            {"answered_alone", "alone"},
            {"answered_with_draft", "with draft"},
            {"answered_by_person", "by person"},
            {"resolved", "resolved"},
            {"escalations", "escalations"},
            {"cost_usd", "dollars"}};
}

QStringList tableOf(const Insights &insights, InsightsBy by)
{
    constexpr int firstWidth = 22;
    const std::vector<ShownColumn> columns = shownColumns(by);
    QStringList lines{QString()};
    const auto addLine = [&](auto textOf) {
        QString line;
        for (const ShownColumn &column : columns) {
            const QString text = textOf(column);
            const auto width = static_cast<int>(std::max<size_t>(std::strlen(column.title), 8) + 2);
            line += line.isEmpty() ? text.leftJustified(firstWidth) : text.rightJustified(width);
        }
        lines << line;
    };
    addLine([](const ShownColumn &column) { return QString::fromLatin1(column.title); });
    for (const Json &row : rowsOf(insights, by))
        addLine([&](const ShownColumn &column) { return cell(memberOrNull(row, column.name)); });
    return lines;
}

QString textOf(const Insights &insights, std::optional<InsightsBy> by)
{
    QStringList lines{periodOf(insights.filter)};
    if (insights.total.conversations == 0)
        lines << QStringLiteral("None: there is nothing to count here yet.");
    else {
        Sheet sheet;
        sheet.add(QStringLiteral("Conversations"), QString::number(insights.total.conversations));
        addAnswers(sheet, insights.total);
        addWork(sheet, insights);
        lines << sheet.lines();
    }
    if (by && !rowsOf(insights, *by).empty())
        lines << tableOf(insights, *by);
    return lines.join(QLatin1Char('\n'));
}

int showInsights(const CommandContext &context, const InsightsOptions &given)
{
    const Output out = context.output();
    const auto filter = filterOf(given);
    if (!filter)
        return out.fail(filter.error());
    auto workspace = context.openWorkspace();
    if (!workspace)
        return out.fail(workspace.error());
    const auto by = insightsByNamed(QString::fromStdString(given.by));
    const auto insights = readInsights(**workspace, *filter);
    if (!insights)
        return out.fail(insights.error());
    if (!given.csv.empty()) {
        const InsightsBy table = by.value_or(InsightsBy::Day);
        auto written =
            writeCsv(QString::fromStdString(given.csv), columnsOf(table), rowsOf(*insights, table));
        if (!written)
            return out.fail(written.error());
    }
    out.result(toJson(*insights, by), textOf(*insights, by));
    return 0;
}

} // namespace

void addInsightsCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("insights", "What the desk did in a period");
    auto given = std::make_shared<InsightsOptions>();
    command->add_option("--from", given->from, "First day, like 2026-11-01");
    command->add_option("--to", given->to, "Last day");
    command->add_option("--channel", given->channel, "Only chat, mail, file or api");
    command
        ->add_option("--category", given->category, "Only billing, technical, account, general or escalate")
        ->check(CLI::IsMember({"billing", "technical", "account", "general", "escalate"}));
    command->add_option("--by", given->by, "Also a table by channel, category, day, operator or reason")
        ->check(CLI::IsMember({"channel", "category", "day", "operator", "reason"}));
    command->add_option("--csv", given->csv,
                        "Write the table, by day unless --by says otherwise, to this file");
    command->footer("Example:\n  helmdeskctl insights --from 2026-11-01 --to 2026-11-30 --by category");
    command->callback([&context, given] { context.exitCode = showInsights(context, *given); });
}

} // namespace Helmdesk
