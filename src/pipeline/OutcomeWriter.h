#pragma once

#include "pipeline/PipelineParts.h"

namespace Helmdesk
{

struct WriteOptions {
    OutcomeWrite write = OutcomeWrite::First;
    bool isSentByPerson = false;   // an operator is sending, so nothing is queued
    bool takesBack = false;        // the customer withdrew what was asked before: its approvals are void
    QString language;              // the customer's, ISO 639-1, for the holding reply
    const KeptRun *kept = nullptr; // null: nothing is kept for being decided again
};

// Stores what a run came to, all in one transaction: the ticket and its number in the holding reply, the
// approval requests, the draft or the queued reply, what the next turn must know, and the outcome. Thread:
// the run's own. Failure: Conflict when the run was cancelled meanwhile (nothing is stored then), or that of
// the store.
class OutcomeWriter
{
public:
    OutcomeWriter(const PipelineParts &parts, const Settings &settings, const Conversation &conversation,
                  const Message &message, const QDateTime &now);

    // Fills in the ticket, the approvals of waiting calls and, where the agent has no answer, the holding
    // reply.
    Result<> write(Outcome &outcome, const DraftReply &draft, const WriteOptions &options);

private:
    Result<> openTicket(Outcome &outcome, const QString &language);
    Result<> requestApprovals(Outcome &outcome);
    Result<> propose(const Outcome &outcome);
    bool isAcknowledged(const Outcome &outcome, const WriteOptions &options) const;
    Result<> queueReply(const Outcome &outcome, const QString &kind); // which begins its key
    Result<> remember(const DraftReply &draft);

    const PipelineParts &m_parts;
    const Settings &m_settings;
    const Conversation &m_conversation;
    const Message &m_message;
    QDateTime m_now;
};

} // namespace Helmdesk
