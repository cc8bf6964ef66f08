#include "pipeline/RunJournal.h"
#include "store/StoreTestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestRunJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFinishedStepIsNotDoneAgain()
    {
        TemporaryStore store;
        SqliteRunRepository runs(*store.database);
        const FixedClock clock(at(0));
        const Opened opened =
            openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
        const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
        VERIFY_RESULT(run);
        int done = 0;
        const auto work = [&]() -> Result<Json> { return Json{{"n", ++done}}; };

        auto first = RunJournal::open(runs, run->id, clock);
        VERIFY_RESULT(first);
        VERIFY_RESULT(first->step(QStringLiteral("understand"), Json::object(), work));
        VERIFY_RESULT(first->step(QStringLiteral("route"), Json::object(), work));

        auto second = RunJournal::open(runs, run->id, clock); // as after a crash
        VERIFY_RESULT(second);
        QVERIFY(second->hasStored());
        const auto understood = second->step(QStringLiteral("understand"), Json::object(), work);
        const auto routed = second->step(QStringLiteral("route"), Json::object(), work);
        VERIFY_RESULT(understood);
        VERIFY_RESULT(routed);
        QCOMPARE(integerOr(*understood, "n", 0), 1);
        QCOMPARE(integerOr(*routed, "n", 0), 2);
        QVERIFY(!second->hasStored());
        QCOMPARE(done, 2);

        VERIFY_RESULT(second->step(QStringLiteral("specialist"), Json::object(), work));
        QCOMPARE(done, 3);
    }

    void aFailedStepIsNotStored()
    {
        TemporaryStore store;
        SqliteRunRepository runs(*store.database);
        const FixedClock clock(at(0));
        const Opened opened =
            openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
        const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
        VERIFY_RESULT(run);
        auto journal = RunJournal::open(runs, run->id, clock);
        VERIFY_RESULT(journal);

        const auto failed = journal->step(QStringLiteral("route"), Json::object(), []() -> Result<Json> {
            return Error{ErrorKind::Unavailable, QStringLiteral("down")};
        });

        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Unavailable);
        const auto steps = runs.steps(run->id);
        VERIFY_RESULT(steps);
        QVERIFY(steps->empty());
    }

    void anotherStepThanTheStoredOneIsAnError()
    {
        TemporaryStore store;
        SqliteRunRepository runs(*store.database);
        const FixedClock clock(at(0));
        const Opened opened =
            openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
        const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
        VERIFY_RESULT(run);
        const auto work = []() -> Result<Json> { return Json::object(); };
        auto first = RunJournal::open(runs, run->id, clock);
        VERIFY_RESULT(first);
        VERIFY_RESULT(first->step(QStringLiteral("understand"), Json::object(), work));
        auto second = RunJournal::open(runs, run->id, clock);
        VERIFY_RESULT(second);

        const auto other = second->step(QStringLiteral("route"), Json::object(), work);

        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::Internal);
    }

    void aCancelledRunStopsAtItsNextStep()
    {
        TemporaryStore store;
        SqliteRunRepository runs(*store.database);
        const FixedClock clock(at(0));
        const Opened opened =
            openConversation(*store.database, QStringLiteral("cus_1"), QStringLiteral("Hello"));
        const auto run = runs.begin(opened.conversation.id, opened.message, at(0));
        VERIFY_RESULT(run);
        auto journal = RunJournal::open(runs, run->id, clock);
        VERIFY_RESULT(journal);
        VERIFY_RESULT(runs.cancelLive(opened.conversation.id, at(1)));

        const auto step = journal->step(QStringLiteral("route"), Json::object(),
                                        []() -> Result<Json> { return Json::object(); });

        QVERIFY(!step);
        QCOMPARE(step.error().kind, ErrorKind::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestRunJournal)
#include "tst_runjournal.moc"
