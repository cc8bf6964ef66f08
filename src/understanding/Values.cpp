#include "understanding/Values.h"

#include "core/Money.h"
#include "understanding/Qualifiers.h"
#include "understanding/ScannedText.h"
#include "understanding/ValueForms.h"

#include <algorithm>
#include <limits>

namespace Helmdesk
{
namespace
{

using namespace ValueForms;

MaybeFound valueAt(const ScannedText &text, size_t i, const OwnInvoices &own, const QDate &today)
{
    if (auto found = findEmailOrLink(text, i))
        return found;
    if (auto found = findInvoice(text, i, own))
        return found;
    if (auto found = findDate(text, i, today))
        return found;
    if (auto found = findPhone(text, i))
        return found;
    if (auto found = findCardEnding(text, i))
        return found;
    if (auto found = findCode(text, i))
        return found;
    if (auto found = findChoice(text, i); found && found->value.kind != ValueKind::Currency)
        return found;
    if (auto found = findAmount(text, i, today))
        return found;
    return findChoice(text, i); // a currency without an amount
}

bool areAlike(const Value &a, const Value &b)
{
    const auto isSum = [](const Value &value) {
        return value.kind == ValueKind::Money || value.kind == ValueKind::Number ||
               value.kind == ValueKind::Share;
    };
    return a.kind == b.kind || (isSum(a) && isSum(b));
}

// "INV-1, no wait, INV-2": the first is taken back. A correction that takes nothing back is a mere word.
void leaveOutTakenBack(TextValues &read)
{
    constexpr qsizetype reach = 60; // "scrap that, that is the fax number."
    std::erase_if(read.qualifiers, [&](const Qualifier &qualifier) {
        if (qualifier.kind != QualifierKind::Correction)
            return false;
        const auto after = std::ranges::find_if(
            read.values, [&](const Value &value) { return value.span.begin >= qualifier.span.end; });
        if (after == read.values.end() || after->span.begin - qualifier.span.end > reach)
            return true;
        const Value come = *after;
        const bool isFirst = read.values.front().span.begin >= qualifier.span.end;
        std::erase_if(read.values, [&](const Value &value) {
            return value.span.end <= qualifier.span.begin && areAlike(value, come);
        });
        return isFirst;
    });
}

// The token behind what may stand at `i` between two members of a list; `i` where nothing of the kind does.
size_t behindListWord(const ScannedText &text, size_t i, const std::vector<Value> &values)
{
    const auto within = std::ranges::find_if(values, [&](const Value &value) {
        return value.span.begin <= text[i].begin && text[i].end <= value.span.end;
    });
    if (within != values.end() || (text.is(i, TokenKind::Sign) && !text.isSignOf(i, ".!?")))
        return i + 1;
    for (const WordKind kind :
         {WordKind::Join, WordKind::Article, WordKind::InvoiceNoun, WordKind::NumberSign}) {
        if (const Phrase *phrase = text.phrase(i, kind))
            return i + phrase->tokens;
    }
    return i;
}

// "INV-1 (October), and INV-2", not "INV-1 is paid, refund INV-2".
void markLists(const ScannedText &text, std::vector<Value> &values)
{
    const Value *before = nullptr;
    for (Value &value : values) {
        if (value.kind != ValueKind::Invoice)
            continue;
        size_t i = 0;
        while (i < text.size() && (before == nullptr || text[i].begin < before->span.end))
            ++i;
        for (size_t next = i; i < text.size() && text[i].begin < value.span.begin; i = next) {
            next = behindListWord(text, i, values);
            if (next == i)
                break;
        }
        value.isListed = before != nullptr && i < text.size() && text[i].begin >= value.span.begin;
        before = &value;
    }
}

// "Nobody answered for 9 days. NINE.", "of the 5 seats 2 were never used": a bare number that says a quantity
// again, or a part of it, is no amount.
void markCounts(std::vector<Value> &values)
{
    constexpr qsizetype nearTo = 40; // characters: of what is counted
    for (auto value = values.begin(); value != values.end(); ++value) {
        const auto tellsOf = [&](const Value &before) {
            if (before.kind != ValueKind::Quantity || before.number.places != value->number.places)
                return false;
            const bool isPart = before.text != QLatin1String("any") && value->number.places == 0 &&
                                value->number.unscaled < before.number.unscaled &&
                                value->span.begin - before.span.end <= nearTo;
            return before.number.unscaled == value->number.unscaled || isPart;
        };
        value->canBeAmount = value->canBeAmount && std::none_of(values.begin(), value, tellsOf);
    }
}

bool speaksOfSeats(const ScannedText &text)
{
    for (size_t i = 0; i < text.size(); ++i) {
        const Phrase *unit = text.phrase(i, WordKind::Unit);
        const QString name = unit ? unit->meaning.payload : QString();
        if (name == QLatin1String("seat") || name == QLatin1String("user") ||
            name == QLatin1String("licence") || name == QLatin1String("item"))
            return true;
    }
    return false;
}

// "Three seats, two too many. I want those two back": where seats are spoken of "those two" are no invoices.
void markCountedSeats(const ScannedText &text, std::vector<Value> &values)
{
    if (!speaksOfSeats(text))
        return;
    for (Value &value : values) {
        if (value.kind == ValueKind::All && value.number.unscaled > 0)
            value.kind = ValueKind::Number;
    }
}

} // namespace

TextValues readValues(const QString &text, const ValueWords &words, const QStringList &ownInvoices,
                      const QDate &today, const QStringList &ownNames)
{
    const ScannedText scanned(text, words);
    const OwnInvoices own(ownInvoices);
    TextValues read;
    for (size_t i = 0; i < scanned.size();) {
        if (const Phrase *idiom = scanned.phrase(i, WordKind::Idiom)) {
            i += idiom->tokens;
            continue;
        }
        if (const auto found = valueAt(scanned, i, own, today)) {
            read.values.push_back(found->value);
            i = found->next;
        } else {
            ++i;
        }
    }
    markLists(scanned, read.values);
    markCounts(read.values);
    markCountedSeats(scanned, read.values);
    read.qualifiers = findQualifiers(scanned, read.values, ownNames);
    leaveOutTakenBack(read);
    return read;
}

std::optional<qint64> minorOf(const Value &value, const QString &currency)
{
    const bool isAmount =
        value.kind == ValueKind::Money || (value.kind == ValueKind::Number && value.canBeAmount);
    if (!isAmount || !value.isUnderstood ||
        (!value.currencies.isEmpty() && !value.currencies.contains(currency)))
        return std::nullopt;
    constexpr int cents = 2;
    const int digits = minorDigits(currency);
    constexpr int mostDigits = 3;
    if ((value.isSubunit && digits != cents) || (value.number.hasTwoReadings && digits == mostDigits))
        return std::nullopt;
    qint64 minor = value.number.unscaled;
    int places = value.number.places - (value.isSubunit ? 0 : digits);
    for (; places > 0; --places) {
        if (minor % 10 != 0)
            return std::nullopt;
        minor /= 10;
    }
    for (; places < 0; ++places) {
        if (minor > std::numeric_limits<qint64>::max() / 10 ||
            minor < std::numeric_limits<qint64>::min() / 10)
            return std::nullopt;
        minor *= 10;
    }
    return minor;
}

std::optional<qint64> shareOf(const Value &share, qint64 minor)
{
    constexpr qint64 most = 2'000'000'000'000; // of either, so that the product fits
    constexpr qint64 mostPart = 2'000'000;
    if (share.kind != ValueKind::Share || !share.isUnderstood || share.of <= 0 || minor < 0 || minor > most ||
        share.part < -mostPart || share.part > mostPart || share.of > most)
        return std::nullopt;
    return (share.part * minor * 2 + share.of) / (share.of * 2);
}

QString nameOf(ValueKind kind)
{
    static const QStringList names{
        QStringLiteral("money"),    QStringLiteral("share"),    QStringLiteral("number"),
        QStringLiteral("quantity"), QStringLiteral("date"),     QStringLiteral("invoice"),
        QStringLiteral("email"),    QStringLiteral("phone"),    QStringLiteral("cardEnding"),
        QStringLiteral("ordinal"),  QStringLiteral("extreme"),  QStringLiteral("other"),
        QStringLiteral("all"),      QStringLiteral("language"), QStringLiteral("currency"),
        QStringLiteral("code")};
    return names.value(static_cast<qsizetype>(kind));
}

} // namespace Helmdesk
