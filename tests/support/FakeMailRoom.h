#pragma once

#include "app/MailRoom.h"

#include <functional>
#include <memory>

namespace Helmdesk::Test
{

// The mailboxes' page in memory. Answers at once, but for tests while `holdsTests`; `calls` says what was
// asked.
class FakeMailRoom final : public MailRoom
{
public:
    MailboxesView view;
    QStringList calls;
    QStringList passwords;        // what was handed over, for a test or for keeping
    std::optional<Error> failure; // when set, every change fails with it
    Result<FoundServers> servers = Error{ErrorKind::NotFound, QStringLiteral("nothing tells")};
    MailTest outcome;
    std::vector<LookBackCount> counts;
    std::optional<MailAccount> added;
    bool holdsTests = false; // until finishTests() or a stop
    std::function<void()> changed;

    FakeMailRoom();
    void fill(); // three mailboxes: one that works, one out of reach, one whose password is refused
    void finishTests();

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
    Reply<> done(const QString &call, const std::function<void()> &change);
    Reply<MailTest> begin(const MailStepSink &tell);
    void stopTests();
    MailAccount &account(const QString &name);

    std::vector<std::shared_ptr<QPromise<Result<MailTest>>>> m_tests;
};

} // namespace Helmdesk::Test
