#include "mailbox/ReturnedMails.h"
#include "store/SqliteNotificationRepository.h"
#include "store/SqliteOutboxRepository.h"
#include "store/SqliteOutgoingMailRepository.h"
#include "store/StoreTestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

// A report as mail servers write it (RFC 3464).
QByteArray report(const QByteArray &recipients, const QByteArray &original, const QByteArray &kind = {})
{
    const QByteArray global = kind.isEmpty() ? "message/delivery-status" : "message/global-delivery-status";
    return "Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.desk.example>\r\n"
           "To: support@desk.example\r\nSubject: Undelivered Mail Returned to Sender\r\n"
           "Message-Id: <20260303@mx.desk.example>\r\nAuto-Submitted: auto-replied\r\n"
           "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; "
           "boundary=\"b\"\r\n\r\n"
           "--b\r\nContent-Type: text/plain\r\n\r\nThis is the mail system.\r\n"
           "--b\r\nContent-Type: " +
           global +
           "\r\n\r\nReporting-MTA: dns; mx.desk.example\r\nArrival-Date: Tue,  3 Mar 2026 10:00:00 "
           "+0000\r\n\r\n" +
           recipients + "\r\n--b\r\n" + original + "\r\n--b--\r\n";
}

QByteArray whole(const QByteArray &id)
{
    return "Content-Type: message/rfc822\r\n\r\nFrom: support@desk.example\r\nMessage-ID: <" + id +
           ">\r\nSubject: Re: Refund\r\n\r\nHello\r\n";
}

QByteArray headerAlone(const QByteArray &id)
{
    return "Content-Type: text/rfc822-headers\r\n\r\nFrom: support@desk.example\r\nMessage-ID:\r\n <" + id +
           ">\r\nSubject: Re: Refund\r\n";
}

const QByteArray failed =
    "Final-Recipient: rfc822; ada@brook.example\r\nOriginal-Recipient: rfc822;ada@brook.example\r\n"
    "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1\r\n"
    " <ada@brook.example>: no such user\r\n";
const QByteArray delayed =
    "Final-Recipient: rfc822; ada@brook.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n";
const QByteArray relayed =
    "Final-Recipient: rfc822; ada@brook.example\r\nAction: relayed\r\nStatus: 2.0.0\r\n";

} // namespace

class TestBounce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void reportsAreRead_data();
    void reportsAreRead();
    void otherMailsAreNoReports_data();
    void otherMailsAreNoReports();
    void returnedMailFailsInWords();
    void sameReportCountsOnce();
    void delayIsToldAndChangesNothing();
    void successSaysThatItHasLeft();
    void reportOnNoneOfOursIsNotTaken();

private:
    OutboxItem sentReply(OutboxState state = OutboxState::Sent);
    Result<bool> take(const QByteArray &mail)
    {
        const auto read = readDeliveryReport(mail);
        return read ? takeDeliveryReport({*m_outbox, *m_mails, *m_conversations, *m_notifications, m_clock},
                                         *read)
                    : Result<bool>(false);
    }
    std::vector<Message> lines() const
    {
        std::vector<Message> lines;
        const auto history = m_conversations->history(m_opened.conversation.id);
        for (const Message &message : history.value_or(std::vector<Message>()))
            if (message.author == Author::System)
                lines.push_back(message);
        return lines;
    }

    std::unique_ptr<TemporaryStore> m_store;
    std::unique_ptr<SqliteOutboxRepository> m_outbox;
    std::unique_ptr<SqliteOutgoingMailRepository> m_mails;
    std::unique_ptr<SqliteConversationRepository> m_conversations;
    std::unique_ptr<SqliteNotificationRepository> m_notifications;
    FixedClock m_clock{at(0)};
    Opened m_opened;
};

