#include "pipeline/MessageIntake.h"
#include "pipeline/PipelineWorld.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestMessageIntake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeliveryIsStoredOnce()
    {
        PipelineWorld world;

        const auto first = world.pipeline->take(world.incoming(QStringLiteral("Hello")));
        const auto again = world.pipeline->take(world.incoming(QStringLiteral("Hello")));

        VERIFY_RESULT(first);
        VERIFY_RESULT(again);
        QVERIFY(!first->isDuplicate);
        QVERIFY(again->isDuplicate);
        QCOMPARE(again->id, first->id);
    }

    void anUnknownCustomerIdGivesNoRights()
    {
        PipelineWorld world;
        IncomingMessage message = world.incoming(QStringLiteral("Hello"));
        message.customer = QStringLiteral("cus_404");

        const auto taken = world.pipeline->take(message);

        VERIFY_RESULT(taken);
        const auto stored = world.conversations.message(taken->id);
        VERIFY_RESULT(stored);
        const auto conversation = world.conversations.get((*stored)->conversation);
        VERIFY_RESULT(conversation);
        QVERIFY((*conversation)->customer.isEmpty());
    }

    // Only where the mailbox's server vouches for the sender, and the desk is to believe it.
    void aProvenSenderIsTheCustomerOfTheAddress_data()
    {
        QTest::addColumn<bool>("isProven");
        QTest::addColumn<bool>("knowsProven");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("customer");
        QTest::newRow("proven") << true << true << "Ada@brook.example"
                                << "cus_1";
        QTest::newRow("a From line alone") << false << true << "ada@brook.example" << QString();
        QTest::newRow("not to be believed") << true << false << "ada@brook.example" << QString();
        QTest::newRow("proven and no customer") << true << true << "eve@elsewhere.example" << QString();
    }
    void aProvenSenderIsTheCustomerOfTheAddress()
    {
        QFETCH(bool, isProven);
        QFETCH(bool, knowsProven);
        QFETCH(QString, address);
        QFETCH(QString, customer);
        PipelineWorld world;
        IncomingMessage message = world.incoming(QStringLiteral("Hello"));
        message.customer.clear();
        message.senderAddress = address;
        message.isSenderProven = isProven;
        IntakeParts parts{world.conversations, world.customers, world.unitOfWork, world.clock};
        parts.knowsProvenSenders = knowsProven;

        const auto taken = takeIn(parts, message);

        VERIFY_RESULT(taken);
        QCOMPARE((*world.conversations.message(taken->id))->customer, customer);
    }

    void aReplyToAnyMessageOfTheThreadJoinsIt()
    {
        PipelineWorld world;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"), QStringLiteral("a@mail"));
        const auto items = world.outbox.ofConversation(outcome.conversation);
        VERIFY_RESULT(items);
        world.clock.set(at(1));
        VERIFY_RESULT(world.outbox.claimDue(world.clock.now(), 10));
        VERIFY_RESULT(
            world.outbox.markSent(items->front().id, QStringLiteral("sent@desk"), world.clock.now()));
        IncomingMessage reply = world.incoming(QStringLiteral("Thanks"), QStringLiteral("b@mail"));
        reply.inReplyTo = QStringLiteral("sent@desk");
        reply.references = {QStringLiteral("gone@mail"), QStringLiteral("sent@desk")};
        reply.conversationKey = QStringLiteral("gone@mail");

        const auto taken = world.pipeline->take(reply);

        VERIFY_RESULT(taken);
        const auto stored = world.conversations.message(taken->id);
        VERIFY_RESULT(stored);
        QCOMPARE((*stored)->conversation, outcome.conversation);
    }

    void anotherSenderCannotJoinAThread()
    {
        PipelineWorld world;
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"), QStringLiteral("a@mail"));
        IncomingMessage stranger = world.incoming(QStringLiteral("And to me"), QStringLiteral("c@mail"));
        stranger.customer.clear();
        stranger.senderAddress = QStringLiteral("eve@elsewhere.example");
        stranger.inReplyTo = QStringLiteral("a@mail");
        stranger.references = {QStringLiteral("a@mail")}; // and the key of the very thread

        const auto taken = world.pipeline->take(stranger);

        VERIFY_RESULT(taken);
        const auto stored = world.conversations.message(taken->id);
        VERIFY_RESULT(stored);
        QVERIFY((*stored)->conversation != outcome.conversation);
        const auto own = world.conversations.get((*stored)->conversation);
        VERIFY_RESULT(own);
        QVERIFY((*own)->customer.isEmpty());
    }

    // What has one id is one message only when sender and content are the same too.
    void aReusedIdIsAnotherMessage_data()
    {
        QTest::addColumn<QString>("customer");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::newRow("another sender") << QString() << "eve@elsewhere.example"
                                        << "Hello";
        QTest::newRow("another sender and text") << QString() << "eve@elsewhere.example"
                                                 << "Something else";
        QTest::newRow("another text") << "cus_1"
                                      << "ada@brook.example"
                                      << "Something else";
        QTest::newRow("no customer") << QString() << "ada@brook.example"
                                     << "Hello";
    }
    void aReusedIdIsAnotherMessage()
    {
        QFETCH(QString, customer);
        QFETCH(QString, address);
        QFETCH(QString, text);
        PipelineWorld world;
        const auto first = world.pipeline->take(world.incoming(QStringLiteral("Hello")));
        VERIFY_RESULT(first);
        IncomingMessage other = world.incoming(text);
        other.customer = customer;
        other.senderAddress = address;

        const auto second = world.pipeline->take(other);
        const auto again = world.pipeline->take(other);

        VERIFY_RESULT(second);
        VERIFY_RESULT(again);
        QVERIFY(!second->isDuplicate);
        QVERIFY(second->id != first->id);
        QVERIFY(again->isDuplicate);
        QCOMPARE(again->id, second->id);
    }

    // Who names a conversation joins it only when it is his own, and comes back to his own each time.
    void aConversationIsJoinedByItsOwnSenderAlone_data()
    {
        QTest::addColumn<ChannelKind>("channel");
        QTest::addColumn<QString>("begunBy");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("joins");
        for (const ChannelKind channel : {ChannelKind::Api, ChannelKind::Chat, ChannelKind::Mail}) {
            const QByteArray name = nameOf(channel).toLatin1();
            QTest::addRow("%s: the customer", name.constData()) << channel << "cus_1"
                                                                << "cus_1" << true;
            QTest::addRow("%s: nobody to a customer's", name.constData()) << channel << "cus_1"
                                                                          << "" << false;
            QTest::addRow("%s: unknown to a customer's", name.constData()) << channel << "cus_1"
                                                                           << "cus_9999" << false;
            QTest::addRow("%s: another customer", name.constData()) << channel << "cus_1"
                                                                    << "cus_2" << false;
            QTest::addRow("%s: a customer to a stranger's", name.constData()) << channel << ""
                                                                              << "cus_1" << false;
            QTest::addRow("%s: a stranger goes on", name.constData()) << channel << ""
                                                                      << "" << true;
        }
    }
    void aConversationIsJoinedByItsOwnSenderAlone()
    {
        QFETCH(ChannelKind, channel);
        QFETCH(QString, begunBy);
        QFETCH(QString, named);
        QFETCH(bool, joins);
        PipelineWorld world;
        VERIFY_RESULT(world.backend->loadRows(
            {{"customers",
              Json::array({{{"id", "cus_2"}, {"name", "Bo Reed"}, {"email", "bo@reed.example"}}})}}));
        const auto take = [&](const QString &customer, const QString &id) {
            IncomingMessage message = world.incoming(QStringLiteral("Text of ") + id, id);
            message.channel = channel;
            message.customer = customer;
            message.conversationKey = QStringLiteral("c-1");
            const auto taken = world.pipeline->take(message);
            return taken ? **world.conversations.message(taken->id) : Message();
        };

        const Message first = take(begunBy, QStringLiteral("1"));
        const Message second = take(named, QStringLiteral("2"));
        const Message third = take(named, QStringLiteral("3"));

        QVERIFY(second.id.isValid());
        QCOMPARE(second.conversation == first.conversation, joins);
        QCOMPARE(third.conversation, second.conversation);
        QCOMPARE(second.customer, named == QLatin1String("cus_9999") ? QString() : named);
        const auto begun = world.conversations.get(first.conversation);
        VERIFY_RESULT(begun);
        QCOMPARE((*begun)->customer, begunBy);
        const auto own = world.conversations.get(second.conversation);
        VERIFY_RESULT(own);
        QCOMPARE((*own)->customer, second.customer);
    }

    void aReplyFindsItsOwnAmongMessagesOfOneId()
    {
        PipelineWorld world;
        IncomingMessage eve = world.incoming(QStringLiteral("Mine"), QStringLiteral("one@mail"));
        eve.customer.clear();
        eve.senderAddress = QStringLiteral("eve@elsewhere.example");
        eve.conversationKey = eve.externalId;
        IncomingMessage ada = world.incoming(QStringLiteral("Hers"), QStringLiteral("one@mail"));
        ada.conversationKey = ada.externalId;
        const auto adas = world.pipeline->take(ada);
        const auto eves = world.pipeline->take(eve);
        VERIFY_RESULT(adas);
        VERIFY_RESULT(eves);
        ada.externalId = QStringLiteral("two@mail");
        ada.inReplyTo = QStringLiteral("one@mail");
        ada.text = QStringLiteral("And this");

        const auto reply = world.pipeline->take(ada);

        VERIFY_RESULT(reply);
        const auto first = world.conversations.message(adas->id);
        const auto second = world.conversations.message(reply->id);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE((*second)->conversation, (*first)->conversation);
    }

    void theArrivalOrdersNotTheDate_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("a date to come") << 3650;
        QTest::newRow("a date long past") << -3650;
    }
    void theArrivalOrdersNotTheDate()
    {
        QFETCH(int, days);
        PipelineWorld world;
        IncomingMessage message = world.incoming(QStringLiteral("Hello"));
        message.receivedAt = world.clock.now().addDays(days);

        const auto taken = world.pipeline->take(message);

        VERIFY_RESULT(taken);
        const auto stored = world.conversations.message(taken->id);
        VERIFY_RESULT(stored);
        const auto conversation = world.conversations.get((*stored)->conversation);
        VERIFY_RESULT(conversation);
        QCOMPARE((*conversation)->updatedAt, world.clock.now());
        QVERIFY((*stored)->at <= world.clock.now());
    }

    void mailThatNobodyAnswersIsAutomatic_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("isAutomatic");
        QTest::newRow("own address") << "Support@desk.example"
                                     << "export" << true;
        QTest::newRow("absence in Dutch") << "ada@brook.example"
                                          << "Automatisch antwoord: export" << true;
        QTest::newRow("absence in Swedish")
            << "ada@brook.example" << QStringLiteral("Autosvar: export") << true;
        QTest::newRow("a person") << "ada@brook.example"
                                  << "export" << false;
    }
    void mailThatNobodyAnswersIsAutomatic()
    {
        QFETCH(QString, address);
        QFETCH(QString, subject);
        QFETCH(bool, isAutomatic);
        PipelineWorld world;
        world.set("mail.sender_address", "support@desk.example");
        IncomingMessage message = world.incoming(QStringLiteral("Hello"));
        message.senderAddress = address;
        message.subject = subject;

        const auto taken = world.pipeline->take(message);

        VERIFY_RESULT(taken);
        QCOMPARE((**world.conversations.message(taken->id)).isAutomatic, isAutomatic);
    }

    // Longer than any notice; looking for one in all of it would take minutes.
    void ofALongMailTheBeginningTellsWhetherItIsAutomatic()
    {
        PipelineWorld world;
        IncomingMessage message = world.incoming(QStringLiteral("I am on leave ").repeated(100000));

        const auto taken = world.pipeline->take(message);

        VERIFY_RESULT(taken);
        QVERIFY(!(**world.conversations.message(taken->id)).isAutomatic);
    }

    void theFullTextIsKeptBesideTheRead()
    {
        PipelineWorld world;
        IncomingMessage message = world.incoming(QStringLiteral("Yes, please."));
        message.fullText = QStringLiteral("Yes, please.\n\n> Shall I?");

        const auto taken = world.pipeline->take(message);

        VERIFY_RESULT(taken);
        const auto stored = world.conversations.message(taken->id);
        VERIFY_RESULT(stored);
        QCOMPARE((*stored)->text, QStringLiteral("Yes, please."));
        QCOMPARE((*stored)->fullText, QStringLiteral("Yes, please.\n\n> Shall I?"));
    }
};

QTEST_GUILESS_MAIN(TestMessageIntake)
#include "tst_messageintake.moc"
