#include "pipeline/OperatorDesk.h"

#include "core/Instants.h"
#include "pipeline/Contained.h"
#include "pipeline/Log.h"
#include "pipeline/MessageMasking.h"
#include "pipeline/OutboxSender.h"
#include "pipeline/TurnRun.h"
#include "security/SecretMasker.h"
#include "specialists/ReplyStyle.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

bool waitsForApproval(const ToolCall &call)
{
    return call.status == ToolStatus::PendingApproval && !call.rule.isEmpty();
}

bool waitsForSend(const ToolCall &call)
{
    return call.status == ToolStatus::PendingApproval && call.rule.isEmpty();
}

// The arguments that the operator changed when approving; null where there are none. What stands beside a
// denial is a reason in the operator's words, whatever it looks like.
Json changedArguments(const Approval &approval)
{
    if (approval.state != ApprovalState::Approved)
        return {};
    auto args = parseJson(approval.reason.toUtf8());
    return args && args->is_object() ? std::move(*args) : Json();
}

Error conflict(const QString &detail)
{
    return {ErrorKind::Conflict, detail};
}

Error nothingToSend()
{
    return conflict(QStringLiteral("there is nothing to send: the reply is empty"));
}

Result<> notHeldBack(const PipelineParts &parts)
{
    if (!parts.settings().isHeldBack())
        return {};
    return Error{ErrorKind::Unavailable,
                 QStringLiteral("the settings cannot be read, so nothing is sent and no tool acts"), true};
}

Error notExecuted(const ToolCall &call)
{
    return conflict(
        QStringLiteral("%1 was not executed and waits again, since what was shown has changed: %2")
            .arg(call.name, call.preview));
}

} // namespace

Result<Outcome> OperatorDesk::latest(ConversationId conversation) const
{
    auto stored = m_parts.runs.latestOutcome(conversation);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("conversation %1 has no outcome yet").arg(conversation.value)};
    return std::move((*stored)->outcome);
}

Result<OutboxItem> OperatorDesk::send(const SendRequest &request, const RunControl &control)
{
    if (auto allowed = notHeldBack(m_parts); !allowed)
        return allowed.error();
    auto conversation = m_parts.conversations.get(request.conversation);
    if (!conversation)
        return conversation.error();
    if (!*conversation)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no conversation %1").arg(request.conversation.value)};
    auto draft = m_parts.drafts.current(request.conversation);
    if (!draft)
        return draft.error();
    if (*draft && (*draft)->proposal.shadow && !request.text)
        return conflict(
            QStringLiteral("a shadow draft is only to look at; write the reply yourself to send it"));
    std::optional<QString> text = request.text;
    if (!text && *draft)
        text = (*draft)->editedText;
    ReplyText reply;
    reply.isEdited = text && (!*draft || *text != (*draft)->proposal.text);
    reply.body = text.value_or(*draft ? (*draft)->proposal.text : QString());
    if (reply.isEdited) {
        if (reply.body.trimmed().isEmpty()) // before anything is executed
            return nothingToSend();
        if (auto harmless = checkReply(reply.body); !harmless)
            return harmless.error();
    }
    if (*draft && (*draft)->proposal.run.isValid()) {
        if (auto executed = executeHeld(request, reply, control); !executed)
            return executed.error();
    }
    if (reply.body.trimmed().isEmpty())
        return nothingToSend();
    auto item = outboxItem(**conversation, *draft, reply.body, request);
    if (!item)
        return item.error();
    return queue(*item, draft->has_value(), reply);
}

