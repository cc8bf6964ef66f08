#include "app/KnowledgeAdapters.h"

#include "escalation/LanguageDetector.h"

namespace Helmdesk
{
namespace
{

constexpr int snippetCharacters = 200;

Citation citationOf(const Passage &passage, const QString &title)
{
    return {passage.documentId, title, passage.position, passage.text.simplified().left(snippetCharacters)};
}

// Empty where it is not plain, or no article says in which language it is.
QString languageOf(const QString &question, const KnowledgeBase &knowledge)
{
    if (!knowledge.index()->hasLocales())
        return {};
    const DetectedLanguage language = detectLanguage(question, tokenize(question));
    return language.isReliable ? language.code.section(u'-', 0, 0) : QString();
}

} // namespace

Result<EvidenceList> KnowledgeAdapter::find(const QString &question, std::optional<Category> category,
                                            int topK, const RunControl &control) const
{
    auto found = m_knowledge.search(question, *m_tokens.tokensOf(question), category, topK, control,
                                    languageOf(question, m_knowledge));
    if (!found)
        return found.error();
    EvidenceList list;
    list.support = found->supportScore;
    list.namesUnknownCode = found->evidence.hasUnknownCode;
    for (const RetrievedPassage &hit : found->passages) {
        Evidence evidence;
        evidence.citation = citationOf(hit.passage, hit.title);
        if (hit.lead) {
            evidence.lead = hit.lead->text;
            evidence.leadCitation = citationOf(*hit.lead, hit.title);
        }
        if (hit.next) {
            evidence.next = hit.next->text;
            evidence.nextCitation = citationOf(*hit.next, hit.title);
        }
        if (hit.steps) {
            evidence.steps = hit.steps->text;
            evidence.stepsCitation = citationOf(*hit.steps, hit.title);
        }
        evidence.heading = hit.passage.heading;
        evidence.text = hit.passage.text;
        evidence.score = hit.score;
        evidence.category = hit.category;
        list.passages.push_back(std::move(evidence));
    }
    return list;
}

Result<std::vector<DocHit>> KnowledgeAdapter::search(const QString &query, int top,
                                                     const RunControl &control) const
{
    auto found = m_knowledge.search(query, *m_tokens.tokensOf(query), std::nullopt, top, control,
                                    languageOf(query, m_knowledge));
    if (!found)
        return found.error();
    std::vector<DocHit> hits;
    for (const RetrievedPassage &hit : found->passages) {
        hits.push_back({hit.title, hit.url.isEmpty() ? hit.passage.documentId : hit.url,
                        hit.passage.text.simplified().left(snippetCharacters)});
    }
    return hits;
}

} // namespace Helmdesk
