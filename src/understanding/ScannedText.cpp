#include "understanding/ScannedText.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

TokenKind kindOf(QChar c)
{
    if (c.isLetter() || c.isMark())
        return TokenKind::Word;
    return c.digitValue() >= 0 && c.isDigit() ? TokenKind::Digits : TokenKind::Sign;
}

QString folded(const QString &text, TokenKind kind)
{
    if (kind == TokenKind::Word)
        return text.toLower();
    QString out = text;
    for (QChar &c : out) {
        if (kind == TokenKind::Digits)
            c = QLatin1Char(static_cast<char>('0' + c.digitValue()));
        else if (c == QChar(0x2019) || c == QChar(0x02BC))
            c = QLatin1Char('\'');
        else if (c == QChar(0x2212) || c == QChar(0x2010) || c == QChar(0x2011))
            c = QLatin1Char('-');
        else if (c == QChar(0x066B) || c == QChar(0xFF0E)) // decimal signs of other scripts
            c = QLatin1Char('.');
        else if (c == QChar(0x066A) || c == QChar(0xFF05))
            c = QLatin1Char('%');
    }
    return out;
}

} // namespace

std::vector<ScanToken> tokensOf(const QString &text)
{
    std::vector<ScanToken> tokens;
    bool isGlued = false;
    bool beginsLine = true;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            isGlued = false;
            beginsLine = beginsLine || text[i] == QLatin1Char('\n');
            ++i;
            continue;
        }
        const TokenKind kind = kindOf(text[i]);
        qsizetype end = i + 1;
        while (kind != TokenKind::Sign && end < text.size() && kindOf(text[end]) == kind)
            ++end;
        tokens.push_back(
            {kind, i, end, folded(text.mid(i, end - i), kind), isGlued, beginsLine, text[i].isUpper()});
        isGlued = true;
        beginsLine = false;
        i = end;
    }
    return tokens;
}

ScannedText::ScannedText(const QString &text, const ValueWords &words)
    : m_text(text)
    , m_words(&words)
    , m_tokens(tokensOf(text))
    , m_begin(m_tokens.size())
    , m_end(m_tokens.size() + 1)
{
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        const auto *entries = words.startingWith(m_tokens[i].text);
        if (!entries)
            continue;
        for (const ValueWords::Entry &entry : *entries) {
            const auto count = static_cast<size_t>(entry.tokens.size());
            bool stands = i + count <= m_tokens.size();
            for (size_t k = 1; stands && k < count; ++k)
                stands = m_tokens[i + k].text == entry.tokens[static_cast<qsizetype>(k)];
            if (!stands)
                continue;
            m_begin[i].push_back({entry.meaning, count});
            m_end[i + count].push_back({entry.meaning, count});
        }
    }
    for (auto &phrases : m_end)
        std::ranges::stable_sort(phrases, std::greater(), &Phrase::tokens);
}

const Phrase *ScannedText::phrase(size_t i, WordKind kind) const
{
    if (i >= m_begin.size())
        return nullptr;
    const auto found =
        std::ranges::find_if(m_begin[i], [&](const Phrase &phrase) { return phrase.meaning.kind == kind; });
    return found == m_begin[i].end() ? nullptr : &*found;
}

const Phrase *ScannedText::phraseBefore(size_t i, WordKind kind) const
{
    if (i >= m_end.size())
        return nullptr;
    const auto found =
        std::ranges::find_if(m_end[i], [&](const Phrase &phrase) { return phrase.meaning.kind == kind; });
    return found == m_end[i].end() ? nullptr : &*found;
}

bool ScannedText::isSign(size_t i, char sign) const
{
    return i < size() && m_tokens[i].text.size() == 1 && m_tokens[i].text[0] == QLatin1Char(sign);
}

bool ScannedText::isSignOf(size_t i, const char *signs) const
{
    return is(i, TokenKind::Sign) && m_tokens[i].text.size() == 1 &&
           QLatin1String(signs).contains(m_tokens[i].text[0]);
}

QString ScannedText::written(size_t from, size_t to) const
{
    if (from >= to || to > size())
        return {};
    return m_text.mid(m_tokens[from].begin, m_tokens[to - 1].end - m_tokens[from].begin);
}

} // namespace Helmdesk
