#include "specialists/EntityParts.h"

#include <algorithm>
#include <QHash>

namespace Helmdesk::EntityParts
{
namespace
{

constexpr qsizetype maxDigits = 13;

QString currencyOf(const QString &name)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("$"), QStringLiteral("USD")},      {QStringLiteral("us$"), QStringLiteral("USD")},
        {QStringLiteral("dollar"), QStringLiteral("USD")}, {QStringLiteral("dollars"), QStringLiteral("USD")},
        {QStringLiteral("bucks"), QStringLiteral("USD")},  {QStringLiteral("a$"), QStringLiteral("AUD")},
        {QStringLiteral("c$"), QStringLiteral("CAD")},     {QStringLiteral("€"), QStringLiteral("EUR")},
        {QStringLiteral("euro"), QStringLiteral("EUR")},   {QStringLiteral("euros"), QStringLiteral("EUR")},
        {QStringLiteral("£"), QStringLiteral("GBP")},      {QStringLiteral("pound"), QStringLiteral("GBP")},
        {QStringLiteral("pounds"), QStringLiteral("GBP")}, {QStringLiteral("quid"), QStringLiteral("GBP")},
        {QStringLiteral("¥"), QStringLiteral("JPY")},      {QStringLiteral("yen"), QStringLiteral("JPY")},
        {QStringLiteral("₹"), QStringLiteral("INR")},      {QStringLiteral("rupees"), QStringLiteral("INR")},
        {QStringLiteral("francs"), QStringLiteral("CHF")},
    };
    const QString key = name.toLower();
    return names.value(key, name.toUpper());
}

// Minor units of "1,234.50", "1.234,50", "1 234", "49". The last separator is the decimal one when one or two
// digits follow it, or when three do and the currency has that many; else it groups thousands.
std::optional<qint64> minorUnits(const QString &number, int decimals)
{
    qsizetype point = -1;
    for (qsizetype i = number.size() - 1; i >= 0 && point < 0; --i) {
        if (number.at(i) == QLatin1Char('.') || number.at(i) == QLatin1Char(','))
            point = i;
    }
    const qsizetype after = point < 0 ? 0 : number.size() - point - 1;
    const bool isDecimal = after == 1 || after == 2 || (after == 3 && decimals == 3);
    QString whole;
    for (const QChar c : isDecimal ? number.left(point) : number) {
        if (c.isDigit())
            whole.append(c);
    }
    if (whole.isEmpty() || whole.size() > maxDigits)
        return std::nullopt;
    const QString fraction =
        (isDecimal ? number.mid(point + 1) : QString()).leftJustified(decimals, QLatin1Char('0'), true);
    return (whole + fraction).toLongLong();
}

// "twenty", "five", "a hundred"; 0 for none.
int spelledNumber(const QString &word)
{
    static const QHash<QString, int> numbers = [] {
        QHash<QString, int> built;
        static const char *const small[] = {"one",     "two",       "three",    "four",     "five",
                                            "six",     "seven",     "eight",    "nine",     "ten",
                                            "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                            "sixteen", "seventeen", "eighteen", "nineteen"};
        static const char *const tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                           "sixty",  "seventy", "eighty", "ninety"};
        int value = 1;
        for (const char *name : small)
            built.insert(QString::fromLatin1(name), value++);
        value = 20;
        for (const char *name : tens) {
            built.insert(QString::fromLatin1(name), value);
            value += 10;
        }
        return built;
    }();
    return word.contains(QLatin1String("hundred"), Qt::CaseInsensitive) ? 100 : numbers.value(word.toLower());
}

struct Found {
    qsizetype at;
    qsizetype end;
    Money money;
};

void add(const QRegularExpressionMatch &match, const QString &number, const QString &currency,
         std::vector<Found> &out)
{
    const auto minor = minorUnits(number, currency.isEmpty() ? 2 : minorDigits(currency));
    const bool overlaps = std::ranges::any_of(out, [&](const Found &other) {
        return match.capturedStart() < other.end && match.capturedEnd() > other.at;
    });
    if (minor && *minor > 0 && !overlaps)
        out.push_back({match.capturedStart(), match.capturedEnd(), {*minor, currency}});
}

#define HELMDESK_NUMBER                                                                                      \
    "([0-9]{1,3}(?:[.,'\\x{2019}\\x{a0}\\x{202f} "                                                           \
    "][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]{1,12}(?:[.,][0-9]{1,3})?)"
#define HELMDESK_CODES "usd|eur|gbp|chf|jpy|cad|aud|nzd|sek|nok|dkk|pln|czk|inr|brl|mxn|kwd|bhd|sgd|hkd|zar"
#define HELMDESK_SYMBOLS "[$\\x{20ac}\\x{a3}\\x{a5}\\x{20b9}]"

} // namespace

