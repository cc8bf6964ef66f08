#pragma once

#include "mailbox/OutgoingMail.h"
#include "store/Database.h"

namespace Helmdesk
{

// See mailbox/OutgoingMail.h. The Database is not owned.
class SqliteOutgoingMailRepository final : public OutgoingMailRepository
{
public:
    explicit SqliteOutgoingMailRepository(Database &database);

    Result<> keepHead(MessageId message, const QString &account, const ReplyHead &head) override;
    Result<std::optional<ReplyHead>> head(MessageId message) const override;
    Result<QString> accountOf(ConversationId conversation) const override;
    Result<QStringList> accountsWithWork() const override;
    Result<OutgoingCounts> counts(const QString &account) const override;
    Result<> keepNote(const OutgoingNote &note) override;
    Result<std::optional<OutgoingNote>> note(OutboxId outbox) const override;
    Result<std::optional<OutgoingNote>> noteOf(const QString &messageId) const override;
    Result<std::vector<MailboxDraft>> drafts(const QString &account) const override;
    Result<> keepDraft(const MailboxDraft &draft, const QDateTime &at) override;
    Result<> forgetDraft(ConversationId conversation) override;
    Result<std::vector<ConversationId>> conversationsWithDraft(const QString &account) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
