#pragma once

#include "mailbox/MailboxSync.h"
#include "mailbox/OutgoingMail.h"
#include "pipeline/MessageIntake.h"

#include <functional>

namespace Helmdesk
{

// Mails of a mailbox into the store of the desk. Mail from an address of the team's own is automatic: nobody
// answers himself.
// Thread: any. Ownership: what the functions refer to is not owned.
class MailboxIntake final : public MailIntake
{
public:
    struct Surroundings {
        std::function<IntakeParts()> parts; // asked for each batch: settings change
        MailboxRepository &repository;
        std::function<Result<>()> keep;
        std::function<void(MessageId)> taken = {};                       // after the commit; new ones only
        std::function<void(const QString &why, quint32 uid)> aside = {}; // the same
        // True where the report is on a mail of ours: nobody needs to read it.
        std::function<Result<bool>(const DeliveryReport &)> returned = {};
        OutgoingMailRepository *outgoing = nullptr; // remembers by which mailbox a conversation came
    };
    explicit MailboxIntake(Surroundings surroundings)
        : m_surroundings(std::move(surroundings))
    {
    }

    Result<> take(const FolderState &after, std::vector<ReadMail> mails) override;
    Result<> keep() override { return m_surroundings.keep(); }

private:
    Surroundings m_surroundings;
};

} // namespace Helmdesk
