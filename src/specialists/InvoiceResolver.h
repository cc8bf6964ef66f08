#pragma once

#include "core/Json.h"
#include "specialists/EntityExtractor.h"

namespace Helmdesk
{

enum class InvoiceMatch { Found, Ambiguous, NotFound, NoInvoices };

struct ResolvedInvoice {
    InvoiceMatch match = InvoiceMatch::NoInvoices;
    Json row;                        // the invoice, when found
    Json candidates = Json::array(); // the rows still in question, when ambiguous
    Json twins = Json::array();      // what charges the same for the same thing, oldest first
    bool isDuplicate = false;   // another row charges the same amount for the same thing at the same time
    bool isOfNoInvoice = false; // a time was named, and no invoice is of that time
};

// Decides which of the customer's own invoices a turn is about. Only `rows`, which a tool returned for this
// customer, are ever chosen. `offered` are the ids that the last reply listed, in its order; "the second one"
// refers to them. `saysTwice` is set when the customer speaks of a double charge; `text` is the turn, in
// which the description of an invoice may be named. Pure.
ResolvedInvoice resolveInvoice(const Json &rows, const Entities &entities, const QStringList &offered,
                               bool saysTwice, const QString &text);

// The rows that wait for payment, oldest first. Pure.
Json unpaidAmong(const Json &rows);

} // namespace Helmdesk
