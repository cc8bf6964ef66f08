#include "store/SqliteDraftRepository.h"
#include "store/SqliteKeptRunRepository.h"
#include "store/SqliteTrainingRepository.h"
#include "StoreTestSupport.h"

#include <cmath>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

// What runs keep, and what people did with them, comes back as it was.
class TestKeptRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBack();
    void theFirstRunOfAMessageStays();
    void runsOfBeforeAreToldApart();
    void thePeriodIsThatOfTheOutcome();
    void peoplesVerdictsStandBeside();
    void whatIsErasedTakesItAlong();
};

namespace
{

struct Seen {
    RecordedRun run;
    std::vector<KeptPath> paths;
};

struct KeptWorld {
    TemporaryStore store;
    SqliteRunRepository runs{*store.database};
    SqliteKeptRunRepository kept{*store.database};

    // A message of a customer of its own, with a run.
    Run begun(int number)
    {
        const Opened opened = openConversation(*store.database, u"cus_%1"_s.arg(number),
                                               u"How do I export a board?"_s, at(number));
        return anew(opened.conversation.id, opened.message, number);
    }
    Run anew(ConversationId conversation, MessageId message, int minute)
    {
        auto run = runs.begin(conversation, message, at(minute));
        if (!run)
            qFatal("%s", qPrintable(run.error().detail));
        return *run;
    }
    void finish(const Run &run, int minute, Decision decision = Decision::NeedsReview)
    {
        Outcome outcome;
        outcome.run = run.id;
        outcome.conversation = run.conversation;
        outcome.category = Category::Technical;
        outcome.decision = decision;
        if (auto saved = runs.saveOutcome(run.id, run.message, outcome, RunState::Finished,
                                          OutcomeWrite::Replace, at(minute));
            !saved)
            qFatal("%s", qPrintable(saved.error().detail));
    }
    std::vector<Seen> read(const QDateTime &from = {}, const QDateTime &until = {}) const
    {
        std::vector<Seen> seen;
        auto done =
            kept.read(from, until, {}, [&](const RecordedRun &run, const std::vector<KeptPath> &paths) {
                seen.push_back({run, paths});
            });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return seen;
    }
};

KeptRun someRun()
{
    KeptRun kept;
    kept.facts.sentiment = -0.37;
    kept.facts.words = 41;
    kept.facts.questions = 2;
    KeptPath path;
    path.above = 0.53;
    path.confidence = 0.6100000000000001;
    path.answer = 0.8;
    path.categories = 0b10010;
    path.repeatsGuess = true;
    path.acts = KeptActs::Unclear;
    KeptPath article = path;
    article.support = 0.9;
    article.answer = notWorded;
    article.guess = 0.2;
    article.isTold = false;
    article.isUnanswerable = article.escalates = article.waits = true;
    kept.paths = {path, article};
    return kept;
}

} // namespace

void TestKeptRuns::everythingComesBack()
{
    KeptWorld world;
    const Run run = world.begun(1);
    const KeptRun kept = someRun();

    VERIFY_RESULT(world.kept.keep(run.id, kept));
    world.finish(run, 1);

    const std::vector<Seen> seen = world.read();
    QCOMPARE(seen.size(), size_t(1));
    const RecordedRun &back = seen.front().run;
    QCOMPARE(back.run, run.id);
    QCOMPARE(back.conversation, run.conversation);
    QCOMPARE(back.at, at(1).toSecsSinceEpoch());
    QCOMPARE(back.category, Category::Technical);
    QCOMPARE(back.decided, Decision::NeedsReview);
    QCOMPARE(back.verdict, PersonsVerdict::None);
    QVERIFY(back.isKept);
    QVERIFY(back.facts == kept.facts);
    QCOMPARE(seen.front().paths.size(), kept.paths.size());
    for (size_t i = 0; i < kept.paths.size(); ++i) {
        const KeptPath &one = kept.paths[i];
        const KeptPath &other = seen.front().paths[i];
        QVERIFY(one.above == other.above && one.upTo == other.upTo && one.support == other.support);
        QVERIFY(one.confidence == other.confidence); // to the last bit: a threshold may stand there
        QVERIFY(one.answer == other.answer || (std::isnan(one.answer) && std::isnan(other.answer)));
        QVERIFY(one.guess == other.guess || (std::isnan(one.guess) && std::isnan(other.guess)));
        QVERIFY(one.categories == other.categories && one.isTold == other.isTold);
        QVERIFY(one.isUnanswerable == other.isUnanswerable && one.escalates == other.escalates);
        QVERIFY(one.repeatsGuess == other.repeatsGuess && one.waits == other.waits && one.acts == other.acts);
    }
}

