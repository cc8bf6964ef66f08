#include "specialists/BuiltinSpecialist.h"

#include "specialists/PlaybookRun.h"

namespace Helmdesk
{

BuiltinSpecialist::BuiltinSpecialist(std::shared_ptr<const PlaybookLibrary> playbooks,
                                     const KnowledgeSource &knowledge, int topK)
    : m_playbooks(std::move(playbooks))
    , m_knowledge(knowledge)
    , m_topK(topK)
{
}

Result<NextStep> BuiltinSpecialist::next(const TurnContext &context, const std::vector<ToolCall> &calls,
                                         const RunControl &control) const
{
    const Playbook &playbook = m_playbooks->forIntent(context.intent, context.category);
    return PlaybookRun(playbook, context, calls, m_extractor, m_knowledge, m_topK).run(control);
}

Result<DraftReply> BuiltinSpecialist::answerFromKnowledge(const TurnContext &context,
                                                          const RunControl &control) const
{
    const Playbook &playbook = m_playbooks->forIntent({}, context.category);
    return PlaybookRun(playbook, context, {}, m_extractor, m_knowledge, m_topK)
        .answerFromKnowledge({}, control);
}

} // namespace Helmdesk
