#include "escalation/ClauseReader.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

constexpr size_t longestClauseBack = 12;
constexpr size_t longestSentenceBack = 16;

} // namespace

ClauseReader::ClauseReader(const std::vector<TextToken> &tokens)
    : m_tokens(tokens)
{
    m_roles.reserve(tokens.size());
    for (const TextToken &token : tokens)
        m_roles.push_back(rolesOf(token.word));
}

bool ClauseReader::isWord(size_t at, std::initializer_list<const char *> words) const
{
    return at < size() && std::ranges::any_of(words, [&](const char *candidate) {
               return m_tokens[at].word == QLatin1String(candidate);
           });
}

bool ClauseReader::isBefore(size_t at, size_t distance, std::initializer_list<const char *> words) const
{
    if (distance > at)
        return false;
    for (size_t between = at - distance + 1; between <= at; ++between) {
        if (m_tokens[between].before == TextToken::Break::Hard)
            return false;
    }
    return isWord(at - distance, words);
}

bool ClauseReader::isAfter(size_t at, size_t distance, std::initializer_list<const char *> words) const
{
    for (size_t next = at + 1; next <= at + distance; ++next) {
        if (next >= size() || m_tokens[next].before == TextToken::Break::Hard)
            return false;
    }
    return isWord(at + distance, words);
}

bool ClauseReader::endsSentence(size_t at) const
{
    return at + 1 >= size() || m_tokens[at + 1].before == TextToken::Break::Hard;
}

size_t ClauseReader::clauseStart(size_t at) const
{
    size_t start = at;
    while (start > 0 && at - start < longestClauseBack && m_tokens[start].before == TextToken::Break::None &&
           !isWord(start - 1, {"but"}))
        --start;
    return start;
}

size_t ClauseReader::sentenceStart(size_t at) const
{
    size_t start = at;
    while (start > 0 && at - start < longestSentenceBack && m_tokens[start].before != TextToken::Break::Hard)
        --start;
    return start;
}

bool ClauseReader::containsBetween(size_t first, size_t last, std::initializer_list<const char *> words) const
{
    for (size_t at = first; at < last; ++at) {
        if (isWord(at, words))
            return true;
    }
    return false;
}

std::optional<size_t> ClauseReader::personAt(size_t at) const
{
    if (!has(at, Person))
        return std::nullopt;
    if (at > 0 && m_tokens[at].before == TextToken::Break::None && has(at - 1, ThingBefore) &&
        !has(at, SomePerson))
        return std::nullopt;
    size_t last = at;
    while (last + 1 < size() && m_tokens[last + 1].before == TextToken::Break::None &&
           !m_tokens[last + 1].isHyphenated &&
           (has(last + 1, Person) || (has(last, LiveWord) && has(last + 1, LiveWord | Department)) ||
            isWord(last + 1, {"customer", "support", "service", "care", "sales", "help", "team"})) &&
           !isWord(last + 1, {"someone", "somebody", "anyone"}))
        ++last;
    if (last + 1 < size() && m_tokens[last + 1].before == TextToken::Break::None &&
        (has(last + 1, ThingAfter) || m_tokens[last + 1].isHyphenated))
        return std::nullopt;
    // "an operator for 'not equal'": a sign of a formula.
    if (isWord(last, {"operator", "operators"}) && isWord(last + 1, {"for", "in"}) &&
        isWord(last + 2, {"not", "equal", "and", "or", "filters", "filter", "formula", "search", "the", "a"}))
        return std::nullopt;
    return last;
}

} // namespace Helmdesk
