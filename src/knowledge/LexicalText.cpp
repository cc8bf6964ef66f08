#include "knowledge/LexicalText.h"

#include <algorithm>
#include <array>
#include <QString>
#include <string_view>
#include <unordered_set>

namespace Helmdesk
{

namespace
{

bool isFunctionWord(std::string_view word)
{
    static const std::unordered_set<std::string_view> words = {
        "a",      "an",    "the",   "and",    "or",   "but",    "if",    "of",    "to",    "in",    "on",
        "at",     "for",   "from",  "with",   "by",   "as",     "is",    "are",   "was",   "were",  "be",
        "been",   "being", "am",    "do",     "does", "did",    "doing", "done",  "have",  "has",   "had",
        "having", "i",     "me",    "my",     "mine", "we",     "our",   "us",    "you",   "your",  "he",
        "she",    "it",    "its",   "they",   "them", "their",  "this",  "that",  "these", "those", "there",
        "here",   "what",  "which", "who",    "whom", "how",    "when",  "where", "why",   "can",   "could",
        "will",   "would", "shall", "should", "may",  "might",  "must",  "not",   "no",    "nor",   "so",
        "than",   "then",  "too",   "very",   "just", "also",   "any",   "some",  "all",   "each",  "more",
        "most",   "other", "such",  "only",   "own",  "same",   "s",     "t",     "don",   "now",   "get",
        "got",    "about", "into",  "out",    "up",   "down",   "over",  "under", "again", "m",     "re",
        "ve",     "ll",    "d",     "im",     "dont", "please", "hi",    "hello", "thanks"};
    return words.contains(word);
}

struct Ending {
    std::string_view text;
    std::string_view replacement;
};

// A light stemmer for English: one ending, the longest first, and a final e or doubled consonant.
void stem(std::string &word)
{
    static constexpr std::array<Ending, 16> endings = {{{"ingly", ""},
                                                        {"edly", ""},
                                                        {"ations", ""},
                                                        {"ation", ""},
                                                        {"ments", ""},
                                                        {"ment", ""},
                                                        {"ings", ""},
                                                        {"ing", ""},
                                                        {"ies", "y"},
                                                        {"ied", "y"},
                                                        {"ers", ""},
                                                        {"er", ""},
                                                        {"ed", ""},
                                                        {"es", ""},
                                                        {"ly", ""},
                                                        {"s", ""}}};
    if (word.size() == 4 && word.ends_with('s') && !word.ends_with("ss"))
        word.pop_back();
    if (word.size() <= 4)
        return;
    for (const Ending &ending : endings) {
        if (word.ends_with(ending.text) && word.size() - ending.text.size() >= 3 && !word.ends_with("ss")) {
            word.resize(word.size() - ending.text.size());
            word += ending.replacement;
            break;
        }
    }
    const std::size_t size = word.size();
    const char last = word[size - 1];
    if (last == word[size - 2] && last != 's' && (last != 'l' || size > 5))
        word.pop_back();
    if (word.size() > 4 && word.ends_with('e'))
        word.pop_back();
}

bool isAscii(QStringView text)
{
    for (const QChar c : text)
        if (c.unicode() >= 128)
            return false;
    return true;
}

// Folded UTF-8. Compatibility decomposition, marks dropped, lower case; sharp s becomes ss.
std::string folded(QStringView text)
{
    std::string out;
    out.reserve(static_cast<std::size_t>(text.size()));
    if (isAscii(text)) {
        for (const QChar c : text) {
            const char byte = c.toLatin1();
            out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        }
        return out;
    }
    QString plain;
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : decomposed) {
        if (c == u'ß')
            plain += QStringLiteral("ss");
        else if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain.toStdString();
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool isJoint(char c)
{
    return c == '-' || c == '.' || c == '_' || c == '/' || c == ',';
}

class TermReader
{
public:
    explicit TermReader(std::string text)
        : m_text(std::move(text))
    {
    }

    std::vector<LexicalTerm> read()
    {
        std::size_t i = 0;
        while (i < m_text.size()) {
            // General punctuation (dashes, curly quotes) is three bytes that begin with E2 80.
            if (!isWordByte(m_text[i]) || isPunctuation(i)) {
                i += isPunctuation(i) ? 3 : 1;
                m_previousLetters.clear();
                continue;
            }
            i = readWord(i);
        }
        return std::move(m_terms);
    }

private:
    bool isPunctuation(std::size_t i) const
    {
        return i + 2 < m_text.size() && m_text[i] == '\xE2' && m_text[i + 1] == '\x80';
    }

    std::size_t endOfRun(std::size_t i) const
    {
        while (i < m_text.size() && isWordByte(m_text[i]) && !isPunctuation(i))
            ++i;
        return i;
    }

    static bool hasDigit(std::string_view text)
    {
        for (const char c : text)
            if (isDigit(c))
                return true;
        return false;
    }

    // Reads one word or one code, whose parts are joined by - . _ / or a comma between digits.
    std::size_t readWord(std::size_t from)
    {
        std::size_t end = endOfRun(from);
        std::size_t codeEnd = end;
        bool isCode = hasDigit(std::string_view(m_text).substr(from, end - from));
        for (std::size_t i = end; i + 1 < m_text.size() && isJoint(m_text[i]) && isWordByte(m_text[i + 1]);) {
            const std::size_t next = endOfRun(i + 1);
            const std::string_view part = std::string_view(m_text).substr(i + 1, next - i - 1);
            const bool continues = hasDigit(part) || isCode;
            if (!continues || ((m_text[i] == ',' || m_text[i] == '/') &&
                               !(isDigit(m_text[i - 1]) && isDigit(part.front()))))
                break;
            isCode = true;
            codeEnd = next;
            i = next;
        }
        if (isCode) {
            addCode(std::string_view(m_text).substr(from, codeEnd - from));
            return codeEnd;
        }
        addWord(m_text.substr(from, end - from));
        return end;
    }

    void addWord(std::string word)
    {
        m_previousLetters = word.size() <= 4 ? word : std::string();
        if (isFunctionWord(word))
            return;
        stem(word);
        m_terms.push_back({std::move(word), false});
    }

    void addCode(std::string_view code)
    {
        std::string joined;
        std::string digits;
        bool hasLetters = false;
        for (const char c : code) {
            if (c == '.' || c == ',') {
                joined += '.'; // both decimal styles
                digits += '.';
            } else if (isWordByte(c)) {
                joined += c;
                hasLetters = hasLetters || !isDigit(c);
                if (isDigit(c))
                    digits += c;
            }
        }
        // "NL 429": the short word before belongs to the code.
        if (!hasLetters && !m_previousLetters.empty() && digits.size() >= 3 &&
            digits.find('.') == std::string::npos)
            m_terms.push_back({m_previousLetters + digits, true});
        m_previousLetters.clear();
        if (hasLetters && digits.size() >= 3)
            m_terms.push_back({digits, true});
        // "2FA", "mp3" and "3 users" name no code.
        const auto digitCount = std::ranges::count_if(digits, isDigit);
        m_terms.push_back({std::move(joined), digitCount >= (hasLetters ? 2 : 3)});
    }

    const std::string m_text;
    std::string m_previousLetters;
    std::vector<LexicalTerm> m_terms;
};

} // namespace

std::vector<LexicalTerm> lexicalTerms(QStringView text)
{
    return TermReader(folded(text)).read();
}

QString foldedText(QStringView text)
{
    return QString::fromStdString(folded(text)).simplified();
}

std::vector<QString> quotedPhrases(QStringView text)
{
    std::vector<QString> phrases;
    qsizetype from = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c != u'"' && c != u'“' && c != u'”' && c != u'„')
            continue;
        if (from < 0) {
            from = i + 1;
            continue;
        }
        const QString phrase = foldedText(text.sliced(from, i - from));
        if (phrase.size() >= 3)
            phrases.push_back(phrase);
        from = -1;
    }
    return phrases;
}

} // namespace Helmdesk
