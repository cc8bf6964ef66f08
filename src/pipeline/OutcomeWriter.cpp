#include "pipeline/OutcomeWriter.h"

#include "specialists/ReplyStyle.h"
#include "specialists/ReplyWords.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr qint64 approvalLifetimeSeconds = 24 * 3600;

QString subjectOf(const Conversation &conversation, const Message &message)
{
    const QString subject = message.subject.isEmpty() ? conversation.subject : message.subject;
    return subject.isEmpty() ? message.text.simplified().left(80) : subject;
}

bool waits(const ToolCall &call)
{
    return call.status == ToolStatus::PendingApproval;
}

} // namespace

OutcomeWriter::OutcomeWriter(const PipelineParts &parts, const Settings &settings,
                             const Conversation &conversation, const Message &message, const QDateTime &now)
    : m_parts(parts)
    , m_settings(settings)
    , m_conversation(conversation)
    , m_message(message)
    , m_now(now)
{
}

Result<> OutcomeWriter::write(Outcome &outcome, const DraftReply &draft, const WriteOptions &options)
{
    return m_parts.unitOfWork.run([&]() -> Result<> {
        const bool hasAnswer = !outcome.answer.isEmpty();
        if (outcome.decision == Decision::Escalated) {
            if (auto opened = openTicket(outcome, options.language); !opened)
                return opened;
        }
        if (options.takesBack && options.write == OutcomeWrite::First) {
            // What waits for a person is no longer wanted; a decision on it would come too late.
            if (auto voided = m_parts.approvals.voidPendingOf(
                    m_conversation.id, QStringLiteral("the customer took it back"), m_now);
                !voided)
                return voided;
        }
        if (auto requested = requestApprovals(outcome); !requested)
            return requested;
        if (!outcome.answer.isEmpty() && !options.isSentByPerson) {
            auto kept = outcome.decision == Decision::AutoSend ? queueReply(outcome, QStringLiteral("reply"))
                        : !hasAnswer && isAcknowledged(outcome, options)
                            ? queueReply(outcome, acknowledgementKey())
                            : propose(outcome);
            if (!kept)
                return kept;
        }
        if (auto remembered = remember(draft); !remembered)
            return remembered;
        if (options.kept != nullptr && m_parts.kept != nullptr) {
            if (auto kept = m_parts.kept->keep(outcome.run, *options.kept); !kept)
                return kept;
        }
        const RunState state =
            std::ranges::any_of(outcome.tools, waits) ? RunState::AwaitingApproval : RunState::Finished;
        return m_parts.runs.saveOutcome(outcome.run, m_message.id, outcome, state, options.write, m_now);
    });
}

Result<> OutcomeWriter::openTicket(Outcome &outcome, const QString &language)
{
    NewTicket ticket;
    ticket.key = QStringLiteral("run:%1").arg(outcome.run.value);
    ticket.conversation = m_conversation.id;
    ticket.customer = m_conversation.customer;
    ticket.category = outcome.category;
    ticket.subject = subjectOf(m_conversation, m_message);
    ticket.summary = m_message.text.left(2000);
    ticket.priority = outcome.priority;
    for (const ReasonDetail &reason : outcome.reasons) {
        if (!ticket.reasons.contains(reason.reason))
            ticket.reasons.append(reason.reason);
    }
    ticket.createdAt = m_now;
    auto id = m_parts.tickets.create(ticket);
    if (!id)
        return id.error();
    outcome.ticket = *id;
    const bool isOff =
        m_settings.mode(outcome.category) == Mode::Off && outcome.category != Category::Escalate;
    if (outcome.answer.isEmpty() && !isOff) {
        auto customer = m_conversation.customer.isEmpty()
                            ? Result<std::optional<CustomerContext>>(std::optional<CustomerContext>())
                            : m_parts.customers.findById(m_conversation.customer);
        if (!customer)
            return customer.error();
        TurnContext frame;
        frame.channel = m_conversation.channel;
        frame.customer = std::move(*customer);
        frame.language = language;
        outcome.answer = frameReply(replyWords(language).passedOn.arg(id->value), frame);
    }
    return {};
}