// Runs the calls that wait for the operator alone and words the reply anew, unless the operator wrote it.
Result<> OperatorDesk::executeHeld(const SendRequest &request, ReplyText &reply, const RunControl &control)
{
    auto outcome = latest(request.conversation);
    if (!outcome)
        return outcome.error();
    if (std::ranges::any_of(outcome->tools, waitsForApproval) && !reply.isEdited)
        return conflict(QStringLiteral("a call of this reply waits for approval: decide it first"));
    if (std::ranges::none_of(outcome->tools, waitsForSend))
        return {};
    auto run = m_parts.runs.get(outcome->run);
    if (!run)
        return run.error();
    if (auto approved = approveHeld(outcome->run, request.operatorName); !approved)
        return approved;
    reached(Instant::ApprovalDecided);
    auto turn = TurnRun::open(m_parts, **run, control);
    if (!turn)
        return turn.error();
    auto done = contained([&] { return turn->executeHeld(request.operatorName); });
    if (!done)
        return done.error();
    if (auto settled = settleHeld(outcome->run); !settled)
        return settled;
    const auto changed = std::ranges::find_if(done->tools, waitsForSend);
    if (changed != done->tools.end())
        return notExecuted(*changed);
    const auto failed = std::ranges::find(done->tools, ToolStatus::Failed, &ToolCall::status);
    if (failed != done->tools.end())
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("%1 failed, so nothing was sent: %2").arg(failed->name, failed->failure)};
    const auto denied = std::ranges::find(done->tools, ToolStatus::Denied, &ToolCall::status);
    if (denied != done->tools.end() && !reply.isEdited && done->answer.isEmpty())
        return conflict(
            QStringLiteral("%1 was refused, so nothing was sent: %2").arg(denied->name, denied->failure));
    if (!reply.isEdited)
        reply.body = done->answer;
    return {};
}

Result<NewOutboxItem> OperatorDesk::outboxItem(const Conversation &conversation,
                                               const std::optional<Draft> &draft, const QString &body,
                                               const SendRequest &request) const
{
    auto history = m_parts.conversations.history(conversation.id, 20);
    if (!history)
        return history.error();
    const auto question = std::find_if(history->rbegin(), history->rend(), [](const Message &message) {
        return message.author == Author::Customer;
    });
    const QDateTime now = m_parts.clock.now();
    NewOutboxItem item;
    item.conversation = conversation.id;
    item.inReplyTo = question == history->rend() ? MessageId{} : question->id;
    item.channel = conversation.channel;
    item.recipient =
        conversation.senderAddress.isEmpty() ? conversation.customer : conversation.senderAddress;
    item.subject =
        replySubject(conversation.subject.isEmpty() ? body.simplified().left(60) : conversation.subject);
    item.body = body;
    item.approvedBy = request.operatorName;
    item.createdAt = now;
    const double window = request.noUndoWindow ? 0.0 : m_parts.settings().undoWindowSeconds(item.channel);
    item.dueAt = now.addMSecs(static_cast<qint64>(window * 1000.0));
    // One draft is sent once; a reply that a person wrote is one of its own.
    item.key = draft
                   ? QStringLiteral("draft:%1").arg(draft->id.value)
                   : QStringLiteral("written:%1:%2").arg(conversation.id.value).arg(now.toMSecsSinceEpoch());
    return item;
}

// Queues the reply and keeps what the operator did with the draft, in one transaction.
Result<OutboxItem> OperatorDesk::queue(const NewOutboxItem &item, bool isDrafted, const ReplyText &reply)
{
    OutboxId id;
    auto queued = m_parts.unitOfWork.run([&]() -> Result<> {
        if (isDrafted) {
            // The draft may have been worded anew by the executed calls: the id is the same run's.
            auto current = m_parts.drafts.current(item.conversation);
            if (!current)
                return current.error();
            if (!*current)
                return conflict(QStringLiteral("the draft was sent, rejected or replaced meanwhile"));
            DraftVerdict verdict;
            verdict.draft = (*current)->id;
            verdict.kind = reply.isEdited ? DraftState::Edited : DraftState::SentUnchanged;
            verdict.finalText = reply.body;
            verdict.by = item.approvedBy;
            verdict.at = item.createdAt;
            if (auto kept = m_parts.drafts.recordVerdict(verdict); !kept)
                return kept;
        }
        auto enqueued = m_parts.outbox.enqueue(item);
        if (!enqueued)
            return enqueued.error();
        id = *enqueued;
        return {};
    });
    if (!queued)
        return queued.error();
    auto stored = m_parts.outbox.get(id);
    if (!stored)
        return stored.error();
    return std::move(**stored);
}

// Sending is the operator's approval of the calls that wait for it alone.
Result<> OperatorDesk::approveHeld(RunId run, const QString &operatorName)
{
    auto approvals = m_parts.approvals.ofRun(run);
    if (!approvals)
        return approvals.error();
    for (const Approval &approval : *approvals) {
        if (!approval.request.isForMode || approval.state != ApprovalState::Pending)
            continue;
        auto decided = m_parts.approvals.decide(approval.id, approval.digest, ApprovalDecision::Approve,
                                                operatorName, m_parts.clock.now());
        if (!decided) {
            if (decided.error().kind == ErrorKind::Denied)
                requestAgain(run);
            return decided.error();
        }
    }
    return {};
}

