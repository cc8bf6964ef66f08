#include "channels/MailContainers.h"

#include <optional>
#include <QStringList>
#include <QStringView>
#include <vector>

namespace Helmdesk
{
namespace
{

// How a mail program marks what is not its writer's: an attribute that holds a word, and how far it reaches.
enum class Reach {
    Element, // what the element encloses
    ToEnd,   // the element and everything below it
    Divided, // quoted up to the end of the first quotation in it; what stands between quotations is an answer
    Own,     // looks like a quotation and is none
};
enum class Role { Quote, Signature };

struct Container {
    std::u16string_view tag;       // empty: any
    std::u16string_view attribute; // empty: the tag alone
    std::u16string_view value; // stands in the attribute's value, in lower case: programs prefix their names
    Reach reach = Reach::Element;
    Role role = Role::Quote;
};

// The first that fits counts.
constexpr Container containers[] = {
    // Gmail and Apple Mail indent with a quotation that has no border; Outlook draws its quotations on the
    // left.
    {u"blockquote", u"style", u"border-left:", Reach::Element, Role::Quote},
    {u"blockquote", u"style", u"border:none", Reach::Own, Role::Quote},
    {u"blockquote", u"class", u"webkit-indent-blockquote", Reach::Own, Role::Quote},
    {u"blockquote", u"", u"", Reach::Element, Role::Quote},
    {u"", u"class", u"gmail_quote", Reach::Divided, Role::Quote},
    {u"", u"class", u"gmail_attr", Reach::Element, Role::Quote},
    {u"", u"class", u"gmail_extra", Reach::Divided, Role::Quote},
    {u"", u"class", u"yahoo_quoted", Reach::Element, Role::Quote},
    {u"", u"id", u"yahoo_quoted", Reach::Element, Role::Quote},
    {u"", u"class", u"yahoo-quoted", Reach::Element, Role::Quote},
    {u"", u"class", u"protonmail_quote", Reach::Element, Role::Quote},
    {u"", u"class", u"tutanota_quote", Reach::Element, Role::Quote},
    {u"", u"class", u"zmail_extra", Reach::Element, Role::Quote},
    {u"", u"id", u"zmail_extra", Reach::Element, Role::Quote},
    {u"", u"class", u"moz-cite-prefix", Reach::Element, Role::Quote},
    {u"", u"class", u"moz-forward-container", Reach::Element, Role::Quote},
    {u"", u"class", u"mail-quote-collapse", Reach::Element, Role::Quote},
    {u"", u"class", u"quoted-text", Reach::Element, Role::Quote},
    {u"", u"class", u"quote_container", Reach::Element, Role::Quote},
    {u"div", u"name", u"quote", Reach::Element, Role::Quote},  // web.de, GMX
    {u"", u"id", u"divrplyfwdmsg", Reach::ToEnd, Role::Quote}, // Outlook
    {u"", u"id", u"appendonsend", Reach::ToEnd, Role::Quote},
    {u"", u"id", u"mail-editor-reference-message-container", Reach::Element, Role::Quote},
    {u"", u"id", u"ms-outlook-mobile-body-separator-line", Reach::ToEnd, Role::Quote},
    {u"", u"id", u"olk_src_body_section", Reach::Element, Role::Quote},
    {u"", u"id", u"originalcontent", Reach::Element, Role::Quote}, // Tencent, NetEase
    {u"", u"id", u"isforwardcontent", Reach::Element, Role::Quote},
    {u"", u"id", u"isreplycontent", Reach::Element, Role::Quote},
    {u"", u"id", u"replysplit", Reach::ToEnd, Role::Quote},
    {u"", u"id", u"reply-intro", Reach::Element, Role::Quote}, // Roundcube
    {u"", u"type", u"cite", Reach::Element, Role::Quote},
    {u"div", u"style", u"border-left:", Reach::Element, Role::Quote},
    {u"", u"class", u"gmail_signature", Reach::Element, Role::Signature},
    {u"", u"class", u"moz-signature", Reach::Element, Role::Signature},
    {u"", u"class", u"protonmail_signature_block", Reach::Element, Role::Signature},
    {u"", u"id", u"ms-outlook-mobile-signature", Reach::Element, Role::Signature},
    {u"div", u"id", u"signature", Reach::Element, Role::Signature},
    {u"", u"id", u"applemailsignature", Reach::Element, Role::Signature},
};

struct Tag {
    QString name; // lower case
    bool isClosing = false;
    bool isEmpty = false; // has no end tag
    qsizetype begin = 0;
    qsizetype end = 0; // behind ">"
};

bool isVoid(const QString &name)
{
    static constexpr std::u16string_view names[] = {u"br",  u"hr",   u"img",  u"input", u"meta",  u"link",
                                                    u"wbr", u"area", u"base", u"col",   u"embed", u"source"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](auto other) { return QStringView(other) == name; });
}

// Reads the tags of a document one after the other; comments, scripts and styles are passed over.
class TagReader
{
public:
    explicit TagReader(const QString &html)
        : m_html(html)
    {
    }

