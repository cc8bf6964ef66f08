// The outbox and a mailbox at a real postfix and dovecot: replies sent once whatever dies when, copies,
// drafts.

#include "channels/MailParser.h"
#include "core/Instants.h"
#include "FaultyServer.h"
#include "mailbox/ReplyDrafts.h"
#include "mailbox/ReturnedMails.h"
#include "MailServer.h"
#include "store/SqliteBegunReplyRepository.h"
#include "store/SqliteDraftRepository.h"
#include "store/SqliteNotificationRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"
#include "store/SqliteUnitOfWork.h"
#include "store/StoreTestSupport.h"

#include <QRandomGenerator>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

const QString draftsFolder = QStringLiteral("Entw&APw-rfe");

// A store and what sends from it by the mailbox "support".
struct Desk {
    explicit Desk(const QString &path = {}, const MailAccount &used = {})
        : store(path)
        , conversations(*store.database)
        , outbox(*store.database, QStringLiteral("support"))
        , others(*store.database)
        , mails(*store.database)
        , drafts(*store.database)
        , notifications(*store.database)
        , unitOfWork(*store.database)
    {
        use(used);
    }

    void use(const MailAccount &changed)
    {
        account = changed;
        openFolders = [this](const MailAccount &of, const RunControl &control) {
            return openFoldersByImap(of, secret, control);
        };
        channel = std::make_unique<MailboxChannel>(
            account,
            MailboxChannel::Surroundings{conversations, mails, clock,
                                         [this](const MailAccount &) -> Result<QString> { return secret; },
                                         openFolders, [] { return RunControl(); },
                                         [this](ConversationId, const QString &words) { told.append(words); },
                                         [this](OutboxId id) { return outbox.files(id); }});
        sender = std::make_unique<OutboxSender>(outbox, conversations, unitOfWork, clock,
                                                std::vector<OutboundChannel *>{channel.get()});
        replyDrafts =
            std::make_unique<ReplyDrafts>(account, ReplyDraftParts{conversations, drafts, outbox, mails,
                                                                   unitOfWork, clock, *channel, openFolders});
    }

    // A mail that came in by the mailbox.
    Message arrive(const QByteArray &id = "question@virt.example",
                   const QString &from = QStringLiteral("pat"))
    {
        const QByteArray mail =
            "From: Pat Reed <" + from.toUtf8() +
            "@virt.example>\r\nTo: support@virt.example\r\nSubject: Re: It fails\r\nMessage-ID: <" + id +
            ">\r\nReferences: <first@virt.example>\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n"
            "\r\nIt fails.\r\n";
        const IncomingMessage read = parseMail(mail);
        ConversationOpening opening;
        opening.channel = ChannelKind::Mail;
        opening.key = QString::fromLatin1(id);
        opening.senderAddress = read.senderAddress;
        opening.senderName = read.senderName;
        opening.subject = read.subject;
        opening.at = clock.now();
        Message message;
        message.conversation = made(conversations.findOrCreate(opening)).id;
        message.author = Author::Customer;
        message.text = message.fullText = read.text;
        message.externalId = read.externalId;
        message.at = clock.now();
        message.id = made(conversations.append(message)).id;
        if (!mails.keepHead(message.id, QStringLiteral("support"), readReplyHead(mail)))
            qFatal("the head was not kept");
        return message;
    }

    OutboxId queue(const Message &answered, const QString &key = QStringLiteral("r1"),
                   const QString &to = QStringLiteral("pat@virt.example"))
    {
        NewOutboxItem reply;
        reply.key = key;
        reply.conversation = answered.conversation;
        reply.inReplyTo = answered.id;
        reply.channel = ChannelKind::Mail;
        reply.recipient = to;
        reply.subject = QStringLiteral("It fails");
        reply.body = QStringLiteral("Please start it again. (") + key + u')';
        reply.approvedBy = QStringLiteral("Robin");
        reply.createdAt = clock.now();
        reply.takesBegun = true;
        return made(outbox.enqueue(reply));
    }

    OutboxItem item(OutboxId id) const { return *made(outbox.get(id)); }

