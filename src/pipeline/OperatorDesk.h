#pragma once

#include "pipeline/DirectCalls.h"
#include "pipeline/PipelineParts.h"

namespace Helmdesk
{

struct SendRequest {
    ConversationId conversation;
    QString operatorName;
    std::optional<QString> text; // what goes out instead of the draft; empty: the draft as it is
    bool noUndoWindow = false;   // due at once
};

// What an operator does with a conversation. Every act is checked against the stored state, so a second
// click, a stale window or a killed program cannot send or execute twice. Thread-safe. Failure: Conflict when
// the state does not allow it (the detail says what is in the way), NotFound, Denied, Timeout for an expired
// approval, or that of the store.
class OperatorDesk
{
public:
    explicit OperatorDesk(const PipelineParts &parts)
        : m_parts(parts)
    {
    }

    // Queues the reply for the end of the undo window; what it rests on happens then, by carryOut(), and
    // until then the draft stays as it is. Without a window all of it happens at once. Conflict while the
    // draft is on its way already.
    Result<OutboxItem> send(const SendRequest &request, const RunControl &control);
    // Before a reply of a person leaves: executes the calls that wait only because of the mode and were there
    // when it was sent, words the reply anew unless the operator wrote it, and keeps the verdict on the
    // draft. When a call fails nothing is to be sent, and the conversation escalates with what is left to do
    // by hand.
    Result<OutboxItem> carryOut(const OutboxItem &item, const RunControl &control);
    // Nothing has happened yet: the draft stands there again as the operator left it.
    Result<> undoSend(OutboxId item, const QString &operatorName);
    Result<> reject(ConversationId conversation, const QString &operatorName, const QString &reason);

    // `digest` is the one that the operator saw; a changed request has another one. Where the world has
    // changed since the card was shown (the customer's status, where money goes, what changes), nothing is
    // executed: Conflict, and the call waits again under a new approval.
    Result<Outcome> approve(ApprovalId approval, const QString &digest, const QString &operatorName,
                            const RunControl &control);
    Result<Outcome> deny(ApprovalId approval, const QString &digest, const QString &operatorName,
                         const QString &reason, const RunControl &control);
    // Approves the call with other arguments, which pass the whole gate again.
    Result<Outcome> approveWithArgs(ApprovalId approval, const QString &digest, const Json &args,
                                    const QString &operatorName, const RunControl &control);

    // A call of a tool for a customer, outside of any conversation (pipeline/DirectCalls.h).
    Result<ToolCall> call(const DirectCall &asked, const RunControl &control);

    // The agent falls silent at once: running work is cancelled, its draft and waiting calls are discarded.
    Result<> takeOver(ConversationId conversation, const QString &operatorName);
    // The draft that the take-over discarded comes back, unless the customer wrote meanwhile or calls of it
    // were discarded too.
    Result<> handBack(ConversationId conversation, const QString &operatorName);
    // Undoes taking over, handing back, resolving or reopening: each stands where it stood, with its draft.
    Result<> putBack(const std::vector<ConversationPlace> &places, const QString &operatorName);
    Result<> addNote(ConversationId conversation, const QString &operatorName, const QString &text);

    // Denies what has passed its expiry, and goes on with decisions that a killed program had stored.
    Result<int> settle(const RunControl &control);

private:
    struct ReplyText {
        QString body;
        bool isEdited = false; // the operator changed or wrote it
    };
    // Whose calls are executed with a reply, and when that was said: what was asked for later is not meant.
    struct Consent {
        ConversationId conversation;
        RunId run; // of the draft
        QString operatorName;
        QDateTime at;
    };

    Result<> mayBeSent(const Draft &draft, const ReplyText &reply) const;
    Result<> executeHeld(const Consent &consent, ReplyText &reply, const RunControl &control);
    Result<NewOutboxItem> outboxItem(const Conversation &conversation, const std::optional<Draft> &draft,
                                     const QString &body, const SendRequest &request) const;
    Result<OutboxItem> queue(const NewOutboxItem &item, const std::optional<Draft> &draft,
                             const ReplyText &reply);
    Result<> judge(DraftId draft, const ReplyText &reply, const QString &by);
    Result<> bringDraftBack(ConversationId conversation);
    Result<> settleHeld(RunId run);
    Result<> approveHeld(RunId run, const Consent &consent);
    Result<Outcome> latest(ConversationId conversation) const;

    PipelineParts m_parts;
};

} // namespace Helmdesk
