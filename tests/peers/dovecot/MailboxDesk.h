#pragma once

#include "mailbox/MailAccounts.h"
#include "mailbox/MailboxIntake.h"
#include "store/SqliteConversationRepository.h"
#include "store/SqliteCustomerRepository.h"
#include "store/SqliteMailboxRepository.h"
#include "store/SqliteUnitOfWork.h"
#include "store/StoreTestSupport.h"

namespace Helmdesk::Test
{

// The store of a desk with one mailbox, and what takes mail into it.
struct MailboxDesk {
    TemporaryStore store;
    SystemClock clock;
    SqliteConversationRepository conversations{*store.database};
    SqliteCustomerRepository customers{*store.database};
    SqliteUnitOfWork unitOfWork{*store.database};
    SqliteMailboxRepository mailboxes{*store.database, clock};
    MailboxIntake intake{{[this] {
                              return IntakeParts{conversations, customers, unitOfWork, clock};
                          },
                          mailboxes,
                          [] { return Result<>(); },
                          {},
                          {}}};
    QTemporaryDir notes;
    MailAccount account;

    explicit MailboxDesk(MailAccount with)
        : account(std::move(with))
    {
        if (auto saved = mailboxes.save(account, QStringLiteral("test")); !saved)
            qFatal("%s", qPrintable(saved.error().detail));
    }
    MailboxSync sync(MailboxSync::Limits limits = MailboxSync::defaultLimits())
    {
        return MailboxSync(account, mailboxes, intake, clock, notes.path(), limits);
    }
    // One session, from signing in to the last folder.
    Result<> bringUp(const QString &password, MailboxSync::Limits limits = MailboxSync::defaultLimits())
    {
        auto session = ImapSession::open(account, password, RunControl());
        if (!session)
            return session.error();
        MailboxSync syncing = sync(limits);
        for (const QString &folder : account.folders.watched) {
            if (auto done = syncing.run(**session, folder, RunControl()); !done)
                return done.error();
        }
        return {};
    }
    qint64 messages() const { return store.number(QStringLiteral("SELECT COUNT(*) FROM messages")); }
    qint64 doubled() const
    {
        return store.number(QStringLiteral("SELECT COUNT(*) FROM (SELECT external_id FROM messages GROUP BY "
                                           "external_id HAVING COUNT(*) > 1)"));
    }
    MailboxState state() const { return mailboxes.state(account.name).value_or(MailboxState()); }
};

} // namespace Helmdesk::Test
