#include "archives/DeskForm.h"

namespace Helmdesk
{
namespace
{

class FreshdeskForm final : public DeskForm
{
public:
    QString system() const override { return QStringLiteral("freshdesk"); }
    DeskRecordKind kindOf(const Json &record, const QString &list) const override;
    ArchiveConversation conversation(const Json &record) const override;
    bool isPartial(const Json &record) const override;
    LooseMessage message(const Json &record) const override;
    QString refusal(const Json &record) const override;
};

// Sources of tickets, of https://developers.freshdesk.com/api/; higher ones are an account's own.
QString channelOf(qint64 source)
{
    switch (source) {
    case 1:
        return QStringLiteral("mail");
    case 2:
        return QStringLiteral("portal");
    case 3:
        return QStringLiteral("phone");
    case 5:
        return QStringLiteral("twitter");
    case 6:
        return QStringLiteral("facebook");
    case 7:
        return QStringLiteral("chat");
    case 9:
        return QStringLiteral("widget");
    case 10:
        return QStringLiteral("outbound mail");
    case 13:
        return QStringLiteral("whatsapp");
    default:
        return QStringLiteral("source %1").arg(source);
    }
}

constexpr qint64 outboundMail = 10;
constexpr qint64 note = 2;
constexpr qint64 survey = 6;

DeskRecordKind FreshdeskForm::kindOf(const Json &record, const QString &) const
{
    if (hasMembers(record, {"requester_id", "responder_id"}) &&
        (record.contains("source") || record.contains("fr_escalated")))
        return DeskRecordKind::Conversation;
    if (record.contains("incoming") && (record.contains("body_text") || record.contains("body")))
        return DeskRecordKind::Message;
    return DeskRecordKind::Nothing;
}

ArchiveMessage conversationEntry(const Json &record)
{
    ArchiveMessage message;
    message.id = idOf(record, "id");
    message.at = timeOf(memberOrNull(record, "created_at"), &message.isZoneUnknown);
    message.authorId = idOf(record, "user_id");
    message.hadHtml = !stringOr(record, "body").isEmpty();
    message.text = ownWords(stringOr(record, "body_text"), stringOr(record, "body"));
    const qint64 source = integerOr(record, "source", 0);
    const bool isPrivate = boolOr(record, "private", false) || source == note;
    message.visibility = isPrivate          ? ArchiveVisibility::Internal
                         : source == survey ? ArchiveVisibility::Event
                                            : ArchiveVisibility::Public;
    message.role = boolOr(record, "auto_response", false) ? ArchiveRole::Machine
                   : boolOr(record, "incoming", false)    ? ArchiveRole::Customer
                                                          : ArchiveRole::Staff;
    message.roleFrom = QStringLiteral("incoming");
    return message;
}

ArchiveConversation FreshdeskForm::conversation(const Json &record) const
{
    ArchiveConversation conversation;
    conversation.system = system();
    conversation.id = idOf(record, "id");
    conversation.subject = stringOr(record, "subject").simplified();
    const qint64 source = integerOr(record, "source", 0);
    conversation.channel = channelOf(source);
    conversation.label = stringOr(record, "type");
    conversation.openedAt = timeOf(memberOrNull(record, "created_at"));
    // The first message is the description and never among the conversations.
    ArchiveMessage first;
    first.id = QStringLiteral("description");
    first.at = conversation.openedAt;
    first.authorId = idOf(record, "requester_id");
    first.hadHtml = !stringOr(record, "description").isEmpty();
    first.text =
        ownWords(stringOr(record, "description_text"), stringOr(record, "description"), conversation.subject);
    first.role = source == outboundMail ? ArchiveRole::Staff : ArchiveRole::Customer;
    first.roleFrom = source == outboundMail ? QStringLiteral("outbound mail")
                                            : QStringLiteral("description of the ticket");
    if (!first.text.isEmpty())
        conversation.messages.push_back(std::move(first));
    for (const Json &item : memberOrNull(record, "conversations"))
        conversation.messages.push_back(conversationEntry(item));
    return conversation;
}

LooseMessage FreshdeskForm::message(const Json &record) const
{
    return {idOf(record, "ticket_id"), conversationEntry(record)};
}

QString FreshdeskForm::refusal(const Json &record) const
{
    if (boolOr(record, "spam", false))
        return QStringLiteral("the ticket is marked as spam");
    return boolOr(record, "deleted", false) ? QStringLiteral("the ticket was deleted") : QString();
}

bool FreshdeskForm::isPartial(const Json &record) const
{
    return !record.contains("description") && !record.contains("description_text");
}

} // namespace

std::unique_ptr<DeskForm> makeFreshdeskForm()
{
    return std::make_unique<FreshdeskForm>();
}

} // namespace Helmdesk