    template <class T>
    static T made(Result<T> result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().detail));
        return std::move(*result);
    }

    TemporaryStore store;
    FixedClock clock{at(0)};
    SqliteConversationRepository conversations;
    SqliteOutboxRepository outbox;
    SqliteOutboxRepository others; // what leaves by no mailbox
    SqliteOutgoingMailRepository mails;
    SqliteDraftRepository drafts;
    SqliteNotificationRepository notifications;
    SqliteUnitOfWork unitOfWork;
    QString secret = QStringLiteral("secret");
    MailAccount account;
    OpenFolders openFolders;
    QStringList told;
    std::unique_ptr<MailboxChannel> channel;
    std::unique_ptr<OutboxSender> sender;
    std::unique_ptr<ReplyDrafts> replyDrafts;
};

} // namespace

class TestOutgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void init();
    void replyReachesTheCustomerOnceWithItsCopy();
    void filesAndBlindCopiesGoWithTheReply();
    void onlyTheMailboxsOwnRepliesAreItsOwn();
    void refusedReplyFailsInWords();
    void nothingGoesOutAloneToMachines();
    void delayedReplyWaitsAndGoesOut();
    void refusedSignInHoldsEverythingBack();
    void cutConnectionIsUnknownUntilAPersonDecides();
    void cutConnectionIsFoundInTheSentFolder();
    void serverThatSavesItselfIsBelieved();
    void unreachableSentFolderDecidesNothing();
    void killedDeskSendsNothingTwice_data();
    void killedDeskSendsNothingTwice();
    void killedAtAnyTimeNothingIsDoubledOrLost();
    void bounceFindsItsReply();
    void draftsOnlySendsNothing();
    void draftsFolderFollowsTheDesk();
    void replySentByAColleagueIsHis();

private:
    void restart(Desk &desk) const;

    std::unique_ptr<MailServer> m_server;
};

void TestOutgoing::initTestCase()
{
    if (const QString missing = MailServer::missing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    auto server = MailServer::start();
    VERIFY_RESULT(server);
    m_server = std::move(*server);
}

void TestOutgoing::init()
{
    for (const QString &person : {QStringLiteral("pat"), QStringLiteral("support")})
        for (const QString &folder : {QString(), QStringLiteral("Sent"), draftsFolder})
            m_server->removeMails(person, folder);
}

// What the next start of the desk does.
void TestOutgoing::restart(Desk &desk) const
{
    VERIFY_RESULT(desk.sender->recover());
    VERIFY_RESULT(desk.sender->sendDue());
    VERIFY_RESULT(desk.sender->clearUpUnknown());
    VERIFY_RESULT(desk.sender->sendDue());
}

void TestOutgoing::replyReachesTheCustomerOnceWithItsCopy()
{
    Desk desk({}, m_server->account());
    const Message question = desk.arrive();
    const OutboxId id = desk.queue(question);

    QCOMPARE(*desk.sender->sendDue(), 1);

    QVERIFY2(desk.item(id).state == OutboxState::Sent, qPrintable(desk.item(id).failure));
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 1), 1);
    QByteArray arrived = m_server->mails(QStringLiteral("pat")).first();
    const IncomingMessage read = parseMail(arrived);
    QCOMPARE(read.externalId, desk.item(id).externalId);
    QCOMPARE(read.inReplyTo, QStringLiteral("question@virt.example"));
    QCOMPARE(read.references,
             QStringList({QStringLiteral("first@virt.example"), QStringLiteral("question@virt.example")}));
    QCOMPARE(read.subject, QStringLiteral("Re: It fails"));
    QCOMPARE(read.senderAddress, QStringLiteral("support@virt.example"));
    QVERIFY(read.fullText.contains(QStringLiteral("> It fails.")));
    QVERIFY(!read.isAutomatic);
    QCOMPARE(m_server->mails(QStringLiteral("support"), QStringLiteral("Sent")).size(), 1);
    QCOMPARE(parseMail(m_server->mails(QStringLiteral("support"), QStringLiteral("Sent")).first()).externalId,
             read.externalId);

    // The customer's answer is known by our id.
    QCOMPARE(desk.conversations.findByExternalId(ChannelKind::Mail, read.externalId)->at(0).id,
             question.conversation);
    restart(desk);
    QCOMPARE(m_server->mails(QStringLiteral("support"), QStringLiteral("Sent")).size(), 1);
}

