// The tones, icons and chips that stand for the words of Words.
#include "Words.h"

namespace Helmdesk
{
using namespace Qt::StringLiterals;

Tone Words::tone(Category value)
{
    switch (value) {
    case Category::Billing:
        return Tone::Teal;
    case Category::Technical:
        return Tone::Purple;
    case Category::Account:
        return Tone::Accent;
    case Category::General:
        return Tone::Grey;
    case Category::Escalate:
        return Tone::Bad;
    }
    return Tone::Grey;
}

QString Words::icon(ChannelKind value)
{
    switch (value) {
    case ChannelKind::Chat:
        return u"message-circle"_s;
    case ChannelKind::Mail:
        return u"mail"_s;
    case ChannelKind::File:
        return u"file-text"_s;
    case ChannelKind::Api:
        return u"plug"_s;
    }
    return {};
}

QString Words::icon(EscalationReason value)
{
    switch (value) {
    case EscalationReason::HumanRequested:
        return u"user-round"_s;
    case EscalationReason::NegativeSentiment:
        return u"frown"_s;
    case EscalationReason::ComplexQuery:
        return u"split"_s;
    case EscalationReason::ApprovalRequired:
        return u"shield-alert"_s;
    case EscalationReason::Policy:
        return u"scale"_s;
    case EscalationReason::LowConfidence:
        return u"circle-alert"_s;
    case EscalationReason::ToolFailed:
        return u"wrench"_s;
    case EscalationReason::InjectionSuspected:
    case EscalationReason::EngineFailed:
        return u"triangle-alert"_s;
    }
    return {};
}

QString Words::icon(ActState value)
{
    switch (value) {
    case ActState::Approved:
        return u"shield-check"_s;
    case ActState::Denied:
        return u"circle-x"_s;
    case ActState::Expired:
        return u"clock"_s;
    case ActState::Withdrawn:
        break;
    }
    return u"undo-2"_s;
}

QList<ChipContent> Words::chips(const QueueRow &row, const QString &place)
{
    QList<ChipContent> chips;
    if (!place.isEmpty())
        chips.append({place, u"arrow-right"_s, Tone::Accent});
    if (row.dueAt.isValid() && row.status != ConversationStatus::Resolved)
        chips.append(
            {due(row), u"bell"_s, row.dueAt <= QDateTime::currentDateTimeUtc() ? Tone::Bad : Tone::Warn});
    const bool isEscalated = row.decision == Decision::Escalated;
    if (row.category && !(isEscalated && *row.category == Category::Escalate && !row.reasons.isEmpty()))
        chips.append({row.confidence > 0.0 ? tr("%1 %2").arg(category(*row.category), percent(row.confidence))
                                           : category(*row.category), // no figure where none was computed
                      {},
                      tone(*row.category)});
    if (row.pendingApprovals > 0)
        chips.append({tr("Approval"), u"shield-alert"_s, Tone::Warn});
    for (const EscalationReason each : row.reasons) {
        if (each == EscalationReason::ApprovalRequired && row.pendingApprovals > 0)
            continue;
        if (chips.size() < 3)
            chips.append({reason(each), icon(each), isEscalated ? Tone::Bad : Tone::Warn});
    }
    const bool isResolved = row.status == ConversationStatus::Resolved;
    if (isResolved && place != status(row.status))
        chips.append({tr("Resolved"), u"check"_s, Tone::Ok});
    else if (!isResolved && row.decision == Decision::AutoSend)
        chips.append({tr("Automatic"), u"zap"_s, Tone::Ok});
    else if (!isResolved && row.hasDraft && chips.size() < 3)
        chips.append({row.isShadow ? tr("Shadow draft") : tr("Draft"), {}, Tone::Grey});
    if (!row.assignee.isEmpty() && chips.size() < 3)
        chips.append({row.assignee, u"hand"_s, Tone::Grey});
    if (row.priority == Priority::Urgent && chips.size() < 3)
        chips.append({priority(row.priority), {}, Tone::Bad});
    if (chips.size() < 3)
        chips.append({channel(row.channel), icon(row.channel), Tone::Grey});
    return chips;
}

} // namespace Helmdesk
