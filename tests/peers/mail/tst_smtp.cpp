// SmtpSender at a real postfix with TLS and sign-in, and at servers that fail it.

#include "channels/MailParser.h"
#include "FaultyServer.h"
#include "mailbox/Bounce.h"
#include "mailbox/SmtpSender.h"
#include "MailServer.h"
#include "support/TestSupport.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestSmtp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void init() { m_server->removeMails(QStringLiteral("pat")); }
    void mailArrivesAsItIs_data();
    void mailArrivesAsItIs();
    void signInIsRefusedInWords_data();
    void signInIsRefusedInWords();
    void foreignCertificateSendsNothing();
    void plainServerIsNotTakenForTls();
    void recipientsAreRefusedByName();
    void oneRefusedCopyStopsNothing();
    void putOffIsNoRefusal();
    void answersAfterTheEndAreOutcomes_data();
    void answersAfterTheEndAreOutcomes();
    void nothingListensIsADelay();
    void failedNoteSendsNothing();
    void stopEndsBeforeTheEnd();
    void returnedMailIsARealReport();
    void addressesCannotSpeakSmtp();

private:
    static QByteArray mail(const QByteArray &id)
    {
        return "From: support@virt.example\r\nTo: pat@virt.example\r\nSubject: dots\r\nMessage-ID: <" + id +
               ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
               ".NET 8\r\n.\r\n..two\r\nFrom here on\r\nMAIL FROM:<x>\r\nthe end\r\n";
    }
    SmtpLetter letter(const QStringList &to = {QStringLiteral("pat@virt.example")}) const
    {
        return {QStringLiteral("support@virt.example"), to, 1, mail("m1@virt.example")};
    }
    static Result<> noted() { return {}; }

    std::unique_ptr<MailServer> m_server;
};

void TestSmtp::initTestCase()
{
    if (const QString missing = MailServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    auto server = MailServer::start();
    VERIFY_RESULT(server);
    m_server = std::move(*server);
}

void TestSmtp::mailArrivesAsItIs_data()
{
    QTest::addColumn<MailTls>("tls");
    QTest::addColumn<MailAuth>("auth");
    QTest::newRow("STARTTLS, password") << MailTls::StartTls << MailAuth::Password;
    QTest::newRow("TLS, password") << MailTls::Implicit << MailAuth::Password;
    QTest::newRow("TLS, token") << MailTls::Implicit << MailAuth::OAuth;
}

void TestSmtp::mailArrivesAsItIs()
{
    QFETCH(MailTls, tls);
    QFETCH(MailAuth, auth);
    MailAccount account = m_server->account(tls);
    account.auth = auth;
    const SmtpSender sender(account,
                            auth == MailAuth::OAuth ? QStringLiteral("token") : QStringLiteral("secret"));
    int notes = 0;

    const SmtpOutcome outcome = sender.send(
        letter(),
        [&]() -> Result<> {
            ++notes;
            return {};
        },
        RunControl());

    QVERIFY2(outcome.fate == SmtpFate::Accepted, qPrintable(outcome.words));
    QVERIFY2(outcome.words.contains(QStringLiteral("queued as")), qPrintable(outcome.words));
    QCOMPARE(notes, 1);
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 1), 1);
    const QByteArray arrived = m_server->mails(QStringLiteral("pat")).first();
    QVERIFY2(arrived.contains("\n.NET 8\n.\n..two\nFrom here on\nMAIL FROM:<x>\nthe end\n"),
             arrived.constData());
    QVERIFY(arrived.contains("<m1@virt.example>"));
    QVERIFY(arrived.contains("with ESMTPSA"));
}

void TestSmtp::signInIsRefusedInWords_data()
{
    QTest::addColumn<MailAuth>("auth");
    QTest::newRow("password") << MailAuth::Password;
    QTest::newRow("token") << MailAuth::OAuth;
}

