#include "knowledge/HtmlText.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <utility>

namespace Helmdesk
{

namespace
{

const QHash<QString, QString> &namedEntities()
{
    static const QHash<QString, QString> entities = {
        {QStringLiteral("amp"), QStringLiteral("&")},
        {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},
        {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")},
        {QStringLiteral("nbsp"), QStringLiteral(" ")},
        {QStringLiteral("copy"), QStringLiteral("©")},
        {QStringLiteral("reg"), QStringLiteral("®")},
        {QStringLiteral("trade"), QStringLiteral("™")},
        {QStringLiteral("hellip"), QStringLiteral("…")},
        {QStringLiteral("ndash"), QStringLiteral("–")},
        {QStringLiteral("mdash"), QStringLiteral("—")},
        {QStringLiteral("lsquo"), QStringLiteral("‘")},
        {QStringLiteral("rsquo"), QStringLiteral("’")},
        {QStringLiteral("ldquo"), QStringLiteral("“")},
        {QStringLiteral("rdquo"), QStringLiteral("”")},
        {QStringLiteral("laquo"), QStringLiteral("«")},
        {QStringLiteral("raquo"), QStringLiteral("»")},
        {QStringLiteral("euro"), QStringLiteral("€")},
        {QStringLiteral("pound"), QStringLiteral("£")},
        {QStringLiteral("yen"), QStringLiteral("¥")},
        {QStringLiteral("cent"), QStringLiteral("¢")},
        {QStringLiteral("sect"), QStringLiteral("§")},
        {QStringLiteral("bull"), QStringLiteral("•")},
        {QStringLiteral("middot"), QStringLiteral("·")},
        {QStringLiteral("times"), QStringLiteral("×")},
        {QStringLiteral("rarr"), QStringLiteral("→")},
        {QStringLiteral("larr"), QStringLiteral("←")},
        {QStringLiteral("deg"), QStringLiteral("°")},
        {QStringLiteral("plusmn"), QStringLiteral("±")},
        {QStringLiteral("auml"), QStringLiteral("ä")},
        {QStringLiteral("ouml"), QStringLiteral("ö")},
        {QStringLiteral("uuml"), QStringLiteral("ü")},
        {QStringLiteral("Auml"), QStringLiteral("Ä")},
        {QStringLiteral("Ouml"), QStringLiteral("Ö")},
        {QStringLiteral("Uuml"), QStringLiteral("Ü")},
        {QStringLiteral("szlig"), QStringLiteral("ß")},
        {QStringLiteral("eacute"), QStringLiteral("é")},
        {QStringLiteral("egrave"), QStringLiteral("è")},
        {QStringLiteral("agrave"), QStringLiteral("à")},
        {QStringLiteral("aring"), QStringLiteral("å")},
        {QStringLiteral("oslash"), QStringLiteral("ø")},
        {QStringLiteral("ccedil"), QStringLiteral("ç")},
        {QStringLiteral("ntilde"), QStringLiteral("ñ")},
        {QStringLiteral("iacute"), QStringLiteral("í")},
        {QStringLiteral("oacute"), QStringLiteral("ó")},
        {QStringLiteral("uacute"), QStringLiteral("ú")},
        {QStringLiteral("aacute"), QStringLiteral("á")},
        {QStringLiteral("shy"), QString()},
    };
    return entities;
}

// Where the ';' of an entity stands, or -1; no name is longer than eight characters.
qsizetype endOfEntity(QStringView text, qsizetype ampersand)
{
    constexpr qsizetype longest = 10;
    const qsizetype found =
        text.sliced(ampersand, std::min(longest + 1, text.size() - ampersand)).indexOf(u';');
    return found < 0 ? -1 : ampersand + found;
}

QString decodeEntities(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i] != u'&') {
            out += text[i++];
            continue;
        }
        const qsizetype end = endOfEntity(text, i);
        const QStringView name = end > i ? text.sliced(i + 1, end - i - 1) : QStringView();
        if (name.startsWith(u'#')) {
            const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
            bool ok = false;
            const uint code = isHex ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok, 10);
            if (ok && code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) {
                const char32_t point = code;
                out += QString::fromUcs4(&point, 1);
                i = end + 1;
                continue;
            }
        } else if (!name.isEmpty()) {
            const auto found = namedEntities().constFind(name.toString());
            if (found != namedEntities().constEnd()) {
                out += *found;
                i = end + 1;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

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
                       "font-size\\s{0,9}:\\s{0,9}0(?:px|pt|em|rem|%)?\\s{0,9}[;\"'!])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|'[^']*'"));
    static const QRegularExpression attribute(QStringLiteral("(?:^|\\s)hidden(?:[\\s=/]|$)"),
                                              QRegularExpression::CaseInsensitiveOption);
    if (beginning.contains(QLatin1String("style"), Qt::CaseInsensitive) && style.match(beginning).hasMatch())
        return true;
    return beginning.contains(QLatin1String("hidden"), Qt::CaseInsensitive) &&
           attribute.match(QString(beginning).remove(quoted)).hasMatch();
}

