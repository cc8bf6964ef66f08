// The report of a backtest for people: as lines and as a page.
#include "app/BacktestReport.h"

#include <QLocale>

namespace Helmdesk
{
namespace
{

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(100.0 * share, 0, 'f', 1);
}

// "12.0 % (8.1 % to 17.3 %)"
QString shareText(const Json &share)
{
    if (numberOr(share, "low", 0.0) == 0.0 && numberOr(share, "high", 1.0) == 1.0)
        return QStringLiteral("–"); // of nothing
    return QStringLiteral("%1 (%2 to %3)")
        .arg(percent(numberOr(share, "share", 0.0)), percent(numberOr(share, "low", 0.0)),
             percent(numberOr(share, "high", 1.0)));
}

QString number(double value, int digits = 1)
{
    return QString::number(value, 'f', digits);
}

QString verdictOn(const Json &agreement)
{
    constexpr qint64 fewest = 30; // answers
    if (boolOr(agreement, "above_chance", false))
        return QStringLiteral("above chance");
    if (integerOr(agreement, "answers", 0) < fewest)
        return QStringLiteral("too few answers to tell");
    return QStringLiteral("not above chance: this archive says nothing about the answers");
}

struct Fact {
    QString name;
    QString value;
};

// What the report says first.
std::vector<Fact> factsOf(const Json &report)
{
    const Json &archive = memberOrNull(report, "archive");
    const Json &decisions = memberOrNull(memberOrNull(report, "decision"), "as_set");
    const Json &automatic = memberOrNull(memberOrNull(report, "decision"), "all_automatic");
    const Json &agreement = memberOrNull(memberOrNull(report, "agreement"), "all_until_next");
    const Json &first = memberOrNull(memberOrNull(report, "agreement"), "first_answer");
    const Json &answerable = memberOrNull(report, "answerable");
    const Json &saved = memberOrNull(report, "saved");
    const auto fates = [](const Json &counts) {
        return QStringLiteral("%1 alone, %2 with a draft, %3 to a person")
            .arg(integerOr(counts, "alone", 0))
            .arg(integerOr(counts, "draft", 0))
            .arg(integerOr(counts, "person", 0));
    };
    QStringList left;
    for (const auto &[why, count] : memberOrNull(report, "not_compared").items())
        left << QStringLiteral("%1 %2")
                    .arg(count.get<qint64>())
                    .arg(QString::fromStdString(why).replace(u'_', u' '));
    std::vector<Fact> facts{
        {QStringLiteral("Archive"), QStringLiteral("%1, %2 messages: %3 taken, %4 refused, %5 duplicates")
                                        .arg(stringOr(archive, "system"))
                                        .arg(integerOr(archive, "messages_in", 0))
                                        .arg(integerOr(archive, "messages_out", 0))
                                        .arg(integerOr(archive, "refused", 0))
                                        .arg(integerOr(archive, "duplicates", 0))},
        {QStringLiteral("Conversations"),
         QStringLiteral("%1, of which %2 are compared%3")
             .arg(integerOr(report, "conversations", 0))
             .arg(integerOr(report, "compared", 0))
             .arg(left.isEmpty() ? QString()
                                 : QStringLiteral(" (left out: %1)").arg(left.join(QStringLiteral(", "))))},
        {QStringLiteral("As it is set"), fates(decisions)},
        {QStringLiteral("All automatic"), fates(automatic)},
        {QStringLiteral("Answerable"), QStringLiteral("%1 of %2 questions are answered by an article")
                                           .arg(shareText(memberOrNull(answerable, "by_articles")))
                                           .arg(integerOr(answerable, "questions", 0))},
        {QStringLiteral("Agreement"),
         QStringLiteral("%1 of %2 answers are near to the people's; by chance %3")
             .arg(shareText(memberOrNull(agreement, "near")))
             .arg(integerOr(agreement, "answers", 0))
             .arg(percent(numberOr(agreement, "near_by_chance", 0.0)))},
        {QStringLiteral("Against chance"),
         QStringLiteral("nearer than to another conversation's in %1; by chance 50 %; %2")
             .arg(shareText(memberOrNull(agreement, "nearer_than_elsewhere")), verdictOn(agreement))},
        {QStringLiteral("First answer"), QStringLiteral("near to the first message of staff alone: %1")
                                             .arg(shareText(memberOrNull(first, "near")))},
        {QStringLiteral("Saved"),
         QStringLiteral("%1 hours, %2 dollars as it is set")
             .arg(number(numberOr(saved, "hours", 0.0)), number(numberOr(saved, "usd", 0.0), 0))}};
    if (!boolOr(report, "complete", true))
        facts.insert(facts.begin(),
                     {QStringLiteral("Incomplete"),
                      QStringLiteral("it was stopped; the same command goes on where it was")});
    return facts;
}

QString takeOverText(const Json &takeOver)
{
    if (!boolOr(takeOver, "possible", false))
        return QStringLiteral("none");
    return QStringLiteral("%1 from %2")
        .arg(percent(numberOr(memberOrNull(takeOver, "share"), "share", 0.0)),
             number(numberOr(takeOver, "confidence", 1.0), 2));
}

QStringList rowCells(const Json &row)
{
    QStringList cells{stringOr(row, "category"), QString::number(integerOr(row, "compared", 0)),
                      QString::number(integerOr(row, "answered", 0)), shareText(memberOrNull(row, "right"))};
    for (const Json &takeOver : memberOrNull(row, "take_over"))
        cells << takeOverText(takeOver);
    return cells;
}

const QStringList &rowHeads()
{
    static const QStringList heads{QStringLiteral("category"), QStringLiteral("compared"),
                                   QStringLiteral("answered"), QStringLiteral("right"),
                                   QStringLiteral("at 1 %"),   QStringLiteral("at 2 %"),
                                   QStringLiteral("at 5 %")};
    return heads;
}

QString wordsOf(const Json &cluster)
{
    const QStringList words = memberOrNull(cluster, "words").get<QStringList>();
    return words.isEmpty() ? QStringLiteral("(no common words)") : words.join(QStringLiteral(", "));
}

void addClusters(QStringList &lines, const QString &title, const Json &clusters)
{
    constexpr std::size_t most = 10;
    if (!clusters.is_array() || clusters.empty())
        return;
    lines << QString() << title;
    std::size_t shown = 0;
    for (const Json &cluster : clusters) {
        if (++shown > most)
            break;
        lines << QStringLiteral("  %1  %2")
                     .arg(QString::number(integerOr(cluster, "n", 0)).rightJustified(5), wordsOf(cluster));
    }
}

QString tag(const QString &name, const QString &text)
{
    return QStringLiteral("<%1>%2</%1>").arg(name, text.toHtmlEscaped());
}

QString tableRow(const QStringList &cells, const QString &name)
{
    QString row = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        row += tag(name, cell);
    return row + QStringLiteral("</tr>\n");
}

QString clusterTable(const QString &title, const QString &about, const Json &clusters, const char *text,
                     const char *second = nullptr)
{
    QString html = tag(QStringLiteral("h2"), title) + tag(QStringLiteral("p"), about);
    if (!clusters.is_array() || clusters.empty())
        return html + tag(QStringLiteral("p"), QStringLiteral("There are none."));
    QStringList heads{QStringLiteral("Conversations"), QStringLiteral("Hours"), QStringLiteral("Words"),
                      QStringLiteral("For example")};
    if (second != nullptr)
        heads << QStringLiteral("What people answered");
    html += QStringLiteral("<table>") + tableRow(heads, QStringLiteral("th"));
    for (const Json &cluster : clusters) {
        QStringList cells{QString::number(integerOr(cluster, "n", 0)),
                          number(numberOr(cluster, "hours", 0.0)), wordsOf(cluster), stringOr(cluster, text)};
        if (second != nullptr)
            cells << stringOr(cluster, second);
        html += tableRow(cells, QStringLiteral("td"));
    }
    return html + QStringLiteral("</table>\n");
}

constexpr QLatin1String
    style("body{font-family:sans-serif;margin:2em;max-width:70em;color:#1b1f24;background:#fff}"
          "table{border-collapse:collapse;margin:.5em 0 1.5em}"
          "th,td{border:1px solid #c8ced6;padding:.3em .6em;text-align:left;vertical-align:top}"
          "th{background:#eef1f5}td{white-space:pre-wrap;overflow-wrap:anywhere}"
          "@media print{body{margin:0}tr{page-break-inside:avoid}}");

} // namespace

