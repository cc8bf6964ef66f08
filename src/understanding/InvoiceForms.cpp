#include "understanding/ValueForms.h"

#include <algorithm>

namespace Helmdesk::ValueForms
{
namespace
{

constexpr size_t longestNumber = 9; // tokens of "FA-2026/11-118"

// Letters and digits joined by single signs, without blanks: "FA-2026-118", "#7001", "INV1042".
struct Chain {
    QString key;    // letters and digits alone
    QString digits; // the last run of digits
    size_t next = 0;
    bool hasLetters = false;
};

Chain chainAt(const ScannedText &text, size_t i)
{
    Chain chain;
    chain.next = i;
    for (size_t k = i; k < text.size() && k < i + longestNumber; ++k) {
        if (k > i && !text.isGlued(k))
            break;
        if (text.is(k, TokenKind::Sign)) {
            const bool joins =
                k > i && text.isSignOf(k, "-/#._") && text.isGlued(k + 1) && !text.is(k + 1, TokenKind::Sign);
            if (!joins)
                break;
            continue;
        }
        chain.key += text[k].text;
        chain.hasLetters = chain.hasLetters || text.is(k, TokenKind::Word);
        if (text.is(k, TokenKind::Digits))
            chain.digits = text[k].text;
        chain.next = k + 1;
    }
    return chain;
}

QString withoutZeros(QString digits)
{
    while (digits.size() > 1 && digits[0] == QLatin1Char('0'))
        digits.remove(0, 1);
    return digits;
}

// The number signs and blanks between "invoice" and its digits: "no. ", "number: ", "#".
size_t skipNumberSigns(const ScannedText &text, size_t i)
{
    for (int k = 0; k < 3; ++k) {
        if (const Phrase *sign = text.phrase(i, WordKind::NumberSign))
            i += sign->tokens;
        else if (text.isSignOf(i, "#:.-"))
            ++i;
    }
    return i;
}

MaybeFound invoice(const ScannedText &text, size_t from, size_t next, const QString &id, bool isOwn)
{
    Found found{valueOf(ValueKind::Invoice, text, from, next), next};
    found.value.text = id;
    found.value.isOwn = isOwn;
    return found;
}

// "1041.50", "1042 USD", "$1042", "20 %": no number of an invoice.
bool isAmountAround(const ScannedText &text, size_t i, size_t next)
{
    const bool isDecimal = text.isGlued(next) && text.isSignOf(next, ".,") && text.isGlued(next + 1) &&
                           text.is(next + 1, TokenKind::Digits);
    return isDecimal || text.phrase(next, WordKind::Currency) || text.phrase(next, WordKind::Percent) ||
           text.isSign(next, '%') || text.phrase(next, WordKind::Subunit) ||
           text.phrase(next, WordKind::Unit) || text.phraseBefore(i, WordKind::Currency) ||
           (text.is(next, TokenKind::Word) && text.isGlued(next)) ||
           text.words().isCurrencyCode(text.written(next, next + 1));
}

} // namespace

OwnInvoices::OwnInvoices(const QStringList &ids)
    : m_prefixes{QStringLiteral("inv")}
    , m_form(QStringLiteral("INV-"))
{
    for (const QString &id : ids) {
        QString key;
        QString digits;
        QString letters;
        for (const QChar c : id) {
            if (c.isLetterOrNumber())
                key += c.toLower();
            digits = c.isDigit() ? digits + c : QString();
            if (c.isLetter() && key.size() == letters.size() + 1)
                letters += c.toLower();
        }
        m_byKey.insert(key, id);
        if (!letters.isEmpty())
            m_prefixes.insert(letters);
        const QString ending = withoutZeros(digits);
        if (digits.isEmpty())
            continue;
        const bool isShared = m_byEnding.contains(ending) && m_byEnding.value(ending) != id;
        m_byEnding.insert(ending, isShared ? QString() : id);
        m_form = id.left(id.size() - digits.size());
        while (m_form.endsWith(QLatin1Char('0')))
            m_form.chop(1);
    }
}

QString OwnInvoices::byEnding(const QString &digits) const
{
    return m_byEnding.value(withoutZeros(digits));
}

MaybeFound findInvoice(const ScannedText &text, size_t i, const OwnInvoices &own)
{
    if (i > 0 && text.isGlued(i) && !text.is(i - 1, TokenKind::Sign))
        return std::nullopt;
    const Chain chain = chainAt(text, i);
    if (chain.hasLetters && !chain.digits.isEmpty()) {
        if (const QString id = own.byKey(chain.key); !id.isEmpty())
            return invoice(text, i, chain.next, id, true);
        if (own.isPrefix(text[i].text)) {
            const QString id = own.byEnding(chain.digits);
            const bool isShort = chain.key == text[i].text + chain.digits;
            return invoice(text, i, chain.next,
                           id.isEmpty() || !isShort ? text.written(i, chain.next).toUpper() : id,
                           !id.isEmpty() && isShort);
        }
        return std::nullopt;
    }
    const Phrase *noun = text.phrase(i, WordKind::InvoiceNoun);
    if (noun && noun->meaning.payload != QLatin1String("invoice")) // "refund 10"
        noun = nullptr;
    const bool isNamed = noun || own.isPrefix(i < text.size() ? text[i].text : QString());
    size_t at = isNamed ? skipNumberSigns(text, i + (noun ? noun->tokens : 1)) : i;
    if (!isNamed && text.isSign(i, '#'))
        ++at;
    if (!text.is(at, TokenKind::Digits))
        return std::nullopt;
    const Chain digits = chainAt(text, at);
    const QString prefix = isNamed && !noun ? text[i].text : QString();
    if (const QString id = own.byKey(prefix + digits.key); !id.isEmpty() && digits.next > at + 1)
        return invoice(text, i, digits.next, id, true);
    if (text.is(at + 1, TokenKind::Digits)) { // "FA 2026 118"
        if (const QString id = own.byKey(prefix + text[at].text + text[at + 1].text); !id.isEmpty())
            return invoice(text, i, at + 2, id, true);
    }
    if (isAmountAround(text, at, at + 1) || digits.next > at + 1)
        return std::nullopt;
    constexpr qsizetype shortest = 3; // "2" is the number of no invoice by itself
    const QString id = own.byEnding(text[at].text);
    if (!id.isEmpty() && (isNamed || text.isSign(i, '#') || text[at].text.size() >= shortest))
        return invoice(text, i, at + 1, id, true);
    const bool isInvoiceWord = isNamed && (at > i + (noun ? noun->tokens : 1) || text[at].text.size() >= 2) &&
                               !text.is(at + 1, TokenKind::Word);
    if (isInvoiceWord)
        return invoice(text, i, at + 1, own.inOwnForm(text[at].text), false);
    return std::nullopt;
}

// "NL-401", "E1204", "10:30", "v2.10", "#555": names of other things that hold digits.
MaybeFound findCode(const ScannedText &text, size_t i)
{
    const Chain chain = chainAt(text, i);
    if (chain.hasLetters && !chain.digits.isEmpty() && text.is(i, TokenKind::Word) &&
        !text.phrase(i, WordKind::Currency) && !text.words().isCurrencyCode(text.written(i, i + 1))) {
        Found found{valueOf(ValueKind::Code, text, i, chain.next), chain.next};
        found.value.text = found.value.words;
        return found;
    }
    const bool isTime = text.is(i, TokenKind::Digits) && text.isSign(i + 1, ':') && text.isGlued(i + 1) &&
                        text.isGlued(i + 2) && text.is(i + 2, TokenKind::Digits);
    const bool isTicket = text.isSign(i, '#') && text.isGlued(i + 1) && text.is(i + 1, TokenKind::Digits);
    const bool isListed = text.is(i, TokenKind::Digits) && text[i].beginsLine && text[i].text.size() <= 2 &&
                          text.isSignOf(i + 1, ".)") && text.isGlued(i + 1) && !text.isGlued(i + 2) &&
                          i + 2 < text.size() && !text[i + 2].beginsLine; // "1. Please ..."
    if (!isTime && !isTicket && !isListed)
        return std::nullopt;
    const size_t next = i + (isTime ? 3 : 2);
    Found found{valueOf(ValueKind::Code, text, i, next), next};
    found.value.text = found.value.words;
    return found;
}

} // namespace Helmdesk::ValueForms