void TestOutgoing::filesAndBlindCopiesGoWithTheReply()
{
    Desk desk({}, m_server->account());
    const Message question = desk.arrive();
    SqliteBegunReplyRepository begun(*desk.store.database);
    QByteArray odd; // more than one of the lines and blocks that anything on the way cuts by
    for (int i = 0; i < 2'000'000; ++i)
        odd.append(static_cast<char>(i * 31 + i / 251));
    const QString name = QStringLiteral("Übersicht – Größen 2026 (endgültig), Blatt \"eins\".bin");
    VERIFY_RESULT(begun.attach(question.conversation,
                               {name, QStringLiteral("application/octet-stream"), odd.size(), true, odd},
                               desk.clock.now()));
    VERIFY_RESULT(
        begun.attach(question.conversation,
                     {QStringLiteral("dots.txt"), QStringLiteral("text/plain"), 9, true, ".\n..\n.a\n."},
                     desk.clock.now()));
    VERIFY_RESULT(
        begun.keepCopies(question.conversation, {QStringList(), {QStringLiteral("nobody@virt.example")}}));
    const OutboxId id = desk.queue(question);

    QCOMPARE(*desk.sender->sendDue(), 1);

    QVERIFY2(desk.item(id).state == OutboxState::Sent, qPrintable(desk.item(id).failure));
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 1), 1);
    const QByteArray arrived = m_server->mails(QStringLiteral("pat")).first();
    const IncomingMessage read = parseMail(arrived);
    QCOMPARE(read.attachments.size(), 2);
    QCOMPARE(read.attachments[0].name, name);
    QCOMPARE(read.attachments[0].content, odd);
    QCOMPARE(read.attachments[1].content, QByteArray(".\n..\n.a\n."));
    QVERIFY(read.text.contains(QStringLiteral("Please start it again.")));
    // The blind copy was asked for at the server, which knows nobody of that name; the mail tells nothing of
    // it.
    QCOMPARE(desk.told.size(), 1);
    QVERIFY2(desk.told.first().contains(QStringLiteral("nobody@virt.example")),
             qPrintable(desk.told.first()));
    QVERIFY(!arrived.contains("nobody@"));
    const QList<QByteArray> copies = m_server->mails(QStringLiteral("support"), QStringLiteral("Sent"));
    QCOMPARE(copies.size(), 1);
    QCOMPARE(parseMail(copies.first()).attachments.value(0).content, odd);
    const auto thread = desk.conversations.history(question.conversation);
    QCOMPARE(thread->back().attachments.size(), 2);
    QCOMPARE(*desk.conversations.attachment(thread->back().id, 0), std::optional(odd));
}

void TestOutgoing::onlyTheMailboxsOwnRepliesAreItsOwn()
{
    Desk desk({}, m_server->account());
    const Message question = desk.arrive();
    const OutboxId ours = desk.queue(question);
    NewOutboxItem chat;
    chat.key = QStringLiteral("chat");
    chat.body = QStringLiteral("Hello");
    chat.createdAt = desk.clock.now();
    const OutboxId other = *desk.outbox.enqueue(chat);

    const auto claimed = desk.others.claimDue(desk.clock.now(), 10);
    VERIFY_RESULT(claimed);
    QCOMPARE(claimed->size(), size_t(1));
    QCOMPARE(claimed->at(0).id, other);
    QCOMPARE(*desk.mails.accountsWithWork(), QStringList{QStringLiteral("support")});
    VERIFY_RESULT(desk.others.recoverInterrupted());
    QCOMPARE(desk.item(ours).state, OutboxState::Queued);
    QCOMPARE(*desk.sender->sendDue(), 1);
    QVERIFY(desk.mails.accountsWithWork()->isEmpty());
}

void TestOutgoing::refusedReplyFailsInWords()
{
    Desk desk({}, m_server->account());
    const OutboxId id = desk.queue(desk.arrive("q", QStringLiteral("nobody")), QStringLiteral("r1"),
                                   QStringLiteral("nobody@virt.example"));

    VERIFY_RESULT(desk.sender->sendDue());

    QCOMPARE(desk.item(id).state, OutboxState::Failed);
    QVERIFY2(desk.item(id).failure.contains(QStringLiteral("there is no such mailbox")),
             qPrintable(desk.item(id).failure));
    QVERIFY(m_server->mails(QStringLiteral("support"), QStringLiteral("Sent")).isEmpty());
}

