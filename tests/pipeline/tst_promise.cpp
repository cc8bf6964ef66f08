// What a person promises a customer comes back when it is due.
#include "pipeline/Promise.h"

#include "pipeline/PipelineWorld.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestPromise : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dueTimes_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("due"); // of Wednesday, 18 November 2026, 10:00; empty: nothing is promised
        QTest::newRow("before noon") << "I will write to you before noon."
                                     << "2026-11-18 12:00";
        QTest::newRow("tomorrow") << "Hello Ada,\n\nI'll get back to you tomorrow.\n\nIris"
                                  << "2026-11-19 18:00";
        QTest::newRow("tomorrow before noon") << "We will let you know tomorrow before noon."
                                              << "2026-11-19 12:00";
        QTest::newRow("weekday") << "You will hear from us by Friday."
                                 << "2026-11-20 18:00";
        QTest::newRow("this weekday is next week") << "I will call on Tuesday."
                                                   << "2026-11-24 18:00";
        QTest::newRow("span") << "I will look into it within two hours."
                              << "2026-11-18 12:00";
        QTest::newRow("days") << "We'll reply in 3 days."
                              << "2026-11-21 10:00";
        QTest::newRow("clock") << "I'll send it today by 3 pm."
                               << "2026-11-18 15:00";
        QTest::newRow("over already") << "I will write at 9:30."
                                      << "2026-11-19 09:30";
        QTest::newRow("the earliest") << "You will get the invoice tomorrow. I will call you today."
                                      << "2026-11-18 18:00";
        QTest::newRow("German") << "Ich melde mich morgen Vormittag."
                                << "2026-11-19 12:00";
        QTest::newRow("German span") << "Wir melden uns innerhalb von zwei Stunden."
                                     << "2026-11-18 12:00";
        QTest::newRow("French") << "Je vous réponds demain avant midi."
                                << "2026-11-19 12:00";
        QTest::newRow("Spanish") << "Le escribiré mañana."
                                 << "2026-11-19 18:00";
        QTest::newRow("Arabic") << QStringLiteral("سوف أكتب لك غدا قبل الظهر.") << "2026-11-19 12:00";
        QTest::newRow("no time") << "I will look into it."
                                 << "";
        QTest::newRow("no promise") << "Your invoice was due yesterday, and today is Wednesday."
                                    << "";
        QTest::newRow("a question") << "Shall I call, or will you write tomorrow?"
                                    << "";
        QTest::newRow("what the customer does") << "Please try again tomorrow."
                                                << "";
    }
    void dueTimes()
    {
        QFETCH(QString, reply);
        QFETCH(QString, due);

        const auto promise = standardPromiseWords().promiseIn(reply, QDateTime({2026, 11, 18}, {10, 0}));

        QCOMPARE(promise ? promise->due.toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString(), due);
    }

    void promiseOfAPersonComesBack()
    {
        PipelineWorld world;
        world.set("modes.billing", "suggest");
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
        const ConversationId id = world.say(QStringLiteral("Please refund INV-1")).conversation;
        VERIFY_RESULT(world.desk->takeOver(id, QStringLiteral("Iris")));
        send(world, sender, id, QStringLiteral("I will write to you tomorrow."));
        const auto row = [&] { return PipelineWorld::made(world.conversations.summary(id)).value(); };
        QCOMPARE(row().reminder.due.toLocalTime().date(), world.clock.now().toLocalTime().date().addDays(1));
        QCOMPARE(row().reminder.promise, QStringLiteral("I will write to you tomorrow."));
        VERIFY_RESULT(world.desk->handBack(id, QStringLiteral("Iris")));
        QVERIFY(!row().needsAttention); // nothing is to be done until then
        QCOMPARE(world.conversations.raiseDue(world.clock.now()).value_or(-1), 0);

        world.clock.set(row().reminder.due.addSecs(60));

        QCOMPARE(world.conversations.raiseDue(world.clock.now()).value_or(-1), 1);
        QVERIFY(row().needsAttention);
        QVERIFY(row().priority >= Priority::High);
        send(world, sender, id, QStringLiteral("It is done."));
        QVERIFY(!row().reminder.due.isValid()); // kept
    }

    void automaticReplyPromisesNothing()
    {
        PipelineWorld world;
        world.specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) -> Result<NextStep> {
            return NextStep(ScriptedSpecialist::draft(QStringLiteral("We will write tomorrow.")));
        };
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {});
        const ConversationId id = world.say(QStringLiteral("Hello")).conversation;
        world.clock.set(world.clock.now().addSecs(60));
        QCOMPARE(sender.sendDue().value_or(-1), 1);

        QVERIFY(!PipelineWorld::made(world.conversations.summary(id))->reminder.due.isValid());
    }

private:
    static void send(PipelineWorld &world, OutboxSender &sender, ConversationId id, const QString &text)
    {
        VERIFY_RESULT(world.desk->send({id, QStringLiteral("Iris"), text, true}, RunControl()));
        QCOMPARE(sender.sendDue().value_or(-1), 1);
    }
};

QTEST_GUILESS_MAIN(TestPromise)
#include "tst_promise.moc"
