#include "cli/ConversationText.h"

#include "app/Handoff.h"
#include "core/Clock.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

QString nameOf(Delivery delivery)
{
    switch (delivery) {
    case Delivery::None:
        return {};
    case Delivery::Queued:
        return QStringLiteral("queued");
    case Delivery::Sending:
        return QStringLiteral("sending");
    case Delivery::Sent:
        return QStringLiteral("sent");
    case Delivery::Failed:
        return QStringLiteral("failed");
    case Delivery::Unknown:
        return QStringLiteral("unknown");
    case Delivery::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

template <class T>
Json nameOrNull(const std::optional<T> &value)
{
    return value ? Json(Helmdesk::nameOf(*value)) : Json();
}

QStringList namesOf(const QList<EscalationReason> &reasons)
{
    QStringList names;
    for (const EscalationReason reason : reasons)
        names << Helmdesk::nameOf(reason);
    names.removeDuplicates();
    return names;
}

QString nameOf(ActState state)
{
    switch (state) {
    case ActState::Approved:
        return QStringLiteral("approved");
    case ActState::Denied:
        return QStringLiteral("denied");
    case ActState::Expired:
        return QStringLiteral("expired");
    case ActState::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    return {};
}

QString sentenceOf(const ActLine &act)
{
    const QString who = act.by.isEmpty() ? QString() : act.by + u' ';
    const QString why = act.reason.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(act.reason);
    return QStringLiteral("%1%2: %3%4").arg(who, nameOf(act.state), act.effect, why);
}

Json toJson(const ActLine &act)
{
    return {{"effect", act.effect}, {"state", nameOf(act.state)}, {"by", act.by}, {"reason", act.reason}};
}

Json toJson(const ThreadEntry &entry)
{
    Json attachments = Json::array();
    for (const Attachment &file : entry.attachments)
        attachments.push_back(
            {{"name", file.name}, {"type", file.mediaType}, {"bytes", file.bytes}, {"kept", file.isKept}});
    return {{"message", entry.id.isValid() ? Json(entry.id.value) : Json()},
            {"author", Helmdesk::nameOf(entry.author)},
            {"name", entry.name},
            {"text", entry.act ? sentenceOf(*entry.act) : entry.text},
            {"at", toIso(entry.at)},
            {"delivery", nameOf(entry.delivery)},
            {"failure", entry.failure},
            {"act", entry.act ? toJson(*entry.act) : Json()},
            {"attachments", std::move(attachments)},
            {"cc", entry.cc},
            {"bcc", entry.bcc},
            {"forwarded_from", entry.forwardedFrom}};
}

Json toJson(const DraftView &draft)
{
    Json citations = Json::array();
    for (const Citation &citation : draft.citations)
        citations.push_back(Helmdesk::toJson(citation));
    return {{"text", draft.editedText},
            {"proposed", draft.text},
            {"edited", draft.editedText != draft.text},
            {"confidence", draft.confidence},
            {"shadow", draft.isShadow},
            {"citations", std::move(citations)}};
}

Json toJson(const CustomerCard &customer)
{
    return {{"id", customer.id},       {"name", customer.name},        {"email", customer.email},
            {"plan", customer.plan},   {"status", customer.status},    {"company", customer.company},
            {"phone", customer.phone}, {"language", customer.language}};
}

Json changesOf(const std::vector<std::pair<QString, QString>> &values)
{
    Json changes = Json::object();
    for (const auto &[name, value] : values)
        changes[name.toStdString()] = value;
    return changes;
}

QString indented(const QString &text)
{
    QString result = text.trimmed();
    result.replace(u'\n', QStringLiteral("\n    "));
    return QStringLiteral("    ") + result;
}

QString textOf(const ThreadEntry &entry)
{
    if (entry.act)
        return QStringLiteral("%1  %2").arg(localTime(entry.at), sentenceOf(*entry.act));
    QStringList notes;
    if (entry.author == Author::Note)
        notes << QStringLiteral("internal note");
    if (entry.id.isValid())
        notes << QStringLiteral("message %1").arg(entry.id.value);
    if (entry.delivery != Delivery::None && entry.delivery != Delivery::Sent)
        notes << nameOf(entry.delivery);
    if (!entry.failure.isEmpty())
        notes << entry.failure;
    QString text =
        QStringLiteral("%1  %2 (%3)\n%4")
            .arg(localTime(entry.at), entry.name, notes.join(QStringLiteral(", ")), indented(entry.text));
    for (const Attachment &file : entry.attachments)
        text += QStringLiteral("\n    [%1, %2, %3 bytes]").arg(file.name, file.mediaType).arg(file.bytes);
    return text;
}

QString headOf(const ConversationView &view)
{
    const QueueRow &row = view.row;
    QString text = QStringLiteral("Conversation %1: %2").arg(row.id.value).arg(row.subject.simplified());
    text += QStringLiteral("\nCustomer    %1").arg(row.customer);
    if (view.customer)
        text += QStringLiteral(" (%1), plan %2").arg(view.customer->id, view.customer->plan);
    text += QStringLiteral("\nChannel     %1, %2")
                .arg(Helmdesk::nameOf(row.channel), Helmdesk::nameOf(row.status));
    if (!row.assignee.isEmpty())
        text += QStringLiteral(", with %1").arg(row.assignee);
    if (!view.outcome)
        return text;
    const QStringList reasons = namesOf(row.reasons);
    text += QStringLiteral("\nCategory    %1 (%2)\nDecision    %3")
                .arg(row.category ? Helmdesk::nameOf(*row.category) : QString())
                .arg(row.confidence, 0, 'f', 2)
                .arg(Helmdesk::nameOf(view.outcome->decision));
    if (!reasons.isEmpty())
        text += QStringLiteral(" (%1)").arg(reasons.join(QStringLiteral(", ")));
    if (view.outcome->ticket.isValid())
        text += QStringLiteral("\nTicket      #%1").arg(view.outcome->ticket.value);
    return text;
}

QString draftOf(const ConversationView &view)
{
    if (!view.draft)
        return view.privateText.isEmpty()
                   ? QString()
                   : QStringLiteral("Begun reply, not sent:\n%1").arg(indented(view.privateText));
    const QString edited =
        view.draft->editedText != view.draft->text ? QStringLiteral(", edited") : QString();
    return view.draft->isShadow
               ? QStringLiteral("Shadow draft, only to look at, never sent:\n%1")
                     .arg(indented(view.draft->text))
               : QStringLiteral("Draft%1, not sent:\n%2").arg(edited, indented(view.draft->editedText));
}

} // namespace

QString textOf(const HandoffSummary &summary)
{
    QStringList lines{summary.engine.isEmpty()
                          ? QStringLiteral("Given to a person:")
                          : QStringLiteral("Given to a person, in the words of %1:").arg(summary.engine)};
    const auto add = [&](const QString &name, const std::vector<HandoffItem> &items) {
        for (const HandoffItem &item : items)
            lines << QStringLiteral("    %1 %2")
                         .arg(&item == &items.front() ? name.leftJustified(6) : QString(6, u' '),
                              sentenceOf(item));
        if (items.empty())
            lines << QStringLiteral("    %1 nothing").arg(name.leftJustified(6));
    };
    add(QStringLiteral("Asked"), summary.asked);
    add(QStringLiteral("Done"), summary.done);
    add(QStringLiteral("Tried"), summary.tried);
    add(QStringLiteral("Open"), summary.open);
    return lines.join(u'\n');
}

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

Json toJson(const QueueRow &row)
{
    return {{"conversation", row.id.value},
            {"customer", row.customer},
            {"subject", row.subject},
            {"snippet", row.snippet},
            {"channel", nameOf(row.channel)},
            {"status", nameOf(row.status)},
            {"assignee", row.assignee},
            {"category", nameOrNull(row.category)},
            {"confidence", row.confidence},
            {"decision", nameOrNull(row.decision)},
            {"escalation_reasons", namesOf(row.reasons)},
            {"priority", nameOf(row.priority)},
            {"updated", toIso(row.updatedAt)},
            {"pending_approvals", row.pendingApprovals},
            {"has_draft", row.hasDraft},
            {"shadow", row.isShadow},
            {"unanswered", row.isUnread},
            {"due", row.dueAt.isValid() ? Json(toIso(row.dueAt)) : Json()},
            {"promise", row.promise}};
}

Json toJson(const ApprovalView &approval)
{
    return {{"approval", approval.id.value},
            {"conversation", approval.conversation.value},
            {"customer", approval.customer},
            {"tool", approval.tool},
            {"args", approval.args},
            {"effect", approval.effect},
            {"before", changesOf(approval.before)},
            {"after", changesOf(approval.after)},
            {"rule", approval.rule},
            {"digest", approval.digest},
            {"requested", toIso(approval.requestedAt)},
            {"expires", toIso(approval.expiresAt)},
            {"by_sending", approval.isForMode}};
}

Json toJson(const ConversationView &view)
{
    Json json = toJson(view.row);
    json["subject"] = view.subject;
    json["language"] = view.language;
    json["customer_record"] = view.customer ? toJson(*view.customer) : Json();
    json["draft"] = view.draft ? toJson(*view.draft) : Json();
    json["begun_reply"] = view.privateText;
    json["begun_note"] = view.begunNote;
    Json approvals = Json::array();
    for (const ApprovalView &approval : view.approvals)
        approvals.push_back(toJson(approval));
    json["approvals"] = std::move(approvals);
    Json thread = Json::array();
    for (const ThreadEntry &entry : view.thread)
        thread.push_back(toJson(entry));
    json["thread"] = std::move(thread);
    json["outcome"] = view.outcome ? toJson(*view.outcome) : Json();
    json["handoff"] = view.handoff ? toJson(*view.handoff) : Json();
    return json;
}

QString lineOf(const QueueRow &row)
{
    QStringList marks;
    if (row.isUnread)
        marks << QStringLiteral("unanswered");
    if (row.pendingApprovals > 0)
        marks << QStringLiteral("approval");
    if (row.isShadow)
        marks << QStringLiteral("shadow draft");
    else if (row.hasDraft)
        marks << QStringLiteral("draft");
    if (!row.assignee.isEmpty())
        marks << QStringLiteral("with %1").arg(row.assignee);
    if (row.status == ConversationStatus::Resolved)
        marks << nameOf(row.status);
    return QStringLiteral("%1  %2  %3  %4  %5: %6%7")
        .arg(row.id.value, 6)
        .arg(localTime(row.updatedAt), nameOf(row.priority).leftJustified(6),
             (row.category ? nameOf(*row.category) : QStringLiteral("-")).leftJustified(9),
             row.customer.isEmpty() ? QStringLiteral("?") : row.customer, row.subject.simplified().left(60),
             marks.isEmpty() ? QString() : QStringLiteral("  [%1]").arg(marks.join(QStringLiteral(", "))));
}

QString textOf(const ApprovalView &approval, const QString &program)
{
    if (approval.isForMode)
        return QStringLiteral("Sending does first: %1").arg(approval.effect);
    return QStringLiteral("Approval %1 waits until %2: %3\n    %5 approve %1 --digest %4")
        .arg(QString::number(approval.id.value), localTime(approval.expiresAt), approval.effect,
             approval.digest, program);
}

QString textOf(const ConversationView &view, const QString &program)
{
    QStringList parts{headOf(view)};
    if (view.handoff)
        parts << textOf(*view.handoff);
    for (const ThreadEntry &entry : view.thread)
        parts << textOf(entry);
    if (const QString draft = draftOf(view); !draft.isEmpty())
        parts << draft;
    for (const ApprovalView &approval : view.approvals)
        parts << textOf(approval, program);
    return parts.join(QStringLiteral("\n\n"));
}

QString fateOf(const Outcome &outcome, const QString &program)
{
    if (outcome.answer.isEmpty())
        return {};
    if (outcome.decision == Decision::AutoSend)
        return QStringLiteral("Reply, goes out without a person:");
    if (outcome.shadow)
        return QStringLiteral("Shadow draft, only to look at. It is not sent, and nothing was done:");
    QString text = QStringLiteral("Draft, not sent: a person reads it first.");
    bool waitsForDecision = false;
    for (const ToolCall &call : outcome.tools) {
        if (call.status != ToolStatus::PendingApproval)
            continue;
        const bool isForSend = call.rule.isEmpty();
        waitsForDecision = waitsForDecision || !isForSend;
        text += isForSend ? QStringLiteral("\nNot done yet: %1. Sending does it first.").arg(call.preview)
                          : QStringLiteral("\nNot done yet: %1 It waits for approval %2.")
                                .arg(call.preview)
                                .arg(call.approval.value);
    }
    text += (waitsForDecision ? QStringLiteral("\nTo decide: %1 show %2")
                              : QStringLiteral("\nTo send it: %1 send %2"))
                .arg(program)
                .arg(outcome.conversation.value);
    return text;
}

} // namespace Helmdesk
