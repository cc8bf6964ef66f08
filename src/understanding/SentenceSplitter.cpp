#include "understanding/SentenceSplitter.h"

namespace Helmdesk
{
namespace
{

constexpr qsizetype fullLine = 50;     // characters; a shorter line was broken on purpose
constexpr qsizetype leastInClause = 3; // words

bool isWideEnd(QChar c)
{
    return QStringView(u"。！？").contains(c);
}

bool isEnd(QChar c)
{
    return QStringView(u".!?…؟").contains(c) || isWideEnd(c);
}

bool isCloser(QChar c)
{
    return QStringView(u"\"'”’»)]」』").contains(c);
}

class SentenceReader
{
public:
    SentenceReader(const QString &text, const UtteranceWords &words)
        : m_text(text)
        , m_words(words)
    {
    }

    std::vector<SpokenRange> read()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QChar c = m_text[i];
            if (c == u'\n') {
                if (endsAtLine(i))
                    close(i + 1);
                m_lineBegin = i + 1;
            } else if (isEnd(c)) {
                qsizetype end = i + 1;
                while (end < m_text.size() && (isEnd(m_text[end]) || isCloser(m_text[end])))
                    ++end;
                if (endsAtMark(i, end))
                    close(end);
                i = end - 1;
            }
        }
        close(m_text.size());
        return std::move(m_sentences);
    }

private:
    void close(qsizetype end)
    {
        qsizetype begin = m_begin;
        m_begin = end;
        while (begin < end && m_text[begin].isSpace())
            ++begin;
        while (end > begin && m_text[end - 1].isSpace())
            --end;
        if (end > begin)
            m_sentences.push_back({begin, end - begin});
    }

    // Whether the line break at `at` is one that the writer made.
    bool endsAtLine(qsizetype at) const
    {
        qsizetype next = at + 1;
        while (next < m_text.size() && m_text[next].isSpace() && m_text[next] != u'\n')
            ++next;
        if (at - m_lineBegin < fullLine || next >= m_text.size() || m_text[next] == u'\n')
            return true;
        const QChar last = m_text[at - 1];
        return isEnd(last) || last == u':' || !m_text[next].isLetterOrNumber();
    }

    // Whether the mark at `at`, with others up to `end`, ends a sentence.
    bool endsAtMark(qsizetype at, qsizetype end) const
    {
        if (end >= m_text.size() || isWideEnd(m_text[at]))
            return true;
        if (!m_text[end].isSpace())
            return false;
        if (m_text[at] != u'.' || end > at + 1)
            return true;
        qsizetype next = end;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        if (next >= m_text.size())
            return true;
        qsizetype begin = at;
        while (begin > m_begin && !m_text[begin - 1].isSpace() && at - begin < 16)
            --begin;
        const QStringView token = QStringView(m_text).sliced(begin, at - begin);
        const bool goesOn = m_text[next].isLower() || m_text[next].isDigit();
        const bool isNumber = !token.isEmpty() && token.back().isDigit() && token.size() <= 3;
        const bool isShort = token.size() <= 1 || m_words.abbreviations.holds(token.toString().toLower());
        const bool isTitle = isShort && !token.isEmpty() && token.front().isUpper() && token.size() <= 4;
        return !((goesOn && (isShort || isNumber)) || isTitle);
    }

    const QString &m_text;
    const UtteranceWords &m_words;
    std::vector<SpokenRange> m_sentences;
    qsizetype m_begin = 0;
    qsizetype m_lineBegin = 0;
};

struct WordAt {
    qsizetype begin = 0;
    qsizetype end = 0;
};

std::vector<WordAt> wordsOf(const QString &text, const SpokenRange &range)
{
    std::vector<WordAt> words;
    const qsizetype last = range.begin + range.length;
    qsizetype begin = -1;
    for (qsizetype i = range.begin; i <= last; ++i) {
        const bool belongs = i < last && (text[i].isLetterOrNumber() || text[i].isMark() ||
                                          text[i] == u'\'' || text[i] == u'’' || text[i].isSurrogate());
        if (belongs && begin < 0)
            begin = i;
        if (!belongs && begin >= 0) {
            words.push_back({begin, i});
            begin = -1;
        }
    }
    return words;
}

// What stands between two words: whether a clause ends there for certain, or may.
enum class Gap { None, Comma, Strong };

Gap gapOf(QStringView between)
{
    Gap gap = Gap::None;
    for (qsizetype i = 0; i < between.size(); ++i) {
        const QChar c = between[i];
        const bool isSpaced = i + 1 >= between.size() || between[i + 1].isSpace();
        if (QStringView(u";；—–(").contains(c) || ((c == u':' || c == u'：') && isSpaced) ||
            (c == u'-' && i > 0 && between[i - 1].isSpace() && isSpaced))
            return Gap::Strong;
        if ((c == u',' && isSpaced) || c == u'、' || c == u'，' || c == u'،')
            gap = Gap::Comma;
    }
    return gap;
}

} // namespace

std::vector<SpokenRange> sentencesOf(const QString &text, const UtteranceWords &words)
{
    return SentenceReader(text, words).read();
}

std::vector<SpokenRange> clausesOf(const QString &text, const SpokenRange &sentence,
                                   const UtteranceWords &words)
{
    const std::vector<WordAt> all = wordsOf(text, sentence);
    const qsizetype end = sentence.begin + sentence.length;
    std::vector<SpokenRange> clauses;
    qsizetype begin = sentence.begin;
    qsizetype first = 0; // word of the clause
    const auto count = static_cast<qsizetype>(all.size());
    for (qsizetype i = 1; i < count; ++i) {
        const WordAt &before = all[static_cast<size_t>(i - 1)];
        const WordAt &word = all[static_cast<size_t>(i)];
        const QStringView between = QStringView(text).sliced(before.end, word.begin - before.end);
        const Gap gap = gapOf(between);
        const bool isLongEnough = i - first >= leastInClause && count - i >= leastInClause;
        const QStringView name = QStringView(text).sliced(word.begin, word.end - word.begin);
        const bool isJoin = isLongEnough && words.joins.holds(name.toString().toLower());
        if (gap != Gap::Strong && !(isLongEnough && (gap == Gap::Comma || isJoin)))
            continue;
        qsizetype clauseEnd = word.begin;
        while (clauseEnd > begin && text[clauseEnd - 1].isSpace())
            --clauseEnd;
        clauses.push_back({begin, clauseEnd - begin});
        begin = word.begin;
        first = i;
    }
    clauses.push_back({begin, end - begin});
    return clauses;
}

} // namespace Helmdesk
