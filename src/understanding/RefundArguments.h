#pragma once

#include "understanding/Values.h"

namespace Helmdesk
{

// How an invoice was chosen. The first seven are the customer's own naming.
enum class ChosenBy { Number, Date, Amount, Ordinal, Extreme, Description, All, OnlyOne, Context, Twin };

enum class RefundMatch {
    Found,
    Ambiguous, // several fit: `candidates`
    NotFound,  // what is named is none of the customer's; `candidates` are those that could be refunded
    NoInvoices
};

struct ChosenInvoice {
    QString id;
    std::optional<qint64> amountMinor; // none where the words do not tell one that can be paid
    QString currency;                  // of the invoice
    qint64 leftMinor = 0;              // what is still to be refunded of it
    ChosenBy by = ChosenBy::Number;
};

// A value or qualifier that the resolved arguments do not explain.
struct LeftOver {
    Span span;
    QString words;
    QString kind; // nameOf() the value or qualifier
};

struct RefundReading {
    RefundMatch match = RefundMatch::NoInvoices;
    std::vector<ChosenInvoice> invoices; // at most five
    QStringList candidates;
    std::vector<LeftOver> leftOver; // in the order of the text
    // Chosen by the customer's own naming, an amount for each and nothing left over. Everything else is
    // asked.
    bool isExact = false;
};

struct RefundContext {
    QString about;       // the invoice that the conversation is about
    QStringList offered; // those that the last reply listed, in its order
    QDate today;
    QString customerEmail; // another address in the text is another party's
    QString cardEnding;    // of the card that would get the money
    // The clause of the request. Outside it bare numbers, quantities and dates help to choose but are not
    // left over; amounts, shares and qualifiers always are. Without it the whole text counts.
    std::optional<Span> request;
    // No sentence of the turn speaks against the request: a condition or another party outside of it belongs
    // to the story ("no drama if it takes a few days").
    bool isUncontradicted = false;
};

// What a turn asks to be refunded, from the customer's own words and records. `rows` are invoices as
// check_invoice gives them; only those are ever chosen. No amount is ever guessed from nothing: the whole of
// what is left is meant only where no number, share or part is said. Pure; any thread; never fails.
RefundReading readRefund(const QString &text, const TextValues &read, const Json &rows,
                         const RefundContext &context);

QString nameOf(ChosenBy by);

} // namespace Helmdesk
