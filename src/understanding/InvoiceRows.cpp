#include "understanding/RefundChoice.h"

#include <algorithm>
#include <QLocale>

namespace Helmdesk
{
namespace
{

constexpr int duplicateWindowDays = 3;
constexpr int bookingDays = 5; // between the day of an invoice and the day on a statement

} // namespace

bool InvoiceRow::isRefundable() const
{
    return (status == QLatin1String("paid") || status == QLatin1String("partially_refunded")) &&
           leftMinor() > 0;
}

InvoiceRows invoiceRows(const Json &rows)
{
    InvoiceRows out;
    if (!rows.is_array())
        return out;
    for (const Json &row : rows) {
        out.push_back({stringOr(row, "id"), QDate::fromString(stringOr(row, "issued").left(10), Qt::ISODate),
                       integerOr(row, "amount_minor", 0), integerOr(row, "refunded_minor", 0),
                       stringOr(row, "currency"), stringOr(row, "status"), stringOr(row, "description")});
    }
    std::ranges::sort(out, {}, [](const InvoiceRow &row) { return std::pair(row.issued, row.id); });
    return out;
}

bool isOfTime(const InvoiceRow &row, const Value &date)
{
    const auto isOf = [&](const QDate &first, const QDate &last) {
        return first.isValid() && row.issued <= last &&
               row.issued.addDays(first == last ? bookingDays : 0) >= first;
    };
    const bool isMonth =
        date.first.isValid() && date.first.day() == 1 && date.last == date.first.addMonths(1).addDays(-1);
    return isOf(date.first, date.last) || isOf(date.otherFirst, date.otherLast) ||
           (isMonth &&
            row.description.contains(QLocale::c().monthName(date.first.month()), Qt::CaseInsensitive) &&
            qAbs(row.issued.daysTo(date.first)) < date.first.daysInYear() / 2);
}

bool areTwins(const InvoiceRow &a, const InvoiceRow &b)
{
    return a.id != b.id && a.totalMinor == b.totalMinor && a.currency == b.currency &&
           a.description == b.description && qAbs(a.issued.daysTo(b.issued)) <= duplicateWindowDays;
}

bool isNaming(const Value &value)
{
    return value.kind == ValueKind::Invoice || value.kind == ValueKind::Date ||
           value.kind == ValueKind::Ordinal || value.kind == ValueKind::Extreme ||
           value.kind == ValueKind::Other || value.kind == ValueKind::All;
}

// "The first one is fine", where another is named that is not.
bool isAccepted(const Value &value, const TextValues &read)
{
    constexpr qsizetype gap = 12; // "of the two"
    const auto isFine = [&](const Value &named) {
        return std::ranges::any_of(read.qualifiers, [&](const Qualifier &qualifier) {
            return qualifier.kind == QualifierKind::Accepted && named.span.end <= qualifier.span.begin &&
                   qualifier.span.begin - named.span.end <= gap;
        });
    };
    return isFine(value) && std::ranges::any_of(read.values, [&](const Value &other) {
               return isNaming(other) && !isFine(other) && other.text != value.text;
           });
}

bool isExcluded(const Value &value, const TextValues &read)
{
    constexpr qsizetype gap = 6; // "not the"
    return isAccepted(value, read) || std::ranges::any_of(read.qualifiers, [&](const Qualifier &qualifier) {
               return qualifier.kind == QualifierKind::Exception && qualifier.span.end <= value.span.begin &&
                      qualifier.span.end + gap >= value.span.begin;
           });
}

} // namespace Helmdesk
