#pragma once

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

    // Executes calls that wait only because of the mode, words the reply anew unless the operator changed it,
    // and queues it. When a call fails nothing is sent and the conversation escalates with what is left to do
    // by hand.
    Result<OutboxItem> send(const SendRequest &request, const RunControl &control);
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

    // The agent falls silent at once: running work is cancelled, its draft and waiting calls are discarded.
    Result<> takeOver(ConversationId conversation, const QString &operatorName);
    Result<> handBack(ConversationId conversation, const QString &operatorName);
    Result<> addNote(ConversationId conversation, const QString &operatorName, const QString &text);

    // Denies what has passed its expiry, and goes on with decisions that a killed program had stored.
    Result<int> settle(const RunControl &control);

private:
    struct ReplyText {
        QString body;
        bool isEdited = false; // the operator changed or wrote it
    };

    Result<> executeHeld(const SendRequest &request, ReplyText &reply, const RunControl &control);
    Result<NewOutboxItem> outboxItem(const Conversation &conversation, const std::optional<Draft> &draft,
                                     const QString &body, const SendRequest &request) const;
    Result<OutboxItem> queue(const NewOutboxItem &item, bool isDrafted, const ReplyText &reply);
    Result<Outcome> decide(ApprovalId approval, const QString &digest, ApprovalDecision decision,
                           const QString &operatorName, const QString &reason, const Json &args,
                           const RunControl &control);
    Result<Outcome> goOn(const Approval &approval, const Json &args, const RunControl &control);
    void askAgain(ApprovalId approval);
    void requestAgain(RunId run);
    Result<> settleHeld(RunId run);
    Result<> approveHeld(RunId run, const QString &operatorName);
    Result<Outcome> latest(ConversationId conversation) const;

    PipelineParts m_parts;
};

} // namespace Helmdesk