QString backtestText(const Json &report)
{
    QStringList lines;
    for (const Fact &fact : factsOf(report))
        lines << fact.name.leftJustified(16) + fact.value;
    const auto line = [](const QStringList &cells) {
        static constexpr int widths[] = {11, 10, 10, 28, 17, 17, 17};
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += cells[i].leftJustified(widths[i]);
        return text.trimmed();
    };
    lines << QString()
          << QStringLiteral(
                 "What could be left to the desk, by the share of errors, and from which confidence")
          << line(rowHeads());
    for (const Json &row : memberOrNull(report, "by_category"))
        lines << line(rowCells(row));
    addClusters(lines, QStringLiteral("Questions that no article answers"),
                memberOrNull(memberOrNull(report, "unanswered"), "groups"));
    addClusters(lines, QStringLiteral("Articles to write first"), memberOrNull(report, "articles_to_write"));
    addClusters(lines, QStringLiteral("Answers that people use again and again"),
                memberOrNull(report, "macros"));
    const Json &archive = memberOrNull(report, "archive");
    for (const Json &note : memberOrNull(archive, "notes"))
        lines << QString() << QStringLiteral("Note: ") + note.get<QString>() + u'.';
    for (const auto &[reason, count] : memberOrNull(archive, "refused_by_reason").items())
        lines
            << QStringLiteral("Refused %1: %2").arg(count.get<qint64>()).arg(QString::fromStdString(reason));
    return lines.join(u'\n');
}