void TestSmtp::signInIsRefusedInWords()
{
    QFETCH(MailAuth, auth);
    MailAccount account = m_server->account();
    account.auth = auth;

    const SmtpOutcome outcome =
        SmtpSender(account, QStringLiteral("wrong")).send(letter(), noted, RunControl());

    QCOMPARE(outcome.fate, SmtpFate::AccountFault);
    QVERIFY2(outcome.words.contains(QStringLiteral("refuses the sign-in of support")),
             qPrintable(outcome.words));
    QVERIFY(!outcome.words.contains(QStringLiteral("wrong")));
    const auto tried = SmtpSender(m_server->account(), QStringLiteral("secret")).trySignIn(RunControl());
    QVERIFY2(tried.fate == SmtpFate::Accepted, qPrintable(tried.words));
}

void TestSmtp::foreignCertificateSendsNothing()
{
    for (const MailTls tls : {MailTls::StartTls, MailTls::Implicit}) {
        MailAccount account = m_server->account(tls);
        account.certificate.clear(); // the system does not know it

        const SmtpOutcome outcome =
            SmtpSender(account, QStringLiteral("secret")).send(letter(), noted, RunControl());

        QCOMPARE(outcome.fate, SmtpFate::AccountFault);
        QVERIFY2(outcome.words.contains(QStringLiteral("certificate")), qPrintable(outcome.words));
    }
}

void TestSmtp::plainServerIsNotTakenForTls()
{
    if (!FaultyServer::isInstalled())
        QSKIP("not installed: aiosmtpd (python3-aiosmtpd)");
    const FaultyServer server(QStringLiteral("ok"));
    QVERIFY(server.isUp());
    MailAccount account = m_server->account();
    account.smtp = server.endpoint();
    account.smtp.tls = MailTls::StartTls;

    const SmtpOutcome outcome =
        SmtpSender(account, QStringLiteral("secret")).send(letter(), noted, RunControl());

    QCOMPARE(outcome.fate, SmtpFate::AccountFault);
    QVERIFY2(outcome.words.contains(QStringLiteral("does not offer TLS")), qPrintable(outcome.words));
    QCOMPARE(server.kept(), 0);
}

void TestSmtp::recipientsAreRefusedByName()
{
    const SmtpOutcome outcome =
        SmtpSender(m_server->account(), QStringLiteral("secret"))
            .send(letter({QStringLiteral("nobody@virt.example")}), noted, RunControl());

    QCOMPARE(outcome.fate, SmtpFate::Refused);
    QVERIFY2(
        outcome.words.contains(QStringLiteral("nobody@virt.example was refused: there is no such mailbox")),
        qPrintable(outcome.words));
}

void TestSmtp::oneRefusedCopyStopsNothing()
{
    const SmtpOutcome outcome =
        SmtpSender(m_server->account(), QStringLiteral("secret"))
            .send(letter({QStringLiteral("pat@virt.example"), QStringLiteral("nobody@virt.example")}), noted,
                  RunControl());

    QVERIFY2(outcome.fate == SmtpFate::Accepted, qPrintable(outcome.words));
    QCOMPARE(outcome.refused.size(), 1);
    QVERIFY(outcome.refused[0].startsWith(QStringLiteral("nobody@virt.example was refused")));
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 1), 1);

    // Refused where it is written to: the copy alone is not sent.
    const SmtpOutcome other =
        SmtpSender(m_server->account(), QStringLiteral("secret"))
            .send(letter({QStringLiteral("nobody@virt.example"), QStringLiteral("pat@virt.example")}), noted,
                  RunControl());
    QCOMPARE(other.fate, SmtpFate::Refused);
}

void TestSmtp::putOffIsNoRefusal()
{
    const SmtpOutcome outcome =
        SmtpSender(m_server->account(), QStringLiteral("secret"))
            .send(letter({QStringLiteral("later@virt.example")}), noted, RunControl());

    QCOMPARE(outcome.fate, SmtpFate::Delayed);
    QVERIFY2(outcome.words.contains(QStringLiteral("come back later")), qPrintable(outcome.words));
}

void TestSmtp::answersAfterTheEndAreOutcomes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<SmtpFate>("fate");
    QTest::addColumn<int>("kept");
    QTest::newRow("kept") << QStringLiteral("ok") << SmtpFate::Accepted << 1;
    QTest::newRow("cut, and it has the mail") << QStringLiteral("cut-kept") << SmtpFate::Unknown << 1;
    QTest::newRow("cut, and it has not") << QStringLiteral("cut-lost") << SmtpFate::Unknown << 0;
    QTest::newRow("put off") << QStringLiteral("later") << SmtpFate::Delayed << 0;
    QTest::newRow("refused") << QStringLiteral("never") << SmtpFate::Refused << 0;
    QTest::newRow("recipient put off") << QStringLiteral("later-rcpt") << SmtpFate::Delayed << 0;
    QTest::newRow("recipient refused") << QStringLiteral("never-rcpt") << SmtpFate::Refused << 0;
}

