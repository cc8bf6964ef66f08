// What makes a conversation urgent, and that a later message does not wipe it away.
#include "pipeline/PipelineWorld.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestUrgency : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theThirdUnansweredMessageIsUrgent()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        QVERIFY(world.say(QStringLiteral("Has INV-1 been paid?"), QStringLiteral("1")).priority <
                Priority::High);
        world.clock.set(world.clock.now().addSecs(3600));
        QVERIFY(world.say(QStringLiteral("Hello, has it?"), QStringLiteral("2")).priority < Priority::High);
        world.clock.set(world.clock.now().addSecs(3600));

        const Outcome third = world.say(QStringLiteral("I still wait"), QStringLiteral("3"));

        QVERIFY(third.priority >= Priority::High);
        QVERIFY(rowOf(world, third).priority >= Priority::High);
    }

    void anAnswerBeginsTheCountAnew()
    {
        PipelineWorld world; // answers alone
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
        Outcome last;
        for (const char *id : {"1", "2", "3"}) {
            last = world.say(QStringLiteral("Has INV-1 been paid? ") + QLatin1String(id), QLatin1String(id));
            world.clock.set(world.clock.now().addSecs(3600));
            VERIFY_RESULT(sender.sendDue());
        }

        QVERIFY(last.priority < Priority::High);
    }

    void aLaterMessageDoesNotWipeTheReason()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        const Outcome first =
            world.say(QStringLiteral("Let me talk to a real person, please."), QStringLiteral("1"));
        QCOMPARE(first.decision, Decision::Escalated);

        const Outcome second = world.say(QStringLiteral("It is about INV-1."), QStringLiteral("2"));

        QVERIFY(second.decision != Decision::Escalated);
        const ConversationSummary row = rowOf(world, second);
        QCOMPARE(row.decision, std::optional(Decision::Escalated));
        QVERIFY(row.reasons.contains(EscalationReason::HumanRequested));
        QVERIFY(row.priority >= first.priority);
        QVERIFY(row.needsAttention);
    }

    // In the chat: in the visitor's language, once until somebody answers, and it stays with the people.
    void whoAsksForAPersonInTheChatHearsAtOnce()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        world.reader.answer = [](const QString &text) {
            ActReading act;
            act.act = QStringLiteral("person");
            act.asks = text.contains(QLatin1String("Menschen")) ? 0.95 : 0.0;
            return Reading{{act}};
        };
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
        const auto say = [&](const char *text, const char *id) {
            IncomingMessage message = world.incoming(QString::fromUtf8(text), QLatin1String(id));
            message.channel = ChannelKind::Chat;
            auto processed = PipelineWorld::made(world.pipeline->process(message, RunControl()));
            world.clock.set(world.clock.now().addSecs(30));
            (void)PipelineWorld::made(sender.sendDue());
            return processed.outcome;
        };
        const Outcome first = say("Ich m\u00f6chte bitte mit einem Menschen sprechen.", "1");

        QCOMPARE(first.decision, Decision::Escalated);
        QVERIFY(first.hasReason(EscalationReason::HumanRequested));
        auto history = PipelineWorld::made(world.conversations.history(first.conversation));
        QCOMPARE(history.size(), size_t(2));
        QCOMPARE(history.back().author, Author::Agent);
        QVERIFY2(history.back().text.contains(QStringLiteral("#%1").arg(first.ticket.value)) &&
                     history.back().text.contains(QStringLiteral("Kolleg")),
                 qPrintable(history.back().text));
        QVERIFY(!PipelineWorld::made(world.drafts.current(first.conversation)));
        QVERIFY(rowOf(world, first).needsAttention);
        QCOMPARE(rowOf(world, first).conversation.status, ConversationStatus::Open);

        const Outcome second = say("It is about INV-1.", "2"); // the wish is still open
        QCOMPARE(rowOf(world, second).decision, std::optional(Decision::Escalated));
        QVERIFY(rowOf(world, second).needsAttention);
        say("I want to talk to a human please", "3");
        history = PipelineWorld::made(world.conversations.history(first.conversation));
        QCOMPARE(std::ranges::count(history, Author::Agent, &Message::author), 1);
        // Taken over and handed back it is still there to be answered.
        VERIFY_RESULT(world.desk->takeOver(first.conversation, QStringLiteral("Iris")));
        VERIFY_RESULT(world.desk->handBack(first.conversation, QStringLiteral("Iris")));
        QVERIFY(rowOf(world, first).needsAttention);
    }

    void afterAnAnswerTheReasonIsGone()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
        const Outcome first =
            world.say(QStringLiteral("Let me talk to a real person, please."), QStringLiteral("1"));
        VERIFY_RESULT(world.desk->send(
            {first.conversation, QStringLiteral("Iris"), QStringLiteral("I am one."), true}, RunControl()));
        QCOMPARE(sender.sendDue().value_or(-1), 1);

        const Outcome second = world.say(QStringLiteral("It is about INV-1."), QStringLiteral("2"));

        QCOMPARE(rowOf(world, second).decision, std::optional(second.decision));
        QVERIFY(!rowOf(world, second).reasons.contains(EscalationReason::HumanRequested));
    }

private:
    static ConversationSummary rowOf(PipelineWorld &world, const Outcome &outcome)
    {
        return PipelineWorld::made(world.conversations.summary(outcome.conversation)).value();
    }
};

QTEST_GUILESS_MAIN(TestUrgency)
#include "tst_urgency.moc"
