#pragma once

#include "specialists/EntityExtractor.h"
#include "specialists/KnowledgeSource.h"
#include "specialists/Playbook.h"
#include "specialists/Specialist.h"
#include "understanding/ValueWords.h"

namespace Helmdesk
{

class SharedCalls;
struct PlannedRequest;

// The built-in engine: executes playbooks literally and writes replies from templates, tool results and
// passages. Thread-safe: all state is in the arguments. Failure as in Specialist.
class BuiltinSpecialist final : public Specialist
{
public:
    // `knowledge` is not owned and must outlive the specialist.
    BuiltinSpecialist(std::shared_ptr<const PlaybookLibrary> playbooks,
                      std::shared_ptr<const ValueWords> words, const KnowledgeSource &knowledge, int topK);

    Result<NextStep> next(const TurnContext &context, const std::vector<ToolCall> &calls,
                          const RunControl &control) const override;
    Result<DraftReply> answerFromKnowledge(const TurnContext &context,
                                           const RunControl &control) const override;

private:
    Result<NextStep> runOne(const PlannedRequest &request, const std::vector<ToolCall> &calls,
                            const RunControl &control) const;
    Result<NextStep> answerEach(const std::vector<PlannedRequest> &requests, const TurnContext &context,
                                const std::vector<ToolCall> &calls, const RunControl &control) const;
    Result<NextStep> answerOne(const PlannedRequest &request, SharedCalls &shared,
                               const RunControl &control) const;

    std::shared_ptr<const PlaybookLibrary> m_playbooks;
    std::shared_ptr<const ValueWords> m_words;
    const KnowledgeSource &m_knowledge;
    EntityExtractor m_extractor;
    int m_topK;
};

} // namespace Helmdesk
