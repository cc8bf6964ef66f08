#pragma once

#include <QHash>
#include <QString>
#include <QStringView>
#include <vector>

namespace Helmdesk
{

// One word of a text: lower case, apostrophes dropped ("don't" is "dont"), with its place in the text.
struct TextToken {
    enum class Break {
        None,
        Soft,
        Hard
    }; // what stands before it: nothing, a comma or dash, an end of sentence

    QString word;
    qsizetype start = 0;
    qsizetype end = 0;
    Break before = Break::None;
    bool isHyphenated = false; // joined to the word before it, as the second part of "agent-based"
    bool isCapitals = false;   // at least two letters, all of them capitals
};

// Words of letters and digits; everything else separates them. Linear. Thread: any.
std::vector<TextToken> tokenize(QStringView text);

struct PhraseMatch {
    int phrase = -1; // index of the phrase as it was added
    size_t first = 0;
    size_t last = 0; // both are indices of tokens, inclusive
};

// Finds whole phrases in a tokenised text. A phrase is a line of elements:
//   word         the word itself             a|b        one of several words
//   a|b?         the element may be missing  *3         up to three words of any kind
// A match never runs over the end of a sentence; words of a gap may run over a comma.
// Build it once and share it: matching is const, thread-safe and linear in the text (gaps are at most 8).
class PhraseMatcher
{
public:
    // Returns the index of the phrase. The first element must be a word that may not be missing.
    int add(QStringView phrase);

    // Every phrase at every place where it matches, by position and then in the order in which they were
    // added.
    std::vector<PhraseMatch> findAll(const std::vector<TextToken> &tokens) const;

private:
    struct Element {
        std::vector<QString> words; // empty: a gap
        int gap = 0;
        bool isOptional = false;
    };

    bool matchFrom(const std::vector<Element> &phrase, size_t element, const std::vector<TextToken> &tokens,
                   size_t token, size_t first, size_t *last) const;

    std::vector<std::vector<Element>> m_phrases;
    QHash<QString, std::vector<int>> m_byFirstWord;
};

} // namespace Helmdesk