    std::optional<Tag> next()
    {
        while (true) {
            const qsizetype open = m_html.indexOf(u'<', m_at);
            if (open < 0 || open + 1 >= m_html.size())
                return {};
            if (QStringView(m_html).sliced(open).startsWith(u"<!--")) {
                const qsizetype close = m_html.indexOf(QStringLiteral("-->"), open + 4);
                m_at = close < 0 ? m_html.size() : close + 3;
                continue;
            }
            const QChar first = m_html[open + 1];
            if (!first.isLetter() && first != u'/') {
                m_at = open + 1;
                continue;
            }
            return read(open);
        }
    }

private:
    Tag read(qsizetype open)
    {
        Tag tag;
        tag.begin = open;
        tag.end = endOf(open);
        tag.isClosing = m_html[open + 1] == u'/';
        qsizetype at = open + (tag.isClosing ? 2 : 1);
        const qsizetype from = at;
        while (at < tag.end && m_html[at].isLetterOrNumber())
            ++at;
        tag.name = m_html.sliced(from, at - from).toLower();
        tag.isEmpty = isVoid(tag.name) || (tag.end >= 2 && m_html[tag.end - 2] == u'/');
        m_at = tag.end;
        if (!tag.isClosing && (tag.name == QLatin1String("script") || tag.name == QLatin1String("style"))) {
            const qsizetype close =
                m_html.indexOf(QLatin1String("</") + tag.name, tag.end, Qt::CaseInsensitive);
            m_at = close < 0 ? m_html.size() : close;
        }
        return tag;
    }

    // Behind the ">" that ends the tag, past values in quotation marks.
    qsizetype endOf(qsizetype open) const
    {
        QChar quote;
        for (qsizetype i = open; i < m_html.size(); ++i) {
            const QChar c = m_html[i];
            if (!quote.isNull())
                quote = c == quote ? QChar() : quote;
            else if ((c == u'"' || c == u'\'') && m_html[i - 1] == u'=')
                quote = c;
            else if (c == u'>')
                return i + 1;
        }
        return m_html.size();
    }

    const QString &m_html;
    qsizetype m_at = 0;
};

struct Attribute {
    QString name;
    QString value; // lower case; of a style without blanks
};

std::vector<Attribute> attributesOf(QStringView tag)
{
    std::vector<Attribute> attributes;
    qsizetype i = 0;
    const auto skip = [&](auto while_) {
        const qsizetype from = i;
        while (i < tag.size() && while_(tag[i]))
            ++i;
        return tag.sliced(from, i - from);
    };
    skip([](QChar c) { return !c.isSpace(); }); // the tag's name
    while (i < tag.size()) {
        skip([](QChar c) { return c.isSpace() || c == u'/' || c == u'>' || c == u'<' || c == u'"'; });
        const QStringView name = skip([](QChar c) { return !c.isSpace() && c != u'=' && c != u'>'; });
        skip([](QChar c) { return c.isSpace(); });
        if (i >= tag.size() || tag[i] != u'=')
            continue;
        ++i;
        skip([](QChar c) { return c.isSpace(); });
        QStringView value;
        if (i < tag.size() && (tag[i] == u'"' || tag[i] == u'\'')) {
            const QChar quote = tag[i++];
            value = skip([quote](QChar c) { return c != quote; });
            ++i;
        } else {
            value = skip([](QChar c) { return !c.isSpace() && c != u'>'; });
        }
        attributes.push_back({name.toString().toLower(), value.toString().toLower()});
        if (attributes.back().name == QLatin1String("style"))
            attributes.back().value.remove(u' ');
    }
    return attributes;
}

// "border-left:0" and "border-left:none" draw nothing.
bool drawsNothing(QStringView value)
{
    return value.startsWith(u'0') || value.startsWith(u"none");
}

bool holds(const Attribute &attribute, std::u16string_view wanted)
{
    const QStringView value(wanted.data(), static_cast<qsizetype>(wanted.size()));
    const qsizetype at = attribute.value.indexOf(value);
    const bool isDeclaration = value.endsWith(u':');
    return at >= 0 &&
           !(isDeclaration && drawsNothing(QStringView(attribute.value).sliced(at + value.size())));
}

const Container *containerOf(const QString &html, const Tag &tag)
{
    const QStringView text = QStringView(html).sliced(tag.begin, tag.end - tag.begin);
    const std::vector<Attribute> attributes = attributesOf(text);
    for (const Container &container : containers) {
        if (!container.tag.empty() && QStringView(container.tag) != tag.name)
            continue;
        if (container.attribute.empty())
            return &container;
        for (const Attribute &attribute : attributes) {
            if (QStringView(container.attribute) == attribute.name && holds(attribute, container.value))
                return &container;
        }
    }
    return nullptr;
}

// Cuts the document at its containers and puts the texts together.
class ContainerReader
{
public:
    ContainerReader(const QString &html, QString (*toText)(const QString &))
        : m_html(html)
        , m_toText(toText)
    {
    }

