#include "specialists/EntityParts.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>

namespace Helmdesk::EntityParts
{
namespace
{

constexpr int aheadDays = 45; // a day without a year that lies further ahead was last year's

// Longer names before their beginnings, as the alternatives are tried in order.
#define HELMDESK_MONTHS                                                                                      \
    "january|february|march|april|may|june|july|august|september|october|november|december|"                 \
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
#define HELMDESK_WEEKDAYS "monday|tuesday|wednesday|thursday|friday|saturday|sunday"

int monthNumber(const QString &name)
{
    static const QStringList starts{QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
                                    QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"),
                                    QStringLiteral("jul"), QStringLiteral("aug"), QStringLiteral("sep"),
                                    QStringLiteral("oct"), QStringLiteral("nov"), QStringLiteral("dec")};
    return static_cast<int>(starts.indexOf(name.left(3).toLower())) + 1;
}

int weekdayNumber(const QString &name)
{
    static const QStringList starts{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                    QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                    QStringLiteral("sun")};
    return static_cast<int>(starts.indexOf(name.left(3).toLower())) + 1;
}

int numberOf(const QString &word)
{
    static const QHash<QString, int> words{
        {QStringLiteral("a"), 1},         {QStringLiteral("an"), 1},          {QStringLiteral("one"), 1},
        {QStringLiteral("two"), 2},       {QStringLiteral("three"), 3},       {QStringLiteral("four"), 4},
        {QStringLiteral("five"), 5},      {QStringLiteral("six"), 6},         {QStringLiteral("seven"), 7},
        {QStringLiteral("eight"), 8},     {QStringLiteral("nine"), 9},        {QStringLiteral("ten"), 10},
        {QStringLiteral("couple of"), 2}, {QStringLiteral("a couple of"), 2},
    };
    return words.value(word.toLower().simplified(), word.toInt());
}

struct Found {
    qsizetype at;
    qsizetype end;
    DateMention mention;
};

class Finder
{
public:
    Finder(const QString &text, const QDate &today)
        : m_text(text)
        , m_today(today)
    {
    }

    void run();
    std::vector<DateMention> take();

private:
    void absolute();
    void monthAndDay();
    void monthAlone();
    void relativeWords();
    void ago();
    void weekdays();
    void dayOfMonth();
    void add(const QRegularExpressionMatch &match, const QDate &first, const QDate &last);
    QDate nearest(int month, int day) const;

