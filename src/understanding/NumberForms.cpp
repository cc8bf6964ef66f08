#include "understanding/NumberForms.h"

#include <algorithm>

namespace Helmdesk::ValueForms
{
namespace
{

constexpr int mostDigits = 15;
constexpr qsizetype groupSize = 3;

struct Written {
    std::vector<QString> groups; // of digits
    std::vector<QChar> signs;    // between them; a blank is ' '
    size_t next = 0;
};

bool isGroupSign(const ScanToken &token)
{
    return token.text.size() == 1 && QLatin1String(".,'").contains(token.text[0]);
}

// A blank between groups of three, as in 1 234,50; two blanks or a line end part two numbers.
bool followsAsGroup(const ScannedText &text, const Written &number)
{
    const size_t i = number.next;
    const bool isGrouped =
        number.signs.empty() ? number.groups[0].size() <= groupSize : number.signs.back() == QLatin1Char(' ');
    return isGrouped && number.groups[0] != QLatin1String("0") && text.is(i, TokenKind::Digits) &&
           !text[i].isGlued && !text[i].beginsLine && text[i].text.size() == groupSize &&
           text[i].begin == text[i - 1].end + 1;
}

Written writtenAt(const ScannedText &text, size_t i)
{
    Written out{{text[i].text}, {}, i + 1};
    for (;;) {
        const size_t k = out.next;
        if (text.isGlued(k) && isGroupSign(text[k]) && text.isGlued(k + 1) &&
            text.is(k + 1, TokenKind::Digits)) {
            out.signs.push_back(text[k].text[0]);
            out.groups.push_back(text[k + 1].text);
            out.next = k + 2;
        } else if (followsAsGroup(text, out)) {
            out.signs.push_back(QLatin1Char(' '));
            out.groups.push_back(text[k].text);
            out.next = k + 1;
        } else {
            return out;
        }
    }
}

// Where the decimals begin among the groups; their number where there are none; nothing where the signs make
// no number.
std::optional<size_t> decimalsOf(const Written &number, QChar groupSign)
{
    const auto &[groups, signs, next] = number;
    if (signs.empty())
        return groups.size();
    const bool areSame = std::ranges::all_of(signs, [&](QChar sign) { return sign == signs[0]; });
    const bool lastDiffers =
        !areSame && std::all_of(signs.begin(), signs.end() - 1, [&](QChar sign) { return sign == signs[0]; });
    const bool endIsDecimal =
        lastDiffers && signs.back() != QLatin1Char('\'') && signs.back() != QLatin1Char(' ');
    const bool isGrouping =
        areSame &&
        (signs.size() > 1 || signs[0] == QLatin1Char('\'') || signs[0] == QLatin1Char(' ') ||
         (signs[0] == groupSign && groups[1].size() == groupSize && groups[0] != QLatin1String("0")));
    if (!areSame && !endIsDecimal)
        return std::nullopt;
    if (areSame && !isGrouping)
        return 1;
    const size_t whole = endIsDecimal ? groups.size() - 1 : groups.size();
    const bool areThousands = groups[0].size() <= groupSize &&
                              std::all_of(groups.begin() + 1, groups.begin() + static_cast<qsizetype>(whole),
                                          [](const QString &group) { return group.size() == groupSize; });
    return areThousands ? std::optional(whole) : std::nullopt;
}

std::optional<FoundNumber> inDigits(const ScannedText &text, size_t i)
{
    if (!text.is(i, TokenKind::Digits))
        return std::nullopt;
    const Written written = writtenAt(text, i);
    FoundNumber found;
    found.next = written.next;
    QString digits;
    for (const QString &group : written.groups)
        digits += group;
    const auto decimals = decimalsOf(written, text.words().groupSign());
    if (!decimals || digits.size() > mostDigits) {
        found.isUnderstood = false;
    } else {
        found.number.unscaled = digits.toLongLong();
        for (size_t k = *decimals; k < written.groups.size(); ++k)
            found.number.places += static_cast<int>(written.groups[k].size());
        found.number.hasTwoReadings = written.signs.size() == 1 && written.groups[1].size() == groupSize &&
                                      QLatin1String(".,").contains(written.signs[0]);
    }
    // "49.-"
    if (text.isGlued(found.next) && text.isSignOf(found.next, ".,") && text.isGlued(found.next + 1) &&
        text.isSignOf(found.next + 1, "-") &&
        !(text.isGlued(found.next + 2) && text.is(found.next + 2, TokenKind::Digits)))
        found.next += 2;
    return found;
}

// The numbers of which a word is made: "zweihundertfünfzig", or one only. Empty where it is none.
std::vector<qint64> partsOf(const QString &word, const ValueWords &words)
{
    constexpr qsizetype longest = 48;
    if (const WordMeaning *whole = words.wordOf(word, WordKind::Number))
        return {whole->payload.toLongLong()};
    std::vector<qint64> parts;
    if (word.size() > longest)
        return parts;
    for (qsizetype begin = 0; begin < word.size();) {
        qsizetype end = word.size();
        for (; end > begin; --end) {
            const QString piece = word.mid(begin, end - begin);
            const WordMeaning *number = words.wordOf(piece, WordKind::Number);
            if (!number && begin == 0)
                number = words.wordOf(piece, WordKind::WeakNumber);
            if (number)
                parts.push_back(number->payload.toLongLong());
            if (number || (begin > 0 && words.wordOf(piece, WordKind::NumberJoin)))
                break;
        }
        if (end == begin)
            return {};
        begin = end;
    }
    return parts;
}

// A number that grows word by word: two, two hundred, two hundred fifty.
class SpelledNumber
{
public:
    // False where the number cannot go on with it: "one, two".
    bool add(qint64 part)
    {
        constexpr qint64 hundred = 100;
        constexpr qint64 thousand = 1000;
        constexpr qint64 million = 1000000;
        if (part == hundred && m_current < hundred) {
            m_current = std::max<qint64>(1, m_current) * hundred;
        } else if (part == thousand || part == million) {
            if (m_total != 0 && m_total < part)
                return false;
            m_total += std::max<qint64>(1, m_current) * part;
            m_current = 0;
        } else if (part < hundred && fits(part)) {
            m_current += part;
        } else {
            return false;
        }
        return true;
    }
    qint64 value() const { return m_total + m_current; }

private:
    bool fits(qint64 part) const
    {
        constexpr qint64 ten = 10;
        constexpr qint64 hundred = 100;
        const qint64 below = m_current % hundred;
        const bool isTens = part % ten == 0 && part != 0;
        return below == 0 || (below % ten == 0 && part < ten && part > 0 && below >= 2 * ten) ||
               (below < ten && isTens && part >= 2 * ten); // five-and-twenty
    }

