#include "understanding/Qualifiers.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

struct KindName {
    const char *name;
    QualifierKind kind;
};

constexpr KindName names[] = {
    {"exception", QualifierKind::Exception},   {"part", QualifierKind::Part},
    {"remainder", QualifierKind::Remainder},   {"difference", QualifierKind::Difference},
    {"duplicate", QualifierKind::Duplicate},   {"otherWay", QualifierKind::OtherWay},
    {"comparison", QualifierKind::Comparison}, {"condition", QualifierKind::Condition},
    {"otherParty", QualifierKind::OtherParty}, {"timeToCome", QualifierKind::TimeToCome},
    {"correction", QualifierKind::Correction}, {"kept", QualifierKind::Kept},
    {"accepted", QualifierKind::Accepted},
};

Qualifier qualifierOf(QualifierKind kind, const ScannedText &text, size_t from, size_t to)
{
    return {kind, {text[from].begin, text[to - 1].end}, text.written(from, to)};
}

bool isAmount(const Value &value)
{
    return value.kind == ValueKind::Money || value.kind == ValueKind::Number ||
           value.kind == ValueKind::Share || value.kind == ValueKind::Quantity;
}

// The places of the values among the tokens, walked beside them.
class Neighbours
{
public:
    Neighbours(const ScannedText &text, const std::vector<Value> &values)
        : m_text(text)
        , m_values(values)
    {
    }

    // The value that ends right before tokens [from, to) and the one that begins right behind them, when at
    // most `gap` characters lie between. Call with growing `from` only.
    std::pair<const Value *, const Value *> around(size_t from, size_t to, qsizetype gap)
    {
        const qsizetype begin = m_text[from].begin;
        const qsizetype end = m_text[to - 1].end;
        while (m_next < m_values.size() && m_values[m_next].span.begin < begin)
            ++m_next;
        const Value *before = m_next > 0 ? &m_values[m_next - 1] : nullptr;
        const Value *after = m_next < m_values.size() ? &m_values[m_next] : nullptr;
        if (before && (before->span.end > begin || before->span.end + gap < begin))
            before = nullptr;
        if (after && (after->span.begin < end || after->span.begin > end + gap))
            after = nullptr;
        return {before, after};
    }

private:
    const ScannedText &m_text;
    const std::vector<Value> &m_values;
    size_t m_next = 0;
};

// "from Stripe", "my Twitter account": a name that is none of ours.
std::optional<Qualifier> otherName(const ScannedText &text, size_t i, const QStringList &ownNames)
{
    const Phrase *lead = text.phrase(i, WordKind::PartyLead);
    const Phrase *possessive = text.phrase(i, WordKind::Possessive);
    const Phrase *article = text.phrase(i, WordKind::Article); // "the Streamberry account"
    if ((!lead && !possessive && !article) || text.words().areNounsCapital())
        return std::nullopt;
    const size_t at = i + (lead ? lead : possessive ? possessive : article)->tokens;
    if (!text.is(at, TokenKind::Word) || !text[at].isCapital || text[at].beginsLine)
        return std::nullopt;
    constexpr qsizetype shortest = 3;
    const bool isKnown = text.words().startingWith(text[at].text) || text[at].text.size() < shortest ||
                         ownNames.contains(text.written(at, at + 1), Qt::CaseInsensitive);
    const bool isNumber = text.isGlued(at + 1) && text.isSign(at + 1, '-');
    // "my Pro plan" is ours, "my Twitter account" is not.
    const Phrase *noun = text.phrase(at + 1, WordKind::AccountNoun);
    const bool isTheirs = lead || (noun && (possessive || noun->meaning.payload == QLatin1String("account")));
    if (isKnown || isNumber || !isTheirs)
        return std::nullopt;
    return qualifierOf(QualifierKind::OtherParty, text, i, at + 1);
}

} // namespace

QString nameOf(QualifierKind kind)
{
    const auto *found = std::ranges::find(names, kind, &KindName::kind);
    return QString::fromLatin1(found->name);
}

std::vector<Qualifier> findQualifiers(const ScannedText &text, const std::vector<Value> &values,
                                      const QStringList &ownNames)
{
    constexpr qsizetype besides = 2;
    constexpr qsizetype near = 16;
    constexpr qsizetype close = 6; // "not the"
    std::vector<Qualifier> found;
    Neighbours neighbours(text, values);
    bool isBetween = false;
    for (size_t i = 0; i < text.size();) {
        if (const Phrase *idiom = text.phrase(i, WordKind::Idiom)) {
            i += idiom->tokens;
            continue;
        }
        if (const Phrase *phrase = text.phrase(i, WordKind::Qualifier)) {
            const auto *name = std::ranges::find_if(names, [&](const KindName &entry) {
                return phrase->meaning.payload == QLatin1String(entry.name);
            });
            if (name != std::end(names)) {
                found.push_back(qualifierOf(name->kind, text, i, i + phrase->tokens));
                i += phrase->tokens;
                continue;
            }
        }
        if (const Phrase *price = text.phrase(i, WordKind::PriceLead)) {
            const bool isAny = price->meaning.payload == QLatin1String("any");
            const Value *after = neighbours.around(i, i + price->tokens, isAny ? close : near).second;
            if (after && (isAmount(*after) || isAny))
                found.push_back(qualifierOf(QualifierKind::Exception, text, i, i + price->tokens));
        }
        isBetween = isBetween || text.phrase(i, WordKind::RangeLead);
        const Phrase *range = text.phrase(i, WordKind::Range);
        const Phrase *either = text.phrase(i, WordKind::Or);
        if (range || either || text.isSign(i, '-') || text.isSign(i, '/') ||
            text[i].text == QStringLiteral("\u2013")) {
            const size_t next = i + (range ? range->tokens : either ? either->tokens : 1);
            const auto [before, after] = neighbours.around(i, next, either ? near : besides);
            const bool isRange = before && after && isAmount(*before) && isAmount(*after);
            if (isRange || (either && before && after) || (isBetween && before && after && range))
                found.push_back(qualifierOf(QualifierKind::Comparison, text, i, next));
        }
        if (const auto party = otherName(text, i, ownNames))
            found.push_back(*party);
        ++i;
    }
    for (const Value &value : values) {
        if (value.kind == ValueKind::Share && !value.text.isEmpty())
            found.push_back({QualifierKind::Part, value.span, value.words});
    }
    return found;
}

} // namespace Helmdesk
