#include "app/DeskReader.h"

#include "pipeline/MessageIntake.h"
#include "store/SqliteDeskRepository.h"
#include "store/SqliteTrainingRepository.h"

#include <algorithm>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

namespace Helmdesk
{
namespace
{

// What one reading gives at most; a single longer message is given alone.
constexpr int publicMessages = 200;
constexpr qsizetype publicCharacters = 100'000;

std::vector<PublicMessage> publicOf(const std::vector<Message> &history)
{
    std::vector<PublicMessage> messages;
    qsizetype characters = 0;
    for (const Message &message : history) {
        characters += message.text.size();
        if (!messages.empty() && characters > publicCharacters)
            break;
        messages.push_back({message.id, message.author, message.operatorName, message.text, message.at,
                            message.author == Author::Customer ? QList<Attachment>() : message.attachments});
    }
    return messages;
}

Result<std::vector<PublicMessage>> shownAfter(Workspace &workspace, ConversationId conversation,
                                              MessageId after)
{
    auto messages = workspace.conversations().publicMessages(conversation, after, publicMessages);
    if (!messages)
        return messages.error();
    return publicOf(*messages);
}

} // namespace

Result<> checkFolder(const QString &folder)
{
    if (folder.trimmed().isEmpty())
        return {};
    if (QDir::isRelativePath(folder))
        return Error{ErrorKind::InvalidInput, QStringLiteral("the folder has to be named from the root on")};
    // Permissions do not tell it of every file system, nor of who may do everything: it is tried.
    if (!QFileInfo::exists(folder) && !QDir().mkpath(folder))
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("there is no folder \"%1\", and it cannot be made").arg(folder)};
    const QFileInfo made(folder);
    QTemporaryFile probe(QDir(folder).filePath(QStringLiteral(".helmdesk-XXXXXX")));
    return made.isDir() && made.isReadable() && probe.open()
               ? Result<>()
               : Result<>(Error{ErrorKind::InvalidInput,
                                QStringLiteral("\"%1\" is no folder that can be written").arg(folder)});
}

Result<PlaceBefore> readPlace(Workspace &workspace, ConversationId id)
{
    auto summary = workspace.conversations().summary(id);
    if (!summary)
        return summary.error();
    if (!*summary)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no conversation %1").arg(id.value)};
    const Conversation &conversation = (*summary)->conversation;
    return PlaceBefore{id, conversation.status, conversation.assignee, (*summary)->needsAttention};
}

Result<PlacesBefore> takeOverConversation(Workspace &workspace, ConversationId id, const QString &by)
{
    auto place = readPlace(workspace, id);
    if (!place)
        return place.error();
    auto draft = workspace.drafts().current(id);
    if (!draft)
        return draft.error();
    auto queued = workspace.outbox().ofConversation(id);
    if (!queued)
        return queued.error();
    auto approvals = workspace.approvals().ofConversation(id);
    if (!approvals)
        return approvals.error();
    const bool isWhole =
        std::ranges::none_of(*queued,
                             [](const OutboxItem &item) { return item.state == OutboxState::Queued; }) &&
        std::ranges::none_of(*approvals,
                             [](const Approval &each) { return each.state == ApprovalState::Pending; });
    if (auto taken = workspace.operatorDesk().takeOver(id, by); !taken)
        return taken.error();
    if (*draft && (*draft)->editedText) {
        auto kept = SqliteDeskRepository(workspace.database())
                        .keepBegunText(BegunText::Reply, id, *(*draft)->editedText, workspace.clock().now());
        if (!kept)
            return kept.error();
    }
    return isWhole ? PlacesBefore{*place} : PlacesBefore();
}

Result<> putBackPlaces(Workspace &workspace, const PlacesBefore &places, const QString &by)
{
    std::vector<ConversationPlace> all;
    for (const PlaceBefore &place : places)
        all.push_back({place.id, place.status, place.assignee, place.needsAttention});
    return workspace.operatorDesk().putBack(all, by);
}

Result<> takeBackReply(Workspace &workspace, OutboxId id, const QString &by)
{
    if (auto undone = workspace.operatorDesk().undoSend(id, by); !undone)
        return undone;
    auto item = workspace.outbox().get(id);
    if (!item || !*item)
        return item ? Result<>() : Result<>(item.error());
    const ConversationId conversation = (*item)->item.conversation;
    auto draft = workspace.drafts().current(conversation);
    if (!draft)
        return draft.error();
    return *draft ? Result<>()
                  : SqliteDeskRepository(workspace.database())
                        .keepBegunText(BegunText::Reply, conversation, (*item)->item.body,
                                       workspace.clock().now());
}

