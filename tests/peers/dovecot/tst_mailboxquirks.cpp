#include "MailboxDesk.h"
#include "ScriptedImap.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

constexpr auto selected = "* 2 EXISTS\r\n* OK [UIDVALIDITY 9] ok\r\n* OK [UIDNEXT 743000003] ok\r\n"
                          "TAG OK [READ-ONLY] done\r\n";

QByteArray bodyOf(quint32 uid, int number)
{
    const QByteArray mail = "From: pat@shop.example\r\nSubject: Question\r\nMessage-ID: <" +
                            QByteArray::number(number) + "@shop.example>\r\n\r\nHello?\r\n";
    return "* " + QByteArray::number(number) + " FETCH (UID " + QByteArray::number(uid) + " BODY[]<0> {" +
           QByteArray::number(mail.size()) + "}\r\n" + mail + ")\r\n";
}

// A folder with two mails, far apart in number.
std::optional<QByteArray> twoMails(const QByteArray &command)
{
    if (command.startsWith("EXAMINE"))
        return selected;
    if (command.contains("SEARCH"))
        return command.contains("743000003:*") ? QByteArray("* SEARCH\r\nTAG OK done\r\n")
                                               : QByteArray("* SEARCH 5 743000002\r\nTAG OK done\r\n");
    if (command.contains("RFC822.SIZE"))
        return "* 1 FETCH (UID 5 RFC822.SIZE 90 INTERNALDATE \"30-Nov-2026 10:00:00 +0000\")\r\n"
               "* 2 FETCH (UID 743000002 RFC822.SIZE 90 INTERNALDATE \"30-Nov-2026 11:00:00 +0100\")\r\n"
               "TAG OK done\r\n";
    return {};
}

MailAccount accountAt(quint16 port)
{
    MailAccount account;
    account.name = QStringLiteral("support");
    account.address = QStringLiteral("support@desk.example");
    account.user = QStringLiteral("desk");
    account.imap = {QStringLiteral("127.0.0.1"), port, MailTls::None};
    account.lookBackDays = 36500;
    return account;
}

} // namespace

class TestMailboxQuirks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sparseNumbersAndChangesInBetweenAreTaken()
    {
        ScriptedImap server([](const QByteArray &command) -> std::optional<QByteArray> {
            if (command.contains("BODY.PEEK[]"))
                return "* 3 EXISTS\r\n" + bodyOf(5, 1) + "* 1 FETCH (UID 5 FLAGS (\\Seen))\r\n" +
                       bodyOf(743000002, 2) + "TAG OK done\r\n";
            return twoMails(command);
        });
        MailboxDesk desk(accountAt(server.port()));

        VERIFY_RESULT(desk.bringUp(QStringLiteral("x")));

        QCOMPARE(desk.messages(), 2);
        const auto state = desk.mailboxes.folder(desk.account.name, QStringLiteral("INBOX"));
        VERIFY_RESULT(state);
        QCOMPARE((*state)->lastUid, 743000002U);
    }

    void aMailWithoutItsContentIsNoEmptyMail()
    {
        ScriptedImap server([](const QByteArray &command) -> std::optional<QByteArray> {
            if (command.contains("BODY.PEEK[]"))
                return "* 1 FETCH (UID 5)\r\n" + bodyOf(743000002, 2) + "TAG OK done\r\n";
            return twoMails(command);
        });
        MailboxDesk desk(accountAt(server.port()));
        auto sync = desk.sync();
        const auto attempt = [&] {
            auto session = ImapSession::open(desk.account, QStringLiteral("x"), RunControl());
            return session ? sync.run(**session, QStringLiteral("INBOX"), RunControl())
                           : Result<MailboxSync::Count>(session.error());
        };

        for (int i = 0; i < 3; ++i)
            QVERIFY(!attempt());
        QCOMPARE(desk.messages(), 0);
        VERIFY_RESULT(attempt()); // put aside, and the next one is read

        QCOMPARE(desk.messages(), 1);
        QCOMPARE(desk.state().aside, 1);
    }

    void aMailThatTheServerRefusesStopsNothing()
    {
        ScriptedImap server([](const QByteArray &command) -> std::optional<QByteArray> {
            if (command.contains("BODY.PEEK[]") && command.contains("FETCH 5 "))
                return "TAG NO [SERVERBUG] cannot read it\r\n";
            if (command.contains("BODY.PEEK[]") && command.contains(" 743000002 "))
                return bodyOf(743000002, 2) + "TAG OK done\r\n";
            if (command.contains("BODY.PEEK[]"))
                return "TAG NO [SERVERBUG] cannot read one of them\r\n";
            return twoMails(command);
        });
        MailboxDesk desk(accountAt(server.port()));

        VERIFY_RESULT(desk.bringUp(QStringLiteral("x")));

        QCOMPARE(desk.messages(), 1);
        const auto aside = desk.mailboxes.aside(desk.account.name, 5);
        VERIFY_RESULT(aside);
        QCOMPARE(aside->size(), size_t{1});
        QVERIFY(aside->front().why.contains(QStringLiteral("cannot read it")));
    }

    void aComplaintWhileListeningEndsTheSession()
    {
        ScriptedImap server([](const QByteArray &command) -> std::optional<QByteArray> {
            if (command == "IDLE")
                return "+ idling\r\n* NO Internal error occurred\r\n";
            return twoMails(command);
        });
        auto session = ImapSession::open(accountAt(server.port()), QStringLiteral("x"), RunControl());
        VERIFY_RESULT(session);
        VERIFY_RESULT((*session)->select(QStringLiteral("INBOX"), FolderAccess::ReadOnly));

        const auto woken = (*session)->idle(std::chrono::minutes(1));

        QVERIFY(!woken);
        QCOMPARE(woken.error().kind, ErrorKind::Unavailable);
    }

    void aServerThatCannotLetAnybodyInIsTriedAgain()
    {
        ScriptedImap server([](const QByteArray &command) -> std::optional<QByteArray> {
            if (command.startsWith("AUTHENTICATE"))
                return "TAG NO [UNAVAILABLE] the directory is down\r\n";
            return {};
        });

        const auto session = ImapSession::open(accountAt(server.port()), QStringLiteral("x"), RunControl());

        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Unavailable);
        QVERIFY(session.error().retryable);
    }

    void whatComesBeforeTlsIsNotTakenForEncrypted()
    {
        ScriptedImap server([](const QByteArray &command) -> std::optional<QByteArray> {
            if (command.startsWith("STARTTLS"))
                return "TAG OK begin TLS\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n";
            return {};
        });
        MailAccount account = accountAt(server.port());
        account.imap.tls = MailTls::StartTls;

        const auto session = ImapSession::open(account, QStringLiteral("x"), RunControl());

        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Denied);
    }
};

QTEST_GUILESS_MAIN(TestMailboxQuirks)
#include "tst_mailboxquirks.moc"
