#include "knowledge/StatedValues.h"

#include "knowledge/LexicalText.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{

namespace
{

using Match = QRegularExpressionMatch;

// A plain number: "14", "2,000", "9.50", "1 000". Never glued to letters, dots or hyphens (codes, versions,
// addresses, ranges of codes), nor to a colon with digits behind it (times of day).
const QString number = QStringLiteral(
    "(?<![\\w.,:/#-])(\\d{1,3}(?:[,\u00A0\u202F]\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?)(?![\\w:/-]|\\.\\d)");
const QString months =
    QStringLiteral("(January|February|March|April|May|June|July|August|September|October|November|December)");

QString plainNumber(QString text)
{
    static const QRegularExpression grouped(QStringLiteral("^\\d{1,3}([,\u00A0\u202F]\\d{3})+(\\.\\d+)?$"));
    if (grouped.match(text).hasMatch())
        text.remove(QRegularExpression(QStringLiteral("[,\u00A0\u202F]")));
    text.replace(u',', u'.');
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    return isNumber ? QString::number(value, 'g', 12) : text;
}

QString currencyOf(const QString &text)
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("$"), QStringLiteral("usd")},      {QStringLiteral("usd"), QStringLiteral("usd")},
        {QStringLiteral("dollar"), QStringLiteral("usd")}, {QStringLiteral("dollars"), QStringLiteral("usd")},
        {QStringLiteral("€"), QStringLiteral("eur")},      {QStringLiteral("eur"), QStringLiteral("eur")},
        {QStringLiteral("euro"), QStringLiteral("eur")},   {QStringLiteral("euros"), QStringLiteral("eur")},
        {QStringLiteral("£"), QStringLiteral("gbp")},      {QStringLiteral("gbp"), QStringLiteral("gbp")},
        {QStringLiteral("pound"), QStringLiteral("gbp")},  {QStringLiteral("pounds"), QStringLiteral("gbp")},
        {QStringLiteral("chf"), QStringLiteral("chf")},    {QStringLiteral("%"), QStringLiteral("%")},
        {QStringLiteral("percent"), QStringLiteral("%")},  {QStringLiteral("per cent"), QStringLiteral("%")}};
    return names.value(text.toLower());
}

// Replaces every match by '#' when `read` makes a value of it.
template <class Read>
void take(QString &text, const QRegularExpression &pattern, std::vector<StatedValue> &values, Read read)
{
    QString rest;
    qsizetype from = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const Match match = matches.next();
        StatedValue value = read(match);
        if (value.unit.isEmpty())
            continue;
        value.text = match.captured().trimmed();
        values.push_back(std::move(value));
        rest += QStringView(text).sliced(from, match.capturedStart() - from);
        rest += u'#';
        from = match.capturedEnd();
    }
    text = rest + text.sliced(from);
}

void takeDates(QString &text, std::vector<StatedValue> &values)
{
    static const QRegularExpression iso(QStringLiteral("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"));
    static const QRegularExpression dayFirst(QStringLiteral("\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?") +
                                             months + QStringLiteral("(?:,? (\\d{4}))?\\b"));
    static const QRegularExpression monthFirst(
        QStringLiteral("\\b") + months + QStringLiteral(" (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b"));
    static const QStringList names = months.mid(1, months.size() - 2).split(u'|');
    const auto date = [](const QString &year, qsizetype month, int day) {
        return StatedValue{QStringLiteral("date"),
                           QStringLiteral("%1-%2-%3")
                               .arg(year.isEmpty() ? QStringLiteral("any") : year)
                               .arg(month, 2, 10, QLatin1Char('0'))
                               .arg(day, 2, 10, QLatin1Char('0')),
                           {}};
    };
    take(text, iso, values, [&](const Match &match) {
        return date(match.captured(1), match.captured(2).toInt(), match.captured(3).toInt());
    });
    take(text, dayFirst, values, [&](const Match &match) {
        return date(match.captured(3), names.indexOf(match.captured(2)) + 1, match.captured(1).toInt());
    });
    take(text, monthFirst, values, [&](const Match &match) {
        return date(match.captured(3), names.indexOf(match.captured(1)) + 1, match.captured(2).toInt());
    });
}

