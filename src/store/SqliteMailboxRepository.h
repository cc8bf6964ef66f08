#pragma once

#include "core/Clock.h"
#include "mailbox/MailboxRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// Mailboxes and how far they were taken in; each change of an account is a record of the audit log.
class SqliteMailboxRepository final : public MailboxRepository
{
public:
    SqliteMailboxRepository(Database &database, const Clock &clock);

    Result<std::vector<MailAccount>> accounts() const override;
    Result<std::optional<MailAccount>> account(const QString &name) const override;
    Result<> save(const MailAccount &account, const QString &author) override;
    Result<> remove(const QString &name, const QString &author) override;
    Result<qint64> revision() const override;

    Result<std::optional<FolderState>> folder(const QString &mailbox, const QString &folder) const override;
    Result<> saveFolder(const FolderState &state) override;
    Result<> note(const FolderState &state, const std::vector<NotedMail> &mails) override;
    Result<std::vector<quint32>> untold(const FolderState &state, int limit) const override;
    Result<> setTold(const FolderState &state, const std::vector<quint32> &uids) override;
    Result<std::vector<AsideMail>> aside(const QString &mailbox, int limit) const override;

    Result<MailboxState> state(const QString &mailbox) const override;
    Result<> saveState(const MailboxState &state) override;
    Result<> askForSync(const QString &mailbox) override;
    Result<QString> mailboxOf(ConversationId conversation) const override;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace Helmdesk