Result<> OutcomeWriter::requestApprovals(Outcome &outcome)
{
    ToolContext context;
    context.customer = outcome.customer;
    context.conversation = m_conversation.id;
    context.message = m_message.id;
    context.run = outcome.run;
    context.now = m_now;
    for (ToolCall &call : outcome.tools) {
        if (!waits(call))
            continue;
        NewApproval request;
        request.callKey = call.key;
        request.conversation = m_conversation.id;
        request.message = m_message.id;
        request.run = outcome.run;
        request.tool = call.name;
        request.args = call.args;
        request.amount = moneyIn(call.args);
        request.customer = outcome.customer;
        request.preview = call.preview;
        request.shown = m_parts.tools.describe(call, context);
        request.isForMode = call.rule.isEmpty();
        request.createdAt = m_now;
        request.expiresAt = m_now.addSecs(approvalLifetimeSeconds);
        auto approval = m_parts.approvals.create(request);
        if (!approval)
            return approval.error();
        call.approval = approval->id;
    }
    return {};
}

Result<> OutcomeWriter::propose(const Outcome &outcome)
{
    NewDraft draft;
    draft.conversation = m_conversation.id;
    draft.message = m_message.id;
    draft.run = outcome.run;
    draft.text = outcome.answer;
    draft.citations = outcome.citations;
    draft.category = outcome.category;
    draft.intent = outcome.intent;
    draft.shadow = outcome.shadow;
    draft.createdAt = m_now;
    for (const NamedValue &part : outcome.confidenceParts) {
        if (part.name == QLatin1String("answer"))
            draft.confidence = part.value;
        else if (part.name == QLatin1String("estimate"))
            draft.estimate = part.value;
    }
    auto id = m_parts.drafts.propose(draft);
    return id ? Result<>() : Result<>(id.error());
}

// Who asks for a person in the chat sits in front of it: that one was called is said at once, in the fixed
// words of the holding reply, and once until somebody answers.
bool OutcomeWriter::isAcknowledged(const Outcome &outcome, const WriteOptions &options) const
{
    if (m_conversation.channel != ChannelKind::Chat || options.write != OutcomeWrite::First ||
        outcome.shadow || !outcome.hasReason(EscalationReason::HumanRequested) ||
        outcome.hasReason(EscalationReason::InjectionSuspected))
        return false;
    const auto before = m_parts.outbox.ofConversation(m_conversation.id);
    return before && (before->empty() || !before->back().item.key.startsWith(acknowledgementKey()));
}

Result<> OutcomeWriter::queueReply(const Outcome &outcome, const QString &kind)
{
    if (auto gone = m_parts.drafts.discardCurrent(m_conversation.id, {}, m_now); !gone)
        return gone;
    NewOutboxItem item;
    item.key = QStringLiteral("%1:%2").arg(kind).arg(m_message.id.value);
    item.conversation = m_conversation.id;
    item.inReplyTo = m_message.id;
    item.channel = m_conversation.channel;
    item.recipient =
        m_conversation.senderAddress.isEmpty() ? m_conversation.customer : m_conversation.senderAddress;
    item.subject = replySubject(subjectOf(m_conversation, m_message));
    item.body = outcome.answer;
    item.createdAt = m_now;
    item.dueAt =
        m_now.addMSecs(static_cast<qint64>(m_settings.undoWindowSeconds(m_conversation.channel) * 1000.0));
    auto id = m_parts.outbox.enqueue(item);
    return id ? Result<>() : Result<>(id.error());
}

Result<> OutcomeWriter::remember(const DraftReply &draft)
{
    if (draft.text.isEmpty() && draft.memory.empty())
        return {};
    Json memory = draft.memory;
    memory["at"] = toIso(m_now);
    return m_parts.conversations.setMemory(m_conversation.id, memory);
}

} // namespace Helmdesk
