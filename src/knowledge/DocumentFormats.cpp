#include "knowledge/DocumentFormats.h"

#include "knowledge/ArticleFields.h"
#include "knowledge/FrontMatter.h"
#include "knowledge/HtmlText.h"

#include <QRegularExpression>

namespace Helmdesk::DocumentFormats
{

namespace
{

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

void appendPublic(const QString &source, const ArticleFields &fields, Document document, ReadDocuments &into)
{
    const QString why = whyNotPublic(fields);
    if (why.isEmpty())
        append(source, std::move(document), into);
    else
        into.leftOut.push_back(
            {source, QStringLiteral("it was left out: %1").arg(why), std::move(document.id)});
}

void readMarkdown(const QString &name, const QString &stem, const QString &text, ReadDocuments &into)
{
    FrontMatter front = takeFrontMatter(text);
    if (front.isUnclosed) {
        into.problems.push_back(
            {name, QStringLiteral("the front matter that begins with --- is never closed")});
        return;
    }
    Document document = documentOf(front.fields);
    setCategory(name, front.fields.first({"category"}), document, into);
    takeLeadingHeading(front.body, document);
    if (document.id.isEmpty())
        document.id = stem;
    if (document.title.isEmpty())
        document.title = stem;
    document.text = front.body;
    appendPublic(name, front.fields, std::move(document), into);
}

// A page of a Confluence space's HTML export: what stands between its navigation and its footer. Empty: it is
// none, or a list of pages.
static QString confluencePage(const QString &html, QString &title)
{
    const qsizetype content = html.indexOf(QStringLiteral("id=\"main-content\""));
    const qsizetype from = content < 0 ? -1 : html.indexOf(u'>', content);
    if (from < 0)
        return {};
    qsizetype to = html.size();
    for (const char *end : {"<div class=\"pageSection group\"", "<div id=\"footer\"", "id=\"footer\""})
        if (const qsizetype found = html.indexOf(QLatin1StringView(end), from); found > 0)
            to = std::min(to, found);
    title = title.section(QStringLiteral(" : "), -1).simplified();
    return html.sliced(from + 1, to - from - 1);
}

void readHtml(const QString &name, const QString &stem, const QString &text, ReadDocuments &into)
{
    HtmlText html = htmlToText(text, HtmlUse::Article);
    if (text.contains(QStringLiteral("Document generated by Confluence"))) {
        const QString page = confluencePage(text, html.title);
        if (page.isEmpty()) {
            into.leftOut.push_back({name, QStringLiteral("it is the list of pages of an export"), {}});
            return;
        }
        html.text = htmlToText(page, HtmlUse::Article).text;
    }
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
    // Spreadsheet programs name the separator in a line of its own.
    static const QRegularExpression named(QStringLiteral("^\"?sep=(.)\"?[^\\S\\n]*\\n"),
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch told = named.match(text);
    const QString rows = text.sliced(told.capturedLength());
    const int linesBefore = told.hasMatch() ? 1 : 0;
    const Table table = parseTable(rows, told.hasMatch() ? told.captured(1).front() : separatorOf(rows));
    if (table.rows.empty()) {
        into.problems.push_back({name, QStringLiteral("it holds no rows")});
        return;
    }
    const QStringList &header = table.rows.front().cells;
    const int id = columnOf(header, {"id"});
    const int body = columnOf(header, {"text", "content", "body"});
    if (id < 0 || body < 0) {
        into.problems.push_back(
            {name, QStringLiteral(
                       "the header row needs a column \"id\" and one of \"text\", \"content\", \"body\"")});
        return;
    }
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const TableRow &row = table.rows[i];
        const QString source = QStringLiteral("%1:%2").arg(name).arg(row.line + linesBefore);
        if (row.cells.size() != header.size()) {
            into.problems.push_back({source, QStringLiteral("the row has %1 cells and the header %2")
                                                 .arg(row.cells.size())
                                                 .arg(header.size())});
            continue;
        }
        if (row.cells[id].trimmed().isEmpty()) {
            into.problems.push_back({source, QStringLiteral("the row has no id")});
            continue;
        }
        ArticleFields fields;
        for (int column = 0; column < header.size(); ++column)
            if (column != body)
                fields.set(header[column], row.cells[column]);
        Document document = documentOf(fields);
        document.text = row.cells[body];
        setCategory(source, fields.first({"category"}), document, into);
        appendPublic(source, fields, std::move(document), into);
    }
    if (table.endsInQuotes)
        into.problems.push_back({name, QStringLiteral("a quoted cell is still open at the end of the file")});
}

} // namespace Helmdesk::DocumentFormats
