#pragma once

#include "specialists/KnowledgeSource.h"
#include "specialists/Playbook.h"
#include "specialists/TurnState.h"
#include "understanding/ValueWords.h"

namespace Helmdesk
{

// One execution of a playbook for a turn, from its first step. Made, run and thrown away within next(); the
// calls made so far are consumed in order, so the same arguments always lead to the same step.
class PlaybookRun
{
public:
    PlaybookRun(const Playbook &playbook, const TurnContext &context, const std::vector<ToolCall> &calls,
                const EntityExtractor &extractor, const ValueWords &words, const KnowledgeSource &knowledge,
                int topK);

    // The texts of the drafts are the bare answer; greeting and closing are the caller's.
    Result<NextStep> run(const RunControl &control);
    // The same from the call on that `proposal` offered and the customer said yes to, with its arguments.
    Result<NextStep> carryOut(const Json &proposal, const RunControl &control);
    Result<DraftReply> answerFromKnowledge(const QString &leadIn, const RunControl &control);

private:
    struct Finding {
        EvidenceList evidence;
        QString question; // as it was looked up
        QString asked;    // the question that it answers, for what goes on with it; empty: it hardly answers
    };

    Result<Finding> findAnswer(const RunControl &control) const;
    std::optional<NextStep> perform(const Json &step);
    Result<NextStep> runFrom(size_t first, const RunControl &control);
    std::optional<NextStep> call(const Json &step);
    NextStep proposeCall(const Json &step, const Json &args) const;
    QStringList meantByIt() const;
    void resolve(const Json &step);
    Json rowsFrom(const Json &step) const;
    void resolveRefund(const Json &step);
    void resolveProfile();
    void resolveInvoiceAskedAbout(const Json &step);
    void setSlots(const Json &step);
    Result<> cite(const Json &step, const RunControl &control);
    // The reply of that name in the customer's language, with the values of the state.
    QString filled(const QString &replyName, const Json &state) const;
    DraftReply compose(const QString &body, const Json &step) const;
    NextStep reply(const QString &name, const Json &step) const;
    NextStep giveUp(EscalationReason reason, const QString &detail, const QString &replyName,
                    const Json &step) const;
    Json memoryAfter(const Json &step) const;
    double toolsPart() const;

    const Playbook &m_playbook;
    const TurnContext &m_context;
    const std::vector<ToolCall> &m_calls;
    const ValueWords &m_words;
    const KnowledgeSource &m_knowledge;
    int m_topK;
    size_t m_consumed = 0;
    Json m_accepted; // the proposal that is carried out; null: none
    TurnState m_state;
    std::vector<Citation> m_citations;
    QStringList m_passages;
};

} // namespace Helmdesk
