#include "security/PhraseMatcher.h"

#include <algorithm>

namespace Helmdesk
{

namespace
{

constexpr int maxGap = 8;

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02BC' || c == u'`';
}

bool endsSentence(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'\n' || c == u';' || c == u'\u3002';
}

bool isSoftBreak(QChar c)
{
    return c == u',' || c == u':' || c == u'(' || c == u')' || c == u'\u2014' || c == u'\u2013';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

std::vector<TextToken> tokenize(QStringView text)
{
    std::vector<TextToken> tokens;
    tokens.reserve(static_cast<size_t>(text.size() / 5 + 1));
    auto pending = TextToken::Break::None;
    bool afterHyphen = false;
    qsizetype at = 0;
    while (at < text.size()) {
        if (!isWordPart(text[at])) {
            const QChar c = text[at];
            if (endsSentence(c))
                pending = TextToken::Break::Hard;
            else if (isSoftBreak(c) && pending == TextToken::Break::None)
                pending = TextToken::Break::Soft;
            afterHyphen = c == u'-' && at > 0 && isWordPart(text[at - 1]);
            ++at;
            continue;
        }
        TextToken token;
        token.start = at;
        token.before = pending;
        token.isHyphenated = afterHyphen;
        int letters = 0;
        bool hasLower = false;
        while (at < text.size() && (isWordPart(text[at]) || (isApostrophe(text[at]) && at + 1 < text.size() &&
                                                             text[at + 1].isLetter()))) {
            if (!isApostrophe(text[at])) {
                token.word += text[at].toLower();
                letters += text[at].isLetter() ? 1 : 0;
                hasLower = hasLower || (text[at].isLetter() && !text[at].isUpper());
            }
            ++at;
        }
        token.end = at;
        token.isCapitals = letters > 1 && !hasLower;
        tokens.push_back(std::move(token));
        pending = TextToken::Break::None;
        afterHyphen = false;
    }
    return tokens;
}

int PhraseMatcher::add(QStringView phrase)
{
    std::vector<Element> elements;
    for (QStringView part : phrase.split(u' ', Qt::SkipEmptyParts)) {
        Element element;
        if (part.startsWith(u'*')) {
            element.gap = std::clamp(part.mid(1).toInt(), 1, maxGap);
        } else {
            element.isOptional = part.endsWith(u'?');
            if (element.isOptional)
                part.chop(1);
            for (QStringView word : part.split(u'|', Qt::SkipEmptyParts))
                element.words.push_back(word.toString());
        }
        elements.push_back(std::move(element));
    }
    Q_ASSERT_X(!elements.empty() && !elements.front().words.empty() && !elements.front().isOptional,
               "PhraseMatcher::add", "a phrase begins with a word");
    const int index = static_cast<int>(m_phrases.size());
    for (const QString &word : elements.front().words)
        m_byFirstWord[word].push_back(index);
    m_phrases.push_back(std::move(elements));
    return index;
}

bool PhraseMatcher::matchFrom(const std::vector<Element> &phrase, size_t element,
                              const std::vector<TextToken> &tokens, size_t token, size_t first,
                              size_t *last) const
{
    if (element == phrase.size()) {
        *last = token - 1;
        return true;
    }
    const Element &wanted = phrase[element];
    const auto isReachable = [&](size_t index) {
        return index < tokens.size() && (index == first || tokens[index].before != TextToken::Break::Hard);
    };
    if (wanted.gap > 0) {
        for (int skipped = 0; skipped <= wanted.gap; ++skipped) {
            const size_t next = token + static_cast<size_t>(skipped);
            if (matchFrom(phrase, element + 1, tokens, next, first, last))
                return true;
            if (!isReachable(next))
                return false;
        }
        return false;
    }
    if (isReachable(token) && std::ranges::find(wanted.words, tokens[token].word) != wanted.words.end() &&
        matchFrom(phrase, element + 1, tokens, token + 1, first, last))
        return true;
    return wanted.isOptional && matchFrom(phrase, element + 1, tokens, token, first, last);
}

std::vector<PhraseMatch> PhraseMatcher::findAll(const std::vector<TextToken> &tokens) const
{
    std::vector<PhraseMatch> found;
    for (size_t at = 0; at < tokens.size(); ++at) {
        const auto candidates = m_byFirstWord.constFind(tokens[at].word);
        if (candidates == m_byFirstWord.constEnd())
            continue;
        for (const int index : *candidates) {
            size_t last = at;
            if (matchFrom(m_phrases[static_cast<size_t>(index)], 0, tokens, at, at, &last))
                found.push_back({index, at, last});
        }
    }
    return found;
}

} // namespace Helmdesk