    QString read()
    {
        TagReader tags(m_html);
        while (const auto tag = tags.next()) {
            if (tag->isClosing)
                close(*tag);
            else if (!tag->isEmpty || containerReachesToEnd(*tag))
                open(*tag);
        }
        flush(m_html.size());
        return m_texts.join(QStringLiteral("\n\n"));
    }

private:
    struct Level {
        QString tag;
        int depth = 0; // of elements of the same name inside it
        const Container *container = nullptr;
        bool isPast = false;    // of a divided one: its first quotation is over
        bool isForward = false; // of a divided one: below its heading is no quotation but the mail itself
    };

    bool containerReachesToEnd(const Tag &tag) const
    {
        const Container *found = containerOf(m_html, tag);
        return found && found->reach == Reach::ToEnd;
    }

    void open(const Tag &tag)
    {
        if (m_isToEnd)
            return;
        for (Level &level : m_levels)
            level.depth += level.tag == tag.name ? 1 : 0;
        const Container *found = containerOf(m_html, tag);
        if (!found || found->reach == Reach::Own || m_levels.size() >= mostLevels)
            return;
        flush(tag.begin);
        if (found->reach == Reach::ToEnd)
            m_isToEnd = true;
        else
            m_levels.push_back({tag.name, 1, found, false, false});
    }

    void close(const Tag &tag)
    {
        for (Level &level : m_levels)
            level.depth -= level.tag == tag.name ? 1 : 0;
        const bool isEnd = !m_levels.empty() && m_levels.back().depth <= 0;
        if (!isEnd)
            return;
        flush(tag.begin);
        const bool isQuotation = tag.name == QLatin1String("blockquote");
        m_levels.pop_back();
        if (isQuotation && !m_levels.empty())
            m_levels.back().isPast = !m_levels.back().isForward;
    }

    // How often the text that is read now is quoted; what is between the quotations of a divided container is
    // not.
    int quoteDepth() const
    {
        int depth = m_isToEnd ? 1 : 0;
        for (const Level &level : m_levels) {
            const bool isQuote =
                level.container->role == Role::Quote && level.container->reach == Reach::Element;
            const bool isHeading = level.container->reach == Reach::Divided && !level.isPast;
            depth += isQuote || (isHeading && &level == &m_levels.back()) ? 1 : 0;
        }
        return depth;
    }

    bool isSignature() const
    {
        return std::any_of(m_levels.begin(), m_levels.end(),
                           [](const Level &level) { return level.container->role == Role::Signature; });
    }

    // The text up to `end` belongs to the levels that are open.
    void flush(qsizetype end)
    {
        const QString text = m_toText(m_html.sliced(m_from, end - m_from)).trimmed();
        m_from = end;
        if (text.isEmpty())
            return;
        const int depth = quoteDepth();
        if (text.startsWith(QLatin1String("----"))) { // the heading of a forwarded mail
            for (Level &level : m_levels)
                level.isForward = true;
        }
        if (depth > 0) {
            const QString marks = QString(depth, u'>') + u' ';
            QStringList lines = text.split(u'\n');
            for (QString &line : lines)
                line.prepend(marks);
            m_texts.append(lines.join(u'\n'));
        } else {
            m_texts.append(isSignature() ? QStringLiteral("-- \n") + text : text);
        }
    }

    static constexpr size_t mostLevels = 40;

    const QString &m_html;
    QString (*m_toText)(const QString &);
    QStringList m_texts;
    std::vector<Level> m_levels;
    qsizetype m_from = 0;
    bool m_isToEnd = false;
};

} // namespace

QString markMailContainers(const QString &html, QString (*toText)(const QString &))
{
    return ContainerReader(html, toText).read();
}

} // namespace Helmdesk
