#include "Dovecot.h"
#include "MailboxDesk.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestMailboxSync : public QObject
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

    void onlyNewMailIsTakenInUnlessAskedFor()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1), plainMail(2)}));
        MailboxDesk desk(m_server->account());

        VERIFY_RESULT(desk.bringUp(m_server->password()));
        QCOMPARE(desk.messages(), 0);
        VERIFY_RESULT(m_server->deliver({plainMail(3)}));
        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.messages(), 1);
        QCOMPARE(desk.store.number(
                     QStringLiteral("SELECT COUNT(*) FROM messages WHERE external_id = '3@shop.example'")),
                 1);
    }

    void theLookBackTakesWhatIsThere()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1), plainMail(2)}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);

        VERIFY_RESULT(desk.bringUp(m_server->password()));
        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.messages(), 2);
        QCOMPARE(desk.state().taken, 2);
        QCOMPARE(m_server->seenIn(QStringLiteral("INBOX")), 0);
    }

    void otherNumbersDoubleNothing()
    {
        QList<QByteArray> mails;
        for (int i = 0; i < 40; ++i)
            mails << plainMail(i);
        VERIFY_RESULT(m_server->deliver(mails));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);
        VERIFY_RESULT(desk.bringUp(m_server->password()));
        const auto before = desk.mailboxes.folder(account.name, QStringLiteral("INBOX"));
        VERIFY_RESULT(before);

        VERIFY_RESULT(m_server->renumber());
        VERIFY_RESULT(m_server->deliver({plainMail(100)}));
        VERIFY_RESULT(desk.bringUp(m_server->password()));

        const auto after = desk.mailboxes.folder(account.name, QStringLiteral("INBOX"));
        VERIFY_RESULT(after);
        QVERIFY((*after)->uidValidity != (*before)->uidValidity);
        QCOMPARE(desk.messages(), 41);
        QCOMPARE(desk.doubled(), 0);
        QCOMPARE(desk.state().again, 40);
    }

    void aMailInTwoFoldersIsOneMessage()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1)}));
        VERIFY_RESULT(m_server->deliver({plainMail(1), plainMail(2)}, QStringLiteral("Done")));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        account.folders.watched << QStringLiteral("Done");
        MailboxDesk desk(account);

        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.messages(), 2);
    }

    void ofALargeMailOnlyTheBeginningIsRead()
    {
        QByteArray large = "From: pat@shop.example\nTo: support@desk.example\nSubject: Pictures\n"
                           "Message-ID: <large@shop.example>\nMIME-Version: 1.0\n"
                           "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
                           "Here are the pictures.\n--b\nContent-Type: image/png; name=p.png\n"
                           "Content-Transfer-Encoding: base64\n\n";
        large += QByteArray(200000, 'A') + "\n--b--\n";
        VERIFY_RESULT(m_server->deliver({plainMail(1), large, plainMail(2)}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);
        MailboxSync::Limits limits = MailboxSync::defaultLimits();
        limits.largest = 100000;
        limits.beginning = 4096;

        VERIFY_RESULT(desk.bringUp(m_server->password(), limits));

        QCOMPARE(desk.messages(), 3);
        QCOMPARE(desk.store.number(QStringLiteral("SELECT COUNT(*) FROM messages WHERE external_id = "
                                                  "'large@shop.example' AND text LIKE '%Here are the "
                                                  "pictures.%'")),
                 1);
    }

    void aMailThatEndsTheProgramEachTimeIsPutAside()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1), plainMail(2), plainMail(3)}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);
        ReadingNote(desk.notes.path()).begin(QStringLiteral("INBOX#3"), 2);

        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.messages(), 2);
        const auto aside = desk.mailboxes.aside(account.name, 10);
        VERIFY_RESULT(aside);
        QCOMPARE(aside->size(), size_t{1});
        QCOMPARE(aside->front().uid, 2U);
        QCOMPARE(desk.state().aside, 1);
    }

    void aMailThatAKillInterruptedIsReadAgain()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1), plainMail(2)}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);
        ReadingNote(desk.notes.path()).begin(QStringLiteral("INBOX#1"), 2);

        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.messages(), 2);
        QCOMPARE(desk.state().aside, 0);
    }

    void theTeamsOwnMailIsNeverAnswered()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1, "support@desk.example")}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);

        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.store.number(QStringLiteral("SELECT COUNT(*) FROM messages WHERE is_automatic = 1")),
                 1);
    }

    void theServerIsToldOnlyWhereTheTeamWishesIt()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1), plainMail(2)}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        account.marksSeen = true;
        account.folders.done = QStringLiteral("Done");
        MailboxDesk desk(account);

        VERIFY_RESULT(desk.bringUp(m_server->password()));

        QCOMPARE(desk.messages(), 2);
        QCOMPARE(m_server->mailsIn(QStringLiteral("INBOX")), 0);
        QCOMPARE(m_server->mailsIn(QStringLiteral("Done")), 2);
        QCOMPARE(m_server->seenIn(QStringLiteral("Done")), 2);
    }

    void aRemovedMailboxLeavesItsMessages()
    {
        VERIFY_RESULT(m_server->deliver({plainMail(1)}));
        MailAccount account = m_server->account();
        account.lookBackDays = 7;
        MailboxDesk desk(account);
        VERIFY_RESULT(desk.bringUp(m_server->password()));

        VERIFY_RESULT(desk.mailboxes.remove(account.name, QStringLiteral("test")));

        QCOMPARE(desk.messages(), 1);
        QCOMPARE(desk.store.number(QStringLiteral("SELECT COUNT(*) FROM mailbox_mails")), 0);
    }

private:
    std::unique_ptr<Dovecot> m_server;
};

QTEST_GUILESS_MAIN(TestMailboxSync)
#include "tst_mailboxsync.moc"
