#include "security/FoldedText.h"
#include "security/SecretFinders.h"
#include "security/SecretTable.h"

#include <algorithm>
#include <array>

namespace Helmdesk::SecretFinders
{

namespace
{

constexpr qsizetype leastCard = 13;
constexpr qsizetype mostCard = 19;
constexpr qsizetype widestGap = 3;   // characters between two groups of digits of one number
constexpr qsizetype labelReach = 40; // how far before a number a word still speaks of it

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isCardSeparator(QChar c)
{
    return QStringView(u" \t\r\n-./_,|:").contains(c) || c == noWidth;
}

// A letter or digit of a script with spaces between words: a number that touches one is part of a name.
bool isWordCharacter(QChar c)
{
    return c == u'_' || (c.isLetterOrNumber() && c.unicode() < 0x2E80);
}

struct DigitGroup {
    qsizetype start = 0; // in the text
    qsizetype end = 0;
    qsizetype first = 0; // its first digit among those of the chain
    qsizetype size() const { return end - start; }
};

// Groups of digits with at most a few separators between them.
struct DigitChain {
    std::vector<DigitGroup> groups;
    QString digits;
};

qsizetype gapAfter(const QString &text, qsizetype at)
{
    qsizetype visible = 0;
    qsizetype end = at;
    for (; end < text.size() && isCardSeparator(text[end]); ++end) {
        visible += text[end] == noWidth ? 0 : 1;
        if (visible > widestGap)
            return -1;
    }
    return end < text.size() && isDigit(text[end]) ? end - at : -1;
}

// The chain that begins with the digit at `at`.
DigitChain chainAt(const QString &text, qsizetype at)
{
    DigitChain chain;
    for (;;) {
        DigitGroup group{at, at, chain.digits.size()};
        while (group.end < text.size() && isDigit(text[group.end]))
            ++group.end;
        chain.digits += QStringView(text).mid(group.start, group.size());
        chain.groups.push_back(group);
        const qsizetype gap = gapAfter(text, group.end);
        if (gap < 0)
            return chain;
        at = group.end + gap;
    }
}

bool speaksOfCard(QStringView before)
{
    if (std::ranges::none_of(before, [](QChar c) { return c.isLetter(); }))
        return false;
    for (const QString &label : SecretTable::builtIn().cardLabels) {
        for (qsizetype at = before.indexOf(label, 0, Qt::CaseInsensitive); at >= 0;
             at = before.indexOf(label, at + 1, Qt::CaseInsensitive)) {
            const qsizetype end = at + label.size();
            // What was masked before, "[card ending 4242]", speaks of no other number.
            const bool isOpen =
                at == 0 ? before.size() < labelReach : !before[at - 1].isLetter() && before[at - 1] != u'[';
            const bool isWhole =
                isOpen && (end == before.size() || !before[end].isLetter() || before[end] == u's');
            if (isWhole || label.size() > 4)
                return true;
        }
    }
    return false;
}

bool namesOtherNumber(QStringView before)
{
    return SecretTable::builtIn().noCardNumber.match(before.toString()).hasMatch();
}

// "INV-", "WH_": the beginning of a number of somebody's own.
bool isOwnPrefix(QStringView before)
{
    if (before.isEmpty() || !QStringView(u"-_#").contains(before.back()))
        return false;
    qsizetype letters = 0;
    for (qsizetype i = before.size() - 2; i >= 0 && before[i].isUpper(); --i)
        ++letters;
    return letters > 0;
}

// The groups `first` to `last` of a chain, as a candidate for a card number.
class CardCandidate
{
public:
    CardCandidate(const QString &text, const DigitChain &chain, size_t first, size_t last)
        : m_text(text)
        , m_chain(chain)
        , m_first(first)
        , m_last(last)
    {
    }

    bool isCard() const
    {
        if (!SecretTable::builtIn().isCardNumber(digits()))
            return false;
        const qsizetype from = std::max<qsizetype>(0, start() - labelReach);
        const QStringView before = QStringView(m_text).mid(from, start() - from);
        const bool isLabelled = speaksOfCard(before);
        if (!isApart(isLabelled))
            return false;
        if (isLabelled || isWrittenLikeCards())
            return true;
        if (m_first == m_last)
            return !isFraction() && !namesOtherNumber(before) && !isOwnPrefix(before) && !goesOn();
        return isWholeChain() && isEven() && !namesOtherNumber(before);
    }

    FoundSecret secret() const
    {
        return {start(), end() - start(), SecretKind::Card, withEnding(QLatin1String("card"), digits())};
    }

private:
    const DigitGroup &group(size_t at) const { return m_chain.groups[at]; }
    qsizetype start() const { return group(m_first).start; }
    qsizetype end() const { return group(m_last).end; }
    QStringView digits() const
    {
        const qsizetype from = group(m_first).first;
        return QStringView(m_chain.digits).mid(from, group(m_last).first + group(m_last).size() - from);
    }

    // 4-4-4-4 and what is left, 4-6-5, 4-6-4.
    bool isWrittenLikeCards() const
    {
        const size_t count = m_last - m_first + 1;
        if (count == 3 && group(m_first).size() == 4 && group(m_first + 1).size() == 6)
            return true;
        if (count < 3)
            return false;
        for (size_t at = m_first; at < m_last; ++at) {
            if (group(at).size() != 4)
                return false;
        }
        return true;
    }

