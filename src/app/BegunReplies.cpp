#include "app/BegunReplies.h"

#include "app/Workspace.h"
#include "mailbox/ReplyHead.h"
#include "store/SqliteBegunReplyRepository.h"
#include "store/SqliteMailboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"

#include <algorithm>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostAddresses = 50; // of each kind
constexpr qsizetype longestName = 200;  // characters of a file's name
constexpr int recentMessages = 20;

Error invalid(const QString &sentence)
{
    return {ErrorKind::InvalidInput, sentence};
}

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / (1024.0 * 1024.0), 'f', 1);
}

// One line without path parts; a long name keeps its ending.
QString cleanName(const QString &name)
{
    QString clean = name.section(u'/', -1).section(u'\\', -1);
    clean.removeIf(
        [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    clean = clean.trimmed();
    if (clean.size() > longestName)
        clean = clean.left(longestName / 2) + clean.right(longestName / 2);
    return clean.isEmpty() ? QStringLiteral("file") : clean;
}

Attachment fileOf(const QString &name, const QByteArray &bytes)
{
    const QString type = QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name();
    return {cleanName(name), type, bytes.size(), true, bytes};
}

Result<Attachment> readFile(const QString &path)
{
    const QFileInfo info(path);
    const QString name = cleanName(info.fileName());
    if (!info.exists())
        return invalid(QStringLiteral("there is no file \"%1\" any more").arg(name));
    if (info.isDir())
        return invalid(QStringLiteral("\"%1\" is a folder: a mail takes files").arg(name));
    if (!info.isFile()) // a pipe or a device would be read for ever
        return invalid(QStringLiteral("\"%1\" is no ordinary file").arg(name));
    if (info.size() > largestReplyFiles)
        return invalid(QStringLiteral("\"%1\" has %2 MB: the files of a reply may have %3 MB together")
                           .arg(name, megabytes(info.size()))
                           .arg(largestReplyFiles / (1024 * 1024)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(QStringLiteral("\"%1\" cannot be read: %2").arg(name, file.errorString()));
    const QByteArray bytes = file.read(largestReplyFiles + 1);
    if (file.error() != QFileDevice::NoError)
        return invalid(QStringLiteral("\"%1\" cannot be read: %2").arg(name, file.errorString()));
    if (bytes.isEmpty())
        return invalid(QStringLiteral("\"%1\" is empty").arg(name));
    return fileOf(info.fileName(), bytes);
}

// In one transaction: all or none.
Result<BegunReply> attach(Workspace &workspace, ConversationId id, const std::vector<Attachment> &files)
{
    auto attached = workspace.unitOfWork().run([&]() -> Result<> {
        SqliteBegunReplyRepository begun(workspace.database());
        for (const Attachment &file : files)
            if (auto done = begun.attach(id, file, workspace.clock().now()); !done)
                return done.error();
        return {};
    });
    return attached ? readBegunReply(workspace, id) : Result<BegunReply>(attached.error());
}

struct MailSide {
    ReplyHead head;
    QStringList own;
    bool answersEverybody = false;
};

// Of a mail that no mailbox took in, what is known is who got copies, as its header has it.
void addCopies(const QString &header, ReplyHead &head)
{
    static const QRegularExpression address(QStringLiteral("[^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+"));
    auto found = address.globalMatch(header);
    while (found.hasNext())
        if (const QString each = found.next().captured(); wireAddress(each))
            head.cc.append({{}, each});
}

Result<MailSide> mailSideOf(Workspace &workspace, const Conversation &conversation)
{
    MailSide side;
    side.own = {workspace.settings().mailSenderAddress()};
    const SqliteOutgoingMailRepository mails(workspace.database());
    auto name = mails.accountOf(conversation.id);
    auto history = workspace.conversations().history(conversation.id, recentMessages);
    if (!name || !history)
        return !name ? name.error() : history.error();
    if (!name->isEmpty()) {
        auto account = SqliteMailboxRepository(workspace.database(), workspace.clock()).account(*name);
        if (!account)
            return account.error();
        if (*account) {
            side.own = {(*account)->address, (*account)->replyTo};
            side.answersEverybody = (*account)->answersEverybody;
        }
    }
    side.own.removeAll(QString());
    const auto asked = std::find_if(history->rbegin(), history->rend(), [](const Message &message) {
        return message.author == Author::Customer;
    });
    if (asked == history->rend())
        return side;
    auto head = mails.head(asked->id);
    if (!head)
        return head.error();
    if (*head)
        side.head = **head;
    else
        addCopies(asked->cc, side.head);
    if (side.head.from.address.isEmpty())
        side.head.from = {conversation.senderName, conversation.senderAddress};
    return side;
}

bool leavesAsMail(const Conversation &conversation)
{
    return conversation.channel == ChannelKind::Mail || conversation.channel == ChannelKind::File;
}

Result<> addPeople(Workspace &workspace, const Conversation &conversation, BegunReply &reply)
{
    auto side = mailSideOf(workspace, conversation);
    if (!side)
        return side.error();
    reply.isMail = true;
    reply.ownAddresses = side->own;
    QStringList known = side->own;
    QStringList to;
    for (const MailPerson &person : recipientsOf(side->head, conversation.senderAddress, side->own))
        to.append(person.address);
    reply.to = to.join(QStringLiteral(", "));
    known += to;
    for (const MailPerson &person : beside(side->head, known))
        reply.others.append(person.address);
    reply.copiesByDefault = side->answersEverybody && !reply.others.isEmpty();
    return {};
}

Result<Conversation> existing(Workspace &workspace, ConversationId id)
{
    auto conversation = workspace.conversations().get(id);
    if (!conversation)
        return conversation.error();
    if (!*conversation)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    return std::move(**conversation);
}

Result<QStringList> checked(const QStringList &addresses, QStringList &known)
{
    QStringList wanted;
    for (const QString &each : addresses) {
        const QString address = each.trimmed();
        if (!wireAddress(address))
            return invalid(QStringLiteral("\"%1\" is no e-mail address").arg(address.simplified().left(80)));
        if (known.contains(address, Qt::CaseInsensitive))
            continue;
        known.append(address);
        wanted.append(address);
    }
    if (wanted.size() > mostAddresses)
        return invalid(QStringLiteral("a reply may have copies for %1 people").arg(mostAddresses));
    return wanted;
}

} // namespace

Result<BegunReply> readBegunReply(Workspace &workspace, ConversationId id)
{
    auto conversation = existing(workspace, id);
    if (!conversation)
        return conversation.error();
    const SqliteBegunReplyRepository begun(workspace.database());
    auto files = begun.files(id);
    auto copies = begun.copies(id);
    if (!files || !copies)
        return !files ? files.error() : copies.error();
    BegunReply reply;
    for (const BegunFileRow &row : *files)
        reply.files.push_back({row.id, row.file.name, row.file.mediaType, row.file.bytes});
    reply.copies = std::move(*copies);
    if (!leavesAsMail(*conversation))
        return reply;
    auto added = addPeople(workspace, *conversation, reply);
    return added ? Result<BegunReply>(std::move(reply)) : Result<BegunReply>(added.error());
}

Result<BegunReply> attachFiles(Workspace &workspace, ConversationId id, const QStringList &paths)
{
    std::vector<Attachment> files;
    for (const QString &path : paths) {
        auto file = readFile(path);
        if (!file)
            return file.error();
        files.push_back(std::move(*file));
    }
    return attach(workspace, id, files);
}

Result<BegunReply> attachBytes(Workspace &workspace, ConversationId id, const QString &name,
                               const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return invalid(QStringLiteral("\"%1\" is empty").arg(cleanName(name)));
    return attach(workspace, id, {fileOf(name, bytes)});
}

Result<BegunReply> detachFile(Workspace &workspace, ConversationId id, qint64 file)
{
    auto gone = SqliteBegunReplyRepository(workspace.database()).detach(id, file);
    return gone ? readBegunReply(workspace, id) : Result<BegunReply>(gone.error());
}

Result<QByteArray> begunFileBytes(Workspace &workspace, ConversationId id, qint64 file)
{
    auto found = SqliteBegunReplyRepository(workspace.database()).file(id, file);
    return found ? Result<QByteArray>(found->content) : Result<QByteArray>(found.error());
}

Result<BegunReply> setReplyCopies(Workspace &workspace, ConversationId id, const ReplyCopies &copies)
{
    auto reply = readBegunReply(workspace, id);
    if (!reply)
        return reply;
    if (!reply->isMail && !copies.isEmpty())
        return invalid(QStringLiteral("only a mail can have copies"));
    QStringList known = reply->ownAddresses + reply->to.split(QStringLiteral(", "), Qt::SkipEmptyParts);
    ReplyCopies wanted;
    if (copies.cc) {
        auto cc = checked(*copies.cc, known);
        if (!cc)
            return cc.error();
        wanted.cc = std::move(*cc);
    }
    auto bcc = checked(copies.bcc, known);
    if (!bcc)
        return bcc.error();
    wanted.bcc = std::move(*bcc);
    if (auto kept = SqliteBegunReplyRepository(workspace.database()).keepCopies(id, wanted); !kept)
        return kept.error();
    reply->copies = wanted;
    return reply;
}

Result<QStringList> addressesIn(const QString &line)
{
    static const QRegularExpression between(QStringLiteral("[,;\\n]"));
    static const QRegularExpression named(QStringLiteral("^[^<>]*<([^<>]+)>$"));
    QStringList addresses;
    const QStringList parts = line.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString words = part.trimmed();
        if (words.isEmpty())
            continue;
        const auto match = named.match(words);
        const QString address = match.hasMatch() ? match.captured(1).trimmed() : words;
        if (!wireAddress(address))
            return invalid(QStringLiteral("\"%1\" is no e-mail address").arg(words.simplified().left(80)));
        addresses.append(address);
    }
    return addresses;
}

} // namespace Helmdesk
