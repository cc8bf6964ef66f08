#pragma once

#include "app/TokenCache.h"
#include "knowledge/KnowledgeBase.h"
#include "specialists/KnowledgeSource.h"
#include "tools/DocSearch.h"

namespace Helmdesk
{

// The knowledge base as the specialists and the tool search_docs see it. Thread-safe; nothing is owned.
class KnowledgeAdapter final : public KnowledgeSource, public DocSearch
{
public:
    KnowledgeAdapter(const KnowledgeBase &knowledge, TokenCache &tokens)
        : m_knowledge(knowledge)
        , m_tokens(tokens)
    {
    }

    Result<EvidenceList> find(const QString &question, std::optional<Category> category, int topK,
                              const RunControl &control) const override;
    Result<std::vector<DocHit>> search(const QString &query, int top,
                                       const RunControl &control) const override;

private:
    const KnowledgeBase &m_knowledge;
    TokenCache &m_tokens;
};

} // namespace Helmdesk
