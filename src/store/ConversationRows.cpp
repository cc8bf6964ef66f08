#include "store/ConversationRows.h"

#include "store/Rows.h"

#include <QRegularExpression>

namespace Helmdesk::ConversationRows
{

QString conversationColumns()
{
    return QStringLiteral("c.id, c.channel, c.key, c.customer, c.sender_address, c.sender_name, c.subject, "
                          "c.status, c.assignee, c.category, c.language, c.created, c.updated, "
                          "c.linked_customer, c.linked_by");
}

int conversationColumnCount()
{
    return 15;
}

Conversation conversationOf(const Statement &row, int first)
{
    Conversation conversation;
    conversation.id.value = row.integer(first);
    conversation.channel = fromName<ChannelKind>(row.text(first + 1)).value_or(ChannelKind::Api);
    conversation.key = row.text(first + 2);
    conversation.customer = row.text(first + 3);
    conversation.senderAddress = row.text(first + 4);
    conversation.senderName = row.text(first + 5);
    conversation.subject = row.text(first + 6);
    conversation.status =
        fromName<ConversationStatus>(row.text(first + 7)).value_or(ConversationStatus::Open);
    conversation.assignee = row.text(first + 8);
    conversation.category = fromName<Category>(row.text(first + 9));
    conversation.language = row.text(first + 10);
    conversation.createdAt = fromIso(row.text(first + 11));
    conversation.updatedAt = fromIso(row.text(first + 12));
    conversation.linkedCustomer = row.text(first + 13);
    conversation.linkedBy = row.text(first + 14);
    return conversation;
}

QString messageColumns()
{
    return QStringLiteral("m.id, m.conversation, m.author, m.text, ifnull(m.full_text, m.text), m.subject, "
                          "m.external_id, m.operator_name, m.attachments, m.at, m.is_automatic, "
                          "m.customer, m.sender, m.fingerprint, m.arrived, m.cc, m.forwarded_from");
}

Message messageOf(const Statement &row)
{
    Message message;
    message.id.value = row.integer(0);
    message.conversation.value = row.integer(1);
    message.author = fromName<Author>(row.text(2)).value_or(Author::Customer);
    message.text = row.text(3);
    message.fullText = row.text(4);
    message.subject = row.text(5);
    message.externalId = row.text(6);
    message.operatorName = row.text(7);
    message.attachments = attachmentsFrom(row.json(8));
    message.at = fromIso(row.text(9));
    message.isAutomatic = row.boolean(10);
    message.customer = row.text(11);
    message.sender = row.text(12);
    message.fingerprint = row.text(13);
    message.arrivedAt = fromIso(row.text(14));
    message.cc = row.text(15);
    message.forwardedFrom = row.text(16);
    return message;
}

Json toJson(const QList<Attachment> &attachments)
{
    Json list = Json::array();
    for (const Attachment &attachment : attachments) {
        Json item{
            {"name", attachment.name}, {"media_type", attachment.mediaType}, {"bytes", attachment.bytes}};
        if (attachment.isKept)
            item["kept"] = true;
        list.push_back(std::move(item));
    }
    return list;
}

QList<Attachment> attachmentsFrom(const Json &list)
{
    QList<Attachment> attachments;
    for (const Json &item : list)
        attachments.append({stringOr(item, "name"), stringOr(item, "media_type"), integerOr(item, "bytes", 0),
                            boolOr(item, "kept", false)});
    return attachments;
}

QString selectSummaries()
{
    return QStringLiteral("SELECT ") + conversationColumns() +
           QStringLiteral(
               ", ifnull(nullif(ifnull(k.name, ''), ''), c.sender_name), c.snippet, c.last_author, "
               "c.message_count, c.priority, c.decision, c.intent, c.confidence, c.reasons, "
               "c.shadow, c.attention, c.has_draft, c.pending_approvals, c.ticket, c.due, c.promise "
               "FROM conversations c LEFT JOIN customers k ON k.id = ifnull(c.customer, c.linked_customer) ");
}

ConversationSummary summaryOf(const Statement &row)
{
    ConversationSummary summary;
    summary.conversation = conversationOf(row);
    int column = conversationColumnCount();
    summary.customerName = row.text(column++);
    summary.snippet = row.text(column++);
    summary.lastAuthor = fromName<Author>(row.text(column++)).value_or(Author::Customer);
    summary.messageCount = static_cast<int>(row.integer(column++));
    summary.priority = static_cast<Priority>(row.integer(column++));
    summary.decision = fromName<Decision>(row.text(column++));
    summary.intent = row.text(column++);
    summary.confidence = row.real(column++);
    summary.reasons = Rows::reasonsFrom(row.json(column++));
    summary.shadow = row.boolean(column++);
    summary.needsAttention = row.boolean(column++);
    summary.hasDraft = row.boolean(column++);
    summary.pendingApprovals = static_cast<int>(row.integer(column++));
    summary.ticket.value = row.integer(column++);
    summary.reminder.due = fromIso(row.text(column++));
    summary.reminder.promise = row.text(column++);
    return summary;
}

QString matchQuery(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[^\\p{L}\\p{N}\\p{M}]+"),
                                               QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = text.left(1000).split(separators, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    // Words hold letters, digits and marks only, so quoting them is enough.
    return QLatin1Char('"') + words.join(QStringLiteral("\" \"")) + QStringLiteral("\"*");
}

} // namespace Helmdesk::ConversationRows
