#pragma once

#include "understanding/ValueWords.h"

namespace Helmdesk
{

enum class TokenKind { Word, Digits, Sign };

// A run of letters, a run of digits or one other character.
struct ScanToken {
    TokenKind kind = TokenKind::Sign;
    qsizetype begin = 0;
    qsizetype end = 0;
    QString text;         // lower case; digits of every script as 0 to 9
    bool isGlued = false; // no blank before it
    bool beginsLine = false;
    bool isCapital = false; // the first letter is
};

std::vector<ScanToken> tokensOf(const QString &text);

// A text with its tokens and the phrases of the language that begin at each. Refers to `words`, which must
// outlive it.
class ScannedText
{
public:
    ScannedText(const QString &text, const ValueWords &words);

    size_t size() const { return m_tokens.size(); }
    const ScanToken &operator[](size_t i) const { return m_tokens[i]; }
    const ValueWords &words() const { return *m_words; }
    const QString &text() const { return m_text; }

    // The longest phrase of the kind that begins at token `i`, or ends right before it; null when none does.
    const Phrase *phrase(size_t i, WordKind kind) const;
    const Phrase *phraseBefore(size_t i, WordKind kind) const;

    bool is(size_t i, TokenKind kind) const { return i < size() && m_tokens[i].kind == kind; }
    bool isSign(size_t i, char sign) const;
    bool isSignOf(size_t i, const char *signs) const; // one of them
    bool isGlued(size_t i) const { return i < size() && m_tokens[i].isGlued; }
    QString written(size_t from, size_t to) const; // the text of tokens [from, to)

private:
    QString m_text;
    const ValueWords *m_words;
    std::vector<ScanToken> m_tokens;
    std::vector<std::vector<Phrase>> m_begin; // by token, the longest first
    std::vector<std::vector<Phrase>> m_end;   // by the token behind them
};

} // namespace Helmdesk
