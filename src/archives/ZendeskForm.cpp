#include "archives/DeskForm.h"

namespace Helmdesk
{
namespace
{

class ZendeskForm final : public DeskForm
{
public:
    QString system() const override { return QStringLiteral("zendesk"); }
    DeskRecordKind kindOf(const Json &record, const QString &list) const override;
    void takeUser(const Json &record) override;
    ArchiveConversation conversation(const Json &record) const override;
    LooseMessage message(const Json &record) const override;
    QString refusal(const Json &record) const override;
    QString note() const override;
    void complete(ArchiveConversation &conversation) const override;

private:
    ArchiveMessage comment(const Json &record, const QString &requester) const;
};

// A ticket with its comments beside it: {"ticket":{…},"comments":[…]}.
const Json &ticketOf(const Json &record)
{
    const Json &inner = memberOrNull(record, "ticket");
    return inner.is_object() ? inner : record;
}

DeskRecordKind ZendeskForm::kindOf(const Json &record, const QString &list) const
{
    const Json &ticket = ticketOf(record);
    if (hasMembers(ticket, {"requester_id"}) &&
        (ticket.contains("submitter_id") || ticket.contains("raw_subject") ||
         (ticket.contains("via") && ticket.contains("description"))))
        return DeskRecordKind::Conversation;
    if (list == QLatin1String("users") || (record.contains("role") && record.contains("email")))
        return DeskRecordKind::User;
    if (hasMembers(record, {"author_id"}) &&
        (record.contains("plain_body") || record.contains("html_body") || record.contains("public")))
        return DeskRecordKind::Message;
    if (record.contains("ticket_id") && memberOrNull(record, "comments").is_array())
        return DeskRecordKind::Conversation; // comments alone, with the id of their ticket
    return DeskRecordKind::Nothing;
}

void ZendeskForm::takeUser(const Json &record)
{
    const QString role = stringOr(record, "role");
    if (!role.isEmpty())
        m_roles.insert(idOf(record, "id"),
                       role == QLatin1String("end-user") ? ArchiveRole::Customer : ArchiveRole::Staff);
}

ArchiveMessage ZendeskForm::comment(const Json &record, const QString &requester) const
{
    ArchiveMessage message;
    message.id = idOf(record, "id");
    message.at = timeOf(memberOrNull(record, "created_at"), &message.isZoneUnknown);
    message.authorId = idOf(record, "author_id");
    message.hadHtml = !stringOr(record, "html_body").isEmpty();
    const QString plain = stringOr(record, "plain_body");
    message.text =
        ownWords(plain.isEmpty() ? stringOr(record, "body") : plain, stringOr(record, "html_body"));
    message.visibility =
        boolOr(record, "public", true) ? ArchiveVisibility::Public : ArchiveVisibility::Internal;
    const auto role = roleOfUser(message.authorId);
    if (!requester.isEmpty() && message.authorId == requester) { // an agent can be the one who asks
        message.role = ArchiveRole::Customer;
        message.roleFrom = QStringLiteral("requester of the ticket");
    } else if (role) {
        message.role = *role;
        message.roleFrom = QStringLiteral("role of the user");
    } else if (!message.authorId.isEmpty() && !requester.isEmpty()) {
        message.role = message.authorId == QLatin1String("-1") ? ArchiveRole::Machine : ArchiveRole::Staff;
        message.roleFrom = QStringLiteral("not the requester");
    }
    return message;
}

ArchiveConversation ZendeskForm::conversation(const Json &record) const
{
    const Json &ticket = ticketOf(record);
    ArchiveConversation conversation;
    conversation.system = system();
    conversation.id = idOf(ticket, ticket.contains("ticket_id") ? "ticket_id" : "id");
    conversation.subject = stringOr(ticket, "subject", stringOr(ticket, "raw_subject")).simplified();
    conversation.channel = stringOr(memberOrNull(ticket, "via"), "channel").toLower();
    conversation.label = stringOr(ticket, "type");
    conversation.openedAt = timeOf(memberOrNull(ticket, "created_at"));
    const QString requester = idOf(ticket, "requester_id");
    const QString description = ownWords(stringOr(ticket, "description"), {}, conversation.subject);
    if (!description.isEmpty()) {
        ArchiveMessage first;
        first.id = QStringLiteral("description");
        first.at = conversation.openedAt;
        first.authorId = requester;
        first.text = description;
        first.role = ArchiveRole::Customer;
        first.roleFrom = QStringLiteral("description of the ticket");
        // The firm wrote first: a ticket opened by an agent for a customer, by mail or in the desk itself.
        const QString submitter = idOf(ticket, "submitter_id");
        if (!submitter.isEmpty() && submitter != requester && roleOfUser(submitter) == ArchiveRole::Staff &&
            roleOfUser(requester) != ArchiveRole::Staff) {
            first.authorId = submitter;
            first.role = ArchiveRole::Staff;
            first.roleFrom = QStringLiteral("opened by staff for a customer");
        }
        conversation.messages.push_back(std::move(first));
    }
    const Json &inner = memberOrNull(record, "comments");
    for (const Json &item : inner.is_array() ? inner : memberOrNull(ticket, "comments"))
        conversation.messages.push_back(comment(item, requester));
    return conversation;
}

LooseMessage ZendeskForm::message(const Json &record) const
{
    return {idOf(record, "ticket_id"), comment(record, {})};
}

QString ZendeskForm::refusal(const Json &record) const
{
    const Json &ticket = ticketOf(record);
    if (stringOr(ticket, "status") == QLatin1String("deleted") ||
        stringOr(ticket, "subject") == QLatin1String("SCRUBBED"))
        return QStringLiteral("the ticket was deleted");
    return {};
}

QString ZendeskForm::note() const
{
    return hasUsers()
               ? QString()
               : QStringLiteral("there is no list of users: who is not the ticket's requester is taken "
                                "for staff");
}

// The description is the first comment again: one of them is taken, the comment, which knows its author. A
// comment that came apart from its ticket learns from the ticket who asked.
void ZendeskForm::complete(ArchiveConversation &conversation) const
{
    auto &messages = conversation.messages;
    const auto isDescription = [](const ArchiveMessage &message) {
        return message.id == QLatin1String("description");
    };
    const auto description = std::ranges::find_if(messages, isDescription);
    const QString requester = description == messages.end() ? QString() : description->authorId;
    const bool isByStaff = description != messages.end() && description->role == ArchiveRole::Staff;
    for (ArchiveMessage &message : messages) {
        const bool isRequester = message.authorId == requester && !isByStaff;
        if (requester.isEmpty() || (message.role != ArchiveRole::Unknown && !isRequester))
            continue;
        message.role = isRequester ? ArchiveRole::Customer : ArchiveRole::Staff;
        message.roleFrom =
            isRequester ? QStringLiteral("requester of the ticket") : QStringLiteral("not the requester");
    }
    if (description == messages.end())
        return;
    const QString text = description->text.simplified();
    const bool isTold = std::ranges::any_of(messages, [&](const ArchiveMessage &message) {
        return !isDescription(message) && message.visibility == ArchiveVisibility::Public &&
               message.text.simplified() == text;
    });
    if (isTold)
        std::erase_if(messages, isDescription);
}

} // namespace

std::unique_ptr<DeskForm> makeZendeskForm()
{
    return std::make_unique<ZendeskForm>();
}

} // namespace Helmdesk
