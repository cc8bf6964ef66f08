#pragma once

#include "understanding/ValueWords.h"

#include <optional>
#include <QDate>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

enum class ValueKind {
    Money,      // number, currencies, isSubunit
    Share,      // part, of; text: the unit where it is one of things that are counted ("3 of the 12 months")
    Number,     // number
    Quantity,   // number, text (the unit: "day", "seat", "invoice"; "any" for one that says nothing of money)
    Date,       // first, last; otherFirst, otherLast where it has two readings
    Invoice,    // text (the id), isOwn
    Email,      // text (the part behind the @ in lower case), role
    Phone,      // text as written
    CardEnding, // text: four digits
    Ordinal,    // number: the place, -1 is the last, 0 the middle one
    Extreme,    // text: oldest, newest, cheapest, dearest
    Other,      // "the other one"
    All,        // number: how many, 0 for all
    Language,   // text: ISO 639-1
    Currency,   // a currency without an amount: currencies
    Code,       // text: "NL-401", "10:30", a link; never a number of money
};

// Of two values of a change: the one that is left and the one that comes.
enum class ValueRole { None, Old, New };

// A number as it is written: unscaled / 10^places.
struct Decimal {
    qint64 unscaled = 0;
    int places = 0;
    bool hasTwoReadings = false; // "1.234": thousands or decimals, where the currency has three of them
};

struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool covers(const Span &other) const { return begin <= other.begin && other.end <= end; }
};

// A value in the customer's words. Nothing in it is trusted: it counts only once resolved against the
// customer's own records.
struct Value {
    ValueKind kind = ValueKind::Number;
    Span span;
    QString words;            // as written
    bool isUnderstood = true; // false: such a value, but not exactly known which ("1e1", "$5 EUR")
    bool canBeAmount = false; // a number without a unit that stands where an amount can: "refund 20 please"
    Decimal number;
    QStringList currencies; // ISO 4217 codes that the words may mean, the usual one first; empty: none said
    bool isSubunit = false; // cents
    qint64 part = 0;        // "12.5 %": 125 of 1000
    qint64 of = 1;
    QDate first;
    QDate last;
    QDate otherFirst; // valid where a date has two readings: 03/04/2026
    QDate otherLast;
    QString text;
    bool isOwn = false;    // the number of one of the customer's invoices
    bool isListed = false; // an invoice that only words of a list part from the invoice before it
    ValueRole role = ValueRole::None;
};

enum class QualifierKind {
    Exception,  // except, without, keep, but not, instead of
    Part,       // days, seats, VAT, fee, unused, some of it
    Remainder,  // the rest, what is left
    Difference, // "the difference", "overcharged by"
    Duplicate,  // charged twice
    OtherWay,   // credit, gift card, another card, bank transfer
    Comparison, // less than, up to, about; "10 to 20"; "this or that"
    Condition,  // if, unless, once
    OtherParty, // his, a colleague's, "my Twitter account"
    TimeToCome, // tomorrow, next week
    Kept,       // "the rest is fine", "keep the other half": what is not asked for
    Accepted,   // "is fine": what stands before it is not what is meant, where something else is named
    Correction, // "no wait": what stood before it and comes anew behind it is taken back
};

// Words that change what is asked for.
struct Qualifier {
    QualifierKind kind = QualifierKind::Exception;
    Span span;
    QString words;
};

struct TextValues {
    std::vector<Value> values; // in the order of the text, never overlapping
    std::vector<Qualifier> qualifiers;
};

// All values and qualifiers of the customer's own words, in one scan. `ownInvoices` are the numbers of the
// customer's invoices, which tell their form too: "1042" then means INV-1042; `ownNames` are names that are
// no other party (the desk's, the customer's, the product's). Where the writer corrects himself the value
// that he takes back is left out, and the words of the correction are a qualifier. Linear; pure; any thread;
// never fails.
TextValues readValues(const QString &text, const ValueWords &words, const QStringList &ownInvoices,
                      const QDate &today, const QStringList &ownNames = {});

// The amount of a Money or Number value in minor units of the currency; nothing where it is not understood,
// of another currency, or not payable in it ("0.5 cents").
std::optional<qint64> minorOf(const Value &value, const QString &currency);

// The share of a sum in minor units, rounded to the nearest; nothing where it overflows.
std::optional<qint64> shareOf(const Value &share, qint64 minor);

// A readable name for logs and the inspector: "money", "otherWay".
QString nameOf(ValueKind kind);
QString nameOf(QualifierKind kind);

} // namespace Helmdesk
