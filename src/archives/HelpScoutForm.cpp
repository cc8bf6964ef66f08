#include "archives/DeskForm.h"

namespace Helmdesk
{
namespace
{

class HelpScoutForm final : public DeskForm
{
public:
    QString system() const override { return QStringLiteral("helpscout"); }
    DeskRecordKind kindOf(const Json &record, const QString &list) const override;
    ArchiveConversation conversation(const Json &record) const override;
    bool isPartial(const Json &record) const override;
    LooseMessage message(const Json &) const override { return {}; }
    QString refusal(const Json &record) const override;
};

// Embedded in the present form, directly in the old one of webhooks; a number in lists, which have none.
const Json &threadsOf(const Json &record)
{
    const Json &embedded = memberOrNull(memberOrNull(record, "_embedded"), "threads");
    return embedded.is_array() ? embedded : memberOrNull(record, "threads");
}

DeskRecordKind HelpScoutForm::kindOf(const Json &record, const QString &) const
{
    const bool isConversation =
        (record.contains("mailboxId") || record.contains("mailbox") || record.contains("primaryCustomer")) &&
        (record.contains("threads") || record.contains("_embedded") || record.contains("createdAt"));
    return isConversation ? DeskRecordKind::Conversation : DeskRecordKind::Nothing;
}

ArchiveMessage thread(const Json &record)
{
    ArchiveMessage message;
    message.id = idOf(record, "id");
    message.at = timeOf(memberOrNull(record, "createdAt"), &message.isZoneUnknown);
    const Json &author =
        record.contains("createdBy") ? memberOrNull(record, "createdBy") : memberOrNull(record, "author");
    message.authorId = idOf(author, "id");
    const QString html = stringOr(record, "body", stringOr(record, "text"));
    message.hadHtml = html.contains(u'<');
    message.text = ownWords({}, html);
    const QString type = stringOr(record, "type");
    const QString state = stringOr(record, "state", QStringLiteral("published"));
    message.roleFrom = QStringLiteral("type of the thread");
    if (type == QLatin1String("note") || type.startsWith(QLatin1String("forward")))
        message.visibility = ArchiveVisibility::Internal;
    else if (type == QLatin1String("lineitem") || message.text.isEmpty() ||
             state != QLatin1String("published"))
        message.visibility = ArchiveVisibility::Event; // drafts and hidden ones too: nobody was answered
    if (type == QLatin1String("customer"))
        message.role = ArchiveRole::Customer;
    else if (type == QLatin1String("message") || type == QLatin1String("reply"))
        message.role = ArchiveRole::Staff;
    else if (const QString by = stringOr(author, "type"); !by.isEmpty()) {
        message.role = by == QLatin1String("customer") ? ArchiveRole::Customer : ArchiveRole::Staff;
        message.roleFrom = QStringLiteral("type of the author");
    }
    const Json &saved = memberOrNull(record, "savedReplyId");
    message.isCanned = saved.is_number_integer() && toInteger(saved) != 0;
    return message;
}

QString firstTag(const Json &record)
{
    for (const Json &tag : memberOrNull(record, "tags"))
        return tag.is_string() ? tag.get<QString>() : stringOr(tag, "tag", stringOr(tag, "name"));
    return {};
}

ArchiveConversation HelpScoutForm::conversation(const Json &record) const
{
    ArchiveConversation conversation;
    conversation.system = system();
    conversation.id = idOf(record, "id");
    conversation.subject = stringOr(record, "subject").simplified();
    conversation.channel = stringOr(record, "type", QStringLiteral("email"));
    conversation.label = firstTag(record);
    conversation.openedAt = timeOf(memberOrNull(record, "createdAt"));
    const Json &threads = threadsOf(record);
    if (threads.is_array()) {
        for (const Json &item : threads)
            conversation.messages.push_back(thread(item));
    }
    return conversation;
}

QString HelpScoutForm::refusal(const Json &record) const
{
    if (stringOr(record, "status") == QLatin1String("spam"))
        return QStringLiteral("the conversation is marked as spam");
    if (stringOr(record, "state") == QLatin1String("deleted"))
        return QStringLiteral("the conversation was deleted");
    if (!threadsOf(record).is_array())
        return QStringLiteral("the conversation comes without its threads: export with the threads embedded");
    return {};
}

bool HelpScoutForm::isPartial(const Json &record) const
{
    return !threadsOf(record).is_array();
}

} // namespace

std::unique_ptr<DeskForm> makeHelpScoutForm()
{
    return std::make_unique<HelpScoutForm>();
}

} // namespace Helmdesk