std::vector<Money> amounts(const QString &text, const QStringList &ownNumbers)
{
    static const QRegularExpression before =
        pattern("(?<![\\p{L}0-9])((?:us|a|c)\\$|" HELMDESK_SYMBOLS "|(?:" HELMDESK_CODES
                ")(?=[\\s0-9]))\\s?" HELMDESK_NUMBER "(?![0-9\\p{L}])");
    static const QRegularExpression after =
        pattern("(?<![\\p{L}0-9.,])" HELMDESK_NUMBER "\\s{0,2}(" HELMDESK_SYMBOLS "|(?:" HELMDESK_CODES
                "|dollars?|bucks|euros?|pounds?|quid|yen|rupees|francs)(?![\\p{L}0-9]))");
    // "49.00" stands for money unless a word before it says otherwise.
    static const QRegularExpression plain =
        pattern("(?<![\\p{L}0-9.,:/-])(?<!version )(?<!update )(?<!release )(?<!firmware "
                ")([0-9]{1,7}(?:[.,][0-9]{3})?[.,][0-9]{2})(?![0-9\\p{L}%:/-]|[.,][0-9])");
    // "refund me 20", "charged 49 twice".
    static const QRegularExpression whole = pattern(
        "(?<!\\p{L})(?:refund(?:ed)?|charged?|paid|pay|billed|amount|credit|back)(?:\\s{1,3}(?:me|us|back|"
        "just|only|for|of|about|was|is|another|"
        "the)\\b){0,3}\\s{1,3}([0-9]{1,6})(?![0-9\\p{L}]|\\s?%|[.,:/"
        "-][0-9]|\\s{0,3}(?:days?|times?|hours?|weeks?|months?|years?|minutes?|"
        "users?|seats?|licen|invoices?|x\\b|percent|am\\b|pm\\b|st\\b|nd\\b|rd\\b|th\\b))");
    // "can I get the 10 back?"
    static const QRegularExpression backAfter =
        pattern("(?<![\\p{L}0-9.,:/-])([0-9]{1,6})\\s{1,2}(?:back|refunded|returned)\\b");
    // "charged 49 instead of 39"
    static const QRegularExpression instead =
        pattern("(?<!\\p{L})(?:charged?|paid|pay|billed|took)\\b[^.?!\\n]{1,24}?[0-9]{1,6}\\s{1,2}(?:instead "
                "of|rather "
                "than|and not|not)\\s{1,2}([0-9]{1,6})(?![0-9\\p{L}%]|[.,:/-][0-9])");
    // "twenty euros", "8 euros and 40 cents"
    static const QRegularExpression words =
        pattern("(?<!\\p{L})(?:(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\s-](one|two|"
                "three|four|five|six|seven|eight|nine))?|"
                "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
                "sixteen|seventeen|eighteen|nineteen|"
                "(?:a|one)\\shundred))\\s{1,2}(usd|eur|gbp|chf|dollars?|bucks|euros?|pounds?|quid|francs?)(?!"
                "\\p{L})");
    static const QRegularExpression withCents =
        pattern("(?<![\\p{L}0-9.,])([0-9]{1,6})\\s{0,2}(" HELMDESK_SYMBOLS
                "|usd|eur|gbp|chf|dollars?|euros?|pounds?|francs?)\\s{1,2}(?:and\\s)?"
                "([0-9]{1,2})\\s{0,2}(?:cents?|ct|c|pence|p|rappen)(?!\\p{L})");
    static const QRegularExpression ofInvoice = pattern(
        "(?<![\\p{L}0-9.,:/"
        "-])([0-9]{1,6})\\s{1,2}of\\s{1,2}(?:inv|it\\b|that\\b|this\\b|the\\s(?:inv|amount|charge|payment))");
    std::vector<Found> found;
    for (auto it = withCents.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        add(match,
            match.captured(1) + QLatin1Char('.') + match.captured(3).rightJustified(2, QLatin1Char('0')),
            currencyOf(match.captured(2)), found);
    }
    for (auto it = words.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        const int number = spelledNumber(match.captured(1)) + spelledNumber(match.captured(2)) +
                           spelledNumber(match.captured(3));
        add(match, QString::number(number), currencyOf(match.captured(4)), found);
    }
    for (auto it = before.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        add(match, match.captured(2), currencyOf(match.captured(1)), found);
    }
    for (auto it = after.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        add(match, match.captured(1), currencyOf(match.captured(2)), found);
    }
    for (auto it = plain.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        add(match, match.captured(1), QString(), found);
    }
    for (auto it = whole.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        const bool isInvoice = std::ranges::any_of(ownNumbers, [&](const QString &own) {
            return trailingDigits(own) == trailingDigits(match.captured(1));
        });
        if (!isInvoice)
            add(match, match.captured(1), QString(), found);
    }
    for (auto it = ofInvoice.globalMatch(text); it.hasNext() && found.size() < maxMentions;) {
        const auto match = it.next();
        const bool isInvoice = std::ranges::any_of(ownNumbers, [&](const QString &own) {
            return trailingDigits(own) == trailingDigits(match.captured(1));
        });
        if (!isInvoice)
            add(match, match.captured(1), QString(), found);
    }
    if (const auto match = backAfter.match(text); match.hasMatch() && found.empty()) {
        const bool isInvoice = std::ranges::any_of(ownNumbers, [&](const QString &own) {
            return trailingDigits(own) == trailingDigits(match.captured(1));
        });
        if (!isInvoice)
            add(match, match.captured(1), QString(), found);
    }
    if (const auto match = instead.match(text); match.hasMatch() && found.size() == 1) {
        if (const auto minor = minorUnits(match.captured(1), minorDigits(found.front().money.currency)))
            found.push_back(
                {match.capturedStart(1), match.capturedEnd(1), {*minor, found.front().money.currency}});
    }
    std::ranges::stable_sort(found, {}, &Found::at);
    std::vector<Money> out;
    for (const Found &one : found) {
        if (std::ranges::find(out, one.money) == out.end())
            out.push_back(one.money);
    }
    return out;
}

} // namespace Helmdesk::EntityParts
