#include "understanding/NumberForms.h"
#include "understanding/ValueForms.h"

#include <algorithm>

namespace Helmdesk::ValueForms
{
namespace
{

constexpr int hundred = 100;

struct CurrencyAt {
    QStringList currencies;
    size_t next = 0;
};

// A sign, a name or a code of a currency. A code that the language data do not list must be in capitals.
std::optional<CurrencyAt> currencyAt(const ScannedText &text, size_t i)
{
    if (const Phrase *phrase = text.phrase(i, WordKind::Currency))
        return CurrencyAt{phrase->meaning.payload.split(QLatin1Char('|')), i + phrase->tokens};
    if (!text.is(i, TokenKind::Word) || !text.words().isCurrencyCode(text.written(i, i + 1)))
        return std::nullopt;
    return CurrencyAt{{text.written(i, i + 1)}, i + 1};
}

// "½" as numerator and denominator; 0 where the character is no fraction.
std::pair<qint64, qint64> fractionOf(const ScanToken &token)
{
    const QStringList parts = token.text.normalized(QString::NormalizationForm_KD).split(QChar(0x2044));
    if (token.kind == TokenKind::Word || parts.size() != 2)
        return {0, 1};
    const qint64 bottom = parts[1].toLongLong();
    return bottom > 0 ? std::pair(parts[0].toLongLong(), bottom) : std::pair<qint64, qint64>(0, 1);
}

qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

// What stands before the number: signs and a currency.
struct Opening {
    size_t next = 0;
    bool isNegative = false;
    std::optional<CurrencyAt> currency;
};

Opening openingAt(const ScannedText &text, size_t i)
{
    Opening out{i, false, std::nullopt};
    const auto takeMinus = [&] {
        if (const Phrase *minus = text.phrase(out.next, WordKind::Minus)) {
            out.isNegative = true;
            out.next += minus->tokens;
        } else if (text.isSign(out.next, '-') && text.isGlued(out.next + 1) &&
                   (out.next > i || !text.isGlued(out.next))) {
            out.isNegative = true;
            ++out.next;
        }
    };
    takeMinus();
    out.currency = currencyAt(text, out.next);
    if (out.currency) {
        out.next = out.currency->next;
        if (text.isSign(out.next, '.') && text.isGlued(out.next)) // "Fr. 20"
            ++out.next;
        takeMinus();
    }
    return out;
}

// The end of what is glued to a token: "0x10", "1e1".
size_t endOfRun(const ScannedText &text, size_t i)
{
    while (text.isGlued(i) && !text.is(i, TokenKind::Sign))
        ++i;
    return i;
}

// "Nineteen pounds fifty", "19 euros 50": two digits that count nothing.
bool areBareCents(const ScannedText &text, size_t behindCurrency, const FoundNumber &cents)
{
    constexpr qint64 leastTwoDigits = 10;
    const size_t next = cents.next;
    const bool isCounting = text.phrase(next, WordKind::Unit) || text.phrase(next, WordKind::Percent) ||
                            text.phrase(next, WordKind::InvoiceNoun) || text.phrase(next, WordKind::Month) ||
                            currencyAt(text, next);
    return !text.is(behindCurrency, TokenKind::Sign) && !text[behindCurrency].beginsLine &&
           !text.phrase(behindCurrency, WordKind::NumberJoin) && cents.number.unscaled >= leastTwoDigits &&
           text.is(behindCurrency - 1, TokenKind::Word) && !isCounting;
}

// "and 50 cents" behind whole dollars.
void addCents(const ScannedText &text, Found &money)
{
    size_t i = money.next;
    if (const Phrase *join = text.phrase(i, WordKind::NumberJoin))
        i += join->tokens;
    const auto cents = findNumber(text, i);
    if (!cents || cents->isWeak || !cents->isUnderstood || cents->number.places > 0 ||
        cents->number.unscaled >= hundred || money.value.number.places > 0)
        return;
    const Phrase *unit = text.phrase(cents->next, WordKind::Subunit);
    if (!unit && !areBareCents(text, money.next, *cents))
        return;
    const qint64 sign = money.value.number.unscaled < 0 ? -1 : 1;
    money.value.number = {money.value.number.unscaled * hundred + sign * cents->number.unscaled, 2};
    money.next = cents->next + (unit ? unit->tokens : 0);
}

void setCurrency(const ScannedText &text, Found &money, const std::optional<CurrencyAt> &before,
                 const std::optional<CurrencyAt> &after)
{
    money.value.kind = ValueKind::Money;
    if (before && after) { // "$20 CAD"
        for (const QString &code : after->currencies) {
            if (before->currencies.contains(code))
                money.value.currencies.append(code);
        }
        money.value.isUnderstood = money.value.isUnderstood && !money.value.currencies.isEmpty();
    } else {
        money.value.currencies = before ? before->currencies : after->currencies;
    }
    if (after)
        money.next = after->next;
    if (after && text.isGlued(money.next) && text.is(money.next, TokenKind::Digits)) { // "5€50"
        money.value.isUnderstood = false;
        money.next = endOfRun(text, money.next);
    }
    if (money.value.isUnderstood)
        addCents(text, money);
}

void setShare(Found &share, size_t next)
{
    share.value.kind = ValueKind::Share;
    share.value.part = share.value.number.unscaled;
    share.value.of = powerOfTen(share.value.number.places) * hundred;
    share.next = next;
}

QDate before(const QDate &today, qint64 count, const QString &unit)
{
    constexpr qint64 most = 10000;
    const int n = static_cast<int>(std::clamp<qint64>(count, 0, most));
    if (unit == QLatin1String("month"))
        return today.addMonths(-n);
    if (unit == QLatin1String("year"))
        return today.addYears(-n);
    constexpr int week = 7;
    return today.addDays(unit == QLatin1String("week") ? -n * week : -n);
}

bool isOfTime(const Phrase &unit)
{
    const QString &name = unit.meaning.payload;
    return name == QLatin1String("day") || name == QLatin1String("week") || name == QLatin1String("month") ||
           name == QLatin1String("year");
}

// "3 seats"; "two weeks ago" is a date.
void setUnit(const ScannedText &text, size_t i, const Phrase &unit, const QDate &today, Found &quantity)
{
    quantity.value.kind = ValueKind::Quantity;
    quantity.value.text = unit.meaning.payload;
    quantity.next += unit.tokens;
    const Phrase *ago = text.phrase(quantity.next, WordKind::Ago);
    if (!ago && !text.phraseBefore(i, WordKind::AgoBefore))
        return;
    const QString &name = quantity.value.text;
    if (!isOfTime(unit))
        return;
    quantity.value.kind = ValueKind::Date;
    QDate day = before(today, quantity.value.number.unscaled, name);
    quantity.value.first = quantity.value.last = day;
    if (name == QLatin1String("month")) {
        quantity.value.first = QDate(day.year(), day.month(), 1);
        quantity.value.last = QDate(day.year(), day.month(), day.daysInMonth());
    }
    if (ago)
        quantity.next += ago->tokens;
}

// "Three of the twelve months": a share in time or seats; what it is of is not said, so it counts as a part
// as well.
bool takeCountOf(const ScannedText &text, Found &found)
{
    constexpr qint64 most = 366;
    const Phrase *of = text.phrase(found.next, WordKind::OfWhole);
    if (!of || found.value.number.places > 0)
        return false;
    size_t i = found.next + of->tokens;
    if (const Phrase *article = text.phrase(i, WordKind::Article))
        i += article->tokens;
    const auto whole = findNumber(text, i);
    const Phrase *unit = whole ? text.phrase(whole->next, WordKind::Unit) : nullptr;
    if (!unit || unit->meaning.payload == QLatin1String("any") || whole->number.places > 0 ||
        whole->number.unscaled > most || found.value.number.unscaled < 1 ||
        found.value.number.unscaled >= whole->number.unscaled)
        return false;
    found.value.kind = ValueKind::Share;
    found.value.part = found.value.number.unscaled;
    found.value.of = whole->number.unscaled;
    found.value.text = unit->meaning.payload;
    found.next = whole->next + unit->tokens;
    return true;
}

MaybeFound shareInWords(const ScannedText &text, size_t i)
{
    Found found;
    found.value.kind = ValueKind::Share;
    if (const Phrase *share = text.phrase(i, WordKind::Share)) {
        const QStringList parts = share->meaning.payload.split(QLatin1Char('/'));
        found.value.part = parts.value(0).toLongLong();
        found.value.of = std::max<qint64>(1, parts.value(1).toLongLong());
        found.next = i + share->tokens;
    } else if (i < text.size() && fractionOf(text[i]).first > 0) {
        std::tie(found.value.part, found.value.of) = fractionOf(text[i]);
        found.next = i + 1;
    } else if (text.is(i, TokenKind::Digits) && text.isSign(i + 1, '/') &&
               text.is(i + 2, TokenKind::Digits) && text.phrase(i + 3, WordKind::OfWhole) &&
               text[i + 2].text.toLongLong() > 0) { // "1/3 of it"
        found.value.part = text[i].text.toLongLong();
        found.value.of = text[i + 2].text.toLongLong();
        found.next = i + 3;
    } else {
        return std::nullopt;
    }
    if (const auto currency = currencyAt(text, found.next)) { // "½ dollar"
        found.value.isUnderstood = false;
        found.next = currency->next;
    }
    return found;
}

// "The oldest of the three", "one of the two": not all of them, but what one is chosen from.
bool isChosenFrom(const ScannedText &text, size_t i)
{
    const Phrase *of = text.phraseBefore(i, WordKind::OfWhole);
    if (!of || of->tokens >= i)
        return false;
    const auto choosesBefore = [&](size_t end) {
        return text.phraseBefore(end, WordKind::WeakNumber) || text.phraseBefore(end, WordKind::Ordinal) ||
               text.phraseBefore(end, WordKind::Extreme);
    };
    const size_t end = i - of->tokens;
    const Phrase *noun = text.phraseBefore(end, WordKind::InvoiceNoun); // "the oldest one of the three"
    return choosesBefore(end) || (noun && choosesBefore(end - noun->tokens));
}

// "Two were never used", "the later two": a small number in letters counts things.
constexpr qint64 leastSpelledSum = 13;

bool isAmountBefore(const ScannedText &text, size_t next)
{
    return !text.is(next, TokenKind::Word) || text[next].beginsLine ||
           text.phrase(next, WordKind::AfterAmount) || text.phrase(next, WordKind::OfWhole);
}

std::optional<int> placeOf(const ScannedText &text, size_t i, size_t &next)
{
    if (const Phrase *phrase = text.phrase(i, WordKind::Ordinal)) {
        next = i + phrase->tokens;
        return phrase->meaning.payload.toInt();
    }
    constexpr qsizetype longest = 2;
    if (!text.is(i, TokenKind::Digits) || text[i].text.size() > longest || !text.isGlued(i + 1) ||
        (i > 0 && text.isGlued(i) && !text.is(i - 1, TokenKind::Sign)))
        return std::nullopt;
    const Phrase *suffix = text.phrase(i + 1, WordKind::OrdinalSuffix);
    if (!suffix)
        return std::nullopt;
    next = i + 1 + suffix->tokens;
    if (text.is(i + 1, TokenKind::Sign) && !text.phrase(next, WordKind::InvoiceNoun)) // "2. Rechnung"
        return std::nullopt;
    return text[i].text.toInt();
}

// "the second one", "the second" at the end: not the second monitor.
bool standsForInvoice(const ScannedText &text, size_t next)
{
    return isAmountBefore(text, next) || text.phrase(next, WordKind::InvoiceNoun) ||
           text.phrase(next, WordKind::Extreme) || text.phrase(next, WordKind::Number);
}

MaybeFound ofKind(const ScannedText &text, size_t i, WordKind word, ValueKind kind)
{
    const Phrase *phrase = text.phrase(i, word);
    if (!phrase)
        return std::nullopt;
    Found found{valueOf(kind, text, i, i + phrase->tokens), i + phrase->tokens};
    found.value.text = phrase->meaning.payload;
    return found;
}

// What is glued to a number makes it one that is not understood: "1e1", "0x10", "1½".
void takeRemains(const ScannedText &text, Found &found)
{
    const bool isCut = text.isGlued(found.next) &&
                       (!text.is(found.next, TokenKind::Sign) || fractionOf(text[found.next]).first > 0);
    if (isCut && !text.is(found.next - 1, TokenKind::Sign)) {
        found.value.isUnderstood = false;
        if (found.value.kind == ValueKind::Quantity)
            found.value.kind = ValueKind::Number;
        found.next = std::max(found.next + 1, endOfRun(text, found.next));
        if (const auto currency = currencyAt(text, found.next))
            found.next = currency->next;
    }
}

} // namespace

Value valueOf(ValueKind kind, const ScannedText &text, size_t from, size_t to)
{
    Value value;
    value.kind = kind;
    value.span = {text[from].begin, text[to - 1].end};
    value.words = text.written(from, to);
    return value;
}

MaybeFound findAmount(const ScannedText &text, size_t i, const QDate &today)
{
    const Opening opening = openingAt(text, i);
    MaybeFound found = shareInWords(text, opening.next);
    if (found && opening.currency)
        found->value.isUnderstood = false;
    if (found && opening.isNegative)
        found->value.part = -found->value.part;
    if (!found) {
        const auto number = findNumber(text, opening.next);
        if (!number)
            return std::nullopt;
        const size_t next = number->next;
        found = Found{Value{}, next};
        Value &value = found->value;
        value.number = number->number;
        value.isUnderstood = number->isUnderstood;
        if (opening.isNegative)
            value.number.unscaled = -value.number.unscaled;
        const auto currency = currencyAt(text, next);
        const Phrase *unit = text.phrase(next, WordKind::Unit);
        const Phrase *subunit = text.phrase(next, WordKind::Subunit);
        const Phrase *percent = text.phrase(next, WordKind::Percent);
        if (opening.currency || currency) {
            setCurrency(text, *found, opening.currency, currency);
        } else if (subunit) {
            value.kind = ValueKind::Money;
            value.isSubunit = true;
            if (!subunit->meaning.payload.isEmpty())
                value.currencies = subunit->meaning.payload.split(QLatin1Char('|'));
            found->next += subunit->tokens;
        } else if (percent) {
            setShare(*found, next + percent->tokens);
        } else if (takeCountOf(text, *found)) {
            // a share
        } else if (unit && number->isWeak && !isOfTime(*unit)) { // "a piece of software"
            return std::nullopt;
        } else if (unit) {
            setUnit(text, i, *unit, today, *found);
        } else if (number->isWeak) {
            return std::nullopt;
        } else if (const Phrase *noun = text.phrase(next, WordKind::InvoiceNoun); // "of my two invoices"
                   noun && text[next].text.size() > 2 && value.number.places == 0) {
            value.kind = ValueKind::Quantity;
            value.text = QStringLiteral("invoice");
            found->next += noun->tokens;
        } else if (isChosenFrom(text, i)) { // "the oldest of the four"
            value.kind = ValueKind::Quantity;
            value.text = QStringLiteral("invoice");
        } else {
            const bool isCount = number->isSpelled && value.number.unscaled < leastSpelledSum;
            const bool namesOne = value.number.places > 0 && text.phrase(next, WordKind::InvoiceNoun);
            value.canBeAmount = !isCount && (namesOne || isAmountBefore(text, next)); // "the 45.60 one"
        }
    }
    takeRemains(text, *found);
    const Value place = valueOf(found->value.kind, text, i, found->next);
    found->value.span = place.span;
    found->value.words = place.words;
    return found;
}

MaybeFound findChoice(const ScannedText &text, size_t i)
{
    size_t next = i;
    if (const auto place = placeOf(text, i, next)) {
        Found found{valueOf(ValueKind::Ordinal, text, i, next), next};
        found.value.number.unscaled = *place;
        return standsForInvoice(text, next) ? MaybeFound(found) : std::nullopt;
    }
    if (auto extreme = ofKind(text, i, WordKind::Extreme, ValueKind::Extreme)) {
        const bool isNamed =
            text.phrase(extreme->next, WordKind::InvoiceNoun) ||
            (text.phraseBefore(i, WordKind::Article) && standsForInvoice(text, extreme->next));
        return isNamed ? extreme : std::nullopt; // not "change it later"
    }
    if (auto all = ofKind(text, i, WordKind::All, ValueKind::All)) {
        const Phrase *share = text.phrase(i, WordKind::Share);            // "all of it"
        const bool isOfOthers = text.phrase(all->next, WordKind::Unit) || // "the two seats"
                                (all->next == i + 1 && all->value.text == QLatin1String("0") &&
                                 text.is(all->next, TokenKind::Word) && !findNumber(text, all->next));
        if (isOfOthers || (share && i + share->tokens > all->next))
            return std::nullopt;
        all->value.number.unscaled = all->value.text.toLongLong();
        const auto count = findNumber(text, all->next); // "all three"
        if (count && !count->isWeak && count->isUnderstood && count->number.places == 0) {
            all->value = valueOf(ValueKind::All, text, i, count->next);
            all->value.number = count->number;
            all->next = count->next;
        }
        all->value.isUnderstood = !isChosenFrom(text, i);
        return all;
    }
    if (auto other = ofKind(text, i, WordKind::Other, ValueKind::Other))
        return other;
    if (auto language = ofKind(text, i, WordKind::Language, ValueKind::Language))
        return language;
    constexpr qsizetype shortest = 3;
    if (auto cents = ofKind(text, i, WordKind::Subunit, ValueKind::Money);
        cents && cents->value.words.size() >= shortest) { // "the cents": how many is not said
        cents->value.isUnderstood = false;
        return cents;
    }
    auto currency = ofKind(text, i, WordKind::Currency, ValueKind::Currency);
    if (currency)
        currency->value.currencies = currency->value.text.split(QLatin1Char('|'));
    return currency;
}

} // namespace Helmdesk::ValueForms
