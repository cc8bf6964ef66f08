#include "knowledge/DocumentFormats.h"

#include "core/Json.h"
#include "knowledge/HtmlText.h"

#include <array>
#include <QHash>

namespace Helmdesk::DocumentFormats
{

namespace
{

QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'') &&
        value.back() == value.front())
        value = value.sliced(1, value.size() - 2);
    return value;
}

// Cuts the front matter off `text` and applies it. Returns false when it is opened and never closed.
bool takeFrontMatter(const QString &name, QString &text, Document &document, ReadDocuments &into)
{
    if (!text.startsWith(QStringLiteral("---\n")))
        return true;
    const qsizetype end = text.indexOf(QStringLiteral("\n---"), 3);
    if (end < 0)
        return false;
    for (const QString &line : text.sliced(4, std::max<qsizetype>(0, end - 4)).split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            continue;
        const QString key = line.first(colon).trimmed().toLower();
        const QString value = unquoted(line.sliced(colon + 1));
        if (key == QStringLiteral("id"))
            document.id = value;
        else if (key == QStringLiteral("title"))
            document.title = value;
        else if (key == QStringLiteral("category"))
            setCategory(name, value, document, into);
        else if (key == QStringLiteral("url"))
            document.url = value;
        else if (key == QStringLiteral("updated"))
            document.updated = value;
    }
    const qsizetype next = text.indexOf(u'\n', end + 1);
    text = next < 0 ? QString() : text.sliced(next + 1);
    return true;
}

// Takes a leading "# Title" away when the document has no title or the same one.
void takeLeadingHeading(QString &text, Document &document)
{
    text = text.trimmed();
    if (!text.startsWith(QStringLiteral("# ")))
        return;
    const qsizetype end = text.indexOf(u'\n');
    const QString heading = text.sliced(2, (end < 0 ? text.size() : end) - 2).trimmed();
    if (document.title.isEmpty())
        document.title = heading;
    if (document.title == heading)
        text = end < 0 ? QString() : text.sliced(end + 1).trimmed();
}

// The rows of a table with the line on which each begins. A quoted cell may hold separators, quotes and line
// breaks.
struct TableRow {
    QStringList cells;
    int line = 1;
};

struct Table {
    std::vector<TableRow> rows;
    bool endsInQuotes = false;
};

Table parseTable(const QString &text, QChar separator)
{
    Table table;
    TableRow row;
    QString cell;
    bool inQuotes = false;
    bool wasQuoted = false;
    int line = 1;
    const auto endCell = [&] {
        row.cells.append(wasQuoted ? cell : cell.trimmed());
        cell.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        endCell();
        if (row.cells.size() > 1 || !row.cells.front().isEmpty())
            table.rows.push_back(row);
        row = {{}, line};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        line += c == u'\n' ? 1 : 0;
        if (inQuotes) {
            if (c != u'"') {
                cell += c;
            } else if (i + 1 < text.size() && text[i + 1] == u'"') {
                cell += u'"';
                ++i;
            } else {
                inQuotes = false;
            }
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            cell.clear();
            inQuotes = wasQuoted = true;
        } else if (c == separator) {
            endCell();
        } else if (c == u'\n') {
            endRow();
        } else {
            cell += c;
        }
    }
    table.endsInQuotes = inQuotes;
    if (!cell.isEmpty() || !row.cells.isEmpty() || wasQuoted)
        endRow();
    return table;
}

QChar separatorOf(const QString &text)
{
    const QString header = text.section(u'\n', 0, 0);
    QChar best = u',';
    for (const QChar candidate : {QChar(u';'), QChar(u'\t')})
        if (header.count(candidate) > header.count(best))
            best = candidate;
    return best;
}

// The column of the first name that the header has, or -1.
int columnOf(const QStringList &header, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        for (int i = 0; i < header.size(); ++i)
            if (header[i].compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
                return i;
    return -1;
}

} // namespace

void setCategory(const QString &source, const QString &category, Document &document, ReadDocuments &into)
{
    if (category.isEmpty())
        return;
    const auto known = fromName<Category>(category.trimmed().toLower());
    if (known)
        document.category = *known;
    else
        into.problems.push_back(
            {source, QStringLiteral("the category \"%1\" is not known and was read as general")
                         .arg(category.left(40))});
}

void append(const QString &source, Document document, ReadDocuments &into)
{
    document.text = document.text.trimmed();
    if (document.text.isEmpty()) {
        into.problems.push_back({source, QStringLiteral("it holds no text")});
        return;
    }
    if (document.text.size() > longestArticle) {
        into.problems.push_back(
            {source,
             QStringLiteral("it is longer than %1 characters; part it into articles").arg(longestArticle)});
        return;
    }
    into.documents.push_back(std::move(document));
}

