#pragma once

#include "mailbox/MailAccounts.h"
#include "mailbox/OutgoingFolders.h"
#include "mailbox/ReturnedMails.h"

#include <map>
#include <mutex>
#include <QThreadPool>
#include <stop_token>

namespace Helmdesk
{

class Workspace;
struct MailLane;

// Sends what leaves by the team's mailboxes, and keeps their Drafts and Sent folders: one task an account at
// most, so that an account whose server is slow delays neither another one nor the chat. What belongs to an
// account that is no longer set up fails with that reason.
//
// Thread: work() and takeReport() from any; the destructor from that of the object. Ownership: the workspace,
// whose engine is loaded, is not owned and outlives this.
class MailOutbound
{
public:
    struct Accounts {
        std::function<Result<std::vector<MailAccount>>()> all;
        std::function<Result<QString>(const MailAccount &)> secret; // password or token, as it is now
        OpenFolders openFolders = {};                               // empty: by IMAP
    };

    MailOutbound(Workspace &workspace, Accounts accounts, std::stop_token stop);
    // The accounts of the workspace, with their secrets from the environment or the keychain, or `secrets`.
    MailOutbound(Workspace &workspace, std::stop_token stop, MailAccounts::Secrets secrets = {});
    ~MailOutbound(); // waits for what is under way
    MailOutbound(const MailOutbound &) = delete;
    MailOutbound &operator=(const MailOutbound &) = delete;

    // Returns at once; the accounts with something to do are at it then. Call it often.
    void work();
    // Waits until nothing is under way.
    void waitForDone() { m_pool.waitForDone(); }

    // A mail that came in: true where it was a report on one of ours, which nobody needs to answer.
    Result<bool> takeReport(const QByteArray &mail);
    // What a reply to it will need. Call it for each mail that was taken in by an account.
    Result<> keepHead(MessageId message, const MailAccount &account, const QByteArray &mail);

private:
    std::shared_ptr<MailLane> laneOf(const MailAccount &account, bool isKnown);
    void turn(MailLane &lane);
    void tell(ConversationId conversation, const QString &words);
    OpenFolders foldersBy() const;

    static Accounts accountsOf(const MailAccounts &accounts);

    Workspace &m_workspace;
    std::unique_ptr<MailboxRepository> m_mailboxes; // of the workspace
    std::unique_ptr<MailAccounts> m_ownAccounts;
    Accounts m_accounts;
    std::stop_token m_stop;
    std::unique_ptr<OutgoingMailRepository> m_mails;
    std::mutex m_mutex; // of the lanes
    std::map<QString, std::shared_ptr<MailLane>> m_lanes;
    QThreadPool m_pool;
};

} // namespace Helmdesk
