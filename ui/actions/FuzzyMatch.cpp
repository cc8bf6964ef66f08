#include "actions/FuzzyMatch.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr int beginsText = 3000;
constexpr int beginsWord = 2500;
constexpr int eachBeginsWord = 1500;
constexpr int withinWord = 800;
constexpr int farthest = 400; // a place further behind counts no less

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

// Where the first word begins with `wanted`; -1: none does.
qsizetype wordBeginningWith(const QString &wanted, const QString &text)
{
    for (auto at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(wanted, at + 1, Qt::CaseInsensitive))
        if (startsWord(text, at))
            return at;
    return -1;
}

QStringList wordsOf(const QString &wanted)
{
    return wanted.split(u' ', Qt::SkipEmptyParts);
}

bool eachWordBeginsOne(const QStringList &words, const QString &text)
{
    return std::ranges::all_of(words,
                               [&](const QString &word) { return wordBeginningWith(word, text) >= 0; });
}

// Letters that are merely somewhere in the sentence are in most sentences.
int scatteredScore(const QString &wanted, const QString &text)
{
    constexpr qsizetype mostSkipped = 2; // letters within a word: one that was mistyped or left out
    int score = 1;
    qsizetype at = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const auto found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return 0;
        const bool isFirst = found == 0 || text.at(found - 1).isSpace();
        if (!isFirst && (at == 0 || found - at > mostSkipped || text.mid(at, found - at).contains(u' ')))
            return 0;
        score += isFirst ? 20 : (found == at ? 8 : 1);
        at = found + 1;
    }
    return std::min(score, withinWord - farthest - 1);
}

} // namespace

int fuzzyScore(const QString &wanted, const QString &text)
{
    if (wanted.isEmpty())
        return 1;
    const auto near = [](qsizetype at) { return static_cast<int>(std::min<qsizetype>(at, farthest)); };
    if (text.startsWith(wanted, Qt::CaseInsensitive))
        return beginsText;
    if (const auto at = wordBeginningWith(wanted, text); at >= 0)
        return beginsWord - near(at);
    if (const QStringList words = wordsOf(wanted); words.size() > 1 && eachWordBeginsOne(words, text))
        return eachBeginsWord;
    if (const auto at = text.indexOf(wanted, 0, Qt::CaseInsensitive); at >= 0)
        return withinWord - near(at);
    return scatteredScore(wanted, text);
}

QList<int> fuzzyPlaces(const QString &wanted, const QString &text)
{
    QList<int> places;
    const auto add = [&](qsizetype from, qsizetype length) {
        for (qsizetype i = 0; i < length; ++i)
            places.append(static_cast<int>(from + i));
    };
    const auto word = wordBeginningWith(wanted, text);
    if (const auto whole = word >= 0 ? word : text.indexOf(wanted, 0, Qt::CaseInsensitive); whole >= 0) {
        add(whole, wanted.size());
        return places;
    }
    if (const QStringList words = wordsOf(wanted); words.size() > 1 && eachWordBeginsOne(words, text)) {
        for (const QString &each : words)
            add(wordBeginningWith(each, text), each.size());
        return places;
    }
    qsizetype at = 0;
    for (const QChar letter : wanted) {
        if (letter.isSpace())
            continue;
        const auto found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return {};
        places.append(static_cast<int>(found));
        at = found + 1;
    }
    return places;
}

} // namespace Helmdesk
