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