void TestBounce::init()
{
    m_store = std::make_unique<TemporaryStore>();
    m_outbox = std::make_unique<SqliteOutboxRepository>(*m_store->database);
    m_mails = std::make_unique<SqliteOutgoingMailRepository>(*m_store->database);
    m_conversations = std::make_unique<SqliteConversationRepository>(*m_store->database);
    m_notifications = std::make_unique<SqliteNotificationRepository>(*m_store->database);
    m_opened = openConversation(*m_store->database, {}, QStringLiteral("please"));
}

OutboxItem TestBounce::sentReply(OutboxState state)
{
    NewOutboxItem reply;
    reply.key = QStringLiteral("r1");
    reply.conversation = m_opened.conversation.id;
    reply.inReplyTo = m_opened.message;
    reply.channel = ChannelKind::Mail;
    reply.recipient = QStringLiteral("ada@brook.example");
    reply.body = QStringLiteral("Hello");
    reply.createdAt = at(0);
    const OutboxId id = *m_outbox->enqueue(reply);
    if (!m_outbox->claimDue(at(1), 10))
        qFatal("not claimed");
    const Result<> marked = state == OutboxState::Sent
                                ? m_outbox->markSent(id, QStringLiteral("1.a@desk.example"), at(1))
                                : m_outbox->markUnknown(id, QStringLiteral("cut"));
    if (!marked ||
        !m_mails->keepNote({id,
                            QStringLiteral("support"),
                            QStringLiteral("1.a@desk.example"),
                            state == OutboxState::Sent ? OutgoingStage::Copied : OutgoingStage::Unsure,
                            {},
                            at(1)}))
        qFatal("not prepared");
    return **m_outbox->get(id);
}

void TestBounce::reportsAreRead_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::addColumn<DeliveryFate>("fate");
    QTest::addColumn<QString>("part");
    const QByteArray id = "1.a@desk.example";
    QTest::newRow("failed") << report(failed, whole(id)) << DeliveryFate::Failed
                            << QStringLiteral(
                                   "It did not reach ada@brook.example: there is no such mailbox (the "
                                   "server said: 550 5.1.1 <ada@brook.example>: no such user).");
    QTest::newRow("header alone") << report(failed, headerAlone(id)) << DeliveryFate::Failed
                                  << QStringLiteral("no such mailbox");
    QTest::newRow("delayed") << report(delayed, whole(id)) << DeliveryFate::Delayed
                             << QStringLiteral("the mail server does not answer");
    QTest::newRow("relayed") << report(relayed, whole(id)) << DeliveryFate::Arrived
                             << QStringLiteral("It reached");
    QTest::newRow("one of two") << report(relayed + "\r\n" + failed, whole(id)) << DeliveryFate::Failed
                                << QStringLiteral("no such mailbox");
    QTest::newRow("of UTF-8 addresses")
        << report("Final-Recipient: utf-8; jörg@brook.example\r\nAction: failed\r\nStatus: 5.2.2\r\n",
                  "Content-Type: message/global\r\n\r\nMessage-ID: <" + id + ">\r\n\r\nx\r\n", "global")
        << DeliveryFate::Failed << QStringLiteral("jörg@brook.example: the mailbox is full");
    QTest::newRow("in words") << QByteArray(
                                     "Return-Path: <>\r\nFrom: Mailer <mailer@mx.example>\r\n"
                                     "Subject: failure notice\r\n\r\nHi. I could not deliver it.\r\n"
                                     "550 5.7.1 refused\r\n--- Below is the mail\r\n\r\nMessage-ID: <" +
                                     id + ">\r\n")
                              << DeliveryFate::Failed << QStringLiteral("the server's rules refuse it");
}

void TestBounce::reportsAreRead()
{
    QFETCH(QByteArray, mail);
    QFETCH(DeliveryFate, fate);
    QFETCH(QString, part);

    const auto read = readDeliveryReport(mail);

    QVERIFY(read.has_value());
    QCOMPARE(read->messageId, QStringLiteral("1.a@desk.example"));
    QCOMPARE(read->fate(), fate);
    QVERIFY2(read->words().contains(part), qPrintable(read->words()));
}