// A person may have a message answered again, for instance as one of another category.
void TestKeptRuns::theFirstRunOfAMessageStays()
{
    KeptWorld world;
    const Run first = world.begun(1);
    VERIFY_RESULT(world.kept.keep(first.id, someRun()));
    world.finish(first, 1);
    const Run second = world.anew(first.conversation, first.message, 2);

    VERIFY_RESULT(world.kept.keep(second.id, KeptRun()));
    world.finish(second, 2, Decision::AutoSend);

    const std::vector<Seen> seen = world.read();
    QCOMPARE(seen.size(), size_t(1));
    QCOMPARE(seen.front().run.run, first.id);
    QCOMPARE(seen.front().paths.size(), size_t(2));
    QCOMPARE(seen.front().run.decided, Decision::AutoSend); // as the message came out
}

void TestKeptRuns::runsOfBeforeAreToldApart()
{
    KeptWorld world;
    world.finish(world.begun(1), 1);
    const Run kept = world.begun(2);
    VERIFY_RESULT(world.kept.keep(kept.id, someRun()));
    world.finish(kept, 2);
    world.finish(world.begun(3), 3);

    const std::vector<Seen> seen = world.read();

    QCOMPARE(seen.size(), size_t(3));
    QVERIFY(!seen[0].run.isKept && seen[0].paths.empty());
    QVERIFY(seen[1].run.isKept && seen[1].paths.size() == 2);
    QVERIFY(!seen[2].run.isKept && seen[2].paths.empty());
}

void TestKeptRuns::thePeriodIsThatOfTheOutcome()
{
    KeptWorld world;
    for (const int minute : {1, 2, 3, 4}) {
        const Run run = world.begun(minute);
        VERIFY_RESULT(world.kept.keep(run.id, someRun()));
        world.finish(run, minute);
    }

    const std::vector<Seen> seen = world.read(at(2), at(4));

    QCOMPARE(seen.size(), size_t(2));
    QCOMPARE(seen.front().run.at, at(2).toSecsSinceEpoch());
    QCOMPARE(seen.back().run.at, at(3).toSecsSinceEpoch());
    QCOMPARE(seen.back().paths.size(), size_t(2));
}

void TestKeptRuns::peoplesVerdictsStandBeside()
{
    KeptWorld world;
    SqliteDraftRepository drafts(*world.store.database);
    SqliteTrainingRepository training(*world.store.database);
    const auto judged = [&](int number, DraftState state) {
        const Run run = world.begun(number);
        world.finish(run, number);
        NewDraft draft;
        draft.conversation = run.conversation;
        draft.message = run.message;
        draft.run = run.id;
        draft.text = u"Choose Export."_s;
        draft.createdAt = at(number);
        const auto id = drafts.propose(draft);
        if (id)
            (void)drafts.recordVerdict(
                {*id, state, u"Choose Files, then Export."_s, {}, u"Robin"_s, at(number)});
        return run;
    };
    judged(1, DraftState::SentUnchanged);
    judged(2, DraftState::Edited);
    judged(3, DraftState::Rejected);
    const Run other = judged(4, DraftState::Edited);
    OperatorVerdict changed;
    changed.kind = VerdictKind::CategoryChanged;
    changed.conversation = other.conversation;
    changed.message = other.message;
    changed.before = u"technical"_s;
    changed.after = u"billing"_s;
    changed.by = u"Robin"_s;
    changed.at = at(4);
    VERIFY_RESULT(training.addVerdict(changed));

    const std::vector<Seen> seen = world.read();

    QCOMPARE(seen.size(), size_t(4));
    // The proposal was not what was sent, so it counts as edited, whatever the verdict says.
    QCOMPARE(seen[0].run.verdict, PersonsVerdict::Edited);
    QCOMPARE(seen[1].run.verdict, PersonsVerdict::Edited);
    QCOMPARE(seen[2].run.verdict, PersonsVerdict::Rejected);
    QCOMPARE(seen[3].run.verdict, PersonsVerdict::OtherCategory);
}

void TestKeptRuns::whatIsErasedTakesItAlong()
{
    KeptWorld world;
    const Run run = world.begun(1);
    VERIFY_RESULT(world.kept.keep(run.id, someRun()));
    world.finish(run, 1);
    QCOMPARE(world.store.number(u"SELECT count(*) FROM kept_paths"_s), 2);

    VERIFY_RESULT((*world.store.database->connection())->runOnce(u"DELETE FROM conversations"_s));

    QCOMPARE(world.store.number(u"SELECT count(*) FROM kept_runs"_s), 0);
    QCOMPARE(world.store.number(u"SELECT count(*) FROM kept_paths"_s), 0);
}

QTEST_GUILESS_MAIN(TestKeptRuns)
#include "tst_keptruns.moc"
