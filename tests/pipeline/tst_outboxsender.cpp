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
