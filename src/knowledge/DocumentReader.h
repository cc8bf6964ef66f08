#pragma once

#include "core/Result.h"
#include "knowledge/Document.h"

#include <QStringList>

namespace Helmdesk
{

// Something in a source that could not be used, in one clear sentence. `source` is the file, with the line
// where there is one ("faq.csv:12").
struct ImportProblem {
    QString source;
    QString reason;
};

// An article that its source does not show to customers.
struct LeftOutArticle {
    QString source;
    QString reason; // "it was left out: …"
    QString id;     // of the article; empty where it is none
};

struct ReadDocuments {
    std::vector<Document> documents;     // in the order of the sources
    std::vector<ImportProblem> problems; // every file, row or line that gave no document, or lost something
    std::vector<LeftOutArticle> leftOut; // drafts and what else is not for customers
    QStringList folders;                 // that were read and hold files; absolute
    QStringList files;                   // that were read; absolute
};

inline constexpr qsizetype longestArticle = 1'000'000; // characters

// Reads articles from files and folders (with all that lies below, in the order of the names). By extension:
// .md .markdown, .html .htm, .txt, .csv .tsv, .json .jsonl .ndjson. Nothing is skipped silently: a file with
// another extension, an empty one and a bad row each become a problem, and so does an id that occurs twice
// (the later document replaces the earlier one; a version in another language stands beside it). A file
// without an id of its own has its name, or its folder's where it is called index or readme; of files of one
// name each has its path below the folder. An article has at most `longestArticle` characters, its file 4 MB,
// a file of many (tables and JSON lines) 32 MB. Thread-safe; reads files only.
ReadDocuments readDocuments(const QStringList &paths);

// One text in the format of a file name, for uploads and tests. `name` also gives the id where the text has
// none.
ReadDocuments readDocumentText(const QString &name, const QByteArray &bytes);

// The extensions that can be read, with their dot.
QStringList readableExtensions();

} // namespace Helmdesk
