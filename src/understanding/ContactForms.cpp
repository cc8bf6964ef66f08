#include "understanding/ValueForms.h"

#include <algorithm>

namespace Helmdesk::ValueForms
{
namespace
{

bool isPartOfAddress(const ScannedText &text, size_t i)
{
    return i < text.size() && (!text.is(i, TokenKind::Sign) || text.isSignOf(i, "._%+-"));
}

bool isPartOfDomain(const ScannedText &text, size_t i)
{
    return i < text.size() && (!text.is(i, TokenKind::Sign) || text.isSignOf(i, ".-"));
}

ValueRole roleAt(const ScannedText &text, size_t i)
{
    if (i > 0 && text.isSignOf(i - 1, "<:(\"'"))
        --i;
    if (text.phraseBefore(i, WordKind::RoleOld))
        return ValueRole::Old;
    return text.phraseBefore(i, WordKind::RoleNew) ? ValueRole::New : ValueRole::None;
}

// The end of a link that begins at `i`; `i` where none does.
size_t endOfLink(const ScannedText &text, size_t i)
{
    const bool hasScheme = text.is(i, TokenKind::Word) && text.isSign(i + 1, ':') &&
                           text.isSign(i + 2, '/') && text.isSign(i + 3, '/') && text.isGlued(i + 1) &&
                           text.isGlued(i + 3);
    const bool isWeb =
        text.is(i, TokenKind::Word) && text[i].text == QLatin1String("www") && text.isSign(i + 1, '.');
    if (!hasScheme && !isWeb)
        return i;
    size_t next = i + 1;
    while (text.isGlued(next))
        ++next;
    return next;
}

struct DigitRun {
    QString digits;
    int groups = 0;
    size_t next = 0;
};

// Digits with blanks and signs between them, as far as one line goes.
DigitRun digitRunAt(const ScannedText &text, size_t i)
{
    constexpr size_t longest = 24;
    DigitRun run;
    run.next = i;
    for (size_t k = i; k < text.size() && k < i + longest; ++k) {
        if (k > i && text[k].beginsLine)
            break;
        if (text.is(k, TokenKind::Digits)) {
            run.digits += text[k].text;
            ++run.groups;
            run.next = k + 1;
        } else if (!text.isSignOf(k, "()-./+") || (text.isSign(k, '+') && k > i)) {
            break;
        }
    }
    return run;
}

} // namespace

MaybeFound findEmailOrLink(const ScannedText &text, size_t i)
{
    if (const size_t end = endOfLink(text, i); end > i) {
        Found link{valueOf(ValueKind::Code, text, i, end), end};
        link.value.text = link.value.words;
        return link;
    }
    if (!isPartOfAddress(text, i) || text.is(i, TokenKind::Sign) ||
        (text.isGlued(i) && isPartOfAddress(text, i - 1)))
        return std::nullopt;
    size_t at = i + 1;
    while (text.isGlued(at) && isPartOfAddress(text, at))
        ++at;
    if (!text.isSign(at, '@') || !text.isGlued(at) || !text.isGlued(at + 1))
        return std::nullopt;
    size_t next = at + 1;
    bool hasDot = false;
    while (text.isGlued(next) && isPartOfDomain(text, next)) {
        hasDot = hasDot || text.isSign(next, '.');
        ++next;
    }
    while (next > at + 1 && text.is(next - 1, TokenKind::Sign))
        --next;
    if (next < at + 4 || !hasDot || !text.is(next - 1, TokenKind::Word))
        return std::nullopt;
    Found found{valueOf(ValueKind::Email, text, i, next), next};
    const QString domain = text.written(at + 1, next).toLower();
    found.value.text = text.written(i, at) + QLatin1Char('@') + domain;
    found.value.role = roleAt(text, i);
    return found;
}

MaybeFound findPhone(const ScannedText &text, size_t i)
{
    const bool isOpen =
        text.isSignOf(i, "+(") && (text.is(i + 1, TokenKind::Digits) || text.isSign(i + 1, '('));
    if ((!isOpen && !text.is(i, TokenKind::Digits)) ||
        (i > 0 && text.isGlued(i) && !text.is(i - 1, TokenKind::Sign)))
        return std::nullopt;
    const DigitRun run = digitRunAt(text, i);
    constexpr qsizetype shortest = 7;
    constexpr qsizetype longest = 15;
    constexpr qsizetype sureLength = 9;
    const bool isLabelled = i > 0 && text.isSign(i - 1, ':') && run.groups > 1; // "M: 555-0187"
    const bool isInternational = text.isSign(i, '+') || run.digits.startsWith(QLatin1String("00"));
    const bool isSure = isInternational || isLabelled ||
                        ((run.digits.startsWith(QLatin1Char('0')) || isOpen || run.groups > 2) &&
                         run.digits.size() >= sureLength);
    constexpr qsizetype shortestCard = 13;
    constexpr int cardGroups = 4;
    if (run.digits.size() >= shortestCard && run.groups >= cardGroups && !isInternational) { // a whole card
        Found card{valueOf(ValueKind::Code, text, i, run.next), run.next};
        return card;
    }
    const bool isCard = run.digits.size() >= shortestCard && !isInternational;
    if (run.digits.size() < shortest || run.digits.size() > longest || !isSure || isCard ||
        (text.isGlued(run.next) && text.is(run.next, TokenKind::Word)) ||
        text.phrase(run.next, WordKind::Currency) || text.phraseBefore(i, WordKind::Currency))
        return std::nullopt;
    Found found{valueOf(ValueKind::Phone, text, i, run.next), run.next};
    found.value.text = found.value.words;
    if (run.digits.startsWith(QLatin1String("00"))) // "0049 ...": comparable with "+49..."
        found.value.text = QLatin1Char('+') + run.digits.mid(2);
    found.value.role = roleAt(text, i);
    return found;
}

// "ending 4242"; "the 1881", which is no year.
MaybeFound findCardEnding(const ScannedText &text, size_t i)
{
    constexpr qsizetype length = 4;
    if (!text.is(i, TokenKind::Digits) || text[i].text.size() != length ||
        (text.isGlued(i + 1) && !text.isSignOf(i + 1, ".,;:!?)\"'")))
        return std::nullopt;
    const bool isYear =
        text[i].text.startsWith(QLatin1String("19")) || text[i].text.startsWith(QLatin1String("20"));
    const bool isWeak =
        text.phraseBefore(i, WordKind::Article) && !isYear && !text.is(i + 1, TokenKind::Word);
    const bool isMasked = i > 0 && text.isGlued(i) && text.isSignOf(i - 1, "*");
    if (!text.phraseBefore(i, WordKind::CardLead) && !isWeak && !isMasked)
        return std::nullopt;
    Found found{valueOf(ValueKind::CardEnding, text, i, i + 1), i + 1};
    found.value.text = text[i].text;
    return found;
}

} // namespace Helmdesk::ValueForms
