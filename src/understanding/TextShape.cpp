#include "understanding/TextShape.h"

#include <array>

namespace Helmdesk
{
namespace
{

struct Number {
    int value = 0; // of at most six digits
    int digits = 0;
    qsizetype begin = 0;
    qsizetype end = 0;
};

// The next run of digits at or after `from`; without digits at the end of the text.
Number nextNumber(QStringView text, qsizetype from)
{
    Number number;
    while (from < text.size() && text[from].digitValue() < 0)
        ++from;
    number.begin = from;
    for (; from < text.size() && text[from].digitValue() >= 0; ++from) {
        if (++number.digits <= 6)
            number.value = number.value * 10 + text[from].digitValue();
    }
    number.end = from;
    return number;
}

QChar charAt(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() ? text[at] : QChar(u' ');
}

bool isYear(const Number &number, QStringView text)
{
    const QChar before = charAt(text, number.begin - 1);
    const QChar further = charAt(text, number.begin - 2);
    const bool isPartOfName = before.isLetter() ? before.script() != QChar::Script_Han
                                                : (before == u'-' && further.isLetter()) || before == u'#';
    return number.digits == 4 && number.value >= 1300 && number.value <= 2699 && !isPartOfName;
}

// A day of a month, not a part of a longer number or a name ("INV-12").
bool isDay(const Number &number)
{
    return number.digits >= 1 && number.digits <= 2 && number.value >= 1 && number.value <= 31;
}

bool isDateSeparator(QChar c)
{
    return c == u'.' || c == u'/' || c == u'-';
}

// "23.11.26": three numbers of which two name a day and a month.
bool isNumericDate(const std::array<Number, 3> &n, QStringView text)
{
    const QChar mark = charAt(text, n[0].end);
    return isDateSeparator(mark) && n[0].end + 1 == n[1].begin && charAt(text, n[1].end) == mark &&
           n[1].end + 1 == n[2].begin && isDay(n[1]) && (isDay(n[0]) || isDay(n[2])) &&
           (n[0].digits <= 2 || n[0].digits == 4) && (n[2].digits == 2 || n[2].digits == 4) &&
           charAt(text, n[2].end) != mark;
}

bool isTimeSeparator(QChar c)
{
    return c == u':' || c == u'.' || c == u'h' || c == u'：' || c == u'時' || c == u'时' || c == u'시' ||
           c == u'點' || c == u'点';
}

bool isTime(const Number &hour, const Number &minute, QStringView text)
{
    const QChar mark = charAt(text, hour.end);
    qsizetype next = hour.end + 1;
    if (charAt(text, next) == u' ')
        ++next; // "오전 9시 14분"
    const QChar after = charAt(text, minute.end);
    const bool isPartOfDate =
        mark == u'.' && (after == u'.' || isDateSeparator(charAt(text, hour.begin - 1)));
    return hour.digits <= 2 && hour.digits > 0 && hour.value <= 24 && isTimeSeparator(mark) &&
           minute.begin == next && minute.digits == 2 && minute.value <= 59 && !isPartOfDate;
}

bool isAddressChar(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"._%+-'").contains(c);
}

struct Found {
    qsizetype begin = -1;
    qsizetype end = -1;
};

// The address around the sign "@" at `at`.
Found addressAround(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 120;
    qsizetype begin = at;
    while (begin > 0 && at - begin < longest && isAddressChar(text[begin - 1]))
        --begin;
    qsizetype end = at + 1;
    qsizetype lastDot = -1;
    while (end < text.size() && end - at < longest &&
           (text[end].isLetterOrNumber() || text[end] == u'.' || text[end] == u'-')) {
        if (text[end] == u'.')
            lastDot = end;
        ++end;
    }
    while (end > at + 1 && (text[end - 1] == u'.' || text[end - 1] == u'-'))
        --end;
    const bool isAddress = begin < at && lastDot > at + 1 && lastDot < end - 1;
    return isAddress ? Found{begin, end} : Found{};
}

bool isBracketed(QStringView text, const Found &address)
{
    const QStringView before = text.first(address.begin);
    return before.endsWith(u'<') || before.endsWith(u'[') || before.endsWith(u'(') ||
           before.endsWith(u'＜') || before.endsWith(u"mailto:", Qt::CaseInsensitive);
}

void readAddresses(QStringView text, TextShape &shape)
{
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        const Found address = addressAround(text, at);
        if (address.begin < 0)
            continue;
        shape.hasAddress = true;
        shape.hasBracketedAddress = shape.hasBracketedAddress || isBracketed(text, address);
    }
}

} // namespace

TextShape shapeOf(QStringView text)
{
    constexpr qsizetype nearby = 28; // characters between a day and its year
    TextShape shape;
    readAddresses(text, shape);
    std::array<Number, 3> last; // the three numbers up to the one that is read
    qsizetype lastDay = -1;
    qsizetype lastYear = -1;
    for (Number number = nextNumber(text, 0); number.digits > 0; number = nextNumber(text, number.end)) {
        shape.digits += number.digits;
        last = {last[1], last[2], number};
        if (isTime(last[1], last[2], text)) {
            shape.hasTime = true;
            const bool goesOn = isTime(last[0], last[1], text) && charAt(text, last[0].end) == u':';
            shape.hasSeconds = shape.hasSeconds || goesOn;
        }
        shape.hasDate = shape.hasDate || (last[0].digits > 0 && isNumericDate(last, text));
        if (isYear(number, text)) {
            lastYear = number.end;
            shape.hasDate = shape.hasDate || (lastDay >= 0 && number.begin - lastDay <= nearby);
        } else if (isDay(number)) {
            lastDay = number.end;
            shape.hasDate = shape.hasDate || (lastYear >= 0 && number.begin - lastYear <= 8);
        }
    }
    return shape;
}

QString firstAddress(QStringView text)
{
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        const Found address = addressAround(text, at);
        if (address.begin >= 0)
            return text.sliced(address.begin, address.end - address.begin).toString();
    }
    return {};
}

qsizetype wordCount(QStringView text)
{
    qsizetype words = 0;
    bool isInside = false;
    for (const QChar c : text) {
        const auto script = c.script();
        const bool isIdeograph = script == QChar::Script_Han || script == QChar::Script_Hiragana ||
                                 script == QChar::Script_Katakana;
        const bool belongs = c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
        if (belongs && (isIdeograph || !isInside))
            ++words;
        isInside = belongs && !isIdeograph;
    }
    return words;
}

bool beginsWithTimestamp(QStringView text)
{
    constexpr qsizetype longest = 36;
    const QStringView head = text.first(std::min(longest, text.size()));
    const bool mayBegin =
        !head.isEmpty() && (head.front().isDigit() || head.front() == u'[' || head.front() == u'(');
    if (!mayBegin)
        return false;
    const TextShape shape = shapeOf(head);
    return (shape.hasDate && shape.hasTime) || shape.hasSeconds;
}

bool holdsPhoneNumber(QStringView text)
{
    int digits = 0;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            ++digits;
        else if (!QStringView(u" +-()/.\u00a0\u2011").contains(c))
            digits = 0;
        if (digits >= 7)
            return true;
    }
    return false;
}

QString visibleText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Format)
            continue;
        out += c == QChar::Nbsp || c == QChar(0x202f) || c == QChar(0x3000) ? QChar(u' ') : c;
    }
    return out;
}

QString phraseKey(QStringView text)
{
    QString out = visibleText(text).toLower();
    out.removeIf([](QChar c) { return c == u'*' || c == u'_'; });
    return out.simplified();
}

} // namespace Helmdesk
