#include "specialists/RefundSlots.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

QString nameOfMatch(RefundMatch match)
{
    switch (match) {
    case RefundMatch::Found:
        return QStringLiteral("found");
    case RefundMatch::Ambiguous:
        return QStringLiteral("ambiguous");
    case RefundMatch::NotFound:
        return QStringLiteral("not_found");
    case RefundMatch::NoInvoices:
        break;
    }
    return QStringLiteral("no_invoices");
}

Json rowOf(const Json &rows, const QString &id)
{
    for (const Json &row : rows) {
        if (stringOr(row, "id") == id)
            return row;
    }
    return {};
}

TextValues valuesOf(const TurnContext &context, const ValueWords &words, const Json &rows)
{
    QStringList numbers;
    for (const Json &row : rows)
        numbers.append(stringOr(row, "id"));
    QStringList ownNames;
    if (context.customer)
        ownNames << context.customer->name << context.customer->company;
    return readValues(context.text, words, numbers, context.now.date(), ownNames);
}

// "Partially", "the unused days", "the difference", and no sum: not the whole. A part that is the invoice
// itself ("the storage add-on") is none.
bool saysOnlyPart(const RefundReading &reading, const Json &row)
{
    const bool isSummed = std::ranges::any_of(reading.leftOver, [](const LeftOver &item) {
        return item.kind == nameOf(ValueKind::Money) || item.kind == nameOf(ValueKind::Number) ||
               item.kind == nameOf(ValueKind::Share);
    });
    // "These two seats" of an invoice for five.
    const bool isCounted = std::ranges::any_of(
        reading.leftOver, [](const LeftOver &item) { return item.kind == nameOf(ValueKind::Quantity); });
    return std::ranges::any_of(reading.leftOver, [&](const LeftOver &item) {
        return item.kind == nameOf(QualifierKind::Difference) ||
               (!isSummed && item.kind == nameOf(QualifierKind::Part) &&
                (isCounted || !stringOr(row, "description").contains(item.words, Qt::CaseInsensitive)));
    });
}

// The sentence that the act was read in.
std::optional<Span> requestIn(const TurnContext &context, const QString &act)
{
    const ActReading *reading = context.reading.of(act);
    if (reading == nullptr || reading->words.isEmpty())
        return std::nullopt;
    const qsizetype begin = context.text.indexOf(reading->words);
    if (begin < 0 || context.text.lastIndexOf(reading->words) != begin)
        return std::nullopt;
    return Span{begin, begin + reading->words.size()};
}

// Money that stands before an invoice or its date: "15 dollars of INV-7", "10 euros of the November one".
bool isBesideInvoice(const Value &sum, const TextValues &read)
{
    constexpr qsizetype gap = 12;
    return sum.kind == ValueKind::Money && std::ranges::any_of(read.values, [&](const Value &value) {
               const bool isNaming =
                   (value.kind == ValueKind::Invoice && value.isOwn) || value.kind == ValueKind::Date;
               return isNaming && value.span.begin >= sum.span.end && value.span.begin - sum.span.end <= gap;
           });
}

// The payable amount that is said, or all that is left where no amount and no share is. Of several that
// beside the invoice, or else the money in the sentence of the request, is more likely meant.
std::optional<qint64> guessedAmount(const TextValues &read, const ChosenInvoice &chosen,
                                    const std::optional<Span> &request, const Json &row)
{
    const qint64 totalMinor = integerOr(row, "amount_minor", 0);
    const qint64 refundedMinor = integerOr(row, "refunded_minor", 0);
    std::vector<qint64> beside;
    std::vector<qint64> inRequest;
    std::vector<qint64> all;
    const auto note = [](std::vector<qint64> &sums, qint64 minor) {
        if (std::ranges::find(sums, minor) == sums.end())
            sums.push_back(minor);
    };
    for (const Value &value : read.values) {
        const bool isSum =
            value.kind == ValueKind::Money || (value.kind == ValueKind::Number && value.canBeAmount);
        if (!isSum && value.kind != ValueKind::Share)
            continue;
        const qint64 minor = value.kind == ValueKind::Share ? shareOf(value, chosen.leftMinor).value_or(0)
                                                            : minorOf(value, chosen.currency).value_or(0);
        note(all, minor);
        if (isBesideInvoice(value, read))
            note(beside, minor);
        if (value.kind == ValueKind::Money && request && request->covers(value.span))
            note(inRequest, minor);
    }
    // "Thanks for the 15, now the rest": what was given back before is not asked for.
    const bool isRest = std::ranges::count(read.qualifiers, QualifierKind::Remainder, &Qualifier::kind) > 0;
    if (all.empty() || (isRest && all == std::vector<qint64>{refundedMinor}))
        return chosen.leftMinor;
    for (std::vector<qint64> *sums : {&beside, &inRequest, &all}) { // "of the 19 euros that I paid"
        if (all.size() > 1)
            std::erase_if(*sums, [&](qint64 minor) { return minor == totalMinor || minor == refundedMinor; });
    }
    for (const std::vector<qint64> *sums : {&beside, &inRequest, &all}) {
        if (sums->size() == 1 && sums->front() > 0 && sums->front() <= chosen.leftMinor)
            return sums->front();
    }
    return std::nullopt;
}

} // namespace

