#include "understanding/ValueForms.h"

#include <algorithm>

namespace Helmdesk::ValueForms
{
namespace
{

constexpr qsizetype yearDigits = 4;
constexpr int daysOfWeek = 7;

int numberOf(const ScannedText &text, size_t i, qsizetype longest = 2)
{
    return text.is(i, TokenKind::Digits) && text[i].text.size() <= longest ? text[i].text.toInt() : -1;
}

int yearAt(const ScannedText &text, size_t i)
{
    constexpr int earliest = 1990;
    constexpr int latest = 2100;
    const int year =
        text.is(i, TokenKind::Digits) && text[i].text.size() == yearDigits ? numberOf(text, i, 4) : 0;
    return year >= earliest && year <= latest && !(text.isGlued(i + 1) && text.is(i + 1, TokenKind::Word))
               ? year
               : 0;
}

// Without a year: the latest such day that is not to come.
QDate latestDay(int day, int month, const QDate &today)
{
    QDate date(today.year(), month, day);
    return date.isValid() && date > today ? QDate(today.year() - 1, month, day) : date;
}

Found foundDay(const ScannedText &text, size_t from, size_t next, const QDate &day)
{
    Found found{valueOf(ValueKind::Date, text, from, next), next};
    found.value.first = found.value.last = day;
    found.value.isUnderstood = day.isValid();
    return found;
}

Found foundSpan(const ScannedText &text, size_t from, size_t next, const QDate &first, const QDate &last)
{
    Found found = foundDay(text, from, next, first);
    found.value.last = last;
    return found;
}

Found foundMonth(const ScannedText &text, size_t from, size_t next, int year, int month, const QDate &today)
{
    if (year == 0)
        year = month > today.month() ? today.year() - 1 : today.year();
    const QDate first(year, month, 1);
    return foundSpan(text, from, next, first, first.addMonths(1).addDays(-1));
}

QDate dateOf(int year, int month, int day)
{
    constexpr int century = 2000;
    return QDate(year < 100 ? century + year : year, month, day);
}

// Both orders of day and month where both are days.
Found foundTwoReadings(const ScannedText &text, size_t from, size_t next, const QDate &dayFirst,
                       const QDate &monthFirst, bool isDayFirst)
{
    Found found = foundDay(text, from, next, dayFirst.isValid() || isDayFirst ? dayFirst : monthFirst);
    if (!isDayFirst && dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst)
        found.value.otherFirst = found.value.otherLast = monthFirst;
    return found;
}

bool isJoined(const ScannedText &text, size_t sign, char c)
{
    return text.isSign(sign, c) && text.isGlued(sign) && text.isGlued(sign + 1);
}

// 2026-11-03, 03.11.2026, 3.11., 03/04/2026, 03/04.
MaybeFound inDigits(const ScannedText &text, size_t i, const QDate &today)
{
    if (!text.is(i, TokenKind::Digits) || (i > 0 && text.isGlued(i) && !text.isSignOf(i - 1, "([\"'")))
        return std::nullopt;
    for (const char sign : {'-', '/', '.'}) {
        if (!isJoined(text, i + 1, sign) || numberOf(text, i + 2) < 0)
            continue;
        const bool isWhole = isJoined(text, i + 3, sign) && text.is(i + 4, TokenKind::Digits);
        if (const int year = yearAt(text, i); year > 0 && isWhole && numberOf(text, i + 4) >= 0)
            return foundDay(text, i, i + 5, QDate(year, numberOf(text, i + 2), numberOf(text, i + 4)));
        const int first = numberOf(text, i);
        const int second = numberOf(text, i + 2);
        if (first < 0)
            return std::nullopt;
        if (isWhole && (yearAt(text, i + 4) > 0 || text[i + 4].text.size() == 2)) {
            const int year = text[i + 4].text.toInt();
            return foundTwoReadings(text, i, i + 5, dateOf(year, second, first), dateOf(year, first, second),
                                    sign == '.');
        }
        const bool isGerman = sign == '.' && text.isSign(i + 3, '.') && text.isGlued(i + 3) &&
                              !(text.isGlued(i + 4) && text.is(i + 4, TokenKind::Digits));
        const QDate dayFirst = latestDay(first, second, today);
        if (isGerman && dayFirst.isValid())
            return foundDay(text, i, i + 4, dayFirst);
        const bool goesOn = text.isGlued(i + 3) && !text.isSignOf(i + 3, ".,;:!?)\"'");
        if (sign == '/' && !goesOn && !text.phrase(i + 3, WordKind::OfWhole)) {
            const QDate monthFirst = latestDay(second, first, today);
            if (dayFirst.isValid() || monthFirst.isValid())
                return foundTwoReadings(text, i, i + 3, dayFirst, monthFirst, false);
        }
    }
    return std::nullopt;
}

// The month named at `i`; one that is a plain word too ("may") only behind "in" or beside a number.
const Phrase *monthAt(const ScannedText &text, size_t i, bool isBesideNumber)
{
    if (const Phrase *month = text.phrase(i, WordKind::Month))
        return month;
    const Phrase *unsure = text.phrase(i, WordKind::UnsureMonth);
    const bool isSure = isBesideNumber || text.phraseBefore(i, WordKind::MonthLead) ||
                        (i < text.size() && yearAt(text, i + 1) > 0) ||
                        text.phrase(i + 1, WordKind::InvoiceNoun);
    return unsure && isSure && text[i].isCapital ? unsure : nullptr;
}

// "November 15 euros", "of October 20 %": the number is no day.
bool isOfMeasure(const ScannedText &text, size_t behind)
{
    return text.phrase(behind, WordKind::Percent) || text.phrase(behind, WordKind::Currency) ||
           text.phrase(behind, WordKind::Subunit) || text.phrase(behind, WordKind::Unit);
}

// Not "Oktoberrechnung", which no day follows.
bool isNameOfMonth(const ScannedText &text, size_t i)
{
    constexpr qsizetype longest = 9; // "September"
    return text[i].text.size() <= longest;
}

size_t skipOrdinalEnd(const ScannedText &text, size_t i)
{
    if (const Phrase *suffix = text.phrase(i, WordKind::OrdinalSuffix); suffix && text.isGlued(i))
        return i + suffix->tokens;
    return text.isSign(i, '.') && text.isGlued(i) ? i + 1 : i;
}

size_t yearBehind(const ScannedText &text, size_t i, int &year)
{
    const size_t at = text.isSignOf(i, ".,") ? i + 1 : i;
    year = yearAt(text, at);
    return year > 0 ? at + 1 : i;
}

// "3 November 2026", "the 3rd of November", "November 3rd", "in October".
MaybeFound withMonthName(const ScannedText &text, size_t i, const QDate &today)
{
    int year = 0;
    if (const int day = numberOf(text, i); day > 0) {
        size_t at = skipOrdinalEnd(text, i + 1);
        if (const Phrase *of = text.phrase(at, WordKind::OfWhole); of && at > i + 1)
            at += of->tokens;
        const Phrase *month = monthAt(text, at, true);
        if (!month)
            return std::nullopt;
        const size_t next = yearBehind(text, at + month->tokens, year);
        const int number = month->meaning.payload.toInt();
        return foundDay(text, i, next, year > 0 ? QDate(year, number, day) : latestDay(day, number, today));
    }
    const bool hasDay = numberOf(text, i + 1) > 0 && !text.isSignOf(i + 2, "%");
    const Phrase *month = monthAt(text, i, hasDay && skipOrdinalEnd(text, i + 2) > i + 2);
    if (!month || (i > 0 && text.isGlued(i) && text.is(i - 1, TokenKind::Digits)))
        return std::nullopt;
    const int number = month->meaning.payload.toInt();
    size_t at = i + month->tokens;
    if (text.isSign(at, '.') && text.isGlued(at) && text.is(at + 1, TokenKind::Digits)) // "Nov. 3"
        ++at;
    constexpr int longestMonth = 31;
    if (const int day = numberOf(text, at);
        day > 0 && day <= longestMonth && isNameOfMonth(text, i) && !isOfMeasure(text, at + 1)) {
        const size_t dayEnd = skipOrdinalEnd(text, at + 1);
        const bool isPlain = dayEnd == at + 1 || !text.isSign(at + 1, '.');
        const size_t next = yearBehind(text, isPlain ? dayEnd : at + 1, year);
        return foundDay(text, i, next, year > 0 ? QDate(year, number, day) : latestDay(day, number, today));
    }
    const size_t next = yearBehind(text, at, year);
    return foundMonth(text, i, next, year, number, today);
}

// "yesterday", "last month": the payload is a unit and how many of it away.
MaybeFound relative(const ScannedText &text, size_t i, const QDate &today)
{
    const Phrase *phrase = text.phrase(i, WordKind::Relative);
    if (!phrase)
        return std::nullopt;
    const QStringList parts = phrase->meaning.payload.split(QLatin1Char(' '));
    const int count = parts.value(1).toInt();
    const size_t next = i + phrase->tokens;
    if (parts[0] == QLatin1String("month")) {
        const QDate day = today.addMonths(count);
        return foundMonth(text, i, next, day.year(), day.month(), today);
    }
    if (parts[0] == QLatin1String("year")) {
        const int year = today.year() + count;
        return foundSpan(text, i, next, QDate(year, 1, 1), QDate(year, 12, 31));
    }
    if (parts[0] == QLatin1String("week")) {
        const QDate monday = today.addDays(1 - today.dayOfWeek() + daysOfWeek * count);
        return foundSpan(text, i, next, monday, monday.addDays(daysOfWeek - 1));
    }
    return foundDay(text, i, next, today.addDays(count));
}

// "on the 3rd", where no invoice is counted: "on the 3rd invoice".
MaybeFound dayOfMonth(const ScannedText &text, size_t i, const QDate &today)
{
    const int day = numberOf(text, i);
    const size_t next = skipOrdinalEnd(text, i + 1);
    if (day <= 0 || next == i + 1 || !text.phraseBefore(i, WordKind::DayLead) ||
        text.phrase(next, WordKind::InvoiceNoun) || (text.isSign(next - 1, '.') && next >= text.size()))
        return std::nullopt;
    for (int back = 0; back < 3; ++back) {
        const QDate month = today.addMonths(-back);
        const QDate date(month.year(), month.month(), day);
        if (date.isValid() && date <= today)
            return foundDay(text, i, next, date);
    }
    return std::nullopt;
}

} // namespace

MaybeFound findDate(const ScannedText &text, size_t i, const QDate &today)
{
    if (auto found = relative(text, i, today))
        return found;
    if (auto found = withMonthName(text, i, today))
        return found;
    if (auto found = inDigits(text, i, today))
        return found;
    if (auto found = dayOfMonth(text, i, today))
        return found;
    if (const Phrase *day = text.phrase(i, WordKind::Weekday)) {
        const int back = (today.dayOfWeek() - day->meaning.payload.toInt() + daysOfWeek) % daysOfWeek;
        const bool isLast = text.phraseBefore(i, WordKind::Ordinal) && back == 0; // "last sunday" on a sunday
        return foundDay(text, i, i + day->tokens, today.addDays(isLast ? -daysOfWeek : -back));
    }
    return std::nullopt;
}

} // namespace Helmdesk::ValueForms
