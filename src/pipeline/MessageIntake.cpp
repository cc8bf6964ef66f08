#include "pipeline/MessageIntake.h"

namespace Helmdesk
{
namespace
{

Message messageOf(const IncomingMessage &incoming, const Conversation &conversation, const QDateTime &now)
{
    Message message;
    message.conversation = conversation.id;
    message.author = Author::Customer;
    message.text = incoming.text;
    message.fullText = incoming.fullText.isEmpty() ? incoming.text : incoming.fullText;
    message.subject = incoming.subject;
    message.externalId = incoming.externalId;
    message.attachments = incoming.attachments;
    message.isAutomatic = incoming.isAutomatic;
    message.at = incoming.receivedAt.isValid() ? incoming.receivedAt : now;
    return message;
}

} // namespace

Result<AppendedMessage> takeIn(const IntakeParts &parts, const IncomingMessage &incoming)
{
    AppendedMessage appended;
    const QDateTime now = parts.clock.now();
    auto taken = parts.unitOfWork.run([&]() -> Result<> {
        QString customer = incoming.customer;
        if (!customer.isEmpty()) {
            auto known = parts.customers.findById(customer);
            if (!known)
                return known.error();
            if (!*known)
                customer.clear(); // an unknown id gives no rights
        }
        ConversationOpening opening;
        opening.channel = incoming.channel;
        opening.key = incoming.conversationKey;
        opening.customer = customer;
        opening.senderAddress = incoming.senderAddress;
        opening.senderName = incoming.senderName;
        opening.subject = incoming.subject;
        opening.at = now;
        opening.sessionTtlSeconds = parts.sessionTtlSeconds;
        auto conversation = parts.conversations.findOrCreate(opening);
        if (!conversation)
            return conversation.error();
        auto stored = parts.conversations.append(messageOf(incoming, *conversation, now));
        if (!stored)
            return stored.error();
        appended = *stored;
        return {};
    });
    if (!taken)
        return taken.error();
    return appended;
}

} // namespace Helmdesk
