#pragma once

#include "knowledge/ArticleFields.h"
#include "knowledge/DocumentReader.h"

// One function a format; each appends its documents and problems. `name` is the file as shown in problems,
// `stem` its name without folder and extension, the id of a document that names none. Pure and thread-safe.
namespace Helmdesk::DocumentFormats
{

// Front matter (see FrontMatter.h) with id, title, category, url, updated and what says that it is a draft;
// else the first heading is the title.
void readMarkdown(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// <title>, else the first <h1>; headings, lists, links, code and tables become Markdown, scripts, styles and
// what is hidden do not. Of a page exported by Confluence only its content.
void readHtml(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// The first line is the title when a blank line follows it.
void readPlainText(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// A header row with id, title, category and one of text, content, body; url and updated may follow. RFC 4180
// quoting; the separator of a first line "sep=", else comma, semicolon or tab, whichever the header has most
// of.
void readTable(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// One JSON object a line: id, title, category, text (or content, body), url, updated; or the articles of
// Zendesk, Intercom, Freshdesk and Confluence as their programming interfaces give them, whose markup becomes
// text and whose translations become versions of the article.
void readJsonLines(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// The same in one list, in an object that holds one ("articles", "results", "data", …), or a single one.
void readJson(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// Sets the category by its name; another name is noted as a problem and becomes general.
void setCategory(const QString &source, const QString &category, Document &document, ReadDocuments &into);

// The same unless `fields` say that it is not for customers, which is noted.
void appendPublic(const QString &source, const ArticleFields &fields, Document document, ReadDocuments &into);

// Appends a document that has text, or notes that it has none.
void append(const QString &source, Document document, ReadDocuments &into);

} // namespace Helmdesk::DocumentFormats
