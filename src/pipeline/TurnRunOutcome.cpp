// What a turn comes to: whether its reply is good enough, and the outcome that is stored.

#include "pipeline/TurnRun.h"

#include "pipeline/Decision.h"
#include "pipeline/OutcomeWriter.h"
#include "pipeline/UnansweredTurns.h"
#include "specialists/RequestMood.h"

#include <algorithm>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

bool namesAnotherMethod(const QString &text)
{
    static const QRegularExpression method(
        QStringLiteral("\\b(?:another|different|new|other)\\b[^.?!]{0,12}\\b(?:card|account|method|bank)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return method.match(text).hasMatch();
}

} // namespace

// A customer who writes again is not helped by the same words once more.
bool TurnRun::repeatsLastReply(const DraftReply &draft, const std::vector<ToolCall> &calls) const
{
    const Message *last = lastReply();
    // Another link is the same reply, unless it is asked for.
    const bool isLinkWanted =
        asksAgain(m_message.text) || saysPlease(m_message.text) || namesAnotherMethod(m_message.text);
    const bool onlyRead = std::ranges::all_of(calls, [&](const ToolCall &call) {
        return call.name == QLatin1String("check_invoice") ||
               (call.name == QLatin1String("update_payment_method") && !isLinkWanted);
    });
    const bool isSameQuestion = m_assessment.asksIfBot; // asked twice, it is answered twice
    if (last == nullptr || draft.text.isEmpty() || !onlyRead || isSameQuestion)
        return false;
    const auto body = [](const QString &text) { // without the greeting of a first reply
        const qsizetype greeting =
            text.startsWith(QLatin1String("Hello")) ? text.indexOf(QLatin1String("\n\n")) : -1;
        static const QRegularExpression link(QStringLiteral("https?://\\S+"));
        return text.mid(greeting < 0 ? 0 : greeting).remove(link).simplified();
    };
    return body(last->text) == body(draft.text);
}

// Whether the proposal is good enough to go out, by its own parts.
void TurnRun::judge()
{
    for (const ToolCall &call : m_calls) {
        if (call.status == ToolStatus::PendingApproval && !call.rule.isEmpty())
            addReason(EscalationReason::ApprovalRequired, call.rule);
    }
    if (isAnswerable() && repeatsLastReply(m_draft, m_calls))
        addReason(EscalationReason::LowConfidence, QStringLiteral("same reply again"), 1.0, 1.0);
    if (isAnswerable() && m_draft.confidence < m_settings.answerThreshold())
        addReason(EscalationReason::LowConfidence, QStringLiteral("answer"), m_draft.confidence,
                  m_settings.answerThreshold());
    if (const int replies = repliesOfLate(); replies >= mostRepliesAnHour)
        addOwnReason(EscalationReason::Policy, QStringLiteral("many replies to one address"), replies,
                     mostRepliesAnHour);
}

// How many mails the agent alone has sent to the sender within an hour. Two machines that answer each other
// come to an end so. What cannot be read counts as too many.
int TurnRun::repliesOfLate() const
{
    if (m_conversation.channel != ChannelKind::Mail || m_conversation.senderAddress.isEmpty())
        return 0;
    return m_parts.outbox.sentAloneTo(m_conversation.senderAddress, m_now.addSecs(-3600))
        .value_or(mostRepliesAnHour);
}

Outcome TurnRun::outcome() const
{
    Outcome outcome;
    outcome.id = m_message.externalId.isEmpty() ? QString::number(m_message.id.value) : m_message.externalId;
    outcome.conversation = m_conversation.id;
    outcome.run = m_run.id;
    outcome.customer = m_conversation.customer;
    outcome.category = m_route.category;
    outcome.intent = m_route.intent;
    outcome.confidence = m_route.confidence;
    outcome.confidenceParts = m_draft.confidenceParts;
    outcome.confidenceParts.push_back({QStringLiteral("answer"), m_draft.confidence});
    outcome.confidenceParts.push_back({QStringLiteral("margin"), m_route.margin()});
    outcome.confidenceParts.push_back({QStringLiteral("sentiment"), m_assessment.sentiment});
    outcome.answer = m_draft.text;
    outcome.citations = m_draft.citations;
    outcome.tools = m_calls;
    outcome.reasons = m_reasons;
    outcome.degraded = m_degraded;
    if (!m_draft.engine.isEmpty())
        outcome.engine = m_draft.engine;
    if (m_parts.calls != nullptr) {
        const CostRow cost = m_parts.calls->ofRun(m_run.id).value_or(CostRow());
        outcome.tokensIn = cost.tokensIn;
        outcome.tokensOut = cost.tokensOut;
        outcome.costUsd = cost.costUsd;
    }
    outcome.milliseconds = m_journal.milliseconds();
    const Mode mode = this->mode();
    outcome.decision = decision();
    outcome.shadow = mode == Mode::Shadow;
    if (mode == Mode::Off && m_route.category != Category::Escalate)
        outcome.reasons.push_back({EscalationReason::Policy, QStringLiteral("mode_off"), 0.0, 0.0});
    const int join = m_conversation.channel == ChannelKind::Chat ? m_settings.joinMilliseconds() : 0;
    outcome.priority =
        priorityOf({.reasons = outcome.reasons,
                    .plan = m_context.customer ? m_context.customer->plan : QString(),
                    .unanswered = m_message.isAutomatic ? 0 : unansweredTurns(m_earlier, m_message, join)});
    return outcome;
}

Result<Outcome> TurnRun::finish(OutcomeWrite write, Keep keep)
{
    if (m_message.isAutomatic || m_conversation.status == ConversationStatus::TakenOver)
        m_reasons.clear(); // nobody is answered, so nothing escalates
    else
        judge();
    Outcome result = outcome();
    std::optional<KeptRun> keptRun;
    if (keep == Keep::Run && m_parts.kept != nullptr && (m_isMeasured || m_alwaysEscalates)) {
        auto found = kept();
        if (!found)
            return found.error();
        keptRun = std::move(*found);
    }
    OutcomeWriter writer(m_parts, m_settings, m_conversation, m_message, m_now);
    if (auto stored = writer.write(
            result, m_draft,
            {write, m_isSentByPerson, m_takesBack, m_assessment.language, keptRun ? &*keptRun : nullptr});
        !stored)
        return stored.error();
    return result;
}

} // namespace Helmdesk
