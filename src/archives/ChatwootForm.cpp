#include "archives/DeskForm.h"

namespace Helmdesk
{
namespace
{

class ChatwootForm final : public DeskForm
{
public:
    QString system() const override { return QStringLiteral("chatwoot"); }
    DeskRecordKind kindOf(const Json &record, const QString &list) const override;
    ArchiveConversation conversation(const Json &record) const override;
    LooseMessage message(const Json &record) const override;
    void complete(ArchiveConversation &conversation) const override;
};

DeskRecordKind ChatwootForm::kindOf(const Json &record, const QString &) const
{
    if (hasMembers(record, {"message_type", "content"}))
        return DeskRecordKind::Message;
    if (record.contains("inbox_id") && (record.contains("messages") || record.contains("meta")))
        return DeskRecordKind::Conversation;
    return DeskRecordKind::Nothing;
}

enum class Direction { In, Out, Activity, Template, Unknown };

// A number in the API, a word in webhooks.
Direction directionOf(const Json &type)
{
    constexpr Direction byNumber[] = {Direction::In, Direction::Out, Direction::Activity,
                                      Direction::Template};
    if (type.is_number_integer()) {
        const qint64 number = toInteger(type, -1);
        return number >= 0 && number < 4 ? byNumber[number] : Direction::Unknown;
    }
    const QString name = type.is_string() ? type.get<QString>() : QString();
    return name == QLatin1String("incoming")   ? Direction::In
           : name == QLatin1String("outgoing") ? Direction::Out
           : name == QLatin1String("activity") ? Direction::Activity
           : name == QLatin1String("template") ? Direction::Template
                                               : Direction::Unknown;
}

// Of a mail the part that answers: `content` runs its lines together and repeats the footer.
QString wordsOf(const Json &record)
{
    const Json &mail = memberOrNull(memberOrNull(record, "content_attributes"), "email");
    const QString subject = stringOr(mail, "subject");
    for (const char *body : {"text_content", "html_content"}) {
        const QString reply = stringOr(memberOrNull(mail, body), "reply");
        if (!reply.trimmed().isEmpty())
            return body[0] == 't' ? ownWords(reply, {}, subject) : ownWords({}, reply, subject);
    }
    return ownWords(stringOr(record, "content"), {}, subject);
}

ArchiveMessage messageOf(const Json &record)
{
    ArchiveMessage message;
    message.id = idOf(record, "id");
    message.at = timeOf(memberOrNull(record, "created_at"), &message.isZoneUnknown);
    const Json &sender = memberOrNull(record, "sender");
    message.authorId = record.contains("sender_id") ? idOf(record, "sender_id") : idOf(sender, "id");
    message.text = wordsOf(record);
    message.roleFrom = QStringLiteral("message type");
    QString sentBy = stringOr(record, "sender_type", stringOr(sender, "type"));
    switch (directionOf(memberOrNull(record, "message_type"))) {
    case Direction::In:
        message.role = ArchiveRole::Customer;
        break;
    case Direction::Out:
        message.role = ArchiveRole::Staff;
        break;
    case Direction::Template:
        message.role = ArchiveRole::Machine;
        break;
    case Direction::Activity:
        message.role = ArchiveRole::Machine;
        message.visibility = ArchiveVisibility::Event;
        break;
    case Direction::Unknown:
        break;
    }
    if (sentBy.compare(QLatin1String("AgentBot"), Qt::CaseInsensitive) == 0 ||
        sentBy == QLatin1String("agent_bot"))
        message.role = ArchiveRole::Machine;
    if (boolOr(record, "private", false))
        message.visibility = ArchiveVisibility::Internal;
    message.inReplyTo =
        stringOr(memberOrNull(memberOrNull(record, "content_attributes"), "email"), "in_reply_to");
    return message;
}

ArchiveConversation ChatwootForm::conversation(const Json &record) const
{
    ArchiveConversation conversation;
    conversation.system = system();
    conversation.id = idOf(record, "id");
    const QString channel = stringOr(memberOrNull(record, "meta"), "channel", stringOr(record, "channel"));
    conversation.channel = channel.section(QLatin1String("::"), -1).toLower();
    for (const Json &label : memberOrNull(record, "labels")) {
        if (label.is_string() && conversation.label.isEmpty())
            conversation.label = label.get<QString>();
    }
    conversation.openedAt =
        timeOf(memberOrNull(record, record.contains("created_at") ? "created_at" : "timestamp"));
    conversation.subject = stringOr(memberOrNull(record, "additional_attributes"), "mail_subject");
    for (const Json &item : memberOrNull(record, "messages")) {
        const QString subject =
            stringOr(memberOrNull(memberOrNull(item, "content_attributes"), "email"), "subject");
        if (conversation.subject.isEmpty())
            conversation.subject = subject;
        conversation.messages.push_back(messageOf(item));
    }
    return conversation;
}

LooseMessage ChatwootForm::message(const Json &record) const
{
    return {idOf(record, "conversation_id"), messageOf(record)};
}

void ChatwootForm::complete(ArchiveConversation &conversation) const
{
    if (!conversation.openedAt.isValid() && !conversation.messages.empty())
        conversation.openedAt = conversation.messages.front().at;
}

} // namespace

std::unique_ptr<DeskForm> makeChatwootForm()
{
    return std::make_unique<ChatwootForm>();
}

} // namespace Helmdesk