Result<> OperatorDesk::settleHeld(RunId run)
{
    auto approvals = m_parts.approvals.ofRun(run);
    if (!approvals)
        return approvals.error();
    for (const Approval &approval : *approvals) {
        if (!approval.request.isForMode || approval.state != ApprovalState::Approved || approval.isSettled)
            continue;
        if (auto settled = m_parts.approvals.markSettled(approval.id); !settled)
            return settled;
    }
    return {};
}

Result<> OperatorDesk::undoSend(OutboxId item, const QString &operatorName)
{
    auto stored = m_parts.outbox.get(item);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no reply %1 to undo").arg(item.value)};
    const NewOutboxItem reply = (*stored)->item;
    return m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto cancelled = m_parts.outbox.cancel(item, operatorName, m_parts.clock.now()); !cancelled)
            return cancelled;
        auto outcome = m_parts.runs.latestOutcome(reply.conversation);
        if (!outcome)
            return outcome.error();
        // The text comes back as a draft, so nothing that was written is lost.
        NewDraft draft;
        draft.conversation = reply.conversation;
        draft.message = reply.inReplyTo;
        draft.text = reply.body;
        draft.createdAt = m_parts.clock.now();
        if (*outcome) {
            draft.citations = (*outcome)->outcome.citations;
            draft.category = (*outcome)->outcome.category;
            draft.intent = (*outcome)->outcome.intent;
            draft.confidence = (*outcome)->outcome.confidence;
        }
        auto proposed = m_parts.drafts.propose(draft);
        return proposed ? Result<>() : Result<>(proposed.error());
    });
}

Result<> OperatorDesk::reject(ConversationId conversation, const QString &operatorName, const QString &reason)
{
    auto draft = m_parts.drafts.current(conversation);
    if (!draft)
        return draft.error();
    if (!*draft)
        return conflict(QStringLiteral("there is no draft to reject"));
    const QDateTime now = m_parts.clock.now();
    return m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto voided =
                m_parts.approvals.voidPendingOf(conversation, QStringLiteral("the draft was rejected"), now);
            !voided)
            return voided;
        return m_parts.drafts.recordVerdict(
            {(*draft)->id, DraftState::Rejected, {}, maskSecrets(reason).text, operatorName, now});
    });
}

Result<Outcome> OperatorDesk::approve(ApprovalId approval, const QString &digest, const QString &operatorName,
                                      const RunControl &control)
{
    return decide(approval, digest, ApprovalDecision::Approve, operatorName, {}, Json(), control);
}

Result<Outcome> OperatorDesk::deny(ApprovalId approval, const QString &digest, const QString &operatorName,
                                   const QString &reason, const RunControl &control)
{
    return decide(approval, digest, ApprovalDecision::Deny, operatorName, maskSecrets(reason).text, Json(),
                  control);
}

Result<Outcome> OperatorDesk::approveWithArgs(ApprovalId approval, const QString &digest, const Json &args,
                                              const QString &operatorName, const RunControl &control)
{
    return decide(approval, digest, ApprovalDecision::Approve, operatorName, {}, args, control);
}

Result<Outcome> OperatorDesk::decide(ApprovalId approval, const QString &digest, ApprovalDecision decision,
                                     const QString &operatorName, const QString &reason, const Json &args,
                                     const RunControl &control)
{
    if (auto allowed = notHeldBack(m_parts); decision == ApprovalDecision::Approve && !allowed)
        return allowed.error();
    const QString kept = args.is_object() ? QString::fromUtf8(toBytes(args)) : reason;
    auto decided =
        m_parts.approvals.decide(approval, digest, decision, operatorName, m_parts.clock.now(), kept);
    if (!decided) {
        if (decided.error().kind == ErrorKind::Denied)
            askAgain(approval);
        return decided.error();
    }
    reached(Instant::ApprovalDecided);
    auto outcome = contained([&] { return goOn(*decided, args, control); });
    if (!outcome || decision != ApprovalDecision::Approve)
        return outcome;
    const auto waiting = std::ranges::find_if(outcome->tools, [&](const ToolCall &call) {
        return call.key == decided->request.callKey && call.status == ToolStatus::PendingApproval;
    });
    return waiting == outcome->tools.end() ? outcome : Result<Outcome>(notExecuted(*waiting));
}

