#include "pipeline/PipelineWorld.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

class ScriptedChannel final : public OutboundChannel
{
public:
    std::vector<Error> failures; // taken from the front; then deliveries succeed
    int deliveries = 0;
    int forgotten = 0;
    Result<Traced> traced = Traced{};

    bool serves(ChannelKind channel) const override { return channel == ChannelKind::Mail; }
    Result<QString> deliver(const OutboxItem &) override
    {
        ++deliveries;
        if (failures.empty())
            return QStringLiteral("<sent@desk.example>");
        const Error error = failures.front();
        failures.erase(failures.begin());
        return error;
    }
    Result<Traced> trace(const OutboxItem &) const override { return traced; }
    void forget(const OutboxItem &) override { ++forgotten; }
};

OutboxItem onlyItem(PipelineWorld &world, const Outcome &outcome)
{
    auto items = PipelineWorld::made(world.outbox.ofConversation(outcome.conversation));
    return items.front();
}

} // namespace

class TestOutboxSender : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingLeavesBeforeItIsDue()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(channel.deliveries, 0);

        world.clock.set(onlyItem(world, outcome).item.dueAt);
        VERIFY_RESULT(sender.sendDue());
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(channel.deliveries, 1);
        QCOMPARE(channel.forgotten, 1);
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Sent);
        QCOMPARE(onlyItem(world, outcome).externalId, QStringLiteral("<sent@desk.example>"));
        const auto thread = world.conversations.history(outcome.conversation);
        VERIFY_RESULT(thread);
        QCOMPARE(thread->back().author, Author::Agent);
        QCOMPARE(thread->back().text, QStringLiteral("Refunded."));
    }

    void aPassingFailureIsTriedAgainLater()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        channel.failures = {Error{ErrorKind::Unavailable, QStringLiteral("busy"), true}};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(1));

        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Queued);
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(channel.deliveries, 1); // not yet

        world.clock.set(at(2));
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Sent);
    }

    void aLastingFailureIsNotRepeated()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        channel.failures = {Error{ErrorKind::Denied, QStringLiteral("no such mailbox"), false}};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(1));

        VERIFY_RESULT(sender.sendDue());
        world.clock.set(at(60));
        VERIFY_RESULT(sender.sendDue());

        QCOMPARE(channel.deliveries, 1);
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Failed);
        QCOMPARE(onlyItem(world, outcome).failure, QStringLiteral("no such mailbox"));
    }

    void anInterruptedReplyIsJudgedByItsChannel_data()
    {
        QTest::addColumn<int>("trace"); // -1: the channel cannot tell
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<int>("deliveries");
        QTest::newRow("unknown") << static_cast<int>(Trace::Unknown) << OutboxState::Unknown << 0;
        QTest::newRow("cannot tell") << -1 << OutboxState::Unknown << 0;
        QTest::newRow("nothing left") << static_cast<int>(Trace::Nothing) << OutboxState::Sent << 1;
        QTest::newRow("left") << static_cast<int>(Trace::Left) << OutboxState::Sent << 0;
    }

    void anInterruptedReplyIsJudgedByItsChannel()
    {
        QFETCH(int, trace);
        QFETCH(OutboxState, state);
        QFETCH(int, deliveries);
        PipelineWorld world;
        ScriptedChannel channel;
        channel.traced = trace < 0 ? Result<Traced>(Error{ErrorKind::Io, QStringLiteral("unreadable")})
                                   : Traced{static_cast<Trace>(trace), QStringLiteral("<left@desk.example>")};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(1));
        QCOMPARE(world.outbox.claimDue(world.clock.now(), 10)->size(), 1u); // and the program is killed

        VERIFY_RESULT(sender.recover());
        VERIFY_RESULT(sender.sendDue());
        VERIFY_RESULT(sender.recover());
        VERIFY_RESULT(sender.sendDue());

        QCOMPARE(onlyItem(world, outcome).state, state);
        QCOMPARE(channel.deliveries, deliveries);
        const auto thread = world.conversations.history(outcome.conversation);
        VERIFY_RESULT(thread);
        QCOMPARE(thread->size(), state == OutboxState::Sent ? 2u : 1u);
        if (trace == static_cast<int>(Trace::Left))
            QCOMPARE(onlyItem(world, outcome).externalId, QStringLiteral("<left@desk.example>"));
    }

    void killsAreNoAttempts()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        channel.traced = Traced{Trace::Nothing, {}};
        channel.failures = {Error{ErrorKind::Unavailable, QStringLiteral("busy"), true}};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        for (int i = 1; i <= 6; ++i) {
            world.clock.set(at(i));
            QCOMPARE(world.outbox.claimDue(world.clock.now(), 10)->size(), 1u); // and the program is killed
            VERIFY_RESULT(sender.recover());
        }

        VERIFY_RESULT(sender.sendDue()); // its first real failure

        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Queued);
        QCOMPARE(onlyItem(world, outcome).item.dueAt, world.clock.now().addSecs(5));
    }

    void anUnclearEndIsNeverSentTwice()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        channel.failures = {Error{ErrorKind::Timeout, QStringLiteral("no answer after the text"), true}};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(1));

        VERIFY_RESULT(sender.sendDue());
        world.clock.set(at(60));
        VERIFY_RESULT(sender.sendDue());

        QCOMPARE(channel.deliveries, 1);
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Unknown);
    }

    // Such as a mail server that refuses the desk's own sign-in.
    void aFaultOfTheChannelIsNoAttempt()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        channel.failures = std::vector<Error>(10, {ErrorKind::Denied, QStringLiteral("who are you"), true});
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));

        for (int i = 1; i <= 10; ++i) {
            world.clock.set(at(10 * i));
            VERIFY_RESULT(sender.sendDue());
            QCOMPARE(onlyItem(world, outcome).state, OutboxState::Queued);
            QCOMPARE(onlyItem(world, outcome).attempts, 0);
            QCOMPARE(onlyItem(world, outcome).failure, QStringLiteral("who are you"));
        }

        world.clock.set(at(200));
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Sent);
    }

    void theEndOfTheProgramLeavesItToTheNextStart()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        channel.traced = Traced{Trace::Nothing, {}};
        channel.failures = {Error{ErrorKind::Cancelled, QStringLiteral("the program ends"), false}};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(1));

        QCOMPARE(sender.sendDue().error().kind, ErrorKind::Cancelled);
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Sending);
        VERIFY_RESULT(sender.recover());
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Sent);
        QCOMPARE(onlyItem(world, outcome).attempts, 0);
    }

    void whatIsUnknownIsClearedUpByItsChannel_data()
    {
        QTest::addColumn<Trace>("trace");
        QTest::addColumn<OutboxState>("state");
        QTest::newRow("unknown") << Trace::Unknown << OutboxState::Unknown;
        QTest::newRow("left") << Trace::Left << OutboxState::Sent;
        QTest::newRow("nothing left") << Trace::Nothing << OutboxState::Queued;
    }

    void whatIsUnknownIsClearedUpByItsChannel()
    {
        QFETCH(Trace, trace);
        QFETCH(OutboxState, state);
        PipelineWorld world;
        ScriptedChannel channel;
        channel.failures = {Error{ErrorKind::Timeout, QStringLiteral("cut"), false}};
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        world.clock.set(at(1));
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Unknown);

        channel.traced = Traced{trace, QStringLiteral("<left@desk.example>")};
        QCOMPARE(*sender.clearUpUnknown(), trace == Trace::Unknown ? 0 : 1);

        QCOMPARE(onlyItem(world, outcome).state, state);
        QCOMPARE(channel.deliveries, 1);
        QCOMPARE(world.conversations.history(outcome.conversation)->size(),
                 state == OutboxState::Sent ? 2u : 1u);
    }

    void whatCameBackNeedsAPerson()
    {
        PipelineWorld world;
        ScriptedChannel channel;
        OutboxSender sender(world.outbox, world.conversations, world.unitOfWork, world.clock, {&channel});
        const Outcome outcome = world.say(QStringLiteral("Please refund INV-1"));
        const OutboxId id = onlyItem(world, outcome).id;
        QCOMPARE(world.outbox.markReturned(id, QStringLiteral("no such mailbox"), at(1)).error().kind,
                 ErrorKind::Conflict); // it has not left
        world.clock.set(at(1));
        VERIFY_RESULT(sender.sendDue());
        QVERIFY(!(*world.conversations.summary(outcome.conversation))->needsAttention);

        VERIFY_RESULT(world.outbox.markReturned(id, QStringLiteral("no such mailbox"), at(2)));

        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Failed);
        QCOMPARE(onlyItem(world, outcome).failure, QStringLiteral("no such mailbox"));
        QVERIFY((*world.conversations.summary(outcome.conversation))->needsAttention);
        // Sent again by a person it stands in the thread once.
        VERIFY_RESULT(world.outbox.requeue(id, QStringLiteral("Robin"), at(3)));
        world.clock.set(at(3));
        VERIFY_RESULT(sender.sendDue());
        QCOMPARE(onlyItem(world, outcome).state, OutboxState::Sent);
        QCOMPARE(world.conversations.history(outcome.conversation)->size(), 2u);
    }
};

QTEST_GUILESS_MAIN(TestOutboxSender)
#include "tst_outboxsender.moc"
