#pragma once

#include "core/Money.h"

#include <optional>
#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <vector>

namespace Helmdesk
{

enum class Reply { None, Yes, No, Cancel };

// Which of several by what it is, not by its place in a list.
enum class Extreme { None, Oldest, Newest, Cheapest, Dearest };

// Which part of a name the customer gave anew.
enum class NamePart { Whole, First, Last };

// A calendar date or a span of them, as the customer named it.
struct DateMention {
    QDate first;
    QDate last; // equal to first for a single day; the end of the month for "in October"
    QString text;
};

// What a turn names. Nothing in it is trusted: each value is resolved against the customer's own records
// only.
struct Entities {
    QStringList invoiceNumbers;     // normalised to the customer's form where possible: "INV-1042"
    std::vector<Money> amounts;     // an amount without a currency has an empty currency
    std::vector<DateMention> dates; // absolute, relative to the given day
    QStringList emails;             // lower-cased domain; one named as the new one comes first
    QStringList phones;
    QStringList cardEndings;             // four digits
    QStringList errorCodes;              // "NL-401", "E-1204", "503"
    QStringList quoted;                  // text in quotation marks
    int ordinal = 0;                     // "the first one" 1, "the second" 2, "the last one" -1; 0: none
    int notOrdinal = 0;                  // "not the first one"
    Extreme extreme = Extreme::None;     // "the cheaper one", "the most recent invoice"
    bool otherOne = false;               // "no, the other one"
    bool thatOne = false;                // "that one", "refund it"
    double share = 0.0;                  // "half of it" 0.5, "refund 20 %" 0.2; 0: none
    bool bothOrAll = false;              // "both", "all of them"
    QString newName;                     // "change my name to Ada Brook"
    NamePart namePart = NamePart::Whole; // "my surname is Berg now": Last
    QString newCompany;
    QString newAddress;
    QString newLanguage;  // ISO 639-1
    QString removedField; // "delete my phone number": phone, company or address
    Reply reply = Reply::None;
};

// Of "October and November" both, as they are written; empty where the times of the text do not all stand
// side by side, or where they are a range ("between October and November"). Pure; any thread.
QStringList timesSideBySide(const std::vector<DateMention> &dates, const QString &text);

// Finds entities in plain text. Linear in the length of the text; thread-safe; never fails. What a thread
// read last is kept: the parts of a turn's work ask for the same text.
class EntityExtractor
{
public:
    // `ownInvoiceNumbers` are the customer's invoice numbers, which also tell the format: "1042" then means
    // INV-1042.
    Entities extract(const QString &text, const QDate &today,
                     const QStringList &ownInvoiceNumbers = {}) const;
};

} // namespace Helmdesk