void TestBounce::otherMailsAreNoReports_data()
{
    QTest::addColumn<QByteArray>("mail");
    QTest::newRow("a person's mail that quotes an id") << QByteArray(
        "From: ada@brook.example\r\nSubject: x\r\n\r\nYour mail\r\nMessage-ID: <1.a@desk.example>\r\n"
        "550 5.1.1 was refused\r\n");
    QTest::newRow("a report that names no mail")
        << report(failed, "Content-Type: text/rfc822-headers\r\n\r\nSubject: x\r\n");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a read receipt") << QByteArray(
        "From: ada@brook.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
        "report-type=disposition-notification; boundary=b\r\n\r\n--b\r\nContent-Type: "
        "message/disposition-notification\r\n\r\nFinal-Recipient: rfc822;ada@brook.example\r\n"
        "Original-Message-ID: <1.a@desk.example>\r\nDisposition: manual-action; displayed\r\n--b--\r\n");
}

void TestBounce::otherMailsAreNoReports()
{
    QFETCH(QByteArray, mail);
    QVERIFY(!readDeliveryReport(mail).has_value());
}

void TestBounce::returnedMailFailsInWords()
{
    const OutboxItem reply = sentReply();

    QCOMPARE(*take(report(failed, whole("1.a@desk.example"))), true);

    const OutboxItem now = **m_outbox->get(reply.id);
    QCOMPARE(now.state, OutboxState::Failed);
    QVERIFY2(now.failure.contains(QStringLiteral("there is no such mailbox")), qPrintable(now.failure));
    QCOMPARE(lines().size(), size_t(1));
    QVERIFY(lines()[0].text.startsWith(
        QStringLiteral("The reply came back. It did not reach ada@brook.example")));
    QVERIFY((*m_conversations->summary(m_opened.conversation.id))->needsAttention);
    QCOMPARE(m_notifications->unseen(10)->size(), size_t(1));
    QCOMPARE((*m_mails->note(reply.id))->stage, OutgoingStage::Returned);
}

void TestBounce::sameReportCountsOnce()
{
    const OutboxItem reply = sentReply();
    QCOMPARE(*take(report(failed, whole("1.a@desk.example"))), true);
    QCOMPARE(*take(report(failed, headerAlone("1.a@desk.example"))), true);

    QCOMPARE(lines().size(), size_t(1));
    QCOMPARE(m_notifications->unseen(10)->size(), size_t(1));
    // A person has it sent again: it is queued as any other.
    VERIFY_RESULT(m_outbox->requeue(reply.id, QStringLiteral("Robin"), at(2)));
}

void TestBounce::delayIsToldAndChangesNothing()
{
    const OutboxItem reply = sentReply();
    for (int i = 0; i < 2; ++i)
        QCOMPARE(*take(report(delayed, whole("1.a@desk.example"))), true);

    QCOMPARE((*m_outbox->get(reply.id))->state, OutboxState::Sent);
    QCOMPARE(lines().size(), size_t(1));
    QVERIFY(lines()[0].text.contains(QStringLiteral("goes on trying")));
}

void TestBounce::successSaysThatItHasLeft()
{
    const OutboxItem reply = sentReply(OutboxState::Unknown);

    QCOMPARE(*take(report(relayed, whole("1.a@desk.example"))), true);

    QCOMPARE((*m_mails->note(reply.id))->stage, OutgoingStage::Accepted);
    QVERIFY(lines().empty());
}

// Such as a report on a report, or on a mail that somebody else sent in our name.
void TestBounce::reportOnNoneOfOursIsNotTaken()
{
    const OutboxItem reply = sentReply();
    QCOMPARE(*take(report(failed, whole("20260303@mx.desk.example"))), false);
    QCOMPARE((*m_outbox->get(reply.id))->state, OutboxState::Sent);
    QVERIFY(lines().empty());
}

QTEST_GUILESS_MAIN(TestBounce)

#include "tst_bounce.moc"