// A request whose row was changed since it was made is replaced by one that tells what is true.
void OperatorDesk::askAgain(ApprovalId approval)
{
    const auto stored = m_parts.approvals.get(approval);
    if (stored && *stored && approvalDigest((*stored)->request) != (*stored)->digest)
        requestAgain((*stored)->request.run);
}

void OperatorDesk::requestAgain(RunId id)
{
    auto run = m_parts.runs.get(id);
    if (!run || !*run || !(*run)->isLive())
        return;
    auto turn = TurnRun::open(m_parts, **run, RunControl());
    const auto asked = turn ? turn->requestAgain() : Result<Outcome>(turn.error());
    if (!asked)
        qCWarning(lcPipeline).noquote() << "a changed request was not made anew:" << asked.error().detail;
}

Result<Outcome> OperatorDesk::goOn(const Approval &approval, const Json &args, const RunControl &control)
{
    auto run = m_parts.runs.get(approval.request.run);
    if (!run)
        return run.error();
    if (!*run || !(*run)->isLive()) {
        if (auto settled = m_parts.approvals.markSettled(approval.id); !settled)
            return settled.error();
        return conflict(QStringLiteral("the run of this approval has ended"));
    }
    auto turn = TurnRun::open(m_parts, **run, control);
    if (!turn)
        return turn.error();
    auto outcome = turn->continueAfter(approval, args);
    if (!outcome)
        return outcome.error();
    reached(Instant::OutcomeReplaced);
    if (auto settled = m_parts.approvals.markSettled(approval.id); !settled)
        return settled.error();
    return outcome;
}

Result<> OperatorDesk::takeOver(ConversationId conversation, const QString &operatorName)
{
    const QDateTime now = m_parts.clock.now();
    return m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto taken = m_parts.conversations.takeOver(conversation, operatorName, now); !taken)
            return taken;
        if (auto cancelled = m_parts.runs.cancelLive(conversation, now); !cancelled)
            return cancelled.error();
        if (auto voided =
                m_parts.approvals.voidPendingOf(conversation, QStringLiteral("a person took over"), now);
            !voided)
            return voided;
        if (auto discarded = m_parts.drafts.discardCurrent(conversation, operatorName, now); !discarded)
            return discarded;
        auto cancelled = m_parts.outbox.cancelQueued(conversation, operatorName, now);
        return cancelled ? Result<>() : Result<>(cancelled.error());
    });
}

Result<> OperatorDesk::handBack(ConversationId conversation, const QString &operatorName)
{
    return m_parts.conversations.handBack(conversation, operatorName, m_parts.clock.now());
}

Result<> OperatorDesk::addNote(ConversationId conversation, const QString &operatorName, const QString &text)
{
    if (text.trimmed().isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("a note needs some text")};
    Message note;
    note.conversation = conversation;
    note.author = Author::Note;
    note.text = maskSecrets(text).text;
    note.operatorName = operatorName;
    note.at = m_parts.clock.now();
    auto stored = m_parts.conversations.append(note);
    return stored ? Result<>() : Result<>(stored.error());
}

Result<int> OperatorDesk::settle(const RunControl &control)
{
    if (auto expired = m_parts.approvals.expireOverdue(m_parts.clock.now()); !expired)
        return expired.error();
    if (m_parts.settings().isHeldBack())
        return 0; // they go on at a later start
    auto open = m_parts.approvals.unsettled();
    if (!open)
        return open.error();
    int settled = 0;
    std::optional<Error> failure; // of one approval; the others are settled all the same
    for (const Approval &approval : *open) {
        auto outcome = contained([&] { return goOn(approval, changedArguments(approval), control); });
        if (outcome || outcome.error().kind == ErrorKind::Conflict)
            ++settled;
        else if (outcome.error().kind == ErrorKind::Cancelled)
            return outcome.error();
        else if (!failure)
            failure = outcome.error();
    }
    if (failure)
        return *failure;
    return settled;
}

} // namespace Helmdesk
