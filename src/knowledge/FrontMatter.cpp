#include "knowledge/FrontMatter.h"

#include <QRegularExpression>
#include <QStringList>
#include <yaml-cpp/yaml.h>

namespace Helmdesk
{

namespace
{

constexpr qsizetype longestFrontMatter = 64 * 1024; // characters

QString textOf(const YAML::Node &node)
{
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar());
    QStringList parts;
    if (node.IsSequence())
        for (const YAML::Node &part : node)
            if (part.IsScalar())
                parts.append(QString::fromStdString(part.Scalar()));
    return parts.join(u',');
}

// Nothing when the block is no mapping of keys.
std::optional<ArticleFields> readYaml(const QString &block)
{
    try {
        const YAML::Node root = YAML::Load(block.toStdString());
        if (!root.IsMap())
            return {};
        ArticleFields fields;
        for (const auto &entry : root)
            if (entry.first.IsScalar())
                fields.set(QString::fromStdString(entry.first.Scalar()), textOf(entry.second));
        return fields;
    } catch (const YAML::Exception &) {
        return {};
    }
}

QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'') &&
        value.back() == value.front())
        value = value.sliced(1, value.size() - 2);
    return value;
}

// "key: value" or "key = value" line by line. Nothing when a line is something else.
std::optional<ArticleFields> readLines(const QString &block, QChar separator)
{
    static const QRegularExpression key(QStringLiteral("^[A-Za-z_][\\w. -]{0,40}$"));
    ArticleFields fields;
    for (const QString &line : block.split(u'\n')) {
        const QString trimmed = line.trimmed();
        const bool isOfAbove = line.startsWith(u' ') || line.startsWith(u'\t') || trimmed.startsWith(u'-');
        if (trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.startsWith(u'[') || isOfAbove)
            continue;
        const qsizetype at = line.indexOf(separator);
        if (at < 0 || !key.match(line.first(at).trimmed()).hasMatch())
            return {};
        fields.set(line.first(at), unquoted(line.sliced(at + 1)));
    }
    return fields;
}

// Whether this looks like keys of an article rather than a sentence with a colon.
bool isAboutArticle(const ArticleFields &fields)
{
    return !fields
                .first({"id", "title", "category", "url", "updated", "date", "draft", "published", "status",
                        "tags", "layout", "locale", "lang", "slug", "description", "name"})
                .isEmpty();
}

struct Block {
    qsizetype end = -1;  // of its content
    qsizetype next = -1; // where the body begins
};

// Up to the line that closes it; `end` -1 where there is none.
Block blockOf(const QString &text, qsizetype start, const QStringList &closing)
{
    qsizetype from = start;
    while (from <= text.size() && from - start <= longestFrontMatter) {
        const qsizetype found = text.indexOf(u'\n', from);
        const qsizetype end = found < 0 ? text.size() : found;
        if (closing.contains(QStringView(text).sliced(from, end - from).trimmed().toString()))
            return {from, std::min(end + 1, text.size())};
        if (found < 0)
            break;
        from = found + 1;
    }
    return {};
}

} // namespace

FrontMatter takeFrontMatter(const QString &text)
{
    FrontMatter none{{}, text, false};
    const qsizetype firstEnd = text.indexOf(u'\n');
    const QString first = text.left(std::max<qsizetype>(firstEnd, 0)).trimmed();
    const bool isToml = first == QStringLiteral("+++");
    if (firstEnd < 0 || (!isToml && first != QStringLiteral("---")))
        return none;
    const qsizetype start = firstEnd + 1;
    const Block block =
        blockOf(text, start, isToml ? QStringList{first} : QStringList{first, QStringLiteral("...")});
    const bool isOpen = block.end < 0;
    const qsizetype paragraph = text.indexOf(QStringLiteral("\n\n"), start);
    const qsizetype end = isOpen ? (paragraph < 0 ? text.size() : paragraph) : block.end;
    const QString content = text.sliced(start, end - start);
    std::optional<ArticleFields> fields = isToml ? readLines(content, u'=') : readYaml(content);
    if (!fields && !isToml)
        fields = readLines(content, u':');
    // A list or headings between two rules are the article's own text.
    const bool isText = fields && fields->isEmpty() && !content.trimmed().isEmpty();
    if (!fields || isText)
        return none;
    const bool isSpaced = content.startsWith(u'\n') || content.trimmed().isEmpty();
    if (!isAboutArticle(*fields) && (isSpaced || isOpen))
        return none;
    if (isOpen)
        return {std::move(*fields), text, true};
    return {std::move(*fields), text.sliced(block.next), false};
}

} // namespace Helmdesk
