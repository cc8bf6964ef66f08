#pragma once

#include "core/Domain.h"
#include "core/Outcome.h"
#include "core/RunControl.h"

#include <optional>
#include <vector>

namespace Helmdesk
{

// A passage that may back an answer.
struct Evidence {
    Citation citation;
    QString heading;
    QString text;
    double score = 0.0;
    Category category = Category::General; // of the article
    // The opening of the same article where it fits nearly as well; empty: none.
    QString lead;
    Citation leadCitation;
    // What follows in the article; empty: nothing.
    QString next;
    Citation nextCitation;
    // Numbered steps elsewhere in the article, where neither the passage nor what follows has any; empty:
    // none.
    QString steps;
    Citation stepsCitation;
};

struct EvidenceList {
    std::vector<Evidence> passages; // best first
    double support = 0.0;           // probability that the first passages answer the question, 0 to 1
    bool namesUnknownCode = false;  // the question has a code or number that no article has
};

// Where a specialist looks things up. Thread-safe; fails with Cancelled, Timeout or Unavailable.
class KnowledgeSource
{
public:
    virtual ~KnowledgeSource() = default;
    virtual Result<EvidenceList> find(const QString &question, std::optional<Category> category, int topK,
                                      const RunControl &control) const = 0;
};

} // namespace Helmdesk
