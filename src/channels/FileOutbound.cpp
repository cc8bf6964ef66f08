#include "channels/FileOutbound.h"

#include "channels/MailWriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>

namespace Helmdesk
{

namespace
{

// The Message-ID in an external id, without the mark that tells apart two mails of one id. Empty when it
// holds none: other things are not repeated in a header.
QString mailId(const QString &externalId)
{
    static const QRegularExpression mark(QStringLiteral("#[0-9a-f]{12}$"));
    QString id = externalId;
    id.remove(mark);
    const bool isPlain = std::all_of(
        id.begin(), id.end(), [](QChar c) { return c > u' ' && c < u'\x7f' && c != u'<' && c != u'>'; });
    return isPlain && id.contains(u'@') && id.size() <= 250 ? id : QString();
}

bool hasLineBreak(const QString &text)
{
    return text.contains(u'\n') || text.contains(u'\r');
}

QString keyHash(const QString &key)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QString replySubject(const QString &subject)
{
    const QString bare = subject.trimmed();
    if (bare.isEmpty())
        return QStringLiteral("Your message");
    return bare.startsWith(QStringLiteral("Re:"), Qt::CaseInsensitive) ? bare : QStringLiteral("Re: ") + bare;
}

} // namespace

FileOutbound::FileOutbound(const QString &folder, SenderSource sender,
                           const ConversationRepository &conversations)
    : m_folder(folder)
    , m_sender(std::move(sender))
    , m_conversations(conversations)
{
}

bool FileOutbound::serves(ChannelKind kind) const
{
    return kind == ChannelKind::Mail || kind == ChannelKind::File;
}

Result<QString> FileOutbound::deliver(const OutboxItem &item)
{
    const NewOutboxItem &reply = item.item;
    if (hasLineBreak(reply.recipient))
        return Error{ErrorKind::InvalidInput, QStringLiteral("the recipient's address has a line break")};
    const bool hasAddress = reply.recipient.indexOf(u'@') > 0;
    if (reply.channel == ChannelKind::Mail && !hasAddress)
        return Error{ErrorKind::InvalidInput, QStringLiteral("there is no e-mail address to reply to")};

    const Sender sender = m_sender();
    OutgoingMail mail;
    mail.fromName = sender.name;
    mail.fromAddress = sender.address;
    mail.to = hasAddress ? reply.recipient : QString();
    mail.subject = reply.inReplyTo.isValid() ? replySubject(reply.subject) : reply.subject;
    mail.text = reply.body;
    mail.at = reply.createdAt;
    mail.isAutomatic = reply.approvedBy.isEmpty();
    mail.messageId = QStringLiteral("%1.%2@%3")
                         .arg(item.id.value)
                         .arg(keyHash(reply.key), sender.address.section(u'@', -1).isEmpty()
                                                      ? QStringLiteral("helmdesk.invalid")
                                                      : sender.address.section(u'@', -1));
    if (const auto threaded = addThread(reply, mail); !threaded)
        return threaded.error();
    // Replies may hold what only the customer should read, such as the link to a new password.
    if (!QDir().mkpath(m_folder) ||
        !QFile::setPermissions(m_folder,
                               QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return Error{ErrorKind::Io, QStringLiteral("the outgoing folder cannot be made"), true};
    QSaveFile file(QDir(m_folder).filePath(
        QStringLiteral("reply-%1-%2.eml").arg(item.id.value).arg(keyHash(reply.key))));
    const QByteArray bytes = writeMail(mail);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::Io, QStringLiteral("the reply cannot be written: %1").arg(file.errorString()),
                     true};
    return mail.messageId;
}

// The thread's root comes first in References, because that is how the customer's answer is recognised.
Result<> FileOutbound::addThread(const NewOutboxItem &reply, OutgoingMail &mail) const
{
    if (!reply.inReplyTo.isValid())
        return {};
    const auto answered = m_conversations.message(reply.inReplyTo);
    if (!answered)
        return answered.error();
    const auto conversation = m_conversations.get(reply.conversation);
    if (!conversation)
        return conversation.error();
    const QString root = *conversation ? mailId((*conversation)->key) : QString();
    const QString parent = *answered ? mailId((*answered)->externalId) : QString();
    mail.inReplyTo = parent;
    for (const QString &id : {root, parent})
        if (!id.isEmpty() && !mail.references.contains(id))
            mail.references.append(id);
    return {};
}

} // namespace Helmdesk