void TestOutgoing::nothingGoesOutAloneToMachines()
{
    Desk desk({}, m_server->account());
    int number = 0;
    for (const char *machine :
         {"MAILER-DAEMON@virt.example", "no-reply@virt.example", "Support@virt.example"}) {
        NewOutboxItem reply;
        reply.key = QString::number(++number);
        reply.conversation = desk.arrive(QByteArray::number(number) + "@virt.example").conversation;
        reply.channel = ChannelKind::Mail;
        reply.recipient = QString::fromLatin1(machine);
        reply.body = QStringLiteral("Hello");
        reply.createdAt = desk.clock.now();
        const OutboxId id = *desk.outbox.enqueue(reply);

        VERIFY_RESULT(desk.sender->sendDue());

        QCOMPARE(desk.item(id).state, OutboxState::Failed);
        QVERIFY2(desk.item(id).failure.startsWith(QStringLiteral("no answer goes out alone")),
                 qPrintable(desk.item(id).failure));
    }
    QVERIFY(m_server->mails(QStringLiteral("support")).isEmpty());
}

void TestOutgoing::delayedReplyWaitsAndGoesOut()
{
    if (!FaultyServer::isInstalled())
        QSKIP("not installed: aiosmtpd (python3-aiosmtpd)");
    const FaultyServer server(QStringLiteral("later,later-rcpt,ok"));
    QVERIFY(server.isUp());
    Desk desk({}, m_server->account());
    MailAccount account = m_server->account();
    account.smtp = server.endpoint();
    desk.secret.clear();
    desk.use(account);
    const OutboxId id = desk.queue(desk.arrive());

    for (const int minutes : {0, 1, 6}) { // the pauses are 1 and 5 minutes
        desk.clock.set(at(minutes));
        VERIFY_RESULT(desk.sender->sendDue());
        QCOMPARE(desk.item(id).state, minutes == 6 ? OutboxState::Sent : OutboxState::Queued);
        VERIFY_RESULT(desk.sender->sendDue()); // not before its time
    }

    QCOMPARE(server.kept(), 1);
}

void TestOutgoing::refusedSignInHoldsEverythingBack()
{
    Desk desk({}, m_server->account());
    desk.secret = QStringLiteral("old");
    const Message question = desk.arrive();
    const OutboxId first = desk.queue(question);
    const OutboxId second = desk.queue(question, QStringLiteral("r2"));

    VERIFY_RESULT(desk.sender->sendDue());
    for (const OutboxId id : {first, second}) {
        QCOMPARE(desk.item(id).state, OutboxState::Queued);
        QCOMPARE(desk.item(id).attempts, 0);
        QVERIFY2(desk.item(id).failure.contains(QStringLiteral("refuses the sign-in")),
                 qPrintable(desk.item(id).failure));
    }

    desk.secret = QStringLiteral("secret");
    desk.clock.set(at(2));
    VERIFY_RESULT(desk.sender->sendDue());
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), 2), 2);
    QCOMPARE(desk.item(second).state, OutboxState::Sent);
}

void TestOutgoing::cutConnectionIsUnknownUntilAPersonDecides()
{
    if (!FaultyServer::isInstalled())
        QSKIP("not installed: aiosmtpd (python3-aiosmtpd)");
    const FaultyServer server(QStringLiteral("cut-lost,ok"));
    QVERIFY(server.isUp());
    Desk desk({}, m_server->account());
    MailAccount account = m_server->account();
    account.smtp = server.endpoint();
    desk.use(account);
    desk.account.user = QStringLiteral("support");
    const OutboxId id = desk.queue(desk.arrive());
    // The server without sign-in takes no password; the folders need it.
    desk.channel = std::make_unique<MailboxChannel>(
        account,
        MailboxChannel::Surroundings{desk.conversations, desk.mails, desk.clock,
                                     [](const MailAccount &) -> Result<QString> { return QString(); },
                                     desk.openFolders, [] { return RunControl(); }});
    desk.sender = std::make_unique<OutboxSender>(desk.outbox, desk.conversations, desk.unitOfWork, desk.clock,
                                                 std::vector<OutboundChannel *>{desk.channel.get()});

    VERIFY_RESULT(desk.sender->sendDue());
    QCOMPARE(desk.item(id).state, OutboxState::Unknown);
    QVERIFY2(desk.item(id).failure.contains(QStringLiteral("before the server said")),
             qPrintable(desk.item(id).failure));
    for (int i = 0; i < 3; ++i)
        restart(desk);
    QCOMPARE(desk.item(id).state, OutboxState::Unknown);
    QCOMPARE(server.kept(), 0);

    VERIFY_RESULT(desk.outbox.requeue(id, QStringLiteral("Robin"), desk.clock.now()));
    VERIFY_RESULT(desk.sender->sendDue());
    QCOMPARE(desk.item(id).state, OutboxState::Sent);
    QCOMPARE(server.kept(), 1);
}

