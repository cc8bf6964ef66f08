#include "specialists/BuiltinSpecialist.h"

#include "specialists/PlaybookRun.h"

namespace Helmdesk
{
namespace
{

constexpr double leastIntent = 0.005; // a less likely intent does not choose a playbook

} // namespace

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
    QStringList intents{context.intent};
    for (const NamedValue &intent : context.intentScores) {
        if (intent.value >= leastIntent)
            intents << intent.name;
    }
    const Playbook &playbook =
        m_playbooks->forTurn(intents, context.category, context.text, stringOr(context.memory, "playbook"));
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
