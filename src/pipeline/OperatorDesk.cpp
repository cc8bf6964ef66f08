#include "pipeline/OperatorDesk.h"

#include "core/Instants.h"
#include "pipeline/ApprovalDecisions.h"
#include "pipeline/Contained.h"
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

Error conflict(const QString &detail)
{
    return {ErrorKind::Conflict, detail};
}

Error nothingToSend()
{
    return conflict(QStringLiteral("there is nothing to send: the reply is empty"));
}

const QString draftKey = QStringLiteral("draft:"); // begins the keys of replies that rest on a draft

DraftId draftOf(const NewOutboxItem &item)
{
    return item.key.startsWith(draftKey) ? DraftId{item.key.section(u':', 1, 1).toLongLong()} : DraftId{};
}

bool isOnItsWay(const OutboxItem &item)
{
    return item.state == OutboxState::Queued || item.state == OutboxState::Sending;
}

// Words that rest on an undecided call do not leave; other words of the operator may.
Result<> decidedFirst(const Outcome &outcome, bool isEdited)
{
    if (std::ranges::any_of(outcome.tools, waitsForApproval) && !isEdited)
        return conflict(QStringLiteral("a call of this reply waits for approval: decide it first"));
    return {};
}

// The draft of a reply that was taken back is as the operator left it.
Result<> keepWords(const PipelineParts &parts, const NewOutboxItem &reply)
{
    auto draft = parts.drafts.current(reply.conversation);
    if (!draft)
        return draft.error();
    if (!*draft || (*draft)->id != draftOf(reply))
        return {};
    const bool isUntouched = reply.body == (*draft)->proposal.text;
    return parts.drafts.saveEdit((*draft)->id, isUntouched ? std::nullopt : std::optional(reply.body));
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
    if (*draft) {
        if (auto allowed = mayBeSent(**draft, reply); !allowed)
            return allowed.error();
    }
    if (reply.body.trimmed().isEmpty())
        return nothingToSend();
    auto item = outboxItem(**conversation, *draft, reply.body, request);
    if (!item)
        return item.error();
    const bool isNow = item->dueAt <= item->createdAt;
    if (isNow && *draft && (*draft)->proposal.run.isValid()) {
        const Consent consent{request.conversation, (*draft)->proposal.run, request.operatorName,
                              item->createdAt};
        if (auto executed = executeHeld(consent, reply, control); !executed)
            return executed.error();
        item->body = reply.body;
        if (reply.body.trimmed().isEmpty())
            return conflict(QStringLiteral("there is nothing to send: the reply is empty"));
    }
    return queue(*item, *draft, reply);
}

// What can be known without executing anything.
Result<> OperatorDesk::mayBeSent(const Draft &draft, const ReplyText &reply) const
{
    auto queued = m_parts.outbox.ofConversation(draft.proposal.conversation);
    if (!queued)
        return queued.error();
    for (const OutboxItem &item : *queued) {
        if (isOnItsWay(item) && draftOf(item.item) == draft.id)
            return conflict(QStringLiteral("this reply is on its way already"));
    }
    if (!draft.proposal.run.isValid())
        return {};
    auto outcome = latest(draft.proposal.conversation);
    if (!outcome)
        return outcome.error();
    return decidedFirst(*outcome, reply.isEdited);
}

Result<OutboxItem> OperatorDesk::carryOut(const OutboxItem &item, const RunControl &control)
{
    const DraftId id = draftOf(item.item);
    if (!id.isValid())
        return item;
    auto draft = m_parts.drafts.get(id);
    if (!draft)
        return draft.error();
    if (!*draft)
        return item;
    const NewDraft &proposal = (*draft)->proposal;
    if ((*draft)->state != DraftState::Current) {
        // Sent before, or the customer wrote meanwhile: the words leave, but no call that went with them.
        auto approvals = m_parts.approvals.ofRun(proposal.run);
        if (!approvals)
            return approvals.error();
        const bool isHeld = std::ranges::any_of(*approvals, [](const Approval &approval) {
            return approval.request.isForMode && approval.state == ApprovalState::Pending;
        });
        return isHeld ? Result<OutboxItem>(conflict(QStringLiteral(
                            "the customer wrote meanwhile, so what goes with this reply was not done")))
                      : Result<OutboxItem>(item);
    }
    const bool isEdited = (*draft)->editedText == item.item.body;
    ReplyText reply{isEdited ? item.item.body : proposal.text, isEdited};
    if (proposal.run.isValid()) {
        const Consent consent{item.item.conversation, proposal.run, item.item.approvedBy,
                              item.item.createdAt};
        if (auto executed = executeHeld(consent, reply, control); !executed)
            return executed.error();
    }
    if (reply.body.trimmed().isEmpty())
        return conflict(QStringLiteral("there is nothing to send: the reply is empty"));
    OutboxItem worded = item;
    worded.item.body = reply.body;
    auto kept = m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto judged = judge(id, reply, item.item.approvedBy); !judged)
            return judged;
        return reply.body == item.item.body ? Result<>() : m_parts.outbox.reword(item.id, reply.body);
    });
    return kept ? Result<OutboxItem>(std::move(worded)) : Result<OutboxItem>(kept.error());
}