void TestOutgoing::cutConnectionIsFoundInTheSentFolder()
{
    Desk desk({}, m_server->account());
    const Message question = desk.arrive();
    const OutboxId id = desk.queue(question);
    const auto claimed = desk.outbox.claimDue(desk.clock.now(), 1);
    VERIFY_RESULT(claimed);
    const auto mail = desk.channel->compose(claimed->at(0));
    VERIFY_RESULT(mail);
    // A longer id, and one in other letters, are found by a server's search too, and are other mails.
    ReplyMail similar = *mail;
    similar.messageId = u'x' + mail->messageId;
    m_server->putMail(QStringLiteral("support"), QStringLiteral("Sent"), *writeReply(similar));
    similar.messageId = mail->messageId.toUpper();
    m_server->putMail(QStringLiteral("support"), QStringLiteral("Sent"), *writeReply(similar));
    VERIFY_RESULT(desk.mails.keepNote(
        {id, QStringLiteral("support"), mail->messageId, OutgoingStage::Ending, {}, desk.clock.now()}));
    const auto before = desk.channel->trace(claimed->at(0));
    VERIFY_RESULT(before);
    QCOMPARE(before->trace, Trace::Unknown);
    VERIFY_RESULT(desk.mails.keepNote(
        {id, QStringLiteral("support"), mail->messageId, OutgoingStage::Ending, {}, desk.clock.now()}));

    m_server->putMail(QStringLiteral("support"), QStringLiteral("Sent"), *writeReply(*mail));
    restart(desk);

    QCOMPARE(desk.item(id).state, OutboxState::Sent);
    QCOMPARE(desk.item(id).externalId, mail->messageId);
    QVERIFY(m_server->mails(QStringLiteral("pat")).isEmpty());
}

void TestOutgoing::serverThatSavesItselfIsBelieved()
{
    Desk desk({}, m_server->account());
    MailAccount account = m_server->account();
    account.smtp.host = QStringLiteral("smtp.gmail.com"); // asked about its folders alone
    desk.use(account);
    const OutboxId id = desk.queue(desk.arrive());
    VERIFY_RESULT(desk.outbox.claimDue(desk.clock.now(), 1));
    VERIFY_RESULT(desk.mails.keepNote({id,
                                       QStringLiteral("support"),
                                       QStringLiteral("1.x@virt.example"),
                                       OutgoingStage::Ending,
                                       {},
                                       at(0)}));

    desk.clock.set(at(1)); // its copy may still come
    QCOMPARE(desk.channel->trace(desk.item(id))->trace, Trace::Unknown);
    desk.clock.set(at(3));
    QCOMPARE(desk.channel->trace(desk.item(id))->trace, Trace::Nothing);
}

void TestOutgoing::unreachableSentFolderDecidesNothing()
{
    Desk desk({}, m_server->account());
    MailAccount account = m_server->account();
    account.imap.port = 1;
    desk.use(account);
    const OutboxId id = desk.queue(desk.arrive());
    VERIFY_RESULT(desk.outbox.claimDue(desk.clock.now(), 1));
    VERIFY_RESULT(desk.mails.keepNote({id,
                                       QStringLiteral("support"),
                                       QStringLiteral("1.x@virt.example"),
                                       OutgoingStage::Ending,
                                       {},
                                       at(0)}));

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be looked for")));
    QCOMPARE(desk.channel->trace(desk.item(id))->trace, Trace::Unknown);
    QCOMPARE((*desk.mails.note(id))->stage, OutgoingStage::Ending); // looked for again later
}

