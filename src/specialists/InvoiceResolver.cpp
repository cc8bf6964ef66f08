#include "specialists/InvoiceResolver.h"

#include <algorithm>
#include <QDate>

namespace Helmdesk
{
namespace
{

constexpr int duplicateWindowDays = 3;

QDate issuedOn(const Json &row)
{
    return QDate::fromString(stringOr(row, "issued").left(10), Qt::ISODate);
}

Json rowsWhere(const Json &rows, const auto &predicate)
{
    Json out = Json::array();
    for (const Json &row : rows) {
        if (predicate(row))
            out.push_back(row);
    }
    return out;
}

Json oldestFirst(Json rows)
{
    std::sort(rows.begin(), rows.end(), [](const Json &a, const Json &b) {
        const auto key = [](const Json &row) {
            return std::pair(stringOr(row, "issued"), stringOr(row, "id"));
        };
        return key(a) < key(b);
    });
    return rows;
}

bool chargesTheSame(const Json &a, const Json &b)
{
    return stringOr(a, "id") != stringOr(b, "id") &&
           integerOr(a, "amount_minor", 0) == integerOr(b, "amount_minor", -1) &&
           stringOr(a, "currency") == stringOr(b, "currency") &&
           stringOr(a, "description") == stringOr(b, "description") &&
           qAbs(issuedOn(a).daysTo(issuedOn(b))) <= duplicateWindowDays;
}

bool hasTwin(const Json &row, const Json &rows)
{
    return std::ranges::any_of(rows, [&](const Json &other) { return chargesTheSame(row, other); });
}

ResolvedInvoice found(const Json &row, const Json &rows)
{
    return {InvoiceMatch::Found, row, Json::array(), hasTwin(row, rows)};
}

ResolvedInvoice ambiguous(Json candidates)
{
    return {InvoiceMatch::Ambiguous, Json(), std::move(candidates), false};
}

Json pick(const Json &rows, int ordinal)
{
    const qsizetype size = static_cast<qsizetype>(rows.size());
    const qsizetype index = ordinal > 0 ? ordinal - 1 : size + ordinal;
    return index >= 0 && index < size ? rows[static_cast<size_t>(index)] : Json();
}

// "The second one" of what the last reply listed, or "the other one" than what it spoke of.
Json pickOffered(const Json &rows, const QStringList &offered, const Entities &entities)
{
    Json listed = Json::array();
    for (const QString &id : offered) {
        for (const Json &row : rows) {
            if (stringOr(row, "id") == id)
                listed.push_back(row);
        }
    }
    if (entities.ordinal != 0 && listed.size() > 1)
        return pick(listed, entities.ordinal);
    if (entities.otherOne && listed.size() == 1) {
        const Json others = rowsWhere(rows, [&](const Json &row) { return chargesTheSame(row, listed[0]); });
        return others.size() == 1 ? others[0] : Json();
    }
    return entities.otherOne && listed.size() == 2 ? listed[1] : Json();
}

Json narrowed(Json rows, const Entities &entities)
{
    for (const Money &amount : entities.amounts) {
        Json matching = rowsWhere(rows, [&](const Json &row) {
            return integerOr(row, "amount_minor", 0) == amount.minor &&
                   (amount.currency.isEmpty() || stringOr(row, "currency") == amount.currency);
        });
        if (!matching.empty())
            rows = std::move(matching);
    }
    for (const DateMention &date : entities.dates) {
        Json matching = rowsWhere(rows, [&](const Json &row) {
            const QDate issued = issuedOn(row);
            return issued.isValid() && issued >= date.first && issued <= date.last;
        });
        if (!matching.empty())
            rows = std::move(matching);
    }
    return rows;
}

} // namespace

ResolvedInvoice resolveInvoice(const Json &rows, const Entities &entities, const QStringList &offered,
                               bool saysTwice)
{
    if (!entities.invoiceNumbers.isEmpty()) {
        Json named = rowsWhere(rows, [&](const Json &row) {
            return entities.invoiceNumbers.contains(stringOr(row, "id"), Qt::CaseInsensitive);
        });
        if (named.empty())
            return {InvoiceMatch::NotFound};
        if (named.size() == 1)
            return found(named[0], rows);
        named = oldestFirst(std::move(named));
        // Two named invoices that charge the same: the customer means the later one, or says which.
        if (named.size() == 2 && chargesTheSame(named[0], named[1]))
            return found(entities.ordinal != 0 ? pick(named, entities.ordinal) : named[1], rows);
        return ambiguous(std::move(named));
    }
    if (!rows.is_array() || rows.empty())
        return {InvoiceMatch::NoInvoices};
    if (const Json row = pickOffered(rows, offered, entities); !row.is_null())
        return found(row, rows);

    Json candidates = oldestFirst(narrowed(rows, entities));
    if (saysTwice) {
        const Json twins = rowsWhere(candidates, [&](const Json &row) {
            return stringOr(row, "status") == QLatin1String("paid") && hasTwin(row, candidates);
        });
        if (twins.size() == 2)
            return found(entities.ordinal == 1 ? twins[0] : twins[1], rows);
    }
    if (candidates.size() == 1)
        return found(candidates[0], rows);
    if (entities.ordinal != 0 && !saysTwice) {
        if (const Json row = pick(candidates, entities.ordinal); !row.is_null() && entities.ordinal < 0)
            return found(row, rows);
    }
    return ambiguous(std::move(candidates));
}

} // namespace Helmdesk