// Runs the calls that wait for the operator alone and words the reply anew, unless the operator wrote it.
Result<> OperatorDesk::executeHeld(const Consent &consent, ReplyText &reply, const RunControl &control)
{
    auto outcome = latest(consent.conversation);
    if (!outcome)
        return outcome.error();
    if (auto decided = decidedFirst(*outcome, reply.isEdited); !decided)
        return decided;
    if (std::ranges::none_of(outcome->tools, waitsForSend)) {
        // Nothing to do, or it was done before the program ended: the reply says what came of it.
        if (!reply.isEdited && outcome->run == consent.run && !outcome->answer.isEmpty())
            reply.body = outcome->answer;
        return {};
    }
    auto run = m_parts.runs.get(outcome->run);
    if (!run)
        return run.error();
    if (auto approved = approveHeld(outcome->run, consent); !approved)
        return approved;
    reached(Instant::ApprovalDecided);
    auto turn = TurnRun::open(m_parts, **run, control);
    if (!turn)
        return turn.error();
    auto done = contained([&] { return turn->executeHeld(consent.operatorName); });
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
    item.takesBegun = true;
    // A person's reply can be taken back on every channel, also where an automatic one leaves at once.
    const double window =
        request.noUndoWindow ? 0.0 : m_parts.settings().undoWindowSeconds(ChannelKind::Mail);
    item.dueAt = now.addMSecs(static_cast<qint64>(window * 1000.0));
    // A draft is on its way once at most (mayBeSent); after an undo it may be sent again.
    item.key = draft
                   ? QStringLiteral("%1%2:%3").arg(draftKey).arg(draft->id.value).arg(now.toMSecsSinceEpoch())
                   : QStringLiteral("written:%1:%2").arg(conversation.id.value).arg(now.toMSecsSinceEpoch());
    return item;
}