RefundReading readRefundOf(const TurnContext &context, const QString &act, const ValueWords &words,
                           const Json &rows)
{
    RefundContext around;
    constexpr double mostOfStory = 0.1; // a tenth of what makes the desk ask
    const ActReading *reading = context.reading.of(act);
    around.request = requestIn(context, act);
    around.isUncontradicted = reading != nullptr && reading->contrary <= mostOfStory;
    around.today = context.now.date();
    if (context.followsUp) {
        around.about = stringOr(context.memory, "about");
        if (const Json &offered = memberOrNull(context.memory, "offered"); offered.is_array()) {
            for (const Json &id : offered)
                around.offered.append(id.is_string() ? id.get<QString>() : QString());
        }
    }
    if (context.customer) {
        around.customerEmail = context.customer->email;
        if (context.customer->paymentMethod)
            around.cardEnding = context.customer->paymentMethod->last4;
    }
    return readRefund(context.text, valuesOf(context, words, rows), rows, around);
}

bool namesAmount(const TurnContext &context, const ValueWords &words)
{
    const TextValues read = readValues(context.text, words, {}, context.now.date());
    const auto isAmount = [](const Value &value) {
        return value.kind == ValueKind::Money || value.kind == ValueKind::Share ||
               value.kind == ValueKind::Number || value.kind == ValueKind::All;
    };
    return std::ranges::any_of(read.values, isAmount) ||
           std::ranges::any_of(read.qualifiers, [](const Qualifier &qualifier) {
               return qualifier.kind == QualifierKind::Remainder;
           });
}

Json refundSlots(const TurnContext &context, const QString &act, const ValueWords &words,
                 const RefundReading &reading, const Json &rows)
{
    Json slots{{"invoice_match", nameOfMatch(reading.match)}, {"candidates", Json::array()}};
    for (const QString &id : reading.candidates)
        slots["candidates"].push_back(rowOf(rows, id));
    if (reading.match != RefundMatch::Found || reading.invoices.empty())
        return slots;
    const auto focused = std::ranges::find(reading.invoices, context.focusInvoice, &ChosenInvoice::id);
    const ChosenInvoice &chosen = focused == reading.invoices.end() ? reading.invoices.front() : *focused;
    slots["invoice"] = rowOf(rows, chosen.id);
    slots["left_minor"] = chosen.leftMinor;
    slots["currency"] = chosen.currency;
    slots["is_assumed"] = !reading.isExact;
    if (chosen.amountMinor)
        slots["amount_minor"] = *chosen.amountMinor;
    else if (saysOnlyPart(reading, rowOf(rows, chosen.id)))
        return slots; // how much of it is asked, never the whole proposed
    else if (const auto guess = guessedAmount(valuesOf(context, words, rows), chosen, requestIn(context, act),
                                              rowOf(rows, chosen.id)))
        slots["amount_minor"] = *guess; // only ever asked about
    return slots;
}

QStringList leftOverWords(const RefundReading &reading)
{
    QStringList words;
    for (const LeftOver &item : reading.leftOver)
        words.append(item.words);
    return words;
}

} // namespace Helmdesk
