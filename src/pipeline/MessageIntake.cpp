#include "pipeline/MessageIntake.h"

#include "pipeline/AutomaticText.h"
#include "pipeline/MessageMasking.h"

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
    message.isAutomatic = incoming.isAutomatic || (incoming.channel == ChannelKind::Mail &&
                                                   readsAutomatic(incoming.subject, message.text));
    message.at = incoming.receivedAt.isValid() ? incoming.receivedAt : now;
    return message;
}

bool isSameSender(const Conversation &conversation, const QString &customer, const QString &address)
{
    if (!conversation.customer.isEmpty() || !customer.isEmpty())
        return conversation.customer == customer;
    return !address.isEmpty() && conversation.senderAddress.compare(address, Qt::CaseInsensitive) == 0;
}

// The thread that a message belongs to. What names one customer's conversation never carries another's
// message. The headers of a mail are the sender's own words: they join a conversation only when that is the
// sender's; anybody else begins one of his own.
Result<QString> threadOf(const IntakeParts &parts, const IncomingMessage &incoming, const QString &customer)
{
    auto named = parts.conversations.findByKey(incoming.channel, incoming.conversationKey);
    if (!named)
        return named.error();
    if (incoming.channel != ChannelKind::Mail && incoming.channel != ChannelKind::File) {
        const bool isOthers =
            *named && !customer.isEmpty() && !(*named)->customer.isEmpty() && (*named)->customer != customer;
        return isOthers ? incoming.externalId : incoming.conversationKey;
    }
    QStringList ids{incoming.inReplyTo};
    for (auto id = incoming.references.crbegin(); id != incoming.references.crend(); ++id)
        ids.append(*id);
    ids.removeAll(QString());
    for (const QString &id : std::as_const(ids)) {
        auto found = parts.conversations.findByExternalId(incoming.channel, id);
        if (!found)
            return found.error();
        if (*found && !(*found)->key.isEmpty() && isSameSender(**found, customer, incoming.senderAddress))
            return (*found)->key;
    }
    const bool isForeign = !incoming.conversationKey.isEmpty() && *named &&
                           !isSameSender(**named, customer, incoming.senderAddress);
    return isForeign ? incoming.externalId : incoming.conversationKey;
}

// The text as it was written, where the supervisor allows it and something in it was masked.
Result<> keepOriginal(const IntakeParts &parts, const IncomingMessage &written, const IncomingMessage &masked,
                      const AppendedMessage &appended, const QDateTime &now)
{
    const bool isMasked = written.text != masked.text || written.fullText != masked.fullText ||
                          written.subject != masked.subject;
    if (parts.originals == nullptr || parts.keepOriginalsHours <= 0 || appended.isDuplicate || !isMasked)
        return {};
    const QString &whole = written.fullText.isEmpty() ? written.text : written.fullText;
    return parts.originals->keep(
        {appended.id, written.subject, whole, now, now.addSecs(qint64{3600} * parts.keepOriginalsHours)});
}

} // namespace

Result<AppendedMessage> takeIn(const IntakeParts &parts, const IncomingMessage &written)
{
    const IncomingMessage incoming = withoutSecrets(written);
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
        auto thread = threadOf(parts, incoming, customer);
        if (!thread)
            return thread.error();
        opening.key = *thread;
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
        return keepOriginal(parts, written, incoming, appended, now);
    });
    if (!taken)
        return taken.error();
    return appended;
}

} // namespace Helmdesk
