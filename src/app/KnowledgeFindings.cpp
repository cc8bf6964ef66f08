#include "app/KnowledgeFindings.h"

#include "app/Workspace.h"

namespace Helmdesk
{

namespace
{

constexpr int judgedDrafts = 2000;

} // namespace

Result<KnowledgeFindings> reviewKnowledge(Workspace &workspace, const RunControl &control)
{
    KnowledgeFindings findings;
    auto conflicts = workspace.knowledge().conflicts(control);
    if (!conflicts)
        return conflicts.error();
    findings.conflicts = std::move(*conflicts);
    const auto articles = workspace.knowledgeRepository().list();
    if (!articles)
        return articles.error();
    const auto drafts = workspace.drafts().judged(judgedDrafts);
    if (!drafts)
        return drafts.error();
    std::vector<ArticleCorrection> corrections;
    for (const Draft &draft : *drafts) {
        if (draft.state != DraftState::Edited && draft.state != DraftState::Rejected)
            continue;
        QStringList counted; // an article once a draft
        for (const Citation &citation : draft.proposal.citations) {
            if (counted.contains(citation.document))
                continue;
            counted.append(citation.document);
            corrections.push_back({citation.document, draft.decidedAt.toUTC().date()});
        }
    }
    findings.stale = findStale(*articles, corrections, workspace.clock().now().toUTC().date());
    return findings;
}

} // namespace Helmdesk