    // Groups of one size with one separator, or two groups: a number only when nothing else is in the chain.
    bool isEven() const
    {
        const auto separator = [&](size_t at) {
            return QStringView(m_text).mid(group(at).end, group(at + 1).start - group(at).end);
        };
        for (size_t at = m_first; at < m_last; ++at) {
            if (separator(at) != separator(m_first))
                return false;
            if (at > m_first && group(at).size() != group(m_first).size())
                return false;
        }
        return m_last - m_first == 1 || group(m_last).size() <= group(m_first).size();
    }

    bool isWholeChain() const { return m_first == 0 && m_last + 1 == m_chain.groups.size(); }

    bool isFraction() const { return m_first > 0 && m_text[start() - 1] == u'.'; }

    // "-A7" after it: the number is part of another.
    bool goesOn() const
    {
        return end() + 1 < m_text.size() && m_text[end()] == u'-' && m_text[end() + 1].isLetter();
    }

    // Nothing that belongs to a word touches it, but for a word that names cards or their end.
    bool isApart(bool isLabelled) const
    {
        if (start() > 0 && m_text[start() - 1] == u'+')
            return false; // a telephone number
        if (start() > 0 && isWordCharacter(m_text[start() - 1]) && !isLabelled)
            return false;
        if (end() == m_text.size() || !isWordCharacter(m_text[end()]))
            return true;
        const QStringView after = QStringView(m_text).mid(end(), 5);
        return std::ranges::any_of(
            std::array{u"exp", u"cvv", u"cvc", u"valid", u"and"},
            [&](const char16_t *word) { return after.startsWith(QStringView(word), Qt::CaseInsensitive); });
    }

    const QString &m_text;
    const DigitChain &m_chain;
    size_t m_first;
    size_t m_last;
};

// "12/27 123" after a card number.
void findCodeAfter(const QString &text, qsizetype end, Found &found)
{
    static const QRegularExpression code(
        QStringLiteral(
            R"(\A[ ,;/|-]{0,3}(?:exp(?:iry|ires|iration)?\.?(?: date)?:? ?)?(?:0?[1-9]|1[0-2]) ?[/.-] ?(?:20)?\d{2}[ ,;/|-]{1,3}(\d{3,4})(?![\w/]|[.,]\d))"),
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype reach = 48;
    const auto match = code.match(text.mid(end, reach));
    if (match.hasMatch())
        found.push_back({end + match.capturedStart(1), match.capturedLength(1), SecretKind::CardCode,
                         QStringLiteral("[card code]")});
}

void findCardsIn(const QString &text, const DigitChain &chain, Found &found)
{
    const auto &groups = chain.groups;
    for (size_t first = 0; first < groups.size(); ++first) {
        size_t last = first;
        const auto length = [&](size_t at) {
            return groups[at].first + groups[at].size() - groups[first].first;
        };
        while (last + 1 < groups.size() && length(last + 1) <= mostCard)
            ++last;
        for (;; --last) {
            if (length(last) < leastCard)
                break;
            const CardCandidate candidate(text, chain, first, last);
            if (length(last) <= mostCard && candidate.isCard()) {
                found.push_back(candidate.secret());
                findCodeAfter(text, groups[last].end, found);
                first = last;
                break;
            }
            if (last == first)
                break;
        }
    }
}

// Past at most two separators.
qsizetype skipSeparators(const QString &text, qsizetype at)
{
    for (int skipped = 0;
         skipped < 2 && at < text.size() && (QStringView(u" -.\t").contains(text[at]) || text[at] == noWidth);
         ++skipped)
        ++at;
    return at;
}

// The account number that begins at `at`, or an empty one.
FoundSecret ibanAt(const QString &text, qsizetype at)
{
    const qsizetype checkDigits = skipSeparators(text, at + 2);
    if (checkDigits >= text.size() || !isDigit(text[checkDigits]))
        return {};
    const QString country = text.mid(at, 2).toUpper();
    const auto structure = SecretTable::builtIn().ibans.constFind(country);
    if (structure == SecretTable::builtIn().ibans.constEnd())
        return {};
    QString iban = country;
    qsizetype end = at + 2;
    const QString classes = QStringLiteral("nn") + *structure;
    for (const QChar wanted : classes) {
        end = skipSeparators(text, end);
        if (end == text.size())
            return {};
        const QChar c = text[end].toUpper();
        const bool isLetter = c >= u'A' && c <= u'Z';
        if (wanted == u'n' ? !isDigit(c) : wanted == u'a' ? !isLetter : !isLetter && !isDigit(c))
            return {};
        iban += c;
        ++end;
    }
    if ((end < text.size() && isWordCharacter(text[end])) || !passesMod97(iban))
        return {};
    return {at, end - at, SecretKind::Iban, withEnding(QLatin1String("IBAN"), iban)};
}

} // namespace

void findCards(const QString &text, Found &found)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isDigit(text[at]))
            continue;
        const DigitChain chain = chainAt(text, at);
        if (chain.digits.size() >= leastCard)
            findCardsIn(text, chain, found);
        at = chain.groups.back().end;
    }
}

void findIbans(const QString &text, Found &found)
{
    for (qsizetype at = 0; at + 15 <= text.size(); ++at) {
        const QChar c = text[at];
        const bool mayBegin = c < QChar(0x80) && c.isLetter() && text[at + 1] < QChar(0x80) &&
                              text[at + 1].isLetter() && (at == 0 || !isWordCharacter(text[at - 1]));
        if (!mayBegin)
            continue;
        const FoundSecret iban = ibanAt(text, at);
        if (iban.length == 0)
            continue;
        found.push_back(iban);
        at += iban.length - 1;
    }
}

} // namespace Helmdesk::SecretFinders
