#include "knowledge/Chunker.h"

#include "knowledge/CustomerText.h"

#include <QRegularExpression>
#include <utility>

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

// Whether a link leads to a page or an address that a reader can open.
bool isAddress(QStringView link)
{
    return link.startsWith(u"https://", Qt::CaseInsensitive) ||
           link.startsWith(u"http://", Qt::CaseInsensitive) ||
           link.startsWith(u"mailto:", Qt::CaseInsensitive);
}

// "the page (https://…)": the words of a link and where it leads.
QString linkText(const QString &words, QString address)
{
    address = address.section(u' ', 0, 0); // a title may follow
    if (address.startsWith(u'<') && address.endsWith(u'>'))
        address = address.sliced(1, address.size() - 2);
    const QString shown =
        address.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive) ? address.sliced(7) : address;
    return !isAddress(address) || words == address || words == shown
               ? words
               : QStringLiteral("%1 (%2)").arg(words, shown);
}

QString withoutLinks(const QString &line)
{
    static const QRegularExpression image(QStringLiteral("!\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]+)\\]\\(([^)]*)\\)"));
    static const QRegularExpression bare(QStringLiteral("<((?:https?://|mailto:)[^\\s<>]+)>"));
    QString plain = line;
    plain.replace(image, QStringLiteral("\\1"));
    plain.replace(bare, QStringLiteral("\\1"));
    QString out;
    qsizetype from = 0;
    auto links = link.globalMatch(plain);
    while (links.hasNext()) {
        const auto match = links.next();
        out += QStringView(plain).sliced(from, match.capturedStart() - from);
        out += linkText(match.captured(1), match.captured(2).trimmed());
        from = match.capturedEnd();
    }
    return out + plain.mid(from);
}

