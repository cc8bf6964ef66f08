// The desk with its engine, sending by the mailboxes of its workspace at a real mail server.

#include "app/DeskWorker.h"
#include "channels/MailParser.h"
#include "MailServer.h"
#include "store/SqliteMailboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"
#include "support/TestSupport.h"

#include <QTcpServer>

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestDeskMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void init();
    void cleanup();
    void workerSendsByTheMailboxThatAConversationCameBy();
    void deafServerDelaysNoOther();
    void removedMailboxIsSaid();
    void heldBackDeskSendsNothing();
    void reportIsTakenAndNotAnswered();

private:
    OutboxId queue(const QString &account, const QString &key,
                   const QString &to = QStringLiteral("pat@virt.example"));
    OutboxItem item(OutboxId id) const { return **m_workspace->outbox().get(id); }
    void save(const MailAccount &account) const
    {
        VERIFY_RESULT(SqliteMailboxRepository(m_workspace->database(), m_workspace->clock())
                          .save(account, QStringLiteral("test")));
    }

    std::unique_ptr<MailServer> m_server;
    std::shared_ptr<EngineAssets> m_assets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void TestDeskMail::initTestCase()
{
    if (const QString missing = MailServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    qputenv("HELMDESK_KEY_SUPPORT", "secret");
    qputenv("HELMDESK_KEY_DEAF", "secret");
    auto server = MailServer::start();
    VERIFY_RESULT(server);
    m_server = std::move(*server);
    auto assets = EngineAssets::load();
    VERIFY_RESULT(assets);
    m_assets = *assets;
}

void TestDeskMail::init()
{
    m_server->removeMails(QStringLiteral("pat"));
    m_server->removeMails(QStringLiteral("support"));
    m_folder = std::make_unique<QTemporaryDir>();
    auto workspace = Workspace::open(m_folder->filePath(QStringLiteral("workspace")));
    VERIFY_RESULT(workspace);
    m_workspace = std::move(*workspace);
    VERIFY_RESULT(m_workspace->loadEngine(m_assets));
}

void TestDeskMail::cleanup()
{
    m_workspace.reset();
}

// A question that came by the account, and a person's reply to it.
OutboxId TestDeskMail::queue(const QString &account, const QString &key, const QString &to)
{
    const QByteArray mail =
        "From: Pat Reed <pat@virt.example>\r\nTo: support@virt.example\r\nSubject: It fails\r\n"
        "Message-ID: <" +
        key.toUtf8() + "@virt.example>\r\n\r\nIt fails.\r\n";
    const IncomingMessage read = parseMail(mail);
    ConversationOpening opening;
    opening.channel = ChannelKind::Mail;
    opening.key = read.conversationKey;
    opening.senderAddress = read.senderAddress;
    opening.subject = read.subject;
    opening.at = m_workspace->clock().now();
    const auto conversation = m_workspace->conversations().findOrCreate(opening);
    if (!conversation)
        qFatal("no conversation");
    Message message;
    message.conversation = conversation->id;
    message.text = message.fullText = read.text;
    message.externalId = read.externalId;
    message.at = opening.at;
    const auto appended = m_workspace->conversations().append(message);
    if (!appended || !SqliteOutgoingMailRepository(m_workspace->database())
                          .keepHead(appended->id, account, readReplyHead(mail)))
        qFatal("no message");
    NewOutboxItem reply;
    reply.key = key;
    reply.conversation = conversation->id;
    reply.inReplyTo = appended->id;
    reply.channel = ChannelKind::Mail;
    reply.recipient = to;
    reply.subject = read.subject;
    reply.body = QStringLiteral("Please start it again.");
    reply.approvedBy = QStringLiteral("Robin");
    reply.createdAt = opening.at;
    const auto id = m_workspace->outbox().enqueue(reply);
    if (!id)
        qFatal("no reply");
    return *id;
}

void TestDeskMail::workerSendsByTheMailboxThatAConversationCameBy()
{
    save(m_server->account());
    const OutboxId id = queue(QStringLiteral("support"), QStringLiteral("r1"));
    DeskWorkerOptions options;
    options.withHttp = options.withInboxFolder = false;
    DeskWorker worker(*m_workspace, options);
    worker.start();

    QTRY_COMPARE_WITH_TIMEOUT(item(id).state, OutboxState::Sent, 20000);
    worker.stop();

    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 1), 1);
    QCOMPARE(parseMail(m_server->mails(QStringLiteral("pat")).first()).externalId, item(id).externalId);
    // Nothing of it is left for another program to send.
    QVERIFY(QDir(m_folder->filePath(QStringLiteral("workspace/outbox"))).isEmpty());
}

