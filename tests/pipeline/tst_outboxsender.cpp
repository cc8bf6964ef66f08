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
};

QTEST_GUILESS_MAIN(TestOutboxSender)
#include "tst_outboxsender.moc"
