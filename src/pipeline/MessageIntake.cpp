#include "pipeline/MessageIntake.h"

#include "pipeline/AutomaticText.h"
#include "pipeline/MessageMasking.h"

#include <algorithm>
#include <QCryptographicHash>

namespace Helmdesk
{
namespace
{

// Whom a message comes from: the customer that its channel established, else what the sender says of himself.
struct Party {
    QString customer;
    QString address;
};

QString senderOf(const IncomingMessage &incoming)
{
    return (incoming.senderName + u' ' + incoming.senderAddress).trimmed();
}

// Of who says it and what is said, not of when it was delivered.
QString fingerprintOf(const IncomingMessage &incoming, const QString &customer)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &part) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    };
    add(customer);
    add(incoming.senderAddress.toLower());
    add(incoming.senderName);
    add(incoming.subject);
    add(incoming.text);
    add(incoming.fullText.isEmpty() ? incoming.text : incoming.fullText);
    for (const Attachment &attachment : incoming.attachments)
        add(attachment.name + u'/' + QString::number(attachment.bytes));
    return QString::fromLatin1(hash.result().toHex().left(32));
}

// A mail of the desk itself, come back by a rule or a copy.
bool isOwnMail(const IncomingMessage &incoming, const QString &ownAddress)
{
    return incoming.channel == ChannelKind::Mail && !ownAddress.isEmpty() &&
           incoming.senderAddress.compare(ownAddress, Qt::CaseInsensitive) == 0;
}

Message messageOf(const IncomingMessage &incoming, const Party &party, const Conversation &conversation,
                  const QDateTime &now)
{
    Message message;
    message.conversation = conversation.id;
    message.author = Author::Customer;
    message.text = incoming.text;
    message.fullText = incoming.fullText.isEmpty() ? incoming.text : incoming.fullText;
    message.subject = incoming.subject;
    message.externalId = incoming.externalId;
    message.customer = party.customer;
    message.sender = senderOf(incoming);
    message.fingerprint = fingerprintOf(incoming, party.customer);
    message.attachments = incoming.attachments;
    message.cc = incoming.cc;
    message.forwardedFrom = incoming.forwardedFrom;
    message.isAutomatic = incoming.isAutomatic || (incoming.channel == ChannelKind::Mail &&
                                                   readsAutomatic(incoming.subject, message.text));
    message.at = incoming.receivedAt.isValid() ? std::min(incoming.receivedAt, now) : now;
    message.arrivedAt = now;
    return message;
}

bool isMail(ChannelKind channel)
{
    return channel == ChannelKind::Mail || channel == ChannelKind::File;
}

// Whether the conversation is that of the party. Of strangers a mail is told apart by its address; the other
// channels name the conversation themselves, so there only another address speaks against it, and in a chat,
// whose session is one browser's, nothing does.
bool isOf(const Conversation &conversation, const Party &party)
{
    if (!conversation.customer.isEmpty() || !party.customer.isEmpty())
        return conversation.customer == party.customer;
    const bool isSame = !party.address.isEmpty() &&
                        conversation.senderAddress.compare(party.address, Qt::CaseInsensitive) == 0;
    if (isMail(conversation.channel))
        return isSame;
    return isSame || conversation.channel == ChannelKind::Chat || party.address.isEmpty() ||
           conversation.senderAddress.isEmpty();
}

// The first of the names that is the party's own conversation or nobody's. Who names another's conversation
// goes on in one of his own, the same one each time.
Result<QString> ownKey(const IntakeParts &parts, const IncomingMessage &incoming, const Party &party)
{
    if (incoming.conversationKey.isEmpty())
        return QString(); // found by customer or address
    const QString address = party.address.isEmpty() ? QStringLiteral("guest") : party.address.toLower();
    const QString who = u'#' + (party.customer.isEmpty() ? address : party.customer);
    const QString own = incoming.conversationKey + who;
    for (const QString &key :
         {incoming.conversationKey, own, own + u'#' + fingerprintOf(incoming, party.customer)}) {
        auto named = parts.conversations.findByKey(incoming.channel, key);
        if (!named)
            return named.error();
        if (!*named || isOf(**named, party))
            return key;
    }
    return Error{ErrorKind::Conflict, QStringLiteral("the conversation is another sender's")};
}

// The thread that a message belongs to. What names one sender's conversation never carries another's message:
// neither a customer's that of a stranger, nor a stranger's that of a customer. The headers of a mail are the
// sender's own words: they join a conversation only when that is the sender's.
Result<QString> threadOf(const IntakeParts &parts, const IncomingMessage &incoming, const Party &party)
{
    QStringList ids;
    if (isMail(incoming.channel)) {
        ids.append(incoming.inReplyTo);
        for (auto id = incoming.references.crbegin(); id != incoming.references.crend(); ++id)
            ids.append(*id);
        ids.removeAll(QString());
    }
    for (const QString &id : std::as_const(ids)) {
        auto found = parts.conversations.findByExternalId(incoming.channel, id);
        if (!found)
            return found.error();
        const auto own = std::ranges::find_if(*found, [&](const Conversation &conversation) {
            return !conversation.key.isEmpty() && isOf(conversation, party);
        });
        if (own != found->end())
            return own->key;
    }
    return ownKey(parts, incoming, party);
}

// The customer that the channel established; an unknown id gives no rights.
Result<Party> partyOf(const IntakeParts &parts, const IncomingMessage &incoming)
{
    Party party{incoming.customer, incoming.senderAddress};
    if (parts.knowsProvenSenders && incoming.isSenderProven && incoming.channel == ChannelKind::Mail &&
        party.customer.isEmpty()) {
        auto sender = parts.customers.findByEmail(party.address);
        if (!sender)
            return sender.error();
        if (*sender)
            party.customer = (*sender)->id;
        return party;
    }
    if (party.customer.isEmpty())
        return party;
    auto known = parts.customers.findById(party.customer);
    if (!known)
        return known.error();
    if (!*known)
        party.customer.clear();
    return party;
}

Result<AppendedMessage> store(const IntakeParts &parts, const IncomingMessage &incoming)
{
    const QDateTime now = parts.clock.now();
    auto party = partyOf(parts, incoming);
    if (!party)
        return party.error();
    auto delivered = parts.conversations.delivered(incoming.channel, incoming.externalId,
                                                   fingerprintOf(incoming, party->customer));
    if (!delivered)
        return delivered.error();
    if (*delivered)
        return AppendedMessage{**delivered, true};
    auto thread = threadOf(parts, incoming, *party);
    if (!thread)
        return thread.error();
    ConversationOpening opening;
    opening.channel = incoming.channel;
    opening.key = *thread;
    opening.customer = party->customer;
    opening.senderAddress = incoming.senderAddress;
    opening.senderName = incoming.senderName;
    opening.subject = incoming.subject;
    opening.at = now;
    opening.sessionTtlSeconds = parts.sessionTtlSeconds;
    auto conversation = parts.conversations.findOrCreate(opening);
    if (!conversation)
        return conversation.error();
    Message message = messageOf(incoming, *party, *conversation, now);
    message.isAutomatic = message.isAutomatic || isOwnMail(incoming, parts.ownAddress);
    return parts.conversations.append(message);
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
    const QDateTime now = parts.clock.now();
    AppendedMessage appended;
    auto taken = parts.unitOfWork.run([&]() -> Result<> {
        auto stored = store(parts, incoming);
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
