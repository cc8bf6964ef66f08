#include "understanding/Attribution.h"

#include "understanding/TextShape.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype longestLine = 300;
constexpr qsizetype mostLines = 5;
constexpr qsizetype fewWords = 10; // a date and a name; more is a sentence

bool endsWithColon(const QString &text)
{
    return text.endsWith(u':') || text.endsWith(u'：') || text.endsWith(u'﹕');
}

// "Mara Lindqvist wrote": nothing but names before the verb. True for scripts without capitals.
bool consistsOfNames(const QString &text)
{
    int lower = 0;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        lower += word.front().isLower() ? 1 : 0;
    return lower <= 2 && !text.front().isLower(); // the verb and its auxiliary
}

// Two words with capitals one after the other. True for scripts without capitals.
bool holdsName(const QString &text)
{
    bool isAfterName = false;
    bool hasCase = false;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const bool isName = word.front().isUpper();
        hasCase = hasCase || isName || word.front().isLower();
        if (isName && isAfterName)
            return true;
        isAfterName = isName && !word.endsWith(u',');
    }
    return !hasCase;
}

// The words in front of the address, without the date.
QString nameBefore(const QString &text, qsizetype address)
{
    const QString before = text.left(address);
    qsizetype begin = before.size();
    while (begin > 0 &&
           (before[begin - 1].isLetter() || QStringView(u" '’.-\"<[(").contains(before[begin - 1])))
        --begin;
    QString name = before.mid(begin);
    name.removeIf([](QChar c) { return QStringView(u"<[(\"").contains(c); });
    QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    while (!words.isEmpty() && !words.front().front().isUpper() && words.front().front().isLower())
        words.removeFirst(); // "wrote", "at"
    return words.join(u' ');
}

// A colon, or none where the line holds all that mail programs write: a name with its address, day and time.
bool mayEndAttribution(const QString &text)
{
    if (endsWithColon(text))
        return true;
    const bool mayBe =
        text.size() <= longestLine && text.contains(u'@') && !QStringView(u".!?").contains(text.back());
    if (!mayBe)
        return false;
    const TextShape shape = shapeOf(text);
    return shape.hasBracketedAddress && shape.hasDate && shape.hasTime && wordCount(text) <= 30;
}

bool endsSentence(const QString &text)
{
    return QStringView(u".!?:;…。？！：").contains(text.back());
}

// Whether the attribution whose end is `rest` began in the line above it: the rest begins within a sentence,
// or the line above holds the date that it lacks.
bool goesOnIn(const QString &above, const QString &rest)
{
    const QChar first = rest.front();
    const bool beginsInside = first == u'<' || first == u'[' || first == u'(' || first.isLower();
    const bool isAddressFirst = rest.startsWith(firstAddress(rest)) && shapeOf(rest).hasAddress;
    const bool addsDate = !shapeOf(rest).hasDate && shapeOf(above).hasDate;
    return addsDate || ((beginsInside || isAddressFirst) && !endsSentence(above));
}

double certaintyOf(const TextShape &shape, const QString &text, const UtteranceWords &words,
                   bool isAboveQuote)
{
    const bool isSaid = words.attributions.countIn(phraseKey(text)) > 0;
    if (shape.hasAddress && (shape.hasDate || shape.hasTime || isSaid))
        return 0.96;
    if (shape.hasDate && shape.hasTime && (isSaid || isAboveQuote))
        return 0.93;
    if (isAboveQuote && (shape.hasAddress || shape.hasDate || isSaid))
        return 0.93;
    if (shape.hasDate && isSaid)
        return 0.85;
    if (shape.hasDate && shape.hasTime)
        return wordCount(text) <= fewWords && holdsName(text) ? 0.5 : 0.0;
    if (isSaid && wordCount(text) <= 6)
        return consistsOfNames(text) && wordCount(text) >= 2 ? 0.82 : 0.6;
    if (shape.hasBracketedAddress)
        return 0.5;
    return 0.0;
}

} // namespace

Attribution readAttributionText(const QString &text, const UtteranceWords &words, bool isAboveQuote)
{
    Attribution attribution;
    const TextShape shape = shapeOf(text);
    attribution.certainty = certaintyOf(shape, text, words, isAboveQuote);
    attribution.isBare = !shape.hasAddress && !shape.hasDate;
    if (shape.hasAddress) {
        attribution.senderAddress = firstAddress(text);
        attribution.senderName = nameBefore(text, text.indexOf(attribution.senderAddress));
    }
    return attribution;
}

Attribution readAttribution(const TextSheet &sheet, qsizetype at)
{
    const int depth = sheet.line(at).depth;
    const qsizetype next = sheet.nextText(at + 1);
    if (next >= sheet.size() || !mayEndAttribution(sheet.line(at).content))
        return {};
    const bool isAboveQuote = sheet.line(next).depth > depth;
    if (next == at + 1 && !endsWithColon(sheet.line(at).content) && endsWithColon(sheet.line(next).content))
        return {}; // it ends with the next line
    qsizetype begin = at;
    QString joined = sheet.line(at).content;
    while (begin > 0 && at - begin < mostLines - 1) {
        const TextLine &above = sheet.line(begin - 1);
        if (above.isBlank || above.depth != depth || !sheet.isOpen(begin - 1) ||
            !goesOnIn(above.content, joined))
            break;
        joined.prepend(above.content + u' ');
        --begin;
    }
    if (joined.size() > longestLine)
        return {};
    Attribution attribution = readAttributionText(joined, sheet.words, isAboveQuote);
    attribution.begin = begin;
    return attribution;
}

} // namespace Helmdesk
