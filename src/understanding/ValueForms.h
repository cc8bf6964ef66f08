#pragma once

#include "understanding/ScannedText.h"
#include "understanding/Values.h"

// The finders behind readValues(), one for each form. Each looks at the tokens from `i` on, reads a bounded
// number of them (or as many as it returns) and says which token comes next. Pure.
namespace Helmdesk::ValueForms
{

struct Found {
    Value value;
    size_t next = 0;
};
using MaybeFound = std::optional<Found>;

// The customer's invoice numbers by their letters and digits alone, and by their last digits.
class OwnInvoices
{
public:
    explicit OwnInvoices(const QStringList &ids);

    QString byKey(const QString &lettersAndDigits) const { return m_byKey.value(lettersAndDigits.toLower()); }
    QString byEnding(const QString &digits) const;
    bool isPrefix(const QString &letters) const { return m_prefixes.contains(letters.toLower()); }
    QString inOwnForm(const QString &digits) const { return m_form + digits; } // "INV-" + digits

private:
    QHash<QString, QString> m_byKey;
    QHash<QString, QString> m_byEnding; // an empty id where two end alike
    QSet<QString> m_prefixes;
    QString m_form;
};

MaybeFound findEmailOrLink(const ScannedText &text, size_t i);
MaybeFound findPhone(const ScannedText &text, size_t i);
MaybeFound findCardEnding(const ScannedText &text, size_t i);
MaybeFound findInvoice(const ScannedText &text, size_t i, const OwnInvoices &own);
MaybeFound findCode(const ScannedText &text, size_t i);
MaybeFound findDate(const ScannedText &text, size_t i, const QDate &today);
MaybeFound findAmount(const ScannedText &text, size_t i,
                      const QDate &today);                // money, share, number, quantity
MaybeFound findChoice(const ScannedText &text, size_t i); // ordinal, extreme, other, all, language, currency

// The span and words of tokens [from, to).
Value valueOf(ValueKind kind, const ScannedText &text, size_t from, size_t to);

} // namespace Helmdesk::ValueForms
