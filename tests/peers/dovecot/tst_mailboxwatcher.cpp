#include "Dovecot.h"
#include "mailbox/MailboxWatcher.h"
#include "MailboxDesk.h"

#include <QTcpServer>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr int patienceMs = 30000;

} // namespace

class TestMailboxWatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (Dovecot::program().isEmpty())
            QSKIP("dovecot is not installed");
    }

    void init()
    {
        auto started = Dovecot::start();
        VERIFY_RESULT(started);
        m_server = std::move(*started);
    }

    void newMailArrivesWhileItListens()
    {
        MailboxDesk desk(m_server->account());
        MailboxWatcher watcher(desk.account, surroundings(desk, m_server->password()));
        watcher.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Listening, patienceMs);

        VERIFY_RESULT(m_server->deliver({plainMail(1)}));

        QTRY_COMPARE_WITH_TIMEOUT(desk.messages(), 1, patienceMs);
    }

    void itComesBackWhenTheServerDoes()
    {
        MailboxDesk desk(m_server->account());
        MailboxWatcher::Timing timing;
        timing.firstDelay = std::chrono::milliseconds(50);
        timing.longestDelay = std::chrono::milliseconds(200);
        MailboxWatcher watcher(desk.account, surroundings(desk, m_server->password()), timing);
        watcher.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Listening, patienceMs);

        m_server->stop();
        VERIFY_RESULT(m_server->deliver({plainMail(1)}));
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Waiting, patienceMs);
        QVERIFY(!desk.state().lastError.isEmpty());
        VERIFY_RESULT(m_server->resume());

        QTRY_COMPARE_WITH_TIMEOUT(desk.messages(), 1, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Listening, patienceMs);
        QVERIFY(desk.state().lastError.isEmpty());
    }

    void whoAsksIsServedBeforeTheNextTry()
    {
        MailboxDesk desk(m_server->account());
        MailboxWatcher::Timing timing;
        timing.firstDelay = timing.longestDelay = std::chrono::minutes(10);
        MailboxWatcher watcher(desk.account, surroundings(desk, m_server->password()), timing);
        watcher.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Listening, patienceMs);
        QVERIFY(!desk.state().retryAt.isValid());
        m_server->stop();
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Waiting, patienceMs);
        QVERIFY(desk.state().retryAt > QDateTime::currentDateTimeUtc().addSecs(300));
        VERIFY_RESULT(m_server->deliver({plainMail(1)}));
        VERIFY_RESULT(m_server->resume());

        watcher.wake();

        QTRY_COMPARE_WITH_TIMEOUT(desk.messages(), 1, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Listening, patienceMs);
        QVERIFY(!desk.state().retryAt.isValid());

        // Also while it listens: the time of the last look is told at once.
        const QDateTime asked = desk.state().lastPoll;
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > asked.addMSecs(20));
        watcher.wake();
        QTRY_VERIFY_WITH_TIMEOUT(desk.state().lastPoll > asked, patienceMs);
    }

    void askingIsCountedForWhoeverWatches()
    {
        MailboxDesk desk(m_server->account());
        const auto before = desk.mailboxes.revision();
        VERIFY_RESULT(before);
        QCOMPARE(desk.state().asked, 0);

        VERIFY_RESULT(desk.mailboxes.askForSync(desk.account.name));
        VERIFY_RESULT(desk.mailboxes.askForSync(desk.account.name));

        QCOMPARE(desk.state().asked, 2);
        QVERIFY(*desk.mailboxes.revision() > *before);
        const auto unknown = desk.mailboxes.askForSync(QStringLiteral("nobody"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, ErrorKind::NotFound);
    }

    void aRefusedPasswordWaitsForAPerson()
    {
        MailboxDesk desk(m_server->account());
        MailboxWatcher watcher(desk.account, surroundings(desk, QStringLiteral("wrong")));

        watcher.start();

        QVERIFY(watcher.wait(patienceMs)); // it has ended: no second try
        QCOMPARE(desk.state().condition, MailboxCondition::Refused);
        QVERIFY(desk.state().lastError.contains(QStringLiteral("refuses to let desk in")));
    }

    void aBadMailboxDelaysNoOther()
    {
        MailboxDesk desk(m_server->account());
        MailAccount silent = m_server->account();
        QTcpServer neverAnswers; // accepts and says nothing
        QVERIFY(neverAnswers.listen(QHostAddress::LocalHost));
        silent.name = QStringLiteral("silent");
        silent.imap.port = neverAnswers.serverPort();
        VERIFY_RESULT(desk.mailboxes.save(silent, QStringLiteral("test")));
        MailboxWatcher bad(silent, surroundings(desk, m_server->password()));
        MailboxWatcher good(desk.account, surroundings(desk, m_server->password()));

        bad.start();
        good.start();

        QTRY_COMPARE_WITH_TIMEOUT(desk.state().condition, MailboxCondition::Listening, patienceMs);
        QVERIFY(bad.isRunning());
    }

private:
    static MailboxWatcher::Surroundings surroundings(MailboxDesk &desk, const QString &password)
    {
        return {desk.mailboxes, desk.intake, desk.clock, [password] { return Result<QString>(password); },
                desk.notes.path()};
    }

    std::unique_ptr<Dovecot> m_server;
};

QTEST_GUILESS_MAIN(TestMailboxWatcher)
#include "tst_mailboxwatcher.moc"