void TestOutgoing::killedDeskSendsNothingTwice_data()
{
    QTest::addColumn<QString>("instant");
    QTest::addColumn<OutboxState>("state"); // after the next start
    QTest::addColumn<int>("arrived");
    QTest::newRow("claimed") << QStringLiteral("reply_claimed") << OutboxState::Sent << 1;
    QTest::newRow("all but its end sent") << QStringLiteral("mail_ending") << OutboxState::Sent << 1;
    QTest::newRow("end noted, not sent") << QStringLiteral("mail_end_noted") << OutboxState::Unknown << 0;
    QTest::newRow("end sent") << QStringLiteral("mail_ended") << OutboxState::Unknown << 1;
    QTest::newRow("accepted") << QStringLiteral("mail_accepted") << OutboxState::Unknown << 1;
    QTest::newRow("copied") << QStringLiteral("mail_copied") << OutboxState::Sent << 1;
}

void TestOutgoing::killedDeskSendsNothingTwice()
{
    QFETCH(QString, instant);
    QFETCH(OutboxState, state);
    QFETCH(int, arrived);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("desk.sqlite"));
    const MailAccount account = m_server->account();
    OutboxId id;
    {
        Desk desk(path, account);
        id = desk.queue(desk.arrive());
    }

    QCOMPARE(QProcess::execute(
                 QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--send"), path, QString::fromUtf8(toBytes(toJson(account))), instant}),
             137);
    Desk desk(path, account);
    restart(desk);

    QCOMPARE(desk.item(id).state, state);
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), arrived), arrived);
    // A mail that comes after it shows that no other one was on its way.
    const OutboxId last = desk.queue(desk.arrive("second@virt.example"), QStringLiteral("last"));
    VERIFY_RESULT(desk.sender->sendDue());
    QCOMPARE(desk.item(last).state, OutboxState::Sent);
    QCOMPARE(m_server->waitForMails(QStringLiteral("pat"), arrived + 1), arrived + 1);
    QCOMPARE(m_server->mails(QStringLiteral("support"), QStringLiteral("Sent")).size(),
             state == OutboxState::Sent ? 2 : 1);
}

// HELMDESK_KILLS=200 for a long one.
void TestOutgoing::killedAtAnyTimeNothingIsDoubledOrLost()
{
    const int kills = std::max(qEnvironmentVariableIntValue("HELMDESK_KILLS"), 10);
    constexpr int replies = 12;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("desk.sqlite"));
    const MailAccount account = m_server->account();
    QMap<QString, OutboxId> ids; // by their key
    int round = 0;
    for (int killed = 0; killed < kills; ++round) {
        Desk desk(path, account);
        const Message question = desk.arrive("q" + QByteArray::number(round) + "@virt.example");
        for (int i = 0; i < replies; ++i) {
            const QString key = QStringLiteral("k%1.%2").arg(round).arg(i);
            ids[key] = desk.queue(question, key);
        }
        for (int each = 0; each < 4 && killed < kills; ++each, ++killed) {
            QProcess program;
            program.start(
                QCoreApplication::applicationFilePath(),
                {QStringLiteral("--send"), path, QString::fromUtf8(toBytes(toJson(account))), QString()});
            QVERIFY(program.waitForReadyRead(20000)); // it begins
            program.waitForFinished(QRandomGenerator::global()->bounded(40, 400));
            program.kill();
            program.waitForFinished();
        }
        restart(desk);
    }
    Desk desk(path, account);
    restart(desk);

    int sent = 0;
    int unknown = 0;
    for (const OutboxId id : std::as_const(ids)) {
        const OutboxState state = desk.item(id).state;
        QVERIFY2(state == OutboxState::Sent || state == OutboxState::Unknown, qPrintable(nameOf(state)));
        ++(state == OutboxState::Sent ? sent : unknown);
    }
    m_server->waitForMails(QStringLiteral("pat"), sent);
    QMap<QString, int> arrived;
    const QList<QByteArray> mails = m_server->mails(QStringLiteral("pat"));
    for (const QByteArray &mail : mails)
        ++arrived[parseMail(mail).text.section(u'(', 1).section(u')', 0, 0)];
    int doubled = 0;
    int lost = 0;
    for (auto id = ids.cbegin(); id != ids.cend(); ++id) {
        doubled += arrived.value(id.key()) > 1 ? 1 : 0;
        lost += desk.item(id.value()).state == OutboxState::Sent && arrived.value(id.key()) == 0 ? 1 : 0;
    }
    qInfo("%d kills, %d replies: %d sent, %d unknown (told), %d doubled, %d lost", kills, int(ids.size()),
          sent, unknown, doubled, lost);
    QCOMPARE(doubled, 0);
    QCOMPARE(lost, 0);
    QVERIFY(sent > 0);
}

