#include "Dovecot.h"
#include "mailbox/FolderName.h"
#include "mailbox/ImapSession.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestImapSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (Dovecot::program().isEmpty())
            QSKIP("dovecot is not installed");
        auto started = Dovecot::start(Dovecot::Tls::Offered);
        VERIFY_RESULT(started);
        m_server = std::move(*started);
    }

    void eachStepOfSigningInIsTold()
    {
        MailAccount account = m_server->account(MailTls::StartTls);
        account.certificate = m_server->certificate();
        QStringList steps;

        const auto session = ImapSession::open(account, m_server->password(), RunControl(),
                                               [&](const QString &step, const QString &) { steps << step; });

        VERIFY_RESULT(session);
        QCOMPARE(steps.join(u' '), QStringLiteral("name connected tls signed-in"));
        QVERIFY((*session)->hasIdle());
    }

    void aCertificateThatNobodyVouchesForIsRefused()
    {
        const auto session =
            ImapSession::open(m_server->account(MailTls::Implicit), m_server->password(), RunControl());

        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Denied);
        QVERIFY2(session.error().detail.contains(m_server->certificate()),
                 qPrintable(session.error().detail));
    }

    void onlyTheCertificateThatWasAgreedOnServes()
    {
        MailAccount account = m_server->account(MailTls::Implicit);
        account.certificate = m_server->certificate();
        VERIFY_RESULT(ImapSession::open(account, m_server->password(), RunControl()));

        account.certificate = QString(64, u'0');
        const auto other = ImapSession::open(account, m_server->password(), RunControl());

        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::Denied);
    }

    void aWrongPasswordIsARefusal()
    {
        const auto session =
            ImapSession::open(m_server->account(), QStringLiteral("something else"), RunControl());

        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Denied);
        QVERIFY(!session.error().detail.contains(QStringLiteral("something else")));
    }

    void nothingThatListensIsTold()
    {
        MailAccount account = m_server->account();
        account.imap.port = 1;

        const auto session = ImapSession::open(account, QStringLiteral("x"), RunControl());

        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Unavailable);
        QVERIFY2(session.error().detail.contains(QStringLiteral("refuses the connection")),
                 qPrintable(session.error().detail));
    }

    void aStopEndsTheWaiting()
    {
        std::stop_source stop;
        auto session =
            ImapSession::open(m_server->account(), m_server->password(), RunControl(stop.get_token()));
        VERIFY_RESULT(session);
        VERIFY_RESULT((*session)->select(QStringLiteral("INBOX"), FolderAccess::ReadOnly));
        stop.request_stop();

        const auto woken = (*session)->idle(std::chrono::minutes(5));

        QVERIFY(!woken);
        QCOMPARE(woken.error().kind, ErrorKind::Cancelled);
    }

    void foldersAreKnownByTheirUse()
    {
        auto session = ImapSession::open(m_server->account(), m_server->password(), RunControl());
        VERIFY_RESULT(session);

        const auto folders = (*session)->folders();

        VERIFY_RESULT(folders);
        QStringList used;
        for (const ServerFolder &folder : *folders)
            if (!folder.use.isEmpty())
                used << folder.name + u'=' + folder.use;
        used.sort();
        QCOMPARE(used.join(u' '), QStringLiteral("Drafts=drafts Sent=sent"));
        QCOMPARE((*session)->select(QStringLiteral("Nowhere"), FolderAccess::ReadOnly).error().kind,
                 ErrorKind::NotFound);
    }

    void anAppendedMailIsFoundByItsId()
    {
        auto session = ImapSession::open(m_server->account(), m_server->password(), RunControl());
        VERIFY_RESULT(session);
        const QByteArray mail = plainMail(7).replace("\n", "\r\n");

        VERIFY_RESULT((*session)->append(QStringLiteral("Sent"), mail, ImapSession::Appended::Seen));

        VERIFY_RESULT((*session)->select(QStringLiteral("Sent"), FolderAccess::ReadOnly));
        const auto found = (*session)->searchMessageId(QStringLiteral("<7@shop.example>"));
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), size_t{1});
        std::vector<MailContent> contents;
        VERIFY_RESULT((*session)->fetch(*found, 1 << 20, &contents));
        QCOMPARE(contents.size(), size_t{1});
        QCOMPARE(contents.front().bytes, mail);
        QVERIFY(!contents.front().isCut);
    }

    void namesOfFoldersAreWrittenAsImapDoes()
    {
        QCOMPARE(imapFolderName(QStringLiteral("Entw\u00fcrfe")), QByteArray("Entw&APw-rfe"));
        QCOMPARE(imapFolderName(QStringLiteral("A&B")), QByteArray("A&-B"));
        QCOMPARE(folderNameOf("Entw&APw-rfe"), QStringLiteral("Entw\u00fcrfe"));
        QVERIFY(!folderNameOf("&AP"));
    }

private:
    std::unique_ptr<Dovecot> m_server;
};

QTEST_GUILESS_MAIN(TestImapSession)
#include "tst_imapsession.moc"
