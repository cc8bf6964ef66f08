#include "knowledge/HtmlText.h"

#include "knowledge/HtmlEntities.h"
#include "knowledge/TableText.h"

#include <algorithm>
#include <optional>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <utility>

namespace Helmdesk
{

namespace
{

bool isOneOf(const QString &tag, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char *name) { return tag == QLatin1StringView(name); });
}

// Whether an element with these attributes is not shown.
bool isHidden(QStringView attributes)
{
    constexpr qsizetype longest = 2000;
    const QString beginning = attributes.first(std::min(longest, attributes.size())).toString();
    static const QRegularExpression style(
        QStringLiteral("\\bstyle\\s{0,9}=\\s{0,9}[\"'][^\"']{0,1500}?\\b(?:display\\s{0,9}:\\s{0,9}none|"
                       "visibility\\s{0,9}:\\s{0,9}hidden|"
                       "font-size\\s{0,9}:\\s{0,9}0(?:px|pt|em|rem|%)?\\s{0,9}[;\"'!]|"
                       "opacity\\s{0,9}:\\s{0,9}0?(?:\\.0+)?\\s{0,9}[;\"'!]|"
                       "(?<![\\w-])(?:text-indent|left|top)\\s{0,9}:\\s{0,9}-\\d{4,5})"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|'[^']*'"));
    static const QRegularExpression attribute(QStringLiteral("(?:^|\\s)hidden(?:[\\s=/]|$)"),
                                              QRegularExpression::CaseInsensitiveOption);
    if (beginning.contains(QLatin1String("style"), Qt::CaseInsensitive) && style.match(beginning).hasMatch())
        return true;
    return beginning.contains(QLatin1String("hidden"), Qt::CaseInsensitive) &&
           attribute.match(QString(beginning).remove(quoted)).hasMatch();
}

QString attributeOf(QStringView attributes, const char *name)
{
    constexpr qsizetype longest = 2000;
    const QRegularExpression attribute(
        QStringLiteral("(?:^|\\s)%1\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))")
            .arg(QLatin1StringView(name)),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = attribute.match(attributes.first(std::min(longest, attributes.size())).toString());
    return decodedEntities(match.captured(1) + match.captured(2) + match.captured(3)).trimmed();
}

// Classes and ids (".x", "#x") that the page's own style sheet does not show.
QSet<QString> hiddenByStyleSheet(const QString &html)
{
    static const QRegularExpression sheet(QStringLiteral("<style\\b[^>]{0,500}>([^<]{0,60000})"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression rule(QStringLiteral(
        "([^{}]{1,500})\\{[^{}]{0,2000}?(?:display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden)"));
    static const QRegularExpression simple(QStringLiteral("^[a-z0-9]*([.#][\\w-]+)$"));
    QSet<QString> names;
    auto sheets = sheet.globalMatch(html);
    while (sheets.hasNext()) {
        auto rules = rule.globalMatch(sheets.next().captured(1));
        while (rules.hasNext())
            for (const QString &selector : rules.next().captured(1).split(u','))
                if (const auto match = simple.match(selector.trimmed()); match.hasMatch())
                    names.insert(match.captured(1));
    }
    return names;
}

// Whether its class says that an element is not for readers.
bool isHiddenByClass(QStringView attributes, const QSet<QString> &hidden)
{
    static const QSet<QString> usual{
        QStringLiteral("hidden"),       QStringLiteral("d-none"),         QStringLiteral("sr-only"),
        QStringLiteral("internal"),     QStringLiteral("internal-note"),  QStringLiteral("internal-only"),
        QStringLiteral("agent-only"),   QStringLiteral("agents-only"),    QStringLiteral("staff-only"),
        QStringLiteral("private-note"), QStringLiteral("visually-hidden")};
    if (attributes.contains(u"class", Qt::CaseInsensitive)) {
        const QStringList classes = attributeOf(attributes, "class").split(u' ', Qt::SkipEmptyParts);
        if (std::ranges::any_of(classes, [&](const QString &name) {
                return usual.contains(name.toLower()) || hidden.contains(u'.' + name);
            }))
            return true;
    }
    return !hidden.isEmpty() && hidden.contains(u'#' + attributeOf(attributes, "id"));
}

// Elements whose end may be missing: the next block ends them.
bool endsByItself(const QString &tag)
{
    return isOneOf(tag, {"p", "li", "dt", "dd", "td", "th", "tr", "option"});
}

class HtmlReader
{
public:
    HtmlReader(const QString &html, HtmlUse use)
        : m_html(html)
        , m_isArticle(use == HtmlUse::Article)
    {
        if (m_isArticle && html.contains(QStringLiteral("<style"), Qt::CaseInsensitive))
            m_hidden = hiddenByStyleSheet(html);
    }

    // The text without what is not shown, its visible markup untouched.
    QString visible()
    {
        QString out;
        qsizetype from = 0;
        for (qsizetype open = m_html.indexOf(u'<'); open >= 0; open = m_html.indexOf(u'<', open)) {
            const qsizetype end = endOfHidden(open);
            if (end > open) {
                out += QStringView(m_html).sliced(from, open - from);
                from = open = end;
            } else {
                ++open;
            }
        }
        return out + m_html.mid(from);
    }

    HtmlText read()
    {
        qsizetype i = 0;
        while (i < m_html.size()) {
            const qsizetype open = m_html.indexOf(u'<', i);
            addText(QStringView(m_html).sliced(i, (open < 0 ? m_html.size() : open) - i));
            if (open < 0)
                break;
            i = readMarkup(open);
        }
        endBlock();
        m_result.text = m_out.trimmed();
        return m_result;
    }

private:
    struct Tag {
        QString name; // empty: it is none
        bool isClosing = false;
        qsizetype nameEnd = 0;
        qsizetype end = 0; // of its '>'
    };

    Tag tagAt(qsizetype open) const
    {
        const QStringView rest = QStringView(m_html).sliced(open);
        const bool isTag =
            rest.size() > 1 && (rest[1].isLetter() || rest[1] == u'/' || rest[1] == u'!' || rest[1] == u'?');
        if (!isTag)
            return {};
        Tag tag;
        tag.end = endOfTag(open);
        tag.isClosing = rest[1] == u'/';
        const qsizetype start = open + (tag.isClosing ? 2 : 1);
        tag.nameEnd = start;
        const auto isOfName = [](QChar c) { return c.isLetterOrNumber() || c == u':' || c == u'-'; };
        while (tag.nameEnd < tag.end && isOfName(m_html[tag.nameEnd]))
            ++tag.nameEnd;
        tag.name = m_html.sliced(start, tag.nameEnd - start).toLower();
        if (tag.name.isEmpty())
            tag.name = QStringLiteral("!");
        return tag;
    }

    QStringView attributesOf(const Tag &tag) const
    {
        return QStringView(m_html).sliced(tag.nameEnd, std::max(tag.end, tag.nameEnd) - tag.nameEnd);
    }

    bool isNotShown(const Tag &tag) const
    {
        const QStringView attributes = attributesOf(tag);
        return !tag.isClosing && !attributes.isEmpty() &&
               (isHidden(attributes) || (m_isArticle && isHiddenByClass(attributes, m_hidden)));
    }

    qsizetype endOfComment(qsizetype open) const
    {
        const qsizetype end = m_html.indexOf(QStringLiteral("-->"), open + 2);
        return end < 0 ? m_html.size() : end + 3;
    }

    // Where a comment, a script or a hidden element that begins at `open` ends; `open` where none does.
    qsizetype endOfHidden(qsizetype open)
    {
        if (QStringView(m_html).sliced(open).startsWith(u"<!--"))
            return endOfComment(open);
        const Tag tag = tagAt(open);
        if (tag.name.isEmpty() || tag.isClosing)
            return open;
        if (isOneOf(tag.name, {"script", "style", "template", "noscript"}))
            return skipElement(tag.name, tag.end + 1);
        // In Markdown "<the hidden file>" stands for a word.
        const bool isElement =
            isOneOf(tag.name, {"a",       "abbr",   "article", "aside",   "b",   "blockquote", "body",
                               "button",  "code",   "dd",      "details", "div", "dl",         "dt",
                               "em",      "figure", "font",    "footer",  "h1",  "h2",         "h3",
                               "h4",      "h5",     "h6",      "header",  "i",   "label",      "li",
                               "main",    "mark",   "nav",     "ol",      "p",   "pre",        "s",
                               "section", "small",  "span",    "strong",  "sub", "summary",    "sup",
                               "table",   "tbody",  "td",      "th",      "tr",  "u",          "ul"});
        return isElement && isNotShown(tag) ? skipHidden(tag.name, tag.end + 1) : open;
    }

    // Returns the position after the markup that begins at `open`.
    qsizetype readMarkup(qsizetype open)
    {
        const QStringView rest = QStringView(m_html).sliced(open);
        if (rest.startsWith(u"<!--"))
            return endOfComment(open);
        if (rest.startsWith(u"<![CDATA["))
            return readData(open + 9);
        const Tag tag = tagAt(open);
        if (tag.name.isEmpty()) {
            addText(u"<");
            return open + 1;
        }
        if (!tag.isClosing && isOneOf(tag.name, {"script", "style", "template", "noscript", "svg", "head"}))
            return skipElement(tag.name, tag.end + 1);
        if (isNotShown(tag))
            return skipHidden(tag.name, tag.end + 1);
        if (m_isArticle && !tag.isClosing && tag.name == QStringLiteral("ac:parameter"))
            return skipElement(tag.name, tag.end + 1);
        if (!m_isArticle || !applyToArticle(tag, attributesOf(tag)))
            apply(tag.name, tag.isClosing);
        return tag.end + 1;
    }

    // Confluence keeps code so; nothing in it is markup.
    qsizetype readData(qsizetype from)
    {
        const qsizetype found = m_html.indexOf(QStringLiteral("]]>"), from);
        const qsizetype end = found < 0 ? m_html.size() : found;
        const QString data = m_html.sliced(from, end - from);
        m_block += data;
        m_hasText = m_hasText || !data.trimmed().isEmpty();
        return std::min(end + 3, m_html.size());
    }

    // Past the end of the hidden element; past its tag alone where it has none, which is looked for once.
    qsizetype skipHidden(const QString &tag, qsizetype from)
    {
        if (m_unclosed.contains(tag))
            return afterUnclosed(tag, from);
        if (isOneOf(tag, {"img", "br", "hr", "input", "meta", "link", "wbr"}))
            return from;
        int depth = 1;
        for (qsizetype i = m_html.indexOf(u'<', from); i >= 0; i = m_html.indexOf(u'<', i + 1)) {
            const QStringView rest = QStringView(m_html).sliced(i + 1);
            const bool isClosing = rest.startsWith(u'/');
            const QStringView name = rest.sliced(isClosing ? 1 : 0);
            const bool isSame = name.startsWith(tag, Qt::CaseInsensitive) &&
                                (name.size() == tag.size() ||
                                 !(name[tag.size()].isLetterOrNumber() || name[tag.size()] == u'-'));
            if (!isSame)
                continue;
            depth += isClosing ? -1 : 1;
            if (depth > 0)
                continue;
            const qsizetype end = m_html.indexOf(u'>', i);
            return end < 0 ? m_html.size() : end + 1;
        }
        m_unclosed.insert(tag);
        return afterUnclosed(tag, from);
    }

    qsizetype afterUnclosed(const QString &tag, qsizetype from) const
    {
        if (!m_isArticle)
            return from;
        return endsByItself(tag) ? nextBlock(from) : m_html.size();
    }

    qsizetype nextBlock(qsizetype from) const
    {
        for (qsizetype i = m_html.indexOf(u'<', from); i >= 0; i = m_html.indexOf(u'<', i + 1)) {
            const QString name = tagAt(i).name;
            if (endsByItself(name) ||
                isOneOf(name, {"div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section",
                               "article", "pre", "blockquote", "dl", "body", "html"}))
                return i;
        }
        return m_html.size();
    }

    // The position of the '>' that ends the tag, past quoted attribute values.
    qsizetype endOfTag(qsizetype open) const
    {
        QChar quote;
        for (qsizetype i = open; i < m_html.size(); ++i) {
            const QChar c = m_html[i];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if ((c == u'"' || c == u'\'') && i > open && m_html[i - 1] == u'=')
                quote = c;
            else if (c == u'>')
                return i;
        }
        return m_html.size() - 1;
    }

    qsizetype skipElement(const QString &tag, qsizetype from)
    {
        const bool isHead = tag == QStringLiteral("head");
        if (isHead && std::exchange(m_hasHead, true))
            return from; // a document has one
        const qsizetype close = m_html.indexOf(QStringLiteral("</") + tag, from, Qt::CaseInsensitive);
        if (isHead)
            readTitle(QStringView(m_html).sliced(from, (close < 0 ? m_html.size() : close) - from));
        if (close < 0)
            return isHead ? from : m_html.size();
        const qsizetype end = m_html.indexOf(u'>', close);
        return end < 0 ? m_html.size() : end + 1;
    }

    void readTitle(QStringView head)
    {
        const qsizetype open = head.indexOf(u"<title", 0, Qt::CaseInsensitive);
        const qsizetype from = open < 0 ? -1 : head.indexOf(u'>', open);
        const qsizetype to = from < 0 ? -1 : head.indexOf(u"</title", from, Qt::CaseInsensitive);
        if (to > from)
            m_result.title = decodedEntities(head.sliced(from + 1, to - from - 1)).simplified();
    }

    // What only articles keep. False: the tag is to be read as in any text.
    bool applyToArticle(const Tag &tag, QStringView attributes)
    {
        if (tag.name == QStringLiteral("table"))
            return tag.isClosing ? endTable() : beginTable(tag.end + 1);
        if (m_table)
            return applyToTable(tag, attributes);
        if (isOneOf(tag.name, {"ol", "ul"})) {
            endBlock();
            if (!tag.isClosing)
                m_lists.push_back(tag.name == QStringLiteral("ol") ? 1 : 0);
            else if (!m_lists.empty())
                m_lists.pop_back();
            return true;
        }
        if (tag.name == QStringLiteral("ac:plain-text-body")) {
            apply(QStringLiteral("pre"), tag.isClosing);
            return true;
        }
        return applyToWords(tag, attributes);
    }

    bool applyToWords(const Tag &tag, QStringView attributes)
    {
        if (m_isPreformatted)
            return tag.name != QStringLiteral("pre") && tag.name != QStringLiteral("br");
        if (tag.name == QStringLiteral("a")) {
            tag.isClosing ? endLink() : beginLink(attributes);
            return true;
        }
        if (!isOneOf(tag.name, {"code", "tt", "samp"}))
            return false;
        if (tag.isClosing && m_block.endsWith(u'`') && m_codeStart == m_block.size())
            m_block.chop(1);
        else
            m_block += u'`';
        m_codeStart = tag.isClosing ? -1 : m_block.size();
        return true;
    }

    void beginLink(QStringView attributes)
    {
        m_link = attributeOf(attributes, "href");
        m_linkStart = m_block.size();
    }

    void endLink()
    {
        const QString link = std::exchange(m_link, QString());
        const bool isAddress = link.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive) ||
                               link.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive) ||
                               link.startsWith(QStringLiteral("mailto:"), Qt::CaseInsensitive);
        if (!isAddress || m_linkStart > m_block.size())
            return;
        const QString words = m_block.sliced(m_linkStart).trimmed();
        if (words.isEmpty() || link.endsWith(words) || words.contains(u']'))
            return;
        QString address = link;
        address.replace(u'(', QStringLiteral("%28")).replace(u')', QStringLiteral("%29")).remove(u' ');
        m_block = m_block.first(m_linkStart) + u'[' + words + QStringLiteral("](") + address + u')';
    }

    // A table of words; one that holds others or headings lays out a page and is read as its blocks.
    bool beginTable(qsizetype from)
    {
        if (m_table || m_isPreformatted)
            return false;
        if (m_tableEnd >= 0 && m_tableEnd < from)
            m_tableEnd = m_html.indexOf(QStringLiteral("</table"), from, Qt::CaseInsensitive);
        const qsizetype close = m_tableEnd;
        static const QRegularExpression layout(QStringLiteral("<(?:table|h[1-6]|pre)\\b"),
                                               QRegularExpression::CaseInsensitiveOption);
        if (close < 0 || layout.match(m_html.mid(from, close - from)).hasMatch())
            return false;
        endBlock();
        m_table.emplace();
        return true;
    }

    bool endTable()
    {
        if (!m_table)
            return false;
        endCell();
        const QString text = m_table->text();
        m_table.reset();
        if (!text.isEmpty())
            m_out += QStringLiteral("\n\n") + text + QStringLiteral("\n\n");
        return true;
    }

    bool applyToTable(const Tag &tag, QStringView attributes)
    {
        if (tag.name == QStringLiteral("tr") && !tag.isClosing) {
            endCell();
            m_table->beginRow();
        } else if (isOneOf(tag.name, {"td", "th"})) {
            endCell();
            m_cell = tag.isClosing
                         ? std::nullopt
                         : std::optional(Cell{std::max(1, attributeOf(attributes, "colspan").toInt()),
                                              std::max(1, attributeOf(attributes, "rowspan").toInt()),
                                              tag.name == QStringLiteral("th")});
        } else if (tag.name == QStringLiteral("caption") && tag.isClosing) {
            m_out += QStringLiteral("\n\n") + m_block.simplified() + QStringLiteral("\n\n");
            m_block.clear();
        } else if (!applyToWords(tag, attributes) &&
                   isOneOf(tag.name, {"br", "p", "div", "li", "ul", "ol"}) && !m_block.isEmpty()) {
            m_block += u' ';
        }
        return true;
    }

    void endCell()
    {
        if (m_cell)
            m_table->add(m_block.simplified().replace(u'|', QStringLiteral("\\|")), m_cell->columns,
                         m_cell->rows, m_cell->isHead);
        m_cell.reset();
        m_block.clear();
        m_hasText = false;
    }

    void apply(const QString &tag, bool isClosing)
    {
        const bool isHeading = tag.size() == 2 && tag[0] == u'h' && tag[1] >= u'1' && tag[1] <= u'6';
        if (tag == QStringLiteral("title")) { // outside a head
            endBlock();
            m_inTitle = !isClosing;
        } else if (isHeading) {
            endBlock();
            m_heading = isClosing ? 0 : tag[1].digitValue();
        } else if (tag == QStringLiteral("li")) {
            endBlock();
            m_isItem = !isClosing;
        } else if (tag == QStringLiteral("pre")) {
            endBlock();
            m_isPreformatted = !isClosing;
            m_codeStart = -1;
        } else if (tag == QStringLiteral("br")) {
            m_block += u'\n';
        } else if (isOneOf(tag, {"td", "th"})) {
            if (!isClosing && m_hasText)
                m_block += QStringLiteral(" | ");
        } else if (isOneOf(tag, {"p",     "div",   "section",    "article", "ul",      "ol",
                                 "table", "tr",    "blockquote", "header",  "footer",  "main",
                                 "nav",   "aside", "dl",         "dt",      "dd",      "figure",
                                 "hr",    "body",  "form",       "option",  "details", "summary"})) {
            endBlock();
        }
    }

    void addText(QStringView raw)
    {
        const QString text = decodedEntities(raw);
        if (m_isPreformatted) {
            m_block += text;
            m_hasText = m_hasText || !QStringView(text).trimmed().isEmpty();
            return;
        }
        for (const QChar c : text) {
            if (!c.isSpace()) {
                m_block += c;
                m_hasText = true;
            } else if (!m_block.isEmpty() && !m_block.back().isSpace()) {
                m_block += u' ';
            }
        }
    }

    static QString fenced(QString code)
    {
        while (code.startsWith(u'\n'))
            code.remove(0, 1);
        while (code.endsWith(u'\n'))
            code.chop(1);
        const QString fence = QString(code.contains(QStringLiteral("```")) ? 6 : 3, u'`');
        return QStringLiteral("\n\n%1\n").arg(fence) + code + u'\n' + fence + QStringLiteral("\n\n");
    }

    void endBlock()
    {
        const QString block = m_isPreformatted ? m_block : m_block.trimmed();
        m_block.clear();
        m_hasText = false;
        if (block.trimmed().isEmpty())
            return;
        if (m_inTitle) {
            m_result.title = block;
            return;
        }
        if (m_heading == 1 && m_result.firstHeading.isEmpty())
            m_result.firstHeading = block;
        if (m_heading > 0)
            m_out += QStringLiteral("\n\n") + QString(m_heading, u'#') + u' ' + block.simplified() +
                     QStringLiteral("\n\n");
        else if (m_isItem)
            m_out += m_isArticle && !m_lists.empty() && m_lists.back() > 0
                         ? QStringLiteral("\n%1. ").arg(m_lists.back()++) + block
                         : QStringLiteral("\n- ") + block;
        else if (m_isArticle && m_isPreformatted)
            m_out += fenced(block);
        else
            m_out += QStringLiteral("\n\n") + block;
        m_isItem = false;
    }

    const QString &m_html;
    HtmlText m_result;
    QString m_out;
    QString m_block;
    int m_heading = 0;
    bool m_isItem = false;
    bool m_isPreformatted = false;
    bool m_inTitle = false;
    QSet<QString> m_unclosed; // tags of hidden elements that never end
    bool m_hasHead = false;
    bool m_hasText = false; // the block holds more than white space

    struct Cell {
        int columns = 1;
        int rows = 1;
        bool isHead = false;
    };
    // Of articles alone.
    const bool m_isArticle;
    QSet<QString> m_hidden; // by the page's style sheet
    std::optional<TableText> m_table;
    qsizetype m_tableEnd = 0; // of the table looked at last; -1: there are no more
    std::optional<Cell> m_cell;
    std::vector<int> m_lists; // the open ones: the next number, 0 for lists without
    QString m_link;
    qsizetype m_linkStart = 0;  // in m_block
    qsizetype m_codeStart = -1; // in m_block, where code has begun
};

} // namespace

HtmlText htmlToText(const QString &html, HtmlUse use)
{
    return HtmlReader(html, use).read();
}

QString withoutHiddenHtml(const QString &text)
{
    return HtmlReader(text, HtmlUse::Article).visible();
}

} // namespace Helmdesk
