#include "specialists/Grounding.h"

#include "specialists/ReplyStyle.h"

#include <QRegularExpression>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr double wordShareNeeded = 0.5;
constexpr int statementWords = 4; // fewer content words than this state nothing: "Hello Ada,"

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text + QLatin1Char(' ')) {
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    return words;
}

bool hasDigit(const QString &word)
{
    for (const QChar c : word) {
        if (c.isDigit())
            return true;
    }
    return false;
}

bool isBacked(const QStringList &words, const QSet<QString> &known)
{
    qsizetype content = 0;
    qsizetype shared = 0;
    for (const QString &word : words) {
        if (hasDigit(word) && !known.contains(word))
            return false;
        if (word.size() <= 3)
            continue;
        ++content;
        shared += known.contains(word) ? 1 : 0;
    }
    return content == 0 || static_cast<double>(shared) >= wordShareNeeded * static_cast<double>(content);
}

QStringList promisesIn(const QString &sentence, const QString &sources)
{
    static const QRegularExpression promise(
        QStringLiteral(
            "\\b(guarantee[ds]?|(?:we|i) (?:promise|assure you)|will (?:be )?compensat\\w*|never happen "
            "again|"
            "free of charge for life|legally binding|100 ?% (?:safe|certain)|"
            "(?:within|in (?:less than|under|the next)) (?:\\d+|an?|one|two|three|a few|the next \\w+)"
            "(?: (?:working|business))? (?:minute|hour|day|week)s?|"
            "by (?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the end of the "
            "(?:day|week))|will (?:definitely|certainly|surely) \\w+)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    auto matches = promise.globalMatch(sentence);
    while (matches.hasNext()) {
        const QString phrase = matches.next().captured(1);
        if (!sources.contains(phrase, Qt::CaseInsensitive))
            found.append(phrase);
    }
    return found;
}

} // namespace

GroundingReport checkGrounding(const QString &draft, const QStringList &sources)
{
    const QString joined = sources.join(QLatin1Char('\n'));
    const QStringList sourceWords = wordsOf(joined);
    const QSet<QString> known(sourceWords.begin(), sourceWords.end());

    GroundingReport report;
    int statements = 0;
    int backed = 0;
    for (const QString &sentence : splitSentences(draft)) {
        report.promises += promisesIn(sentence, joined);
        const QStringList words = wordsOf(sentence);
        if (words.size() < statementWords)
            continue;
        ++statements;
        if (isBacked(words, known))
            ++backed;
        else
            report.unsupported.append(sentence);
    }
    if (statements > 0)
        report.share = static_cast<double>(backed) / statements;
    return report;
}

} // namespace Helmdesk
