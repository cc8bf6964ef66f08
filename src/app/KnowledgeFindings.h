#pragma once

#include "core/RunControl.h"
#include "knowledge/KnowledgeReview.h"

namespace Helmdesk
{

class Workspace;

struct KnowledgeFindings {
    std::vector<ArticleConflict> conflicts; // the most similar first
    std::vector<StaleArticle> stale;        // the most corrected first
};

// What a supervisor should look at in the knowledge base: articles that contradict each other, and old ones
// whose replies operators keep changing or rejecting (by the citations of the last 2,000 judged drafts).
// Needs the engine. Thread: any but the GUI's; seconds for thousands of articles. Failure: that of the store,
// Cancelled, Timeout.
Result<KnowledgeFindings> reviewKnowledge(Workspace &workspace, const RunControl &control = {});

} // namespace Helmdesk
