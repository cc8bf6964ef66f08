#pragma once

#include "knowledge/DocumentReader.h"

// One function a format; each appends its documents and problems. `name` is the file as shown in problems,
// `stem` its name without folder and extension, the id of a document that names none. Pure and thread-safe.
namespace Helmdesk::DocumentFormats
{

// Front matter between lines of "---" with id, title, category, url and updated; else the first heading is
// the title.
void readMarkdown(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// <title>, else the first <h1>; headings, lists and tables are kept as text, scripts and styles are not.
void readHtml(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// The first line is the title when a blank line follows it.
void readPlainText(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// A header row with id, title, category and one of text, content, body; url and updated may follow. RFC 4180
// quoting; comma, semicolon or tab, whichever the header has most of.
void readTable(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// One JSON object a line: id, title, category, text (or content, body), url, updated.
void readJsonLines(const QString &name, const QString &stem, const QString &text, ReadDocuments &into);

// Sets the category by its name; another name is noted as a problem and becomes general.
void setCategory(const QString &source, const QString &category, Document &document, ReadDocuments &into);

// Appends a document that has text, or notes that it has none.
void append(const QString &source, Document document, ReadDocuments &into);

} // namespace Helmdesk::DocumentFormats
