#include "mailbox/ReplyDrafts.h"

#include "channels/MailParser.h"
#include "channels/ReplyHeaders.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

// The mail that a person would send with the draft's words. Another text is another id.
OutboxItem itemOf(const Draft &draft, const Conversation &conversation)
{
    const QString words = draft.editedText.value_or(draft.proposal.text);
    OutboxItem item;
    item.id = OutboxId{draft.id.value};
    item.item.key = QStringLiteral("draft:%1:%2").arg(draft.id.value).arg(words);
    item.item.conversation = conversation.id;
    item.item.inReplyTo = draft.proposal.message;
    item.item.channel = conversation.channel;
    item.item.recipient = conversation.senderAddress;
    item.item.subject = conversation.subject;
    item.item.body = words;
    item.item.approvedBy = QStringLiteral("draft"); // a person sends it
    item.item.createdAt = draft.proposal.createdAt;
    return item;
}

// The words of a sent mail as they compare: one blank between two words.
QString compared(const QString &text)
{
    return text.simplified();
}

// The own words of a reply, without the signature that the mailbox has below each.
QString withoutSignature(QString text, const QString &signature)
{
    text = text.trimmed();
    const QString below = QStringLiteral("-- \n") + signature.trimmed();
    if (!signature.trimmed().isEmpty() && text.endsWith(below))
        text.chop(below.size());
    return text.trimmed();
}

} // namespace

ReplyDrafts::ReplyDrafts(const MailAccount &account, ReplyDraftParts parts)
    : m_account(account)
    , m_parts(std::move(parts))
{
}

Result<std::vector<ReplyDrafts::Wanted>> ReplyDrafts::wanted() const
{
    if (m_account.mode != MailMode::DraftsOnly)
        return std::vector<Wanted>(); // what lies there from before goes
    auto conversations = m_parts.mails.conversationsWithDraft(m_account.name);
    if (!conversations)
        return conversations.error();
    std::vector<Wanted> all;
    for (const ConversationId id : *conversations) {
        auto draft = m_parts.drafts.current(id);
        auto conversation = m_parts.conversations.get(id);
        if (!draft || !conversation)
            return !draft ? draft.error() : conversation.error();
        if (!*draft || !*conversation || (*draft)->proposal.shadow)
            continue;
        auto mail = m_parts.channel.compose(itemOf(**draft, **conversation));
        if (!mail)
            return mail.error();
        all.push_back({{id, m_account.name, mail->messageId, {}}, std::move(*mail)});
    }
    return all;
}

// A reply that was put there to be sent by hand stays until it is taken back or somebody resolves.
Result<bool> ReplyDrafts::isStillWaiting(const MailboxDraft &draft) const
{
    if (!draft.outbox.isValid())
        return false;
    auto item = m_parts.outbox.get(draft.outbox);
    auto conversation = m_parts.conversations.get(draft.conversation);
    if (!item || !conversation)
        return !item ? item.error() : conversation.error();
    return *item && (*item)->state == OutboxState::Failed && *conversation &&
           (*conversation)->status != ConversationStatus::Resolved;
}

Result<int> ReplyDrafts::update(const RunControl &control)
{
    auto target = wanted();
    auto present = m_parts.mails.drafts(m_account.name);
    if (!target || !present)
        return !target ? target.error() : present.error();
    std::unique_ptr<OutgoingFolders> folders;
    const auto connect = [&]() -> Result<> {
        if (folders)
            return {};
        auto opened = m_parts.openFolders(m_account, control);
        if (!opened)
            return opened.error();
        folders = std::move(*opened);
        return {};
    };
    int changed = 0;
    for (const MailboxDraft &old : *present) {
        const auto same = std::ranges::find(*target, old.conversation,
                                            [](const Wanted &each) { return each.draft.conversation; });
        const bool isReplaced = same != target->end();
        if (isReplaced && same->draft.messageId == old.messageId) {
            target->erase(same);
            continue;
        }
        auto waits = isReplaced ? Result<bool>(false) : isStillWaiting(old);
        if (!waits)
            return waits.error();
        if (*waits)
            continue;
        if (auto connected = connect(); !connected)
            return connected.error();
        if (auto removed = folders->remove(OutgoingFolder::Drafts, old.messageId); !removed)
            return removed.error();
        if (auto forgotten = m_parts.mails.forgetDraft(old.conversation); !forgotten)
            return forgotten.error();
        changed += isReplaced ? 0 : 1;
    }
    for (const Wanted &draft : *target) {
        auto bytes = writeReply(draft.mail);
        if (!bytes)
            continue; // an address that cannot be written to: its draft is seen in the desk
        if (auto connected = connect(); !connected)
            return connected.error();
        // Put there before a kill, and not noted?
        auto there = folders->holds(OutgoingFolder::Drafts, draft.draft.messageId);
        if (!there)
            return there.error();
        if (!*there)
            if (auto put = folders->put(OutgoingFolder::Drafts, *bytes); !put)
                return put.error();
        if (auto kept = m_parts.mails.keepDraft(draft.draft, m_parts.clock.now()); !kept)
            return kept.error();
        ++changed;
    }
    return changed;
}

Result<int> ReplyDrafts::lookForSent(const RunControl &control)
{
    auto present = m_parts.mails.drafts(m_account.name);
    if (!present)
        return present.error();
    if (present->empty() || m_account.mode != MailMode::DraftsOnly)
        return 0;
    auto folders = m_parts.openFolders(m_account, control);
    if (!folders)
        return folders.error();
    int found = 0;
    for (const MailboxDraft &draft : *present) {
        auto history = m_parts.conversations.history(draft.conversation);
        if (!history)
            return history.error();
        const auto answered =
            std::ranges::find(history->rbegin(), history->rend(), Author::Customer, &Message::author);
        const QString id = answered == history->rend() ? QString() : mailIdIn(answered->externalId);
        if (id.isEmpty())
            continue;
        auto mail = (*folders)->answerTo(OutgoingFolder::Sent, id);
        if (!mail)
            return mail.error();
        if (!*mail)
            continue;
        if (auto taken = takeSent(draft, *answered, **mail); !taken)
            return taken.error();
        ++found;
    }
    return found;
}

Result<> ReplyDrafts::takeSent(const MailboxDraft &draft, const Message &answered, const QByteArray &mail)
{
    const IncomingMessage read = parseMail(mail);
    const QString by = read.senderName.isEmpty() ? read.senderAddress : read.senderName;
    const QString text = withoutSignature(read.text, m_account.signature);
    auto done = m_parts.unitOfWork.run([&]() -> Result<> {
        auto current = m_parts.drafts.current(draft.conversation);
        if (!current)
            return current.error();
        if (*current && (*current)->proposal.message == answered.id) {
            const bool isSame = compared((*current)->proposal.text) == compared(text);
            auto judged =
                m_parts.drafts.recordVerdict({(*current)->id,
                                              isSame ? DraftState::SentUnchanged : DraftState::Edited,
                                              isSame ? QString() : text,
                                              {},
                                              by,
                                              m_parts.clock.now()});
            if (!judged)
                return judged;
        }
        Message reply;
        reply.conversation = draft.conversation;
        reply.author = Author::Operator;
        reply.operatorName = by;
        reply.text = text;
        reply.subject = read.subject;
        reply.externalId = read.externalId;
        reply.at = m_parts.clock.now();
        auto appended = m_parts.conversations.append(reply);
        return appended ? Result<>() : Result<>(appended.error());
    });
    return done;
}

} // namespace Helmdesk
