#pragma once

#include "app/Workspace.h"
#include "mailbox/MailAccounts.h"
#include "mailbox/MailboxIntake.h"
#include "mailbox/MailboxWatcher.h"
#include "store/SqliteMailboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"

#include <map>

namespace Helmdesk
{

// The mailboxes of a workspace, and the watchers of those that are not paused: one thread for each, so that
// none delays another. For the program that holds the WorkerLock.
// Thread: any, but the functions are called on the watchers' threads. Ownership: the workspace is not owned.
class Mailboxes
{
public:
    struct Tell {
        std::function<void(MessageId)> taken = {}; // stored and new
        std::function<void()> changed = {};        // mailboxes were added, changed or removed
    };
    // Without `secrets` passwords lie in the system's keychain.
    Mailboxes(Workspace &workspace, Tell tell, MailAccounts::Secrets secrets = {});
    ~Mailboxes();

    MailAccounts &accounts() { return m_accounts; }

    // Starts and stops watchers where accounts changed, by whatever program. Cheap when none did.
    void look();
    // Ends all of them; look() does nothing from then on.
    void stop();
    // Takes in what is there and returns, on this thread, which must be one of Qt's.
    Result<MailboxState> syncOnce(const QString &name, const RunControl &control);

    struct Shown {
        MailAccount account;
        MailboxState state;
        OutgoingCounts outgoing;
    };
    Result<std::vector<Shown>> list() const;

private:
    struct Watched {
        Json account; // as it was when the watcher began
        std::unique_ptr<MailboxWatcher> watcher;
        qint64 asked = 0; // MailboxState::asked that it has followed
    };
    QString noteFolder(const QString &name) const;
    Result<qint64> takeIn(const MailAccount &account, const RunControl &control);
    void putAside(const QString &why, quint32 uid);
    void followAsked(const QString &name, Watched &watched) const;

    Workspace &m_workspace;
    Tell m_tell;
    SqliteMailboxRepository m_repository;
    SqliteOutgoingMailRepository m_outgoing;
    MailAccounts m_accounts;
    MailboxIntake m_intake;
    std::mutex m_mutex;
    bool m_isStopped = false;
    qint64 m_revision = -1;
    std::map<QString, Watched> m_watched;
};

} // namespace Helmdesk
