#include "specialists/EntityParts.h"

#include <algorithm>

namespace Helmdesk::EntityParts
{
namespace
{

struct Found {
    qsizetype at;
    QString number;
    qsizetype end = 0; // of a number of several groups: no other begins inside of it
};

// The customer's own number with these digits, else the digits in the form that is usual here.
QString resolved(const QString &digits, const QStringList &ownNumbers)
{
    const QString wanted = trailingDigits(digits);
    for (const QString &own : ownNumbers) {
        if (trailingDigits(own) == wanted)
            return own;
    }
    for (const QString &own : ownNumbers) {
        const qsizetype dash = own.indexOf(QLatin1Char('-'));
        if (dash > 0 && own.left(dash).at(0).isLetter())
            return own.left(dash + 1) + digits;
    }
    return QStringLiteral("INV-") + digits;
}

bool isOwn(const QString &digits, const QStringList &ownNumbers)
{
    return std::ranges::any_of(
        ownNumbers, [&](const QString &own) { return trailingDigits(own) == trailingDigits(digits); });
}

bool looksLikeYear(const QString &digits)
{
    return digits.size() == 4 &&
           (digits.startsWith(QLatin1String("19")) || digits.startsWith(QLatin1String("20")));
}

bool isWordBefore(const QString &text, qsizetype at, const QStringList &words)
{
    qsizetype end = at;
    while (end > 0 && !text.at(end - 1).isLetter() && at - end < 4)
        --end;
    qsizetype begin = end;
    while (begin > 0 && text.at(begin - 1).isLetter() && end - begin < 16)
        --begin;
    return words.contains(text.mid(begin, end - begin).toLower());
}

// "INV-1042", "inv 1042", "INV1042": letters that are known to begin an invoice's number.
void findWithPrefix(const QString &text, const QStringList &ownNumbers, std::vector<Found> &out)
{
    static const QRegularExpression form = pattern(
        "(?<![\\p{L}0-9])([a-z]{2,8})[-_ .#:\\x{2010}-\\x{2013}]{0,3}([0-9]{2,12})(?![0-9\\p{L}_]|-[0-9])");
    const QStringList prefixes = invoicePrefixes(ownNumbers);
    for (auto it = form.globalMatch(text); it.hasNext() && out.size() < maxMentions;) {
        const auto match = it.next();
        if (prefixes.contains(match.captured(1).toLower()))
            out.push_back({match.capturedStart(), resolved(match.captured(2), ownNumbers)});
    }
}

// "invoice 1042", "invoice number #1042", "invoices 1041, 1042 and 1043".
void findAfterWord(const QString &text, const QStringList &ownNumbers, std::vector<Found> &out)
{
    static const QRegularExpression head =
        pattern("(?<![\\p{L}])(?:invoices?|bills?|rechnung(?:en)?|factures?|facturas?|fattur[ae])"
                "\\s{0,3}(?:(?:numbers?|num|no|nos|nr|id|with|the|n\\x{b0})\\b\\.?\\s{0,3}|[#:(]\\s{0,3}){0,"
                "4}(?=[0-9])");
    static const QRegularExpression item =
        pattern("\\G(?:[a-z]{2,8}-)?#?([0-9]{2,12})(?![0-9\\p{L}%]|[-/"
                "][0-9]|[.,][0-9]|\\s{0,2}(?:usd|eur|gbp|dollars?|euros?|[$\\x{20ac}"
                "\\x{a3}]))(?:\\s{0,3}(?:,|;|&|\\+|and|or|und|et|y)\\s{0,3}(?:and\\s{1,3})?(?:[a-z]{2,8}-)?#?"
                "(?=[0-9]))?");
    for (auto it = head.globalMatch(text); it.hasNext() && out.size() < maxMentions;) {
        qsizetype at = it.next().capturedEnd();
        for (auto match = item.match(text, at); match.hasMatch() && out.size() < maxMentions;
             match = item.match(text, at)) {
            const QString digits = match.captured(1);
            if (!looksLikeYear(digits) || isOwn(digits, ownNumbers))
                out.push_back({at, resolved(digits, ownNumbers)});
            at = match.capturedEnd();
        }
    }
}

// "#1042", unless it is a ticket's or an order's.
void findAfterHash(const QString &text, const QStringList &ownNumbers, std::vector<Found> &out)
{
    static const QRegularExpression form = pattern("(?<![\\p{L}0-9&#/])#\\s?([0-9]{3,12})(?![0-9\\p{L}])");
    static const QStringList others{QStringLiteral("ticket"),  QStringLiteral("case"),
                                    QStringLiteral("order"),   QStringLiteral("issue"),
                                    QStringLiteral("request"), QStringLiteral("reference")};
    for (auto it = form.globalMatch(text); it.hasNext() && out.size() < maxMentions;) {
        const auto match = it.next();
        if (isOwn(match.captured(1), ownNumbers) || !isWordBefore(text, match.capturedStart(), others))
            out.push_back({match.capturedStart(), resolved(match.captured(1), ownNumbers)});
    }
}

// A bare number counts only when it is one of the customer's own.
void findBare(const QString &text, const QStringList &ownNumbers, std::vector<Found> &out)
{
    static const QRegularExpression form =
        pattern("(?<![\\p{L}0-9.,$\\x{20ac}\\x{a3}/-])([0-9]{3,12})(?![0-9\\p{L}%]|[.,/"
                "-][0-9]|\\s{0,2}(?:usd|eur|gbp|dollars?|euros?|[$"
                "\\x{20ac}\\x{a3}]))");
    if (ownNumbers.isEmpty())
        return;
    for (auto it = form.globalMatch(text); it.hasNext() && out.size() < maxMentions;) {
        const auto match = it.next();
        if (isOwn(match.captured(1), ownNumbers))
            out.push_back({match.capturedStart(), resolved(match.captured(1), ownNumbers)});
    }
}

// The customer's numbers as they stand, whatever their form.
void findLiteral(const QString &text, const QStringList &ownNumbers, std::vector<Found> &out)
{
    const auto isPart = [&](qsizetype i) {
        return i >= 0 && i < text.size() && text.at(i).isLetterOrNumber();
    };
    for (const QString &own : ownNumbers) {
        if (own.size() < 3)
            continue;
        for (qsizetype at = text.indexOf(own, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(own, at + own.size(), Qt::CaseInsensitive)) {
            if (!isPart(at - 1) && !isPart(at + own.size()))
                out.push_back({at, own});
        }
    }
}

// The form of a number of several groups of digits, "FA-2026-118" or "R2026/44", as a pattern; empty for
// others.
QString shapeOf(const QString &own)
{
    static const QRegularExpression digits = pattern("[0-9]+");
    static const QRegularExpression separator = pattern("[-_/ .]");
    QString shape;
    qsizetype at = 0;
    qsizetype groups = 0;
    for (auto it = digits.globalMatch(own); it.hasNext(); ++groups) {
        const auto match = it.next();
        QString between = QRegularExpression::escape(own.mid(at, match.capturedStart() - at));
        if (own.at(0).isLetter()) // letters tell it from a date, however it is joined
            between.replace(QRegularExpression(QStringLiteral("\\\\[-/ .]|_")), QStringLiteral("[-_/ .]?"));
        const qsizetype length = match.capturedLength();
        const bool isLast = match.capturedEnd() == own.size();
        shape +=
            between +
            (isLast ? QStringLiteral("[0-9]{%1,%2}").arg(std::max<qsizetype>(length - 1, 1)).arg(length + 1)
                    : QStringLiteral("[0-9]{%1}").arg(length));
        at = match.capturedEnd();
    }
    return groups >= 2 && at == own.size() ? shape : QString();
}

// "FA-2026-140", where the customer's own are FA-2026-118 and the like.
void findOfShape(const QString &text, const QStringList &ownNumbers, std::vector<Found> &out)
{
    QStringList shapes;
    for (const QString &own : ownNumbers) {
        if (const QString shape = shapeOf(own); !shape.isEmpty() && !shapes.contains(shape))
            shapes.append(shape);
    }
    if (shapes.isEmpty())
        return;
    const auto plain = [](QString number) {
        return number.remove(QRegularExpression(QStringLiteral("[-_/ .]"))).toUpper();
    };
    const QRegularExpression form(QStringLiteral("(?<![\\p{L}0-9-])(?:%1)(?![\\p{L}0-9]|[-/.][0-9])")
                                      .arg(shapes.join(QLatin1Char('|'))),
                                  QRegularExpression::CaseInsensitiveOption);
    for (auto it = form.globalMatch(text); it.hasNext() && out.size() < maxMentions;) {
        const auto match = it.next();
        const auto own = std::ranges::find_if(
            ownNumbers, [&](const QString &number) { return plain(number) == plain(match.captured()); });
        out.push_back({match.capturedStart(), own == ownNumbers.end() ? match.captured().toUpper() : *own,
                       match.capturedEnd()});
    }
}

} // namespace

QStringList invoicePrefixes(const QStringList &ownNumbers)
{
    QStringList prefixes{QStringLiteral("inv")};
    for (const QString &own : ownNumbers) {
        const QString prefix = own.section(QLatin1Char('-'), 0, 0).toLower();
        if (prefix.size() >= 2 && std::ranges::all_of(prefix, [](QChar c) { return c.isLetter(); }) &&
            !prefixes.contains(prefix))
            prefixes.append(prefix);
    }
    return prefixes;
}

QString trailingDigits(const QString &number)
{
    qsizetype begin = number.size();
    while (begin > 0 && number.at(begin - 1) >= QLatin1Char('0') && number.at(begin - 1) <= QLatin1Char('9'))
        --begin;
    while (begin + 1 < number.size() && number.at(begin) == QLatin1Char('0'))
        ++begin;
    return number.mid(begin);
}

QStringList invoiceNumbers(const QString &text, const QStringList &ownNumbers)
{
    // "I meant INV-1, not INV-2": what is ruled out is not named.
    static const QRegularExpression ruledOut = pattern(
        "(?<!\\p{L})(?:not|instead\\s{1,2}of|rather\\s{1,2}than|except(?:\\s{1,2}for)?|other\\s{1,2}than)"
        "\\s{1,3}(?:for\\s{1,2})?(?:the\\s{1,2})?(?:invoice\\s{1,2})?(?:number\\s{1,2})?[#]?\\z");
    std::vector<Found> found;
    findLiteral(text, ownNumbers, found);
    findOfShape(text, ownNumbers, found);
    findWithPrefix(text, ownNumbers, found);
    findAfterWord(text, ownNumbers, found);
    findAfterHash(text, ownNumbers, found);
    findBare(text, ownNumbers, found);
    std::erase_if(found, [all = found](const Found &one) {
        return std::ranges::any_of(all, [&](const Found &other) {
            return one.end == 0 && other.at <= one.at && one.at < other.end;
        });
    });
    std::ranges::stable_sort(found, {}, &Found::at);
    QStringList numbers;
    constexpr qsizetype reach = 40;
    QStringList excluded;
    for (const Found &one : found) {
        const QString before = text.mid(std::max<qsizetype>(0, one.at - reach), std::min(reach, one.at));
        if (ruledOut.match(before).hasMatch())
            excluded.append(one.number);
        else if (!numbers.contains(one.number))
            numbers.append(one.number);
    }
    for (const QString &number : std::as_const(excluded))
        numbers.removeAll(number);
    return numbers;
}

QStringList groupedNumbers(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "(?<![\\p{L}0-9-])[A-Z]{1,5}[-_/]?[0-9]{2,4}[-_/][0-9]{1,6}(?![\\p{L}0-9]|[-/.][0-9])"));
    QStringList numbers;
    for (auto it = form.globalMatch(text); it.hasNext();) {
        if (const QString number = it.next().captured(); !numbers.contains(number))
            numbers.append(number);
    }
    return numbers;
}

} // namespace Helmdesk::EntityParts
