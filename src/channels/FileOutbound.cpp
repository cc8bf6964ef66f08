#include "channels/FileOutbound.h"

#include "channels/MailWriter.h"
#include "channels/ReplyHeaders.h"
#include "core/Instants.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Helmdesk
{

namespace
{

bool hasLineBreak(const QString &text)
{
    return text.contains(u'\n') || text.contains(u'\r');
}

// The name of the item's file, without its ending: always the same.
QString nameOf(const OutboxItem &item)
{
    return QStringLiteral("reply-%1-%2").arg(item.id.value).arg(keyHashOf(item));
}

constexpr char writtenSuffix[] = ".written";
constexpr char notedSuffix[] = ".handed-over";

// Replies may hold what only the customer should read, such as the link to a new password.
bool makePrivateFolder(const QString &folder)
{
    return QDir().mkpath(folder) &&
           QFile::setPermissions(folder,
                                 QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

Result<> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorKind::Io, QStringLiteral("the reply cannot be written: %1").arg(file.errorString()),
                     true};
    return {};
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
    mail.subject = reply.inReplyTo.isValid() ? replySubjectOf(reply.subject) : reply.subject;
    mail.text = reply.body;
    mail.at = reply.createdAt;
    mail.isAutomatic = reply.approvedBy.isEmpty();
    mail.messageId = ownMailId(item, sender.address);
    if (const auto threaded = addThread(reply, mail); !threaded)
        return threaded.error();
    if (const auto added = addParts(item, mail); !added)
        return added.error();
    if (const auto handed = handOver(item, writeMail(mail), mail.messageId); !handed)
        return handed.error();
    return mail.messageId;
}

// Each step is on disk before the next one: see the header for what each of them proves.
Result<> FileOutbound::handOver(const OutboxItem &item, const QByteArray &mail,
                                const QString &messageId) const
{
    const QString written = handingPath(item, writtenSuffix);
    for (const QString &folder : {m_folder, QFileInfo(written).path()}) {
        if (!makePrivateFolder(folder))
            return Error{ErrorKind::Io, QStringLiteral("the outgoing folder cannot be made"), true};
    }
    if (auto done = writeWhole(written, mail); !done)
        return done;
    reached(Instant::MailWritten);
    if (auto noted = writeWhole(handingPath(item, notedSuffix), messageId.toUtf8()); !noted)
        return noted;
    reached(Instant::MailNoted);
    // Of an earlier attempt, whose mail program had not taken it yet.
    const QString target = QDir(m_folder).filePath(nameOf(item) + QStringLiteral(".eml"));
    QFile::remove(target);
    QFile file(written);
    if (!file.rename(target))
        return Error{ErrorKind::Io, QStringLiteral("the reply cannot be written: %1").arg(file.errorString()),
                     true};
    reached(Instant::MailHandedOver);
    return {};
}

Result<Traced> FileOutbound::trace(const OutboxItem &item) const
{
    if (QFile::exists(handingPath(item, writtenSuffix)))
        return Traced{Trace::Nothing, {}};
    QFile note(handingPath(item, notedSuffix));
    if (!note.exists())
        return Traced{Trace::Nothing, {}};
    if (!note.open(QIODevice::ReadOnly))
        return Traced{};
    return Traced{Trace::Left, QString::fromUtf8(note.readAll())};
}

void FileOutbound::forget(const OutboxItem &item)
{
    QFile::remove(handingPath(item, notedSuffix));
}

QString FileOutbound::handingPath(const OutboxItem &item, const char *suffix) const
{
    return QDir(QDir::cleanPath(m_folder) + QStringLiteral("-handing"))
        .filePath(nameOf(item) + QLatin1String(suffix));
}

Result<> FileOutbound::addParts(const OutboxItem &item, OutgoingMail &mail) const
{
    for (const QString &address : item.copies.cc.value_or(QStringList()) + item.copies.bcc)
        if (hasLineBreak(address))
            return Error{ErrorKind::InvalidInput, QStringLiteral("an address has a line break")};
    mail.cc = item.copies.cc.value_or(QStringList());
    mail.bcc = item.copies.bcc;
    if (item.files.isEmpty())
        return {};
    auto files = m_files ? m_files(item.id) : QList<Attachment>();
    if (!files)
        return files.error();
    if (files->size() != item.files.size())
        return Error{ErrorKind::NotFound, QStringLiteral("a file of the reply is not stored any more")};
    mail.files = std::move(*files);
    return {};
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
    const QString root = *conversation ? mailIdIn((*conversation)->key) : QString();
    const QString parent = *answered ? mailIdIn((*answered)->externalId) : QString();
    mail.inReplyTo = parent;
    for (const QString &id : {root, parent})
        if (!id.isEmpty() && !mail.references.contains(id))
            mail.references.append(id);
    return {};
}

} // namespace Helmdesk
