#include "knowledge/Chunker.h"

#include <QRegularExpression>

namespace Helmdesk
{

namespace
{

int wordCount(const QString &text)
{
    int count = 0;
    bool inWord = false;
    for (const QChar c : text) {
        const bool isSpace = c.isSpace();
        count += !isSpace && !inWord ? 1 : 0;
        inWord = !isSpace;
    }
    return count;
}

QString withoutMarks(QString line)
{
    static const QRegularExpression image(QStringLiteral("!\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]+)\\]\\([^)]*\\)"));
    line.replace(image, QStringLiteral("\\1"));
    line.replace(link, QStringLiteral("\\1"));
    line.remove(QStringLiteral("**"));
    line.remove(QStringLiteral("__"));
    line.remove(u'`');
    return line;
}

bool isRuleOrBorder(const QString &line)
{
    static const QRegularExpression border(QStringLiteral("^\\s*(\\|[\\s:|-]+\\||[-*_]{3,})\\s*$"));
    return border.match(line).hasMatch();
}

// The cells of a row of a table, in Markdown or as the readers of other formats write it; empty for other
// lines.
QStringList cellsOf(const QString &line)
{
    static const QString bar = QStringLiteral(" | ");
    QString row = line.trimmed();
    const bool isFramed = row.startsWith(u'|');
    if (!isFramed && !row.contains(bar))
        return {};
    if (isFramed)
        row.remove(0, 1);
    if (isFramed && row.endsWith(u'|'))
        row.chop(1);
    QStringList cells = isFramed ? row.split(u'|') : row.split(bar);
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

// A row for readers who do not see the head above it, the encoder among them: "members | 5 | 10" under
// "what | Free | Starter" becomes "- members: Free 5, Starter 10".
QString rowAsItem(const QStringList &cells, const QStringList &head)
{
    QStringList values;
    for (qsizetype i = 1; i < cells.size(); ++i)
        values.append(cells.size() == 2 ? cells.at(i) : head.at(i) + u' ' + cells.at(i));
    return QStringLiteral("- %1: %2").arg(cells.front(), values.join(QStringLiteral(", ")));
}

// Ends after '.', '!' or '?' followed by white space and an upper-case letter, digit or quote.
QStringList splitSentences(const QString &line)
{
    static const QRegularExpression end(
        QStringLiteral("(?<=[.!?])[\"')\\]]*\\s+(?=[\"'(\\[]*[\\p{Lu}\\p{N}])"));
    QStringList sentences;
    qsizetype from = 0;
    auto matches = end.globalMatch(line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString sentence = line.sliced(from, match.capturedEnd() - from).trimmed();
        // "1." and the like begin an item and end no sentence.
        if (sentence.size() <= 3)
            continue;
        sentences.append(sentence);
        from = match.capturedEnd();
    }
    const QString last = line.sliced(from).trimmed();
    if (!last.isEmpty())
        sentences.append(last);
    return sentences;
}

// Pieces of at most passageWords words: sentences, and of a longer one its words in groups.
QStringList smallPieces(const QString &line)
{
    QStringList pieces;
    for (const QString &sentence : splitSentences(line)) {
        if (wordCount(sentence) <= passageWords) {
            pieces.append(sentence);
            continue;
        }
        const QStringList words = sentence.simplified().split(u' ');
        for (qsizetype i = 0; i < words.size(); i += passageWords)
            pieces.append(words.sliced(i, std::min<qsizetype>(passageWords, words.size() - i)).join(u' '));
    }
    return pieces;
}

class Splitter
{
public:
    explicit Splitter(const Document &document)
        : m_document(document)
    {
    }

    std::vector<Passage> split()
    {
        bool isCode = false;
        for (const QString &line : m_document.text.split(u'\n')) {
            if (line.trimmed().startsWith(QStringLiteral("```"))) {
                isCode = !isCode;
                continue;
            }
            const int level = isCode ? 0 : headingLevel(line);
            if (level > 0) {
                endSection();
                enter(level, withoutMarks(line.sliced(level))
                                 .remove(QRegularExpression(QStringLiteral("#+\\s*$")))
                                 .trimmed());
            } else if (isCode || !isRuleOrBorder(line)) {
                addTableOrLine(withoutMarks(line), isCode);
            }
        }
        endSection();
        if (m_passages.empty())
            m_passages.push_back({m_document.id, 0, QString(), m_allHeadings.join(QStringLiteral("\n"))});
        return std::move(m_passages);
    }

private:
    static int headingLevel(const QString &line)
    {
        int level = 0;
        while (level < line.size() && level < 7 && line[level] == u'#')
            ++level;
        return level > 0 && level < 7 && level < line.size() && line[level] == u' ' ? level : 0;
    }

    void enter(int level, const QString &heading)
    {
        m_allHeadings.append(heading);
        while (!m_path.empty() && m_path.back().first >= level)
            m_path.pop_back();
        m_path.emplace_back(level, heading);
    }

    void addTableOrLine(const QString &line, bool isCode)
    {
        const QStringList cells = isCode ? QStringList() : cellsOf(line);
        if (cells.size() >= 2 && cells.size() == m_tableHead.size()) {
            addLine(rowAsItem(cells, m_tableHead));
            m_hasRows = true;
            return;
        }
        endTable();
        if (cells.size() >= 2)
            m_tableHead = cells;
        else
            addLine(line);
    }

    // A head without rows was a line of text.
    void endTable()
    {
        if (!m_tableHead.isEmpty() && !m_hasRows)
            addLine(m_tableHead.join(QStringLiteral(" | ")));
        m_tableHead.clear();
        m_hasRows = false;
    }

    void addLine(const QString &line)
    {
        const int words = wordCount(line);
        if (words <= passageWords) {
            addPiece(line, words, u'\n');
            return;
        }
        for (const QString &piece : smallPieces(line))
            addPiece(piece, wordCount(piece), u' ');
    }

    void addPiece(const QString &piece, int words, QChar joint)
    {
        if (m_words > 0 && m_words + words > passageWords)
            endPassage();
        if (!m_text.isEmpty())
            m_text += joint;
        m_text += piece;
        m_words += words;
    }

    void endSection()
    {
        endTable();
        endPassage();
    }

    void endPassage()
    {
        const QString text = m_text.trimmed();
        m_text.clear();
        m_words = 0;
        if (text.isEmpty())
            return;
        QStringList headings;
        for (const auto &[level, heading] : m_path)
            headings.append(heading);
        m_passages.push_back(
            {m_document.id, static_cast<int>(m_passages.size()), headings.join(QStringLiteral(" > ")), text});
    }

    const Document &m_document;
    std::vector<Passage> m_passages;
    std::vector<std::pair<int, QString>> m_path;
    QStringList m_allHeadings;
    QStringList m_tableHead; // of the table that is being read
    bool m_hasRows = false;
    QString m_text;
    int m_words = 0;
};

} // namespace

std::vector<Passage> chunked(const Document &document)
{
    return Splitter(document).split();
}

QString passageContext(const QString &title, const Passage &passage)
{
    QString context;
    for (const QString &part : {title, passage.heading}) {
        if (part.isEmpty())
            continue;
        context += part;
        context += QStringLiteral(". ");
    }
    return context;
}

QStringList sentencesOf(const QString &text)
{
    QStringList sentences;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        sentences += splitSentences(line);
    return sentences;
}

} // namespace Helmdesk