void TestSmtp::answersAfterTheEndAreOutcomes()
{
    if (!FaultyServer::isInstalled())
        QSKIP("not installed: aiosmtpd (python3-aiosmtpd)");
    QFETCH(QString, kind);
    QFETCH(SmtpFate, fate);
    QFETCH(int, kept);
    const FaultyServer server(kind);
    QVERIFY(server.isUp());
    MailAccount account = m_server->account();
    account.smtp = server.endpoint();

    const SmtpOutcome outcome = SmtpSender(account, QString()).send(letter(), noted, RunControl());

    QVERIFY2(outcome.fate == fate, qPrintable(outcome.words));
    QVERIFY(!outcome.words.isEmpty());
    QCOMPARE(server.kept(), kept);
}

void TestSmtp::nothingListensIsADelay()
{
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    MailAccount account = m_server->account();
    account.smtp.port = probe.serverPort();
    probe.close();

    const SmtpOutcome outcome =
        SmtpSender(account, QStringLiteral("secret")).send(letter(), noted, RunControl());

    QCOMPARE(outcome.fate, SmtpFate::Delayed);
    QVERIFY2(outcome.words.contains(QStringLiteral("nothing listens there")), qPrintable(outcome.words));
}

void TestSmtp::failedNoteSendsNothing()
{
    const SmtpOutcome outcome =
        SmtpSender(m_server->account(), QStringLiteral("secret"))
            .send(
                letter(),
                [] {
                    return Result<>(Error{ErrorKind::StorageFull, QStringLiteral("full")});
                },
                RunControl());

    QCOMPARE(outcome.fate, SmtpFate::Ended);
    // What would have come has come before this one.
    QCOMPARE(
        SmtpSender(m_server->account(), QStringLiteral("secret")).send(letter(), noted, RunControl()).fate,
        SmtpFate::Accepted);
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 1), 1);
}

void TestSmtp::stopEndsBeforeTheEnd()
{
    std::stop_source stop;
    stop.request_stop();
    const SmtpOutcome outcome = SmtpSender(m_server->account(), QStringLiteral("secret"))
                                    .send(letter(), noted, RunControl(stop.get_token()));
    QCOMPARE(outcome.fate, SmtpFate::Ended);
}

void TestSmtp::returnedMailIsARealReport()
{
    m_server->removeMails(QStringLiteral("support"));
    const SmtpOutcome outcome = SmtpSender(m_server->account(), QStringLiteral("secret"))
                                    .send(letter({QStringLiteral("ada@gone.example")}), noted, RunControl());
    QVERIFY2(outcome.fate == SmtpFate::Accepted, qPrintable(outcome.words));

    QCOMPARE(m_server->waitForMails(QStringLiteral("support"), 1), 1);
    const auto report = readDeliveryReport(m_server->mails(QStringLiteral("support")).first());
    QVERIFY(report.has_value());
    QCOMPARE(report->messageId, QStringLiteral("m1@virt.example"));
    QCOMPARE(report->fate(), DeliveryFate::Failed);
    QVERIFY2(report->words().contains(QStringLiteral("It did not reach ada@gone.example")),
             qPrintable(report->words()));
    QVERIFY(parseMail(m_server->mails(QStringLiteral("support")).first()).isAutomatic);
}

void TestSmtp::addressesCannotSpeakSmtp()
{
    for (const char *bad : {"pat@virt.example>\r\nRCPT TO:<eve@virt.example", "pat@virt.example\n.", ""}) {
        const SmtpOutcome outcome = SmtpSender(m_server->account(), QStringLiteral("secret"))
                                        .send(letter({QString::fromLatin1(bad)}), noted, RunControl());
        QCOMPARE(outcome.fate, SmtpFate::Refused);
    }
}

QTEST_GUILESS_MAIN(TestSmtp)

#include "tst_smtp.moc"