void TestOutgoing::bounceFindsItsReply()
{
    Desk desk({}, m_server->account());
    const Message question = desk.arrive();
    const OutboxId id = desk.queue(question, QStringLiteral("r1"), QStringLiteral("ada@gone.example"));
    VERIFY_RESULT(desk.sender->sendDue());
    QCOMPARE(desk.item(id).state, OutboxState::Sent);
    QCOMPARE(m_server->waitForMails(QStringLiteral("support"), 1), 1);

    const auto report = readDeliveryReport(m_server->mails(QStringLiteral("support")).first());
    QVERIFY(report.has_value());
    const auto taken = takeDeliveryReport(
        {desk.outbox, desk.mails, desk.conversations, desk.notifications, desk.clock}, *report);

    QCOMPARE(*taken, true);
    QCOMPARE(desk.item(id).state, OutboxState::Failed);
    QVERIFY2(desk.item(id).failure.contains(QStringLiteral("It did not reach ada@gone.example")),
             qPrintable(desk.item(id).failure));
    QVERIFY((*desk.conversations.summary(question.conversation))->needsAttention);

    // Sent again by a person, and the desk is killed before it is begun: it is sent, not taken for sent.
    VERIFY_RESULT(desk.outbox.requeue(id, QStringLiteral("Robin"), desk.clock.now()));
    VERIFY_RESULT(desk.outbox.claimDue(desk.clock.now(), 1));
    QCOMPARE(desk.channel->trace(desk.item(id))->trace, Trace::Nothing);
}

void TestOutgoing::draftsOnlySendsNothing()
{
    MailAccount account = m_server->account();
    account.mode = MailMode::DraftsOnly;
    account.smtp = {};
    Desk desk({}, account);
    const Message question = desk.arrive();
    const OutboxId id = desk.queue(question);

    VERIFY_RESULT(desk.sender->sendDue());
    VERIFY_RESULT(desk.replyDrafts->update(RunControl()));

    QCOMPARE(desk.item(id).state, OutboxState::Failed);
    QVERIFY2(desk.item(id).failure.contains(QStringLiteral("lies in its Drafts folder")),
             qPrintable(desk.item(id).failure));
    const auto drafts = m_server->mails(QStringLiteral("support"), draftsFolder);
    QCOMPARE(drafts.size(), 1);
    QVERIFY(drafts[0].contains("In-Reply-To: <question@virt.example>"));
    QVERIFY(m_server->mails(QStringLiteral("pat")).isEmpty());

    VERIFY_RESULT(desk.conversations.setStatus(question.conversation, ConversationStatus::Resolved,
                                               QStringLiteral("Robin"), desk.clock.now()));
    VERIFY_RESULT(desk.replyDrafts->update(RunControl()));
    QVERIFY(m_server->mails(QStringLiteral("support"), draftsFolder).isEmpty());
}

