#pragma once

#include "core/Result.h"
#include "core/RunControl.h"

#include <QString>
#include <vector>

namespace Helmdesk
{

struct DocHit {
    QString title;
    QString url; // or the document's id where it has no address
    QString snippet;
};

// Searches the knowledge base for search_docs. Thread: any. Failure: Unavailable, Cancelled, Timeout.
class DocSearch
{
public:
    virtual ~DocSearch() = default;
    virtual Result<std::vector<DocHit>> search(const QString &query, int top,
                                               const RunControl &control) const = 0;
};

} // namespace Helmdesk
