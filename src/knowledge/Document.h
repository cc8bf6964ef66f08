#pragma once

#include "core/Domain.h"

#include <QByteArray>
#include <QString>
#include <vector>

// Value types of the knowledge base. All are plain data: copy and move freely between threads.
namespace Helmdesk
{

// An article as it was imported.
struct Document {
    QString id; // unique and stable; imports with the same id replace the article
    QString title;
    Category category = Category::General;
    QString url;
    QString updated; // YYYY-MM-DD, or empty when the source does not say
    QString text;    // paragraphs parted by blank lines; headings are lines beginning with '#'
    QString locale;  // "de", "pt-br"; empty when the source does not say
    QString article; // what its versions in several languages have in common; empty: it has only this one
    QString source;  // the file that it came from, with its folders; empty for one written in the program
    bool operator==(const Document &) const = default;
};

// A part of an article that is retrieved and cited as one. A passage never crosses a heading.
struct Passage {
    QString documentId;
    int position = 0; // within the document, from 0
    QString heading;  // path of headings below the title, parted by " > "; empty at the top of an article
    QString text;
    bool operator==(const Passage &) const = default;
};

// A passage with its encoder vectors as an opaque blob (VectorBlob.h); empty while not encoded.
struct StoredPassage {
    Passage passage;
    QByteArray vectors;
};

// A document with all that the index needs. `contentHash` covers the text, the chunking and the encoder, so
// that only what changed is encoded again.
struct StoredDocument {
    Document document;
    QByteArray contentHash;
    QByteArray vectors; // of the document as a whole; empty while not encoded
    std::vector<StoredPassage> passages;
};

// A row of the list of articles.
struct DocumentSummary {
    QString id;
    QString title;
    Category category = Category::General;
    QString url;
    QString updated;
    QByteArray contentHash;
    int passages = 0;
    QString source = {}; // as in Document
};

} // namespace Helmdesk
