#pragma once

#include "specialists/EntityExtractor.h"

#include <QRegularExpression>

// The single finders behind EntityExtractor. Pure and thread-safe; the text holds no lone surrogates.
namespace Helmdesk::EntityParts
{

// More mentions of one kind than this are not looked for: a message that names so many is for a person.
inline constexpr size_t maxMentions = 200;

// Case-insensitive and compiled at once; digits are 0-9 only, letters of every script are \p{L}.
QRegularExpression pattern(const char *text);

QStringList invoiceNumbers(const QString &text, const QStringList &ownNumbers);
std::vector<Money> amounts(const QString &text, const QStringList &ownNumbers);
std::vector<DateMention> dates(const QString &text, const QDate &today);

QStringList emails(const QString &text); // one that is named as the new one ("to x@y") comes first
QStringList phones(const QString &text);
QStringList cardEndings(const QString &text);
QStringList errorCodes(const QString &text, const QStringList &ownNumbers);
QStringList quoted(const QString &text);

void findChoice(const QString &text, Entities &entities);  // ordinal, otherOne, bothOrAll
void findProfile(const QString &text, Entities &entities); // namePart, new…, removedField
QString languageNamedIn(const QString &text);              // ISO 639-1, of a few words
QString newLanguage(const QString &text);                  // ISO 639-1; empty when none is named
Reply replyIn(const QString &text);

// "inv" of INV-1042, lower-cased; "inv" itself is always among them.
QStringList invoicePrefixes(const QStringList &ownNumbers);
// The digits at the end without leading zeros.
QString trailingDigits(const QString &number);
// "FA-2026-118", "R2026/44": what may be a number of several groups, whosever it is.
QStringList groupedNumbers(const QString &text);

} // namespace Helmdesk::EntityParts
