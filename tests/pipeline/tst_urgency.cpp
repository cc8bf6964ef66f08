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
