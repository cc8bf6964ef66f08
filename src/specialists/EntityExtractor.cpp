#include "specialists/EntityExtractor.h"

#include "specialists/EntityParts.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype longest = 200'000;

// The regular expressions refuse text with half a surrogate pair in it.
QString withoutLoneSurrogates(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

Entities EntityExtractor::extract(const QString &text, const QDate &today,
                                  const QStringList &ownInvoiceNumbers) const
{
    const QString clean = withoutLoneSurrogates(text.left(longest));
    Entities found;
    found.invoiceNumbers = EntityParts::invoiceNumbers(clean, ownInvoiceNumbers);
    found.amounts = EntityParts::amounts(clean, ownInvoiceNumbers);
    found.dates = EntityParts::dates(clean, today);
    found.emails = EntityParts::emails(clean);
    found.phones = EntityParts::phones(clean);
    found.cardEndings = EntityParts::cardEndings(clean);
    found.errorCodes = EntityParts::errorCodes(clean, ownInvoiceNumbers);
    found.quoted = EntityParts::quoted(clean);
    EntityParts::findChoice(clean, found);
    EntityParts::findProfile(clean, found);
    found.reply = EntityParts::replyIn(clean);
    return found;
}

} // namespace Helmdesk