// Emphasis goes; what only looks like it stays: 2**10, **/*.csv, __init__, **kwargs.
QString withoutEmphasis(QString text)
{
    static const QRegularExpression stars(
        QStringLiteral("(?<![\\w*/\\\\])\\*\\*(?=[^\\s*/])(.+?)(?<=[^\\s*])\\*\\*(?![\\w*/])"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression lines(
        QStringLiteral("(?<![\\w\\\\])__(?![a-z0-9_]+__|[A-Z0-9_]+__)(?=[^\\s_])(.+?)(?<=[^\\s_])__(?!\\w)"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (text.contains(QStringLiteral("**")))
        text.replace(stars, QStringLiteral("\\1"));
    if (text.contains(QStringLiteral("__")))
        text.replace(lines, QStringLiteral("\\1"));
    return text;
}

// What follows the backslash stays as it is.
QString withoutEscapes(QString text)
{
    static const QRegularExpression escape(QStringLiteral("\\\\([`*_\\[\\]#|<>])"));
    return text.contains(u'\\') ? text.replace(escape, QStringLiteral("\\1")) : text;
}

QString withoutMarksOutsideCode(const QString &text)
{
    return withoutEscapes(withoutEmphasis(withoutLinks(text)));
}

// A line without the marks of Markdown; what stands between backticks stays letter by letter.
QString withoutMarks(const QString &line)
{
    static const QRegularExpression code(QStringLiteral("(?<!`)(`+)(?!`)(.*?[^`])\\1(?!`)"));
    if (!line.contains(u'`'))
        return withoutMarksOutsideCode(line);
    // Each piece of code is one character of a private area while the marks around it are read.
    constexpr char16_t first = 0xE000;
    constexpr qsizetype most = 0x1900;
    QStringList pieces;
    QString text;
    qsizetype from = 0;
    auto spans = code.globalMatch(line);
    while (spans.hasNext() && pieces.size() < most) {
        const auto match = spans.next();
        text += QStringView(line).sliced(from, match.capturedStart() - from);
        text += QChar(static_cast<char16_t>(first + pieces.size()));
        const QString piece = match.captured(2);
        pieces.append(match.capturedLength(1) > 1 ? piece.trimmed() : piece);
        from = match.capturedEnd();
    }
    text = withoutMarksOutsideCode(text + line.mid(from));
    QString out;
    for (const QChar c : std::as_const(text)) {
        const qsizetype index = c.unicode() - first;
        if (index >= 0 && index < pieces.size())
            out += pieces[index];
        else
            out += c;
    }
    return out;
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
    static const QRegularExpression unescapedBar(QStringLiteral("(?<!\\\\)\\|"));
    if (isFramed && row.endsWith(u'|') && !row.endsWith(QStringLiteral("\\|")))
        row.chop(1);
    QStringList cells = isFramed ? row.split(unescapedBar) : row.split(bar);
    for (QString &cell : cells)
        cell = withoutMarks(cell.trimmed());
    return cells;
}

// A row for readers who do not see the head above it, the encoder among them: "members | 5 | 10" under
// "what | Free | Starter" becomes "- members: Free 5, Starter 10".
QString rowAsItem(const QStringList &cells, const QStringList &head)
{
    // "7: the board is closed" says it all; "Starter: 25" does not.
    static const QRegularExpression figure(QStringLiteral("\\d"));
    const bool isSentence =
        cells.size() == 2 && (!cells.at(1).contains(figure) || wordCount(cells.at(1)) > 4);
    QStringList values;
    for (qsizetype i = 1; i < cells.size(); ++i) {
        if (cells.at(i).isEmpty())
            continue;
        values.append(isSentence || head.at(i).isEmpty() ? cells.at(i) : head.at(i) + u' ' + cells.at(i));
    }
    if (values.isEmpty())
        return QStringLiteral("- ") + cells.front();
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
        for (const QString &line : customerText(m_document).text.split(u'\n')) {
            if (readsFence(line))
                continue;
            if (!m_fence.isEmpty() || isIndentedCode(line)) {
                endTable();
                addPiece(line, wordCount(line), u'\n');
                continue;
            }
            m_isAfterBlank = line.trimmed().isEmpty();
            const int level = headingLevel(line);
            if (level > 0) {
                endSection();
                enter(level, withoutMarks(line.sliced(level))
                                 .remove(QRegularExpression(QStringLiteral("#+\\s*$")))
                                 .trimmed());
            } else if (!isRuleOrBorder(line)) {
                addTableOrLine(line);
            }
        }
        endSection();
        if (m_passages.empty())
            m_passages.push_back({m_document.id, 0, QString(), m_allHeadings.join(QStringLiteral("\n"))});
        return std::move(m_passages);
    }

private:
    // A line that begins or ends a block of code.
    bool readsFence(const QString &line)
    {
        static const QRegularExpression fence(QStringLiteral("^\\s{0,12}(`{3,}|~{3,})"));
        const QString mark = fence.match(line).captured(1);
        if (mark.isEmpty())
            return false;
        if (m_fence.isEmpty()) {
            m_fence = mark;
            return true;
        }
        const bool ends = mark.startsWith(m_fence) && line.trimmed() == mark;
        if (ends)
            m_fence.clear();
        return ends;
    }

    // Four spaces below a blank line, unless they go on with the item of a list.
    bool isIndentedCode(const QString &line)
    {
        static const QRegularExpression item(QStringLiteral("^\\s*(?:[-*+]|\\d{1,3}[.)])\\s"));
        const bool isIndented = line.startsWith(QStringLiteral("    ")) || line.startsWith(u'\t');
        if (!line.trimmed().isEmpty() && !isIndented)
            m_isInList = item.match(line).hasMatch();
        m_isIndented =
            isIndented && !m_isInList && (m_isAfterBlank || m_isIndented) && !line.trimmed().isEmpty();
        return m_isIndented;
    }

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

    void addTableOrLine(const QString &line)
    {
        QStringList cells = cellsOf(line);
        // A framed row may leave cells out at its end.
        const bool isFramed = line.trimmed().startsWith(u'|');
        while (isFramed && !cells.isEmpty() && cells.size() < m_tableHead.size())
            cells.append(QString());
        if (isFramed && !m_tableHead.isEmpty() && cells.size() > m_tableHead.size())
            cells = cells.first(m_tableHead.size() - 1) +
                    QStringList{cells.mid(m_tableHead.size() - 1).join(u' ')};
        if (cells.size() >= 2 && cells.size() == m_tableHead.size()) {
            addLine(rowAsItem(cells, m_tableHead));
            m_hasRows = true;
            return;
        }
        endTable();
        if (cells.size() >= 2)
            m_tableHead = cells;
        else
            addLine(withoutMarks(line));
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
        QString text = m_text;
        while (text.startsWith(u'\n'))
            text.remove(0, 1);
        text = text.trimmed().isEmpty() ? QString() : text;
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
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
    QString m_fence; // that began the block of code being read; empty outside
    bool m_isAfterBlank = true;
    bool m_isIndented = false; // the line above is indented code
    bool m_isInList = false;
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

QString withoutLinkAddresses(const QString &text)
{
    static const QRegularExpression address(QStringLiteral(" \\((?:https?://|mailto:)[^\\s()]{1,2000}\\)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return text.contains(QStringLiteral("://")) ? QString(text).remove(address) : text;
}

QStringList sentencesOf(const QString &text)
{
    QStringList sentences;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        sentences += splitSentences(line);
    return sentences;
}

} // namespace Helmdesk