    const QString &m_text;
    QDate m_today;
    std::vector<Found> m_found;
};

void Finder::add(const QRegularExpressionMatch &match, const QDate &first, const QDate &last)
{
    const bool overlaps = std::ranges::any_of(m_found, [&](const Found &other) {
        return match.capturedStart() < other.end && match.capturedEnd() > other.at;
    });
    if (first.isValid() && last.isValid() && !overlaps)
        m_found.push_back(
            {match.capturedStart(), match.capturedEnd(), {first, last, match.captured().trimmed()}});
}

// The day of that name in this year, or in the last one when it would be far ahead.
QDate Finder::nearest(int month, int day) const
{
    const QDate thisYear(m_today.year(), month, day);
    if (!thisYear.isValid() || thisYear > m_today.addDays(aheadDays)) {
        const QDate lastYear(m_today.year() - 1, month, day);
        if (lastYear.isValid())
            return lastYear;
    }
    return thisYear;
}

void Finder::absolute()
{
    static const QRegularExpression iso =
        pattern("(?<![0-9-])([12][0-9]{3})-([0-9]{1,2})-([0-9]{1,2})(?![0-9-])");
    static const QRegularExpression dotted =
        pattern("(?<![0-9.])([0-9]{1,2})\\.\\s?([0-9]{1,2})\\.\\s?([12][0-9]{3}|[0-9]{2})(?![0-9]|\\.[0-9])");
    static const QRegularExpression slashed =
        pattern("(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})(?:/([12][0-9]{3}|[0-9]{2}))?(?![0-9/])");
    for (auto it = iso.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        add(match, date, date);
    }
    const auto fullYear = [](int year) { return year < 100 ? 2000 + year : year; };
    for (auto it = dotted.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const QDate date(fullYear(match.captured(3).toInt()), match.captured(2).toInt(),
                         match.captured(1).toInt());
        add(match, date, date);
    }
    for (auto it = slashed.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const int a = match.captured(1).toInt();
        const int b = match.captured(2).toInt();
        const auto make = [&](int month, int day) {
            return match.captured(3).isEmpty() ? nearest(month, day)
                                               : QDate(fullYear(match.captured(3).toInt()), month, day);
        };
        // Month first, unless only the other reading is a day that is not ahead.
        QDate date = make(a, b);
        const QDate other = make(b, a);
        if (!date.isValid() || (date > m_today && other.isValid() && other <= m_today))
            date = other;
        add(match, date, date);
    }
}

void Finder::monthAndDay()
{
    static const QRegularExpression dayFirst =
        pattern("(?<![\\p{L}0-9])([0-9]{1,2})(?:st|nd|rd|th|\\.)?\\s{0,2}(?:of\\s{1,2})?(" HELMDESK_MONTHS
                ")(?!\\p{L})\\.?(?:,?\\s{1,2}(20[0-9]{2})(?![0-9]))?");
    static const QRegularExpression monthFirst = pattern(
        "(?<![\\p{L}0-9])(" HELMDESK_MONTHS ")\\.?\\s{1,2}(?:the\\s{1,2})?([0-9]{1,2})(?:st|nd|rd|th)?(?![0-"
        "9\\p{L}:]|[.,][0-9])(?:,?\\s{1,2}(20[0-9]{2})(?![0-9]))?");
    const auto make = [&](int month, int day, const QString &year) {
        return year.isEmpty() ? nearest(month, day) : QDate(year.toInt(), month, day);
    };
    for (auto it = dayFirst.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const QDate date = make(monthNumber(match.captured(2)), match.captured(1).toInt(), match.captured(3));
        add(match, date, date);
    }
    for (auto it = monthFirst.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const QDate date = make(monthNumber(match.captured(1)), match.captured(2).toInt(), match.captured(3));
        add(match, date, date);
    }
}

void Finder::monthAlone()
{
    // "may" and "march" are words of their own: they need a sign that the month is meant.
    static const QRegularExpression form =
        pattern("(?<![\\p{L}0-9-])(?:(in|for|of|from|since|during|last|early|late|mid|this)\\s{1,2})?"
                "(" HELMDESK_MONTHS ")(?![\\p{L}0-9-])(\\x{2019}s|'s)?(?:\\s{1,2}(20[0-9]{2})(?![0-9]))?(\\s{"
                "1,2}(?:invoice|bill|charge|payment|"
                "statement|subscription)\\b)?");
    for (auto it = form.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const QString name = match.captured(2);
        const bool isAmbiguous = name.compare(QLatin1String("may"), Qt::CaseInsensitive) == 0 ||
                                 name.compare(QLatin1String("march"), Qt::CaseInsensitive) == 0 ||
                                 name.compare(QLatin1String("mar"), Qt::CaseInsensitive) == 0 ||
                                 name.compare(QLatin1String("dec"), Qt::CaseInsensitive) == 0;
        const bool isMarked = match.capturedLength(1) > 0 || match.capturedLength(3) > 0 ||
                              match.capturedLength(4) > 0 || match.capturedLength(5) > 0;
        if (isAmbiguous && !isMarked)
            continue;
        const int month = monthNumber(name);
        const QDate first =
            match.captured(4).isEmpty() ? nearest(month, 1) : QDate(match.captured(4).toInt(), month, 1);
        add(match, first, first.addMonths(1).addDays(-1));
    }
}

void Finder::relativeWords()
{
    static const QRegularExpression form =
        pattern("(?<!\\p{L})(the day before yesterday|day before yesterday|yesterday|today|tonight|this "
                "morning|tomorrow|"
                "(?:last|this|past|previous|current) (?:week|month|year))(?!\\p{L})");
    const QDate monday = m_today.addDays(1 - m_today.dayOfWeek());
    const QDate monthStart(m_today.year(), m_today.month(), 1);
    for (auto it = form.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const QString word = match.captured(1).toLower();
        const bool isNow =
            word.startsWith(QLatin1String("this")) || word.startsWith(QLatin1String("current"));
        if (word.endsWith(QLatin1String("before yesterday")))
            add(match, m_today.addDays(-2), m_today.addDays(-2));
        else if (word == QLatin1String("yesterday"))
            add(match, m_today.addDays(-1), m_today.addDays(-1));
        else if (word == QLatin1String("tomorrow"))
            add(match, m_today.addDays(1), m_today.addDays(1));
        else if (word.endsWith(QLatin1String("week")))
            add(match, monday.addDays(isNow ? 0 : -7), monday.addDays(isNow ? 6 : -1));
        else if (word.endsWith(QLatin1String("month")))
            add(match, monthStart.addMonths(isNow ? 0 : -1), monthStart.addMonths(isNow ? 1 : 0).addDays(-1));
        else if (word.endsWith(QLatin1String("year")))
            add(match, QDate(m_today.year() - (isNow ? 0 : 1), 1, 1),
                QDate(m_today.year() - (isNow ? 0 : 1), 12, 31));
        else
            add(match, m_today, m_today);
    }
}

void Finder::ago()
{
    static const QRegularExpression form =
        pattern("(?<![\\p{L}0-9])([0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|(?:a "
                ")?couple of)\\s{1,2}(day|week|month|year)s?"
                "\\s{1,2}(?:ago|back|earlier)(?!\\p{L})");
    for (auto it = form.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const int count = numberOf(match.captured(1));
        const QString unit = match.captured(2).toLower();
        QDate date = m_today;
        if (unit == QLatin1String("day"))
            date = m_today.addDays(-count);
        else if (unit == QLatin1String("week"))
            date = m_today.addDays(-7 * count);
        else
            date = unit == QLatin1String("month") ? m_today.addMonths(-count) : m_today.addYears(-count);
        // "Two months ago" is that month, not one day of it.
        if (unit == QLatin1String("month")) {
            const QDate first(date.year(), date.month(), 1);
            add(match, first, first.addMonths(1).addDays(-1));
        } else {
            add(match, date, date);
        }
    }
}

void Finder::weekdays()
{
    static const QRegularExpression form =
        pattern("(?<!\\p{L})(last|past|this|on|since)\\s{1,2}(" HELMDESK_WEEKDAYS ")(?!\\p{L})");
    for (auto it = form.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        int back = (m_today.dayOfWeek() - weekdayNumber(match.captured(2)) + 7) % 7;
        const QString lead = match.captured(1).toLower();
        if (back == 0 && (lead == QLatin1String("last") || lead == QLatin1String("past")))
            back = 7;
        add(match, m_today.addDays(-back), m_today.addDays(-back));
    }
}

void Finder::dayOfMonth()
{
    static const QRegularExpression form =
        pattern("(?<!\\p{L})(?:on|since|from|until|by)\\s{1,2}the\\s{1,2}([0-9]{1,2})(?:st|nd|rd|th)(?!\\p{L}"
                ")(?!\\s{1,2}(?:one|invoice|charge|"
                "payment|bill|time|try|attempt|floor))");
    for (auto it = form.globalMatch(m_text); it.hasNext() && m_found.size() < maxMentions;) {
        const auto match = it.next();
        const int day = match.captured(1).toInt();
        QDate month(m_today.year(), m_today.month(), 1);
        if (day > m_today.day())
            month = month.addMonths(-1);
        const QDate date(month.year(), month.month(), day);
        add(match, date, date);
    }
}

void Finder::run()
{
    absolute();
    monthAndDay();
    monthAlone();
    relativeWords();
    ago();
    weekdays();
    dayOfMonth();
}

std::vector<DateMention> Finder::take()
{
    std::ranges::stable_sort(m_found, {}, &Found::at);
    std::vector<DateMention> out;
    for (Found &one : m_found)
        out.push_back(std::move(one.mention));
    return out;
}

} // namespace

std::vector<DateMention> dates(const QString &text, const QDate &today)
{
    Finder finder(text, today);
    finder.run();
    return finder.take();
}

} // namespace Helmdesk::EntityParts

namespace Helmdesk
{

QStringList timesSideBySide(const std::vector<DateMention> &dates, const QString &text)
{
    static const QRegularExpression between(
        QStringLiteral("^(?:\\s*,)?\\s*(?:and then|and|then|&|\\+|as well "
                       "as|plus|,)\\s*(?:also\\s+)?(?:(?:the|in|for|of|from|my|our|"
                       "that|those|on|ones?|invoices?|payments?|charges?|bills?)\\s+)*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression range(QStringLiteral("\\bbetween\\s+(?:the\\s+)?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    QStringList times;
    qsizetype end = -1;
    for (const DateMention &date : dates) {
        const qsizetype at = text.indexOf(date.text, std::max<qsizetype>(end, 0), Qt::CaseInsensitive);
        if (at < 0)
            return {};
        const QString before = end < 0 ? text.left(at) : text.mid(end, at - end);
        if (end < 0 ? range.match(before).hasMatch() : !between.match(before).hasMatch())
            return {};
        times.append(date.text);
        end = at + date.text.size();
    }
    return times.size() < 2 ? QStringList() : times;
}

} // namespace Helmdesk
