#include "channels/FairQueue.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace std::chrono_literals;

class TestFairQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_log.clear(); }
    void burstIsLetThroughAtOnce();
    void whatComesThenWaitsInTurn();
    void oneWhoAsksWithoutEndWaitsForHimself();
    void tooLongAWaitIsRefused();
    void fullQueueTakesFromTheLongestLine();
    void nextTurnIsTold();
    void clearedCallsNobody();

private:
    FairQueue::Turn note(const QString &name)
    {
        return [this, name](int wait) { m_log << (wait == 0 ? name : name + QStringLiteral(":refused")); };
    }
    QStringList m_log;
    const FairQueue::Clock::time_point m_start = FairQueue::Clock::now();
};

void TestFairQueue::burstIsLetThroughAtOnce()
{
    FairQueue queue(FairQueue::Limits{{2, 1}});
    for (const char *name : {"a", "b", "c"})
        queue.enter("one", note(QString::fromLatin1(name)), m_start);

    QCOMPARE(m_log, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(queue.waiting(), 1);
}

void TestFairQueue::whatComesThenWaitsInTurn()
{
    FairQueue queue(FairQueue::Limits{{1, 1}});
    for (const char *name : {"a", "b", "c"})
        queue.enter("one", note(QString::fromLatin1(name)), m_start);

    queue.advance(m_start + 999ms);
    QCOMPARE(m_log.size(), 1);
    queue.advance(m_start + 1000ms);
    QCOMPARE(m_log.size(), 2);
    queue.advance(m_start + 10s);
    QCOMPARE(m_log.last(), QStringLiteral("c"));
    QVERIFY(!queue.untilNext(m_start + 10s));
}

void TestFairQueue::oneWhoAsksWithoutEndWaitsForHimself()
{
    FairQueue queue(FairQueue::Limits{{1, 10}, 5s, 128});
    for (int i = 0; i < 60; ++i)
        queue.enter("greedy", note(QStringLiteral("greedy")), m_start);
    queue.enter("honest", note(QStringLiteral("honest")), m_start);
    m_log.clear();

    queue.advance(m_start + 100ms);
    queue.advance(m_start + 200ms);

    QCOMPARE(m_log, (QStringList{QStringLiteral("greedy"), QStringLiteral("honest")}));
}

void TestFairQueue::tooLongAWaitIsRefused()
{
    FairQueue queue(FairQueue::Limits{{1, 1}, 3s, 128});
    int wait = -1;
    for (int i = 0; i < 5; ++i)
        queue.enter(
            "one", [&wait](int seconds) { wait = seconds; }, m_start);

    QCOMPARE(queue.waiting(), 3);
    QCOMPARE(wait, 4); // of the fifth
    queue.enter("other", note(QStringLiteral("other")), m_start);
    QCOMPARE(queue.waiting(), 4); // its turn is the second, in time
}

void TestFairQueue::fullQueueTakesFromTheLongestLine()
{
    FairQueue queue(FairQueue::Limits{{1, 100}, 5s, 3});
    for (const char *name : {"a", "b", "c", "d", "e"})
        queue.enter("one", note(QString::fromLatin1(name)), m_start);
    QCOMPARE(m_log, (QStringList{QStringLiteral("a"), QStringLiteral("e:refused")}));

    queue.enter("two", note(QStringLiteral("two")), m_start);
    QCOMPARE(m_log.last(), QStringLiteral("d:refused"));
    QCOMPARE(queue.waiting(), 3);
    for (int turn = 1; turn <= 3; ++turn)
        queue.advance(m_start + turn * 10ms);
    QCOMPARE(m_log.mid(3, 1), QStringList{QStringLiteral("b")});
    QVERIFY(m_log.contains(QStringLiteral("two")));
}

void TestFairQueue::nextTurnIsTold()
{
    FairQueue queue(FairQueue::Limits{{1, 4}});
    QVERIFY(!queue.untilNext(m_start));
    queue.enter("one", note(QStringLiteral("a")), m_start);
    queue.enter("one", note(QStringLiteral("b")), m_start);

    QCOMPARE(std::chrono::duration_cast<std::chrono::milliseconds>(*queue.untilNext(m_start)).count(), 250);
    QCOMPARE(std::chrono::duration_cast<std::chrono::milliseconds>(*queue.untilNext(m_start + 200ms)).count(),
             50);
}

void TestFairQueue::clearedCallsNobody()
{
    FairQueue queue(FairQueue::Limits{{1, 1}});
    for (const char *name : {"a", "b"})
        queue.enter("one", note(QString::fromLatin1(name)), m_start);
    queue.clear();

    queue.advance(m_start + 1h);
    QCOMPARE(m_log, QStringList{QStringLiteral("a")});
}

QTEST_GUILESS_MAIN(TestFairQueue)
#include "tst_fairqueue.moc"