void readMarkdown(const QString &name, const QString &stem, const QString &text, ReadDocuments &into)
{
    Document document;
    QString rest = text;
    if (!takeFrontMatter(name, rest, document, into)) {
        into.problems.push_back(
            {name, QStringLiteral("the front matter that begins with --- is never closed")});
        return;
    }
    takeLeadingHeading(rest, document);
    if (document.id.isEmpty())
        document.id = stem;
    if (document.title.isEmpty())
        document.title = stem;
    document.text = rest;
    append(name, std::move(document), into);
}

void readHtml(const QString &name, const QString &stem, const QString &text, ReadDocuments &into)
{
    const HtmlText html = htmlToText(text);
    Document document;
    document.id = stem;
    document.title = html.title.isEmpty() ? html.firstHeading : html.title;
    QString rest = html.text;
    takeLeadingHeading(rest, document);
    if (document.title.isEmpty())
        document.title = stem;
    document.text = rest;
    append(name, std::move(document), into);
}

void readPlainText(const QString &name, const QString &stem, const QString &text, ReadDocuments &into)
{
    Document document;
    document.id = stem;
    const QString trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf(QStringLiteral("\n\n"));
    const QString first = trimmed.left(end).trimmed();
    const bool isTitle = end > 0 && !first.contains(u'\n') && first.size() <= 120;
    document.title = isTitle ? first : stem;
    document.text = isTitle ? trimmed.sliced(end) : trimmed;
    append(name, std::move(document), into);
}

void readTable(const QString &name, const QString &, const QString &text, ReadDocuments &into)
{
    const Table table = parseTable(text, separatorOf(text));
    if (table.rows.empty()) {
        into.problems.push_back({name, QStringLiteral("it holds no rows")});
        return;
    }
    const QStringList &header = table.rows.front().cells;
    const int id = columnOf(header, {"id"});
    const int title = columnOf(header, {"title"});
    const int category = columnOf(header, {"category"});
    const int body = columnOf(header, {"text", "content", "body"});
    const int url = columnOf(header, {"url"});
    const int updated = columnOf(header, {"updated"});
    if (id < 0 || body < 0) {
        into.problems.push_back(
            {name, QStringLiteral(
                       "the header row needs a column \"id\" and one of \"text\", \"content\", \"body\"")});
        return;
    }
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const TableRow &row = table.rows[i];
        const QString source = QStringLiteral("%1:%2").arg(name).arg(row.line);
        if (row.cells.size() != header.size()) {
            into.problems.push_back({source, QStringLiteral("the row has %1 cells and the header %2")
                                                 .arg(row.cells.size())
                                                 .arg(header.size())});
            continue;
        }
        const auto cell = [&](int column) { return column < 0 ? QString() : row.cells[column]; };
        if (cell(id).isEmpty()) {
            into.problems.push_back({source, QStringLiteral("the row has no id")});
            continue;
        }
        Document document{cell(id), cell(title), Category::General, cell(url), cell(updated), cell(body)};
        setCategory(source, cell(category), document, into);
        append(source, std::move(document), into);
    }
    if (table.endsInQuotes)
        into.problems.push_back({name, QStringLiteral("a quoted cell is still open at the end of the file")});
}

void readJsonLines(const QString &name, const QString &, const QString &text, ReadDocuments &into)
{
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QString source = QStringLiteral("%1:%2").arg(name).arg(number);
        const Result<Json> json = parseJson(line.toUtf8());
        if (!json || !json->is_object()) {
            into.problems.push_back({source, QStringLiteral("the line is no JSON object")});
            continue;
        }
        Document document;
        const Json &idValue = memberOrNull(*json, "id");
        document.id =
            idValue.is_number_integer() ? QString::fromStdString(idValue.dump()) : stringOr(*json, "id");
        if (document.id.isEmpty()) {
            into.problems.push_back({source, QStringLiteral("the object has no \"id\"")});
            continue;
        }
        document.title = stringOr(*json, "title");
        document.url = stringOr(*json, "url");
        document.updated = stringOr(*json, "updated");
        for (const char *key : {"text", "content", "body"})
            if (document.text.isEmpty())
                document.text = stringOr(*json, key);
        setCategory(source, stringOr(*json, "category"), document, into);
        append(source, std::move(document), into);
    }
}

} // namespace Helmdesk::DocumentFormats