QString backtestHtml(const Json &report)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\"><title>Backtest</title><style>");
    html += style + QStringLiteral("</style></head><body>") +
            tag(QStringLiteral("h1"), QStringLiteral("Backtest on one's own archive")) +
            QStringLiteral("<table>");
    for (const Fact &fact : factsOf(report))
        html += QStringLiteral("<tr>") + tag(QStringLiteral("th"), fact.name) +
                tag(QStringLiteral("td"), fact.value) + QStringLiteral("</tr>\n");
    html +=
        QStringLiteral("</table>") +
        tag(QStringLiteral("h2"), QStringLiteral("What could be left to the desk")) +
        tag(QStringLiteral("p"),
            QStringLiteral("The share of the compared conversations that could be answered alone at most so "
                           "many errors, and from which confidence. An error is an answer that is not near "
                           "to the people's, or states another figure.")) +
        QStringLiteral("<table>") + tableRow(rowHeads(), QStringLiteral("th"));
    for (const Json &row : memberOrNull(report, "by_category"))
        html += tableRow(rowCells(row), QStringLiteral("td"));
    html += QStringLiteral("</table>\n");
    html += clusterTable(QStringLiteral("Questions that no article answers"),
                         QStringLiteral("Questions that are alike, the most frequent first."),
                         memberOrNull(memberOrNull(report, "unanswered"), "groups"), "text");
    html += clusterTable(QStringLiteral("Articles to write first"),
                         QStringLiteral("With the answer that comes nearest to what people answer there."),
                         memberOrNull(report, "articles_to_write"), "question", "answer");
    html += clusterTable(QStringLiteral("Answers that people use again and again"),
                         QStringLiteral("Candidates for snippets."), memberOrNull(report, "macros"), "text");
    html +=
        tag(QStringLiteral("h2"), QStringLiteral("By the team's own category")) + QStringLiteral("<table>") +
        tableRow({QStringLiteral("Category"), QStringLiteral("Conversations"), QStringLiteral("Taken for")},
                 QStringLiteral("th"));
    for (const Json &label : memberOrNull(report, "by_label")) {
        QStringList categories;
        for (const auto &[category, count] : memberOrNull(label, "categories").items())
            categories
                << QStringLiteral("%1 %2").arg(QString::fromStdString(category)).arg(count.get<qint64>());
        html += tableRow({stringOr(label, "label"), QString::number(integerOr(label, "n", 0)),
                          categories.join(QStringLiteral(", "))},
                         QStringLiteral("td"));
    }
    html += QStringLiteral("</table>\n") + tag(QStringLiteral("h2"), QStringLiteral("The archive")) +
            QStringLiteral("<ul>");
    const Json &archive = memberOrNull(report, "archive");
    for (const Json &note : memberOrNull(archive, "notes"))
        html += tag(QStringLiteral("li"), note.get<QString>());
    for (const auto &[reason, count] : memberOrNull(archive, "refused_by_reason").items())
        html += tag(
            QStringLiteral("li"),
            QStringLiteral("refused %1: %2").arg(count.get<qint64>()).arg(QString::fromStdString(reason)));
    const Json &assumed = memberOrNull(report, "assumptions");
    html += tag(QStringLiteral("li"),
                QStringLiteral("assumed: %1 minutes for a reply, %2 for checking a draft, %3 dollars an hour")
                    .arg(number(numberOr(assumed, "minutes_per_reply", 0.0)),
                         number(numberOr(assumed, "minutes_per_draft", 0.0)),
                         number(numberOr(assumed, "hour_cost_usd", 0.0), 0)));
    return html + QStringLiteral("</ul></body></html>\n");
}

} // namespace Helmdesk
