#include "archives/DeskForm.h"

namespace Helmdesk
{
namespace
{

class IntercomForm final : public DeskForm
{
public:
    QString system() const override { return QStringLiteral("intercom"); }
    DeskRecordKind kindOf(const Json &record, const QString &list) const override;
    ArchiveConversation conversation(const Json &record) const override;
    bool isPartial(const Json &record) const override;
    LooseMessage message(const Json &) const override { return {}; }
};

DeskRecordKind IntercomForm::kindOf(const Json &record, const QString &) const
{
    const bool isConversation = record.contains("conversation_parts") || record.contains("ticket_parts") ||
                                (stringOr(record, "type") == QLatin1String("conversation") &&
                                 memberOrNull(record, "source").is_object());
    return isConversation ? DeskRecordKind::Conversation : DeskRecordKind::Nothing;
}

void setAuthor(ArchiveMessage &message, const Json &author)
{
    message.authorId = idOf(author, "id");
    const QString type = stringOr(author, "type");
    message.roleFrom = QStringLiteral("type of the author");
    if (type == QLatin1String("bot") || boolOr(author, "from_ai_agent", false) ||
        boolOr(author, "is_ai_answer", false))
        message.role = ArchiveRole::Machine;
    else if (type == QLatin1String("admin") || type == QLatin1String("team"))
        message.role = ArchiveRole::Staff;
    else if (type == QLatin1String("user") || type == QLatin1String("lead") ||
             type == QLatin1String("contact"))
        message.role = ArchiveRole::Customer;
}

ArchiveMessage part(const Json &record)
{
    ArchiveMessage message;
    message.id = idOf(record, "id");
    message.at = timeOf(memberOrNull(record, "created_at"));
    const QString html = stringOr(record, "body");
    message.hadHtml = html.contains(u'<');
    message.text = ownWords({}, html);
    setAuthor(message, memberOrNull(record, "author"));
    const QString type = stringOr(record, "part_type");
    if (type.startsWith(QLatin1String("note")))
        message.visibility = ArchiveVisibility::Internal;
    else if (message.text.isEmpty() || boolOr(record, "redacted", false))
        message.visibility = ArchiveVisibility::Event;
    return message;
}

QString firstTag(const Json &record)
{
    for (const Json &tag : memberOrNull(memberOrNull(record, "tags"), "tags"))
        return stringOr(tag, "name");
    return {};
}

ArchiveConversation IntercomForm::conversation(const Json &record) const
{
    ArchiveConversation conversation;
    conversation.system = system();
    conversation.id = idOf(record, "id");
    const Json &source = memberOrNull(record, "source");
    const Json &attributes = memberOrNull(record, "ticket_attributes");
    conversation.subject = stringOr(record, "title");
    if (conversation.subject.isEmpty())
        conversation.subject = ownWords({}, stringOr(source, "subject")).simplified();
    if (conversation.subject.isEmpty())
        conversation.subject = stringOr(attributes, "_default_title_");
    conversation.channel = stringOr(source, "type", QStringLiteral("ticket"));
    conversation.label = firstTag(record);
    conversation.openedAt = timeOf(memberOrNull(record, "created_at"));
    // The first message is the source, not a part.
    ArchiveMessage first;
    first.id = QStringLiteral("source");
    first.at = conversation.openedAt;
    first.hadHtml = true;
    first.text = source.is_object() ? ownWords({}, stringOr(source, "body"))
                                    : ownWords(stringOr(attributes, "_default_description_"), {});
    setAuthor(first, memberOrNull(source, "author"));
    if (!source.is_object()) {
        first.role = ArchiveRole::Customer;
        first.roleFrom = QStringLiteral("description of the ticket");
    }
    const QString delivered = stringOr(source, "delivered_as", QStringLiteral("customer_initiated"));
    if (delivered != QLatin1String("customer_initiated") && first.role == ArchiveRole::Customer) {
        first.role = ArchiveRole::Staff;
        first.roleFrom = QStringLiteral("delivered as ") + delivered;
    }
    if (!first.text.isEmpty())
        conversation.messages.push_back(std::move(first));
    for (const char *list : {"conversation_parts", "ticket_parts"}) {
        const Json &parts = memberOrNull(record, list);
        for (const Json &item : parts.is_array() ? parts : memberOrNull(parts, list))
            conversation.messages.push_back(part(item));
    }
    return conversation;
}

bool IntercomForm::isPartial(const Json &record) const
{
    return !record.contains("conversation_parts") && !record.contains("ticket_parts");
}

} // namespace

std::unique_ptr<DeskForm> makeIntercomForm()
{
    return std::make_unique<IntercomForm>();
}

} // namespace Helmdesk
