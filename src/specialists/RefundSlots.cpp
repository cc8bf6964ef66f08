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

} // namespace

RefundReading readRefundOf(const TurnContext &context, const ValueWords &words, const Json &rows)
{
    QStringList numbers;
    for (const Json &row : rows)
        numbers.append(stringOr(row, "id"));
    RefundContext around;
    around.today = context.now.date();
    if (context.followsUp) {
        around.about = stringOr(context.memory, "about");
        if (const Json &offered = memberOrNull(context.memory, "offered"); offered.is_array()) {
            for (const Json &id : offered)
                around.offered.append(id.is_string() ? id.get<QString>() : QString());
        }
    }
    QStringList ownNames;
    if (context.customer) {
        around.customerEmail = context.customer->email;
        ownNames << context.customer->name << context.customer->company;
        if (context.customer->paymentMethod)
            around.cardEnding = context.customer->paymentMethod->last4;
    }
    return readRefund(context.text, readValues(context.text, words, numbers, around.today, ownNames), rows,
                      around);
}

bool namesAmount(const TurnContext &context, const ValueWords &words)
{
    const TextValues read = readValues(context.text, words, {}, context.now.date());
    const auto isAmount = [](const Value &value) {
        return value.kind == ValueKind::Money || value.kind == ValueKind::Share || value.kind == ValueKind::Number ||
               value.kind == ValueKind::All;
    };
    return std::ranges::any_of(read.values, isAmount) ||
           std::ranges::any_of(read.qualifiers, [](const Qualifier &qualifier) {
               return qualifier.kind == QualifierKind::Remainder;
           });
}

Json refundSlots(const RefundReading &reading, const Json &rows, const QString &focus)
{
    Json slots{{"invoice_match", nameOfMatch(reading.match)}, {"candidates", Json::array()}};
    for (const QString &id : reading.candidates)
        slots["candidates"].push_back(rowOf(rows, id));
    if (reading.match != RefundMatch::Found || reading.invoices.empty())
        return slots;
    const auto focused = std::ranges::find(reading.invoices, focus, &ChosenInvoice::id);
    const ChosenInvoice &chosen = focused == reading.invoices.end() ? reading.invoices.front() : *focused;
    slots["invoice"] = rowOf(rows, chosen.id);
    slots["left_minor"] = chosen.leftMinor;
    slots["currency"] = chosen.currency;
    slots["is_assumed"] = chosen.by == ChosenBy::OnlyOne;
    if (chosen.amountMinor)
        slots["amount_minor"] = *chosen.amountMinor;
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
