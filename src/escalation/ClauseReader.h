#pragma once

#include "escalation/WordRoles.h"
#include "security/PhraseMatcher.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <QLatin1String>
#include <vector>

namespace Helmdesk
{

// Tokens with their roles, and the small questions that the grammars of this module ask about a place in
// them. Looks back and ahead a bounded number of words, so that every grammar stays linear. Not owned:
// `tokens` must outlive it. Thread: one.
class ClauseReader
{
public:
    explicit ClauseReader(const std::vector<TextToken> &tokens);

    size_t size() const { return m_tokens.size(); }
    const QString &word(size_t at) const { return m_tokens[at].word; }
    const TextToken &token(size_t at) const { return m_tokens[at]; }
    bool has(size_t at, std::uint32_t roles) const { return (m_roles[at] & roles) != 0; }
    std::uint32_t roles(size_t at) const { return m_roles[at]; }

    bool isWord(size_t at, std::initializer_list<const char *> words) const;
    // The word `distance` places before `at` in the same sentence.
    bool isBefore(size_t at, size_t distance, std::initializer_list<const char *> words) const;
    bool isAfter(size_t at, size_t distance, std::initializer_list<const char *> words) const;
    bool endsSentence(size_t at) const;

    // First word of the clause that holds `at`: after the end of a sentence, a comma, or "but"; at most 12
    // back.
    size_t clauseStart(size_t at) const;
    // First word of its sentence, at most 16 back.
    size_t sentenceStart(size_t at) const;
    // One of the words stands in [first, last).
    bool containsBetween(size_t first, size_t last, std::initializer_list<const char *> words) const;

    // The last word of the person named at `at` ("human customer service agent"); nothing when the noun is
    // part of another name ("user agent", "human resources", "agent-based").
    std::optional<size_t> personAt(size_t at) const;

private:
    const std::vector<TextToken> &m_tokens;
    std::vector<std::uint32_t> m_roles;
};

} // namespace Helmdesk