class HtmlReader
{
public:
    explicit HtmlReader(const QString &html)
        : m_html(html)
    {
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
    // Returns the position after the markup that begins at `open`.
    qsizetype readMarkup(qsizetype open)
    {
        const QStringView rest = QStringView(m_html).sliced(open);
        if (rest.startsWith(u"<!--")) {
            const qsizetype end = m_html.indexOf(QStringLiteral("-->"), open);
            return end < 0 ? m_html.size() : end + 3;
        }
        const bool isTag =
            rest.size() > 1 && (rest[1].isLetter() || rest[1] == u'/' || rest[1] == u'!' || rest[1] == u'?');
        if (!isTag) {
            addText(u"<");
            return open + 1;
        }
        const qsizetype end = endOfTag(open);
        qsizetype nameStart = open + 1;
        const bool isClosing = m_html[nameStart] == u'/';
        nameStart += isClosing ? 1 : 0;
        qsizetype nameEnd = nameStart;
        while (nameEnd < end && m_html[nameEnd].isLetterOrNumber())
            ++nameEnd;
        const QString tag = m_html.sliced(nameStart, nameEnd - nameStart).toLower();
        if (!isClosing && isOneOf(tag, {"script", "style", "template", "noscript", "svg", "head"}))
            return skipElement(tag, end + 1);
        const QStringView attributes = QStringView(m_html).sliced(nameEnd, std::max(end, nameEnd) - nameEnd);
        if (!isClosing && !attributes.isEmpty() && isHidden(attributes))
            return skipHidden(tag, end + 1);
        apply(tag, isClosing);
        return end + 1;
    }

    // Past the end of the hidden element; past its tag alone where it has none, which is looked for once.
    qsizetype skipHidden(const QString &tag, qsizetype from)
    {
        if (m_unclosed.contains(tag) || isOneOf(tag, {"img", "br", "hr", "input", "meta", "link", "wbr"}))
            return from;
        int depth = 1;
        for (qsizetype i = m_html.indexOf(u'<', from); i >= 0; i = m_html.indexOf(u'<', i + 1)) {
            const QStringView rest = QStringView(m_html).sliced(i + 1);
            const bool isClosing = rest.startsWith(u'/');
            const QStringView name = rest.sliced(isClosing ? 1 : 0);
            const bool isSame = name.startsWith(tag, Qt::CaseInsensitive) &&
                                (name.size() == tag.size() || !name[tag.size()].isLetterOrNumber());
            if (!isSame)
                continue;
            depth += isClosing ? -1 : 1;
            if (depth > 0)
                continue;
            const qsizetype end = m_html.indexOf(u'>', i);
            return end < 0 ? m_html.size() : end + 1;
        }
        m_unclosed.insert(tag);
        return from;
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
            m_result.title = decodeEntities(head.sliced(from + 1, to - from - 1)).simplified();
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
        const QString text = decodeEntities(raw);
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
            m_out += QStringLiteral("\n- ") + block;
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
};

} // namespace

HtmlText htmlToText(const QString &html)
{
    return HtmlReader(html).read();
}

} // namespace Helmdesk
