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
};

struct EvidenceList {
    std::vector<Evidence> passages; // best first
    double support = 0.0;           // probability that the first passages answer the question, 0 to 1
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