// Queues the reply, in one transaction with what the operator did with the draft: the verdict where it leaves
// now, else his words, which an undo shows again.
Result<OutboxItem> OperatorDesk::queue(const NewOutboxItem &item, const std::optional<Draft> &draft,
                                       const ReplyText &reply)
{
    OutboxId id;
    auto queued = m_parts.unitOfWork.run([&]() -> Result<> {
        if (draft) {
            // The draft may have been worded anew by the executed calls: the id is the same run's.
            auto current = m_parts.drafts.current(item.conversation);
            if (!current)
                return current.error();
            if (!*current)
                return conflict(QStringLiteral("the draft was sent, rejected or replaced meanwhile"));
            const bool isNow = item.dueAt <= item.createdAt;
            auto kept =
                isNow ? judge((*current)->id, reply, item.approvedBy)
                      : m_parts.drafts.saveEdit((*current)->id,
                                                reply.isEdited ? std::optional(reply.body) : std::nullopt);
            if (!kept)
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

Result<> OperatorDesk::judge(DraftId draft, const ReplyText &reply, const QString &by)
{
    DraftVerdict verdict;
    verdict.draft = draft;
    verdict.kind = reply.isEdited ? DraftState::Edited : DraftState::SentUnchanged;
    if (reply.isEdited) // what the calls changed about the words is no verdict on them
        verdict.finalText = reply.body;
    verdict.by = by;
    verdict.at = m_parts.clock.now();
    return m_parts.drafts.recordVerdict(verdict);
}

// Sending is the operator's approval of the calls that wait for it alone.
Result<> OperatorDesk::approveHeld(RunId run, const Consent &consent)
{
    auto approvals = m_parts.approvals.ofRun(run);
    if (!approvals)
        return approvals.error();
    for (const Approval &approval : *approvals) {
        if (!approval.request.isForMode || approval.state != ApprovalState::Pending)
            continue;
        if (approval.request.createdAt > consent.at)
            return conflict(QStringLiteral("what goes with this reply has changed since it was sent"));
        auto decided = m_parts.approvals.decide(approval.id, approval.digest, ApprovalDecision::Approve,
                                                consent.operatorName, m_parts.clock.now());
        if (!decided) {
            if (decided.error().kind == ErrorKind::Denied)
                ApprovalDecisions(m_parts).requestAgain(run);
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
        if (!reply.approvedBy.isEmpty())
            return keepWords(m_parts, reply);
        auto outcome = m_parts.runs.latestOutcome(reply.conversation);
        if (!outcome)
            return outcome.error();
        // An automatic reply comes back as a draft, so that a person may look at it.
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
    const QString given = maskSecrets(reason).text;
    const QString why = given.isEmpty() ? QStringLiteral("the draft was rejected") : given;
    return m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto voided = m_parts.approvals.voidPendingOf(conversation, why, now, operatorName); !voided)
            return voided;
        return m_parts.drafts.recordVerdict(
            {(*draft)->id, DraftState::Rejected, {}, given, operatorName, now});
    });
}

Result<Outcome> OperatorDesk::approve(ApprovalId approval, const QString &digest, const QString &operatorName,
                                      const RunControl &control)
{
    return ApprovalDecisions(m_parts).decide({approval, digest, ApprovalDecision::Approve, operatorName},
                                             control);
}

Result<Outcome> OperatorDesk::deny(ApprovalId approval, const QString &digest, const QString &operatorName,
                                   const QString &reason, const RunControl &control)
{
    return ApprovalDecisions(m_parts).decide(
        {approval, digest, ApprovalDecision::Deny, operatorName, maskSecrets(reason).text}, control);
}

Result<Outcome> OperatorDesk::approveWithArgs(ApprovalId approval, const QString &digest, const Json &args,
                                              const QString &operatorName, const RunControl &control)
{
    return ApprovalDecisions(m_parts).decide(
        {approval, digest, ApprovalDecision::Approve, operatorName, {}, args}, control);
}

Result<ToolCall> OperatorDesk::call(const DirectCall &asked, const RunControl &control)
{
    return DirectCalls(m_parts).make(asked, control);
}

Result<> OperatorDesk::takeOver(ConversationId conversation, const QString &operatorName)
{
    const QDateTime now = m_parts.clock.now();
    return m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto taken = m_parts.conversations.takeOver(conversation, operatorName, now); !taken)
            return taken;
        if (auto cancelled = m_parts.runs.cancelLive(conversation, now); !cancelled)
            return cancelled.error();
        if (auto voided = m_parts.approvals.voidPendingOf(conversation, QStringLiteral("a person took over"),
                                                          now, operatorName);
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
    return m_parts.unitOfWork.run([&]() -> Result<> {
        if (auto brought = bringDraftBack(conversation); !brought)
            return brought;
        return m_parts.conversations.handBack(conversation, operatorName, m_parts.clock.now());
    });
}

Result<> OperatorDesk::bringDraftBack(ConversationId conversation)
{
    auto draft = m_parts.drafts.discarded(conversation);
    if (!draft || !*draft)
        return draft ? Result<>() : Result<>(draft.error());
    auto approvals = m_parts.approvals.ofRun((*draft)->proposal.run);
    if (!approvals)
        return approvals.error();
    const bool isWhole = std::ranges::none_of(
        *approvals, [](const Approval &approval) { return approval.state == ApprovalState::Voided; });
    return isWhole ? m_parts.drafts.bringBack((*draft)->id) : Result<>();
}

Result<> OperatorDesk::putBack(const std::vector<ConversationPlace> &places, const QString &operatorName)
{
    const QDateTime now = m_parts.clock.now();
    return m_parts.unitOfWork.run([&]() -> Result<> {
        for (const ConversationPlace &place : places) {
            auto draft = place.status == ConversationStatus::TakenOver
                             ? m_parts.drafts.discardCurrent(place.id, operatorName, now)
                             : bringDraftBack(place.id);
            if (!draft)
                return draft;
            if (auto put = m_parts.conversations.putBack(place, operatorName, now); !put)
                return put;
        }
        return {};
    });
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
    return ApprovalDecisions(m_parts).settle(control);
}

} // namespace Helmdesk
