#pragma once

#include "mailbox/MailboxChannel.h"
#include "pipeline/DraftRepository.h"
#include "pipeline/UnitOfWork.h"

namespace Helmdesk
{

// What is not owned and outlives its user.
struct ReplyDraftParts {
    ConversationRepository &conversations;
    DraftRepository &drafts;
    const OutboxRepository &outbox;
    OutgoingMailRepository &mails;
    UnitOfWork &unitOfWork;
    const Clock &clock;
    const MailboxChannel &channel; // of the account; composes
    OpenFolders openFolders;
};

// Keeps the Drafts folder of a drafts-only mailbox as the desk's drafts are: a new draft is put there, one
// whose words changed takes the place of the one before, and one that is no longer there to be sent goes.
// What a colleague sent from his mail program is found in the Sent folder: it enters the conversation as his
// reply, and what he made of the draft is kept as its verdict.
//
// Of a mailbox that sends by itself again, what lies there from before is removed.
//
// Connects only when there is something to do. A colleague who removes a draft from the folder is not given
// it again. Thread: one at a time. Failure: that of the stores and of the connection; the next call goes on.
class ReplyDrafts
{
public:
    ReplyDrafts(const MailAccount &account, ReplyDraftParts parts);

    // Returns how many drafts were put, replaced or removed.
    Result<int> update(const RunControl &control);
    // Returns how many replies were found in the Sent folder.
    Result<int> lookForSent(const RunControl &control);

private:
    struct Wanted {
        MailboxDraft draft;
        ReplyMail mail;
    };
    Result<std::vector<Wanted>> wanted() const;
    Result<bool> isStillWaiting(const MailboxDraft &draft) const;
    Result<> takeSent(const MailboxDraft &draft, const Message &answered, const QByteArray &mail);

    MailAccount m_account;
    ReplyDraftParts m_parts;
};

} // namespace Helmdesk
