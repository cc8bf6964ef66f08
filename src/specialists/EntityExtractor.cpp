#include "specialists/EntityExtractor.h"

#include "core/Recent.h"
#include "specialists/EntityParts.h"

#include <QRegularExpression>
#include <tuple>

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

namespace
{

// "INV-1, sorry no, I mean INV-2": what the customer takes back in the same breath is not meant.
void dropTakenBack(const QString &text, QStringList &numbers)
{
    static const QRegularExpression correction(
        QStringLiteral(
            "\\b(?:sorry|oops|i (?:actually |really )?mean(?:t)?|my mistake|scratch that|correction|"
            "make that|no,? wait|wait,? no)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = numbers.size() - 1; i > 0; --i) {
        const qsizetype to = text.indexOf(numbers.at(i), 0, Qt::CaseInsensitive);
        const qsizetype from = text.indexOf(numbers.at(i - 1), 0, Qt::CaseInsensitive);
        if (from < 0 || to <= from || !correction.match(text.mid(from, to - from)).hasMatch())
            continue;
        numbers.remove(0, i);
        return;
    }
}

// "Change it to A, no wait, B": the value that is taken back in the same breath is left out.
QString withoutTakenBack(QString text)
{
    static const QRegularExpression slip(
        QStringLiteral("(\\b(?:to|is|be|as|number|address|name|phone|mail|company)\\b:?\\s+)[\"'“]?[^\\s\"'“,"
                       ";?!\\n][^\"“,;?!\\n]{0,60}?[\"'”]?[\\s,;.!-]+"
                       "(?:(?:oh|oops|ups|hm+|argh|ah|sorry)[\\s,.!-]+)?(?:no,? wait|wait,? "
                       "no|sorry|no|wait|oops|i mean|i meant|my "
                       "mistake|correction|(?:scratch|scrap|strike|forget) that|make (?:it|that)|or "
                       "rather|rather)(?:[\\s,:;.!-]+(?:no|wait|sorry|wrong|"
                       "that(?:'s|’s| is| was) wrong|it(?:'s|’s| is)|i mean|i meant|make "
                       "(?:it|that)|rather|use|actually|better))*"
                       "[\\s,:;.!-]+(?:that(?:'s|’s| is| was) "
                       "[^.,;!?\\n]{1,24}[.,;!]\\s+)?(?=[+0-9\"'“]|\\S+@|(?-i:\\p{Lu}))"),
        QRegularExpression::CaseInsensitiveOption);
    return text.replace(slip, QStringLiteral("\\1"));
}

Entities entitiesIn(const QString &text, const QDate &today, const QStringList &ownInvoiceNumbers)
{
    const QString clean = withoutLoneSurrogates(text.left(longest));
    Entities found;
    found.invoiceNumbers = EntityParts::invoiceNumbers(clean, ownInvoiceNumbers);
    found.amounts = EntityParts::amounts(clean, ownInvoiceNumbers);
    found.dates = EntityParts::dates(clean, today);
    found.emails = EntityParts::emails(withoutTakenBack(clean));
    found.phones = EntityParts::phones(withoutTakenBack(clean));
    found.cardEndings = EntityParts::cardEndings(clean);
    found.errorCodes = EntityParts::errorCodes(clean, ownInvoiceNumbers);
    found.quoted = EntityParts::quoted(clean);
    EntityParts::findChoice(clean, found);
    EntityParts::findProfile(withoutTakenBack(clean), found);
    found.reply = EntityParts::replyIn(clean);
    dropTakenBack(clean, found.invoiceNumbers);
    return found;
}

} // namespace

Entities EntityExtractor::extract(const QString &text, const QDate &today,
                                  const QStringList &ownInvoiceNumbers) const
{
    constexpr std::size_t clausesOfTurn = 16;
    thread_local Recent<std::tuple<QString, QDate, QStringList>, Entities> read(clausesOfTurn);
    auto key = std::tuple(text, today, ownInvoiceNumbers);
    if (const Entities *kept = read.find(key))
        return *kept;
    return read.put(std::move(key), entitiesIn(text, today, ownInvoiceNumbers));
}

} // namespace Helmdesk
