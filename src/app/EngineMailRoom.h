#pragma once

#include "app/Mailboxes.h"
#include "app/MailRoom.h"

#include <QObject>
#include <QThreadPool>
#include <stop_token>

namespace Helmdesk
{

// The mailboxes of a workspace for the console. What only reads or writes the store is done in order, what
// connects on a pool of its own. Thread: the GUI thread. Ownership: the workspace is not owned and outlives
// it.
class EngineMailRoom final : public MailRoom
{
public:
    // Without `secrets` passwords lie in the system's keychain.
    EngineMailRoom(Workspace &workspace, QString author, MailAccounts::Secrets secrets = {});
    ~EngineMailRoom() override;
    void stop(); // ends what is under way, and waits

    Reply<MailboxesView> mailboxes() override;
    Reply<FoundServers> findServers(const QString &address) override;
    Reply<MailTest> tryOut(const NewMailbox &mailbox, MailStepSink tell) override;
    Reply<std::vector<LookBackCount>> lookBack(const NewMailbox &mailbox,
                                               const std::vector<int> &days) override;
    void stopTrying() override;
    Reply<MailTest> test(const QString &name, MailStepSink tell) override;
    void stopTest(const QString &name) override;
    Reply<KeptPassword> add(const NewMailbox &mailbox) override;
    Reply<KeptPassword> changePassword(const QString &name, const QString &password) override;
    Reply<> setPaused(const QString &name, bool paused) override;
    Reply<> setMode(const QString &name, MailMode mode) override;
    Reply<> setTrustedAuthserv(const QString &name, const QString &authserv) override;
    Reply<> syncNow(const QString &name) override;
    Reply<> remove(const QString &name) override;
    QString passwordVariable(const QString &name) const override;

private:
    template <class T, class Work>
    Reply<T> ask(QThreadPool &pool, Work work);
    // A new one for what begins now; what it was for before ends.
    RunControl begin(std::stop_source &source, std::chrono::seconds patience);
    MailStepSink onThisThread(MailStepSink tell);

    QString m_author;
    Mailboxes m_mailboxes;  // watches nothing
    QThreadPool m_requests; // one thread: what was asked first is done first
    QThreadPool m_connections;
    std::stop_source m_trying;                   // GUI thread
    std::map<QString, std::stop_source> m_tests; // GUI thread
    QObject m_here;                              // of the GUI thread; last, so that nobody is told any more
};

} // namespace Helmdesk
