#include "app/Answering.h"
#include "pipeline/PipelineWorld.h"
#include "store/SqliteUnansweredRepository.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

// A pipeline whose store can be busy for single messages.
class AnsweringWorld : public PipelineWorld
{
public:
    AnsweringWorld()
        : unanswered(*store.database)
        , answering({unanswered, runs, conversations, clock,
                     [this](MessageId message, const RunControl &control) -> Result<Processed> {
                         asked.push_back(message);
                         if (throws)
                             throw std::runtime_error("a fault of the program");
                         if (busy.contains(message.value))
                             return Error{ErrorKind::Unavailable, QStringLiteral("the store is busy"), true};
                         return pipeline->answer(message, control);
                     },
                     [this](MessageId message, const QString &why, const RunControl &control) {
                         return pipeline->giveUp(message, why, control);
                     },
                     [this](const Outcome &outcome) { outcomes.push_back(outcome); }})
    {
    }

    UnansweredMessage take(const QString &id, ChannelKind channel = ChannelKind::Mail,
                           const QString &thread = QStringLiteral("thread"))
    {
        IncomingMessage message = incoming(QStringLiteral("Please refund INV-1 ") + id, id);
        message.channel = channel;
        message.conversationKey = thread;
        const AppendedMessage taken = made(pipeline->take(message));
        return {taken.id, made(conversations.message(taken.id))->conversation, channel, 0, {}};
    }
    bool hasOutcome(MessageId message) const { return made(runs.outcomeOf(message)).has_value(); }
    bool needsAttention(ConversationId id) const { return made(conversations.summary(id))->needsAttention; }
    void answerAll()
    {
        while (answering.answerNext(RunControl())) {
        }
    }

    QSet<qint64> busy;
    bool throws = false;
    std::vector<MessageId> asked;
    std::vector<Outcome> outcomes;
    SqliteUnansweredRepository unanswered;
    Answering answering;
};

} // namespace

class TestAnswering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chatComesBeforeMailAndArrivalDecidesAmongEquals()
    {
        AnsweringWorld world;
        const auto mail = world.take(QStringLiteral("1"), ChannelKind::Mail, QStringLiteral("a"));
        const auto file = world.take(QStringLiteral("2"), ChannelKind::File, QStringLiteral("b"));
        const auto api = world.take(QStringLiteral("3"), ChannelKind::Api, QStringLiteral("c"));
        const auto chat = world.take(QStringLiteral("4"), ChannelKind::Chat, QStringLiteral("d"));
        for (const auto &message : {file, mail, api, chat})
            QVERIFY(world.answering.add(message));
        QVERIFY(!world.answering.add(chat));

        world.answerAll();

        QCOMPARE(world.asked, (std::vector{chat.id, api.id, mail.id, file.id}));
    }

    void aFailedAnswerIsTriedAgainAndWaitsInTheQueueOfPeople()
    {
        AnsweringWorld world;
        const auto message = world.take(QStringLiteral("1"));
        world.busy.insert(message.id.value);
        world.answering.add(message);

        world.answerAll();

        QVERIFY(!world.hasOutcome(message.id));
        QVERIFY(world.needsAttention(message.conversation));
        QCOMPARE(world.answering.addDue(), 0); // not yet
        QCOMPARE(world.answering.addWaiting(), 0);
        QCOMPARE(world.answering.takeUp(), 0); // nor at a new start
        world.busy.clear();
        world.clock.set(world.clock.now().addSecs(delayAfter(1).count()));
        QCOMPARE(world.answering.addDue(), 1);
        world.answerAll();
        QVERIFY(world.hasOutcome(message.id));
        QCOMPARE(world.refunds(), size_t(1));
        QCOMPARE(world.answering.addDue(), 0);
    }

    void triesBecomeRarerAndEndWithAPerson()
    {
        AnsweringWorld world;
        const auto message = world.take(QStringLiteral("1"));
        world.busy.insert(message.id.value);
        world.answering.add(message);
        for (int attempt = 1; attempt <= mostAttempts; ++attempt) {
            world.answerAll();
            QCOMPARE(world.asked.size(), size_t(attempt));
            world.clock.set(world.clock.now().addSecs(delayAfter(attempt).count()));
            QCOMPARE(world.answering.addDue(), attempt < mostAttempts ? 1 : 0);
            QVERIFY(delayAfter(attempt + 1) >= delayAfter(attempt));
        }

        QVERIFY(world.hasOutcome(message.id));
        QCOMPARE(world.outcomes.size(), size_t(1));
        QVERIFY(world.outcomes.front().hasReason(EscalationReason::EngineFailed));
        QVERIFY(world.needsAttention(message.conversation));
    }

    void anEarlierMessageHasAnOutcomeWhenALaterOneIsAnswered_data()
    {
        QTest::addColumn<bool>("isStillBusy");
        QTest::newRow("it can be answered now") << false;
        QTest::newRow("it alone fails again") << true;
    }
    void anEarlierMessageHasAnOutcomeWhenALaterOneIsAnswered()
    {
        QFETCH(bool, isStillBusy);
        AnsweringWorld world;
        const auto first = world.take(QStringLiteral("1"));
        world.busy.insert(first.id.value);
        world.answering.add(first);
        world.answerAll();
        const auto second = world.take(QStringLiteral("2"));
        if (!isStillBusy)
            world.busy.clear();
        world.answering.add(second);

        world.answerAll();

        QVERIFY(world.hasOutcome(first.id));
        QVERIFY(world.hasOutcome(second.id));
        const auto outcome = world.runs.outcomeOf(first.id);
        QCOMPARE((*outcome)->outcome.hasReason(EscalationReason::EngineFailed), isStillBusy);
    }

    void anExceptionIsAFailureLikeAnyOther()
    {
        AnsweringWorld world;
        const auto message = world.take(QStringLiteral("1"));
        world.throws = true;
        world.answering.add(message);

        world.answerAll();

        const auto waiting = world.unanswered.find(message.id);
        VERIFY_RESULT(waiting);
        QCOMPARE((*waiting)->attempts, 1);
    }

    void whatAnEarlierStartLeftIsTakenUp()
    {
        AnsweringWorld world;
        const auto begun = world.take(QStringLiteral("1"), ChannelKind::Mail, QStringLiteral("a"));
        const auto waiting = world.take(QStringLiteral("2"), ChannelKind::Chat, QStringLiteral("b"));
        VERIFY_RESULT(world.runs.begin(begun.conversation, begun.id, world.clock.now()));

        QCOMPARE(world.answering.takeUp(), 2);
        world.answerAll();

        QVERIFY(world.hasOutcome(begun.id));
        QVERIFY(world.hasOutcome(waiting.id));
        QCOMPARE(world.refunds(), size_t(1));
    }

    void whatWaitsForLongNeedsAttention()
    {
        AnsweringWorld world;
        const auto message = world.take(QStringLiteral("1"));
        world.answering.markLate();
        QVERIFY(!world.needsAttention(message.conversation));

        world.clock.set(at(1));
        world.answering.markLate();

        QVERIFY(world.needsAttention(message.conversation));
    }
};

QTEST_GUILESS_MAIN(TestAnswering)
#include "tst_answering.moc"