void takeMoneyAndShares(QString &text, std::vector<StatedValue> &values)
{
    static const QRegularExpression before(
        QStringLiteral("(?:([$€£])|\\b(USD|EUR|GBP|CHF) ?)(\\d[\\d,.]*\\d|\\d)"));
    static const QRegularExpression behind(
        number + QStringLiteral("\\s?(%|€|USD|EUR|GBP|CHF|dollars?|euros?|pounds?|percent|per cent)(?!\\w)"),
        QRegularExpression::CaseInsensitiveOption);
    take(text, before, values, [](const Match &match) {
        const QString sign = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        return StatedValue{currencyOf(sign), plainNumber(match.captured(3)), {}};
    });
    take(text, behind, values, [](const Match &match) {
        return StatedValue{currencyOf(match.captured(2)), plainNumber(match.captured(1)), {}};
    });
}

// "14 days", "two working days", "2,000 items": the unit is the noun behind the number.
void takeCounts(QString &text, std::vector<StatedValue> &values)
{
    static const QStringList words = {
        QStringLiteral("one"),  QStringLiteral("two"), QStringLiteral("three"),  QStringLiteral("four"),
        QStringLiteral("five"), QStringLiteral("six"), QStringLiteral("seven"),  QStringLiteral("eight"),
        QStringLiteral("nine"), QStringLiteral("ten"), QStringLiteral("eleven"), QStringLiteral("twelve")};
    static const QSet<QString> passedOver = {QStringLiteral("working"),  QStringLiteral("business"),
                                             QStringLiteral("calendar"), QStringLiteral("full"),
                                             QStringLiteral("more"),     QStringLiteral("different")};
    static const QRegularExpression counted(QStringLiteral("(?:") + number + QStringLiteral("|\\b(") +
                                                words.join(u'|') +
                                                QStringLiteral(")\\b)[ \u00A0]([A-Za-z]+)(?: ([A-Za-z]+))?"),
                                            QRegularExpression::CaseInsensitiveOption);
    // Only the number goes out of the frame; its unit stays there.
    QString rest;
    qsizetype from = 0;
    auto matches = counted.globalMatch(text);
    while (matches.hasNext()) {
        const Match match = matches.next();
        const bool isWord = match.captured(1).isEmpty();
        QString noun = match.captured(3).toLower();
        if (passedOver.contains(noun) && !match.captured(4).isEmpty())
            noun = match.captured(4).toLower();
        const std::vector<LexicalTerm> terms = lexicalTerms(noun);
        if (terms.empty() || (isWord && match.captured(2).compare(words[0], Qt::CaseInsensitive) == 0))
            continue; // "one of them" counts nothing
        const int group = isWord ? 2 : 1;
        values.push_back({QString::fromStdString(terms.front().text),
                          isWord ? QString::number(words.indexOf(match.captured(2).toLower()) + 1)
                                 : plainNumber(match.captured(1)),
                          match.captured().trimmed()});
        rest += QStringView(text).sliced(from, match.capturedStart(group) - from);
        rest += u'#';
        from = match.capturedEnd(group);
    }
    text = rest + text.sliced(from);
}

QStringList namesIn(const QString &sentence)
{
    static const QRegularExpression inner(
        QStringLiteral("(?<=[\\w,;:)] )[*\"']*(\\p{Lu}[\\w-]*)|\\b(\\p{Lu}+-?\\d+)\\b"));
    QStringList names;
    auto matches = inner.globalMatch(sentence);
    while (matches.hasNext()) {
        const Match match = matches.next();
        names.append((match.captured(1).isEmpty() ? match.captured(2) : match.captured(1)).toLower());
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace

SentenceClaim claimOf(const QString &sentence)
{
    SentenceClaim claim;
    QString text = sentence.simplified();
    static const QRegularExpression marker(QStringLiteral("^(?:[-*\u2022] |\\d{1,2}[.)] )+"));
    text.remove(marker);
    claim.names = namesIn(text);
    takeDates(text, claim.values);
    takeMoneyAndShares(text, claim.values);
    takeCounts(text, claim.values);
    claim.frame = text;
    return claim;
}

} // namespace Helmdesk