void TestOutgoing::draftsFolderFollowsTheDesk()
{
    MailAccount account = m_server->account();
    account.mode = MailMode::DraftsOnly;
    Desk desk({}, account);
    const Message question = desk.arrive();
    NewDraft draft;
    draft.conversation = question.conversation;
    draft.message = question.id;
    draft.text = QStringLiteral("Please start it again.");
    draft.createdAt = desk.clock.now();
    const DraftId id = *desk.drafts.propose(draft);

    QCOMPARE(*desk.replyDrafts->update(RunControl()), 1);
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 0);
    auto lying = m_server->mails(QStringLiteral("support"), draftsFolder);
    QCOMPARE(lying.size(), 1);
    QVERIFY(lying[0].contains("Please start it again."));
    QVERIFY(lying[0].contains("To: Pat Reed <pat@virt.example>"));
    QVERIFY(!lying[0].contains("Auto-Submitted"));

    VERIFY_RESULT(desk.drafts.saveEdit(id, QStringLiteral("Please start it twice.")));
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 1);
    lying = m_server->mails(QStringLiteral("support"), draftsFolder);
    QCOMPARE(lying.size(), 1);
    QVERIFY(lying[0].contains("Please start it twice."));

    // While the mailbox sends by itself there are none.
    desk.use(m_server->account());
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 1);
    QVERIFY(m_server->mails(QStringLiteral("support"), draftsFolder).isEmpty());
    desk.use(account);
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 1);

    // Removed by a colleague: it does not come back.
    m_server->removeMails(QStringLiteral("support"), draftsFolder);
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 0);
    QVERIFY(m_server->mails(QStringLiteral("support"), draftsFolder).isEmpty());

    VERIFY_RESULT(desk.drafts.saveEdit(id, std::nullopt));
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 1);
    VERIFY_RESULT(
        desk.drafts.discardCurrent(question.conversation, QStringLiteral("Robin"), desk.clock.now()));
    QCOMPARE(*desk.replyDrafts->update(RunControl()), 1);
    QVERIFY(m_server->mails(QStringLiteral("support"), draftsFolder).isEmpty());
}

void TestOutgoing::replySentByAColleagueIsHis()
{
    MailAccount account = m_server->account();
    account.mode = MailMode::DraftsOnly;
    Desk desk({}, account);
    const Message question = desk.arrive();
    NewDraft draft;
    draft.conversation = question.conversation;
    draft.message = question.id;
    draft.text = QStringLiteral("Please start it again.");
    draft.createdAt = desk.clock.now();
    VERIFY_RESULT(desk.drafts.propose(draft));
    VERIFY_RESULT(desk.replyDrafts->update(RunControl()));
    QCOMPARE(*desk.replyDrafts->lookForSent(RunControl()), 0);

    m_server->putMail(
        QStringLiteral("support"), QStringLiteral("Sent"),
        "From: Robin Day <support@virt.example>\r\nTo: pat@virt.example\r\nSubject: Re: It fails\r\n"
        "Message-ID: <of-a-mail-program@virt.example>\r\nIn-Reply-To: <question@virt.example>\r\n\r\n"
        "Please start it again, but slowly.\r\n\r\nOn Monday, Pat Reed wrote:\r\n> It fails.\r\n");
    QCOMPARE(*desk.replyDrafts->lookForSent(RunControl()), 1);

    const auto history = desk.conversations.history(question.conversation);
    VERIFY_RESULT(history);
    QCOMPARE(history->back().author, Author::Operator);
    QCOMPARE(history->back().operatorName, QStringLiteral("Robin Day"));
    QCOMPARE(history->back().text, QStringLiteral("Please start it again, but slowly."));
    const auto judged = desk.drafts.judged(10);
    VERIFY_RESULT(judged);
    QCOMPARE(judged->size(), size_t(1));
    QCOMPARE(judged->at(0).state, DraftState::Edited);
    VERIFY_RESULT(desk.replyDrafts->update(RunControl()));
    QVERIFY(m_server->mails(QStringLiteral("support"), draftsFolder).isEmpty());
    QCOMPARE(*desk.replyDrafts->lookForSent(RunControl()), 0);
}

// Run with --send, a store, an account and an instant, this program sends what is due and dies at the
// instant.
int sendAndDie(const QString &path, const QString &account, const QString &instant)
{
    Desk desk(path, mailAccountFromJson(*parseJson(account.toUtf8())));
    if (!instant.isEmpty() && !dieAt(instant))
        return 1;
    fputs("begun\n", stdout);
    fflush(stdout);
    if (!desk.sender->recover() || !desk.sender->sendDue())
        return 1;
    return 0;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--send"))
        return sendAndDie(arguments.at(2), arguments.at(3), arguments.at(4));
    TestOutgoing test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outgoing.moc"