Result<> setResolvedOne(Workspace &workspace, ConversationId id, bool resolved, const QString &by)
{
    ConversationStatus status = ConversationStatus::Resolved;
    const QDateTime now = workspace.clock().now();
    if (resolved) {
        auto voided =
            workspace.approvals().voidPendingOf(id, QStringLiteral("the conversation was resolved"), now, by);
        if (!voided)
            return voided;
    } else {
        auto conversation = workspace.conversations().get(id);
        if (!conversation)
            return conversation.error();
        const bool isTaken = *conversation && !(*conversation)->assignee.isEmpty();
        status = isTaken ? ConversationStatus::TakenOver : ConversationStatus::Open;
    }
    return workspace.conversations().setStatus(id, status, by, now);
}

Result<> recordFalseAlarm(Workspace &workspace, ConversationId id, const QString &by)
{
    auto outcome = workspace.runs().latestOutcome(id);
    if (!outcome)
        return outcome.error();
    if (!*outcome || (*outcome)->outcome.decision != Decision::Escalated)
        return Error{ErrorKind::Conflict, QStringLiteral("this conversation was not escalated")};
    OperatorVerdict verdict;
    verdict.kind = VerdictKind::EscalationFalseAlarm;
    verdict.conversation = id;
    verdict.message = (*outcome)->message;
    verdict.confidence = (*outcome)->outcome.confidence;
    verdict.by = by;
    verdict.at = workspace.clock().now();
    auto kept = workspace.training().addVerdict(verdict);
    return kept ? Result<>() : Result<>(kept.error());
}

Result<TakenMessage> takeMessage(Workspace &workspace, const IncomingMessage &message)
{
    const Settings settings = workspace.settings();
    auto taken = takeIn({workspace.conversations(), workspace.customers(), workspace.unitOfWork(),
                         workspace.clock(), settings.sessionTtlSeconds(), settings.mailSenderAddress(),
                         &workspace.originals(), settings.keepOriginalsHours()},
                        message);
    if (!taken)
        return taken.error();
    auto stored = workspace.conversations().message(taken->id);
    if (!stored)
        return stored.error();
    if (!*stored)
        return Error{ErrorKind::Internal, QStringLiteral("the message was not stored")};
    return TakenMessage{taken->id, (*stored)->conversation, taken->isDuplicate};
}

Result<std::vector<PublicMessage>> publicThread(Workspace &workspace, ConversationId conversation,
                                                MessageId after)
{
    auto known = workspace.conversations().get(conversation);
    if (!known)
        return known.error();
    if (!*known)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no conversation %1").arg(conversation.value)};
    return shownAfter(workspace, conversation, after);
}

Result<std::vector<PublicMessage>> publicThread(Workspace &workspace, ChannelKind channel, const QString &key,
                                                MessageId after)
{
    auto conversation = workspace.conversations().findByKey(channel, key);
    if (!conversation)
        return conversation.error();
    if (!*conversation)
        return std::vector<PublicMessage>();
    return shownAfter(workspace, (*conversation)->id, after);
}

Result<Attachment> publicFile(Workspace &workspace, ConversationId conversation, MessageId message,
                              int position)
{
    const Error none{ErrorKind::NotFound, QStringLiteral("there is no such file")};
    auto reply = workspace.conversations().message(message);
    if (!reply)
        return reply.error();
    const bool isReply = *reply && (*reply)->conversation == conversation &&
                         ((*reply)->author == Author::Operator || (*reply)->author == Author::Agent);
    if (!isReply || position < 0 || position >= (*reply)->attachments.size())
        return none;
    auto bytes = workspace.conversations().attachment(message, position);
    if (!bytes)
        return bytes.error();
    if (!*bytes)
        return none;
    Attachment file = (*reply)->attachments.at(position);
    file.content = std::move(**bytes);
    return file;
}

Result<Attachment> publicFile(Workspace &workspace, ChannelKind channel, const QString &key,
                              MessageId message, int position)
{
    auto conversation = workspace.conversations().findByKey(channel, key);
    if (!conversation)
        return conversation.error();
    if (!*conversation)
        return Error{ErrorKind::NotFound, QStringLiteral("there is no such file")};
    return publicFile(workspace, (*conversation)->id, message, position);
}

Result<std::optional<QString>> chatKeyOf(Workspace &workspace, ConversationId id)
{
    auto conversation = workspace.conversations().get(id);
    if (!conversation)
        return conversation.error();
    const bool isChat = *conversation && (*conversation)->channel == ChannelKind::Chat;
    return isChat ? std::optional((*conversation)->key) : std::optional<QString>();
}

} // namespace Helmdesk
