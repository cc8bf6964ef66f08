#include "hardening/FuzzTarget.h"
#include "knowledge/DocumentFormats.h"

using namespace Helmdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    ReadDocuments read;

    DocumentFormats::readMarkdown(QStringLiteral("x.md"), QStringLiteral("x"), text, read);

    Hardening::require(!read.documents.empty() || !read.problems.empty(), "nothing is skipped silently");
    for (const Document &document : read.documents)
        Hardening::require(!document.id.isEmpty() && !document.title.isEmpty(),
                           "an article has an id and a title");
    return 0;
}
