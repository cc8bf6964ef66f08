#include "archives/DeskForm.h"

namespace Helmdesk
{
namespace
{

class ZammadForm final : public DeskForm
{
public:
    QString system() const override { return QStringLiteral("zammad"); }
    DeskRecordKind kindOf(const Json &record, const QString &list) const override;
    void takeUser(const Json &record) override;
    ArchiveConversation conversation(const Json &record) const override;
    LooseMessage message(const Json &record) const override;
    void complete(ArchiveConversation &conversation) const override;

private:
    ArchiveMessage article(const Json &record) const;
};

DeskRecordKind ZammadForm::kindOf(const Json &record, const QString &list) const
{
    if (list == QLatin1String("User"))
        return DeskRecordKind::User;
    if (hasMembers(record, {"ticket_id", "internal"}) && record.contains("body"))
        return DeskRecordKind::Message;
    if (hasMembers(record, {"customer_id", "title", "number"}))
        return DeskRecordKind::Conversation;
    return DeskRecordKind::Nothing;
}

void ZammadForm::takeUser(const Json &record)
{
    // Roles by their ids of a fresh Zammad: 1 Admin, 2 Agent, 3 Customer.
    for (const Json &role : memberOrNull(record, "role_ids")) {
        const bool isStaff = toInteger(role, 3) < 3;
        if (isStaff || !m_roles.contains(idOf(record, "id")))
            m_roles.insert(idOf(record, "id"), isStaff ? ArchiveRole::Staff : ArchiveRole::Customer);
    }
}

ArchiveMessage ZammadForm::article(const Json &record) const
{
    ArchiveMessage message;
    message.id = idOf(record, "id");
    message.at = timeOf(memberOrNull(record, "created_at"), &message.isZoneUnknown);
    message.authorId = idOf(record, "created_by_id");
    message.hadHtml = stringOr(record, "content_type") == QLatin1String("text/html");
    const QString body = stringOr(record, "body");
    message.text = message.hadHtml ? ownWords({}, body) : ownWords(body, {});
    if (boolOr(record, "internal", false))
        message.visibility = ArchiveVisibility::Internal;
    message.inReplyTo = stringOr(record, "in_reply_to");
    const QString sender = stringOr(record, "sender");
    const qint64 senderId = integerOr(record, "sender_id", 0); // 1 Agent, 2 Customer, 3 System
    message.roleFrom = QStringLiteral("sender");
    if (sender == QLatin1String("Agent") || senderId == 1)
        message.role = ArchiveRole::Staff;
    else if (sender == QLatin1String("Customer") || senderId == 2)
        message.role = ArchiveRole::Customer;
    else if (sender == QLatin1String("System") || senderId == 3)
        message.role = ArchiveRole::Machine;
    else if (const auto role = roleOfUser(message.authorId)) {
        message.role = *role;
        message.roleFrom = QStringLiteral("role of the user");
    }
    return message;
}

ArchiveConversation ZammadForm::conversation(const Json &record) const
{
    ArchiveConversation conversation;
    conversation.system = system();
    conversation.id = idOf(record, "id");
    conversation.subject = stringOr(record, "title").simplified();
    conversation.label = stringOr(record, "group");
    conversation.openedAt = timeOf(memberOrNull(record, "created_at"));
    for (const Json &item : memberOrNull(record, "articles")) {
        if (item.is_object()) {
            conversation.messages.push_back(article(item));
            if (conversation.channel.isEmpty())
                conversation.channel = stringOr(item, "type");
        }
    }
    return conversation;
}

LooseMessage ZammadForm::message(const Json &record) const
{
    return {idOf(record, "ticket_id"), article(record)};
}

void ZammadForm::complete(ArchiveConversation &conversation) const
{
    if (conversation.channel.isEmpty())
        conversation.channel = QStringLiteral("mail");
}

} // namespace

std::unique_ptr<DeskForm> makeZammadForm()
{
    return std::make_unique<ZammadForm>();
}

} // namespace Helmdesk
