#pragma once

#include "understanding/RefundArguments.h"

namespace Helmdesk
{

struct InvoiceRow {
    QString id;
    QDate issued;
    qint64 totalMinor = 0;
    qint64 refundedMinor = 0;
    QString currency;
    QString status;
    QString description;

    qint64 leftMinor() const { return totalMinor - refundedMinor; }
    bool isRefundable() const;
};
using InvoiceRows = std::vector<InvoiceRow>;

struct InvoiceChoice {
    RefundMatch match = RefundMatch::NoInvoices;
    InvoiceRows rows; // the chosen ones, or the candidates
    ChosenBy by = ChosenBy::Number;
    std::vector<bool> isUsed; // by value: it took part in the choice
};

InvoiceRows invoiceRows(const Json &rows); // the oldest first

// Whether the invoice is of the time that a Date value names: issued then, seen a few days later on a
// statement, or described by its month.
bool isOfTime(const InvoiceRow &row, const Value &date);
// Two invoices that charge the same for the same thing within days.
bool areTwins(const InvoiceRow &a, const InvoiceRow &b);

// Whether a value can tell which invoice is meant: a number, a time, a place in a list.
bool isNaming(const Value &value);

// "keep INV-7", "not the October one", "the first one is fine": what is named there is what is not meant.
bool isExcluded(const Value &value, const TextValues &read);
bool isAccepted(const Value &value, const TextValues &read); // the last of these forms alone

InvoiceChoice chooseInvoices(const QString &text, const TextValues &read, const InvoiceRows &rows,
                             const RefundContext &context);

} // namespace Helmdesk