    qint64 m_total = 0;
    qint64 m_current = 0;
};

std::optional<FoundNumber> inWords(const ScannedText &text, size_t i)
{
    SpelledNumber number;
    FoundNumber found;
    found.isSpelled = true;
    size_t next = i;
    size_t parts = 0;
    while (text.is(next, TokenKind::Word)) {
        auto atoms = partsOf(text[next].text, text.words());
        const WordMeaning *weak = text.words().wordOf(text[next].text, WordKind::WeakNumber);
        if (atoms.empty() && weak)
            atoms = {weak->payload.toLongLong()};
        const SpelledNumber before = number;
        if (atoms.empty() || !std::ranges::all_of(atoms, [&](qint64 atom) { return number.add(atom); })) {
            number = before;
            break;
        }
        found.isWeak = parts == 0 && weak != nullptr;
        parts += atoms.size();
        found.next = ++next;
        // "twenty-five", "hundred and five"
        const bool joins = text.isSign(next, '-') || text.phrase(next, WordKind::NumberJoin);
        if (joins && text.is(next + 1, TokenKind::Word))
            ++next;
    }
    if (parts == 0)
        return std::nullopt;
    found.number.unscaled = number.value();
    return found;
}

} // namespace

std::optional<FoundNumber> findNumber(const ScannedText &text, size_t i)
{
    if (auto found = inDigits(text, i))
        return found;
    return inWords(text, i);
}

} // namespace Helmdesk::ValueForms