void TestDeskMail::deafServerDelaysNoOther()
{
    QTcpServer deaf; // takes connections and never says a word
    QVERIFY(deaf.listen(QHostAddress::LocalHost));
    MailAccount account = m_server->account();
    account.name = QStringLiteral("deaf");
    account.smtp.port = deaf.serverPort();
    save(account);
    save(m_server->account());
    const OutboxId stuck = queue(QStringLiteral("deaf"), QStringLiteral("r1"));
    const OutboxId other = queue(QStringLiteral("support"), QStringLiteral("r2"));
    std::stop_source stop;
    MailOutbound outbound(*m_workspace, stop.get_token());

    outbound.work();

    QTRY_COMPARE_WITH_TIMEOUT(item(other).state, OutboxState::Sent, 20000);
    QCOMPARE(item(stuck).state, OutboxState::Sending);
    stop.request_stop();
    outbound.waitForDone();
    // The next start goes on with it.
    QCOMPARE(item(stuck).state, OutboxState::Sending);
    MailOutbound next(*m_workspace, std::stop_token());
    account.smtp = m_server->account().smtp;
    save(account);
    next.work();
    next.waitForDone();
    QCOMPARE(item(stuck).state, OutboxState::Sent);
}

void TestDeskMail::removedMailboxIsSaid()
{
    const OutboxId id = queue(QStringLiteral("gone"), QStringLiteral("r1"));
    MailOutbound outbound(*m_workspace, std::stop_token());

    outbound.work();
    outbound.waitForDone();

    QCOMPARE(item(id).state, OutboxState::Failed);
    QCOMPARE(item(id).failure, QStringLiteral("the mailbox gone is no longer set up"));
}

void TestDeskMail::heldBackDeskSendsNothing()
{
    MailAccount account = m_server->account();
    account.isPaused = true;
    save(account);
    const OutboxId id = queue(QStringLiteral("support"), QStringLiteral("r1"));
    MailOutbound outbound(*m_workspace, std::stop_token());

    outbound.work();
    outbound.waitForDone();
    QCOMPARE(item(id).state, OutboxState::Queued);

    account.isPaused = false;
    save(account);
    outbound.work();
    outbound.waitForDone();
    QCOMPARE(item(id).state, OutboxState::Sent);
}

void TestDeskMail::reportIsTakenAndNotAnswered()
{
    save(m_server->account());
    const OutboxId id =
        queue(QStringLiteral("support"), QStringLiteral("r1"), QStringLiteral("ada@gone.example"));
    MailOutbound outbound(*m_workspace, std::stop_token());
    outbound.work();
    outbound.waitForDone();
    QCOMPARE(item(id).state, OutboxState::Sent);
    QCOMPARE(m_server->waitForMails(QStringLiteral("support"), 1), 1);

    const auto taken = outbound.takeReport(m_server->mails(QStringLiteral("support")).first());

    QCOMPARE(*taken, true);
    QCOMPARE(item(id).state, OutboxState::Failed);
    QCOMPARE(*outbound.takeReport("From: pat@virt.example\r\nSubject: x\r\n\r\nHello\r\n"), false);
}

QTEST_GUILESS_MAIN(TestDeskMail)

#include "tst_deskmail.moc"
