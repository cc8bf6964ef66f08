#include "app/EngineReplay.h"
#include "app/ReplayReading.h"
#include "store/ScaleData.h"
#include "support/TestSupport.h"

#include <QTemporaryDir>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// What the settings ask of a workspace's own history.
class EngineReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void effectAgreesWithTheCommand();
    void severalAtOnceAreOneProposal();
    void curvesRunOverTheWholeRange();
    void modesAreLookedAtTheOtherWayRound();
    void unfitOnesAreRefused();
    void newerQuestionTakesThePlace();
    void withoutHistoryThereIsNoCurve();
    void endsWhileItReads();

private:
    static std::unique_ptr<Workspace> openedIn(const QTemporaryDir &folder)
    {
        auto workspace =
            Workspace::open(folder.path(), {.defaults = AdminDefaults(), .durability = Durability::None});
        return workspace ? std::move(*workspace) : nullptr;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void EngineReplayTest::initTestCase()
{
    m_workspace = openedIn(m_folder);
    QVERIFY(m_workspace);
    const QDateTime now = m_workspace->clock().now();
    VERIFY_RESULT(addScaleConversations(m_workspace->database(), 60, now));
    VERIFY_RESULT(addScaleRuns(m_workspace->database(), 900, now));
}

void EngineReplayTest::effectAgreesWithTheCommand()
{
    EngineReplay room(*m_workspace);
    const auto effect = room.effectOf({{u"modes.billing"_s, "auto"}}).result();
    VERIFY_RESULT(effect);
    const QDate from = m_workspace->clock().now().toLocalTime().date().addDays(1 - EngineReplay::days);

    const auto told = replayProposal(*m_workspace, {{u"modes.billing"_s, u"auto"_s}}, {from, {}}, 1000);

    VERIFY_RESULT(told);
    QCOMPARE(effect->days, EngineReplay::days);
    QVERIFY(effect->total.toAutomatic.runs > 0);
    QCOMPARE(effect->total.runs, integerOr(*told, "runs", -1));
    QCOMPARE(effect->total.toAutomatic.runs, integerOr((*told)["to_automatic"], "runs", -1));
    QCOMPARE(effect->total.toAutomatic.corrected(), integerOr((*told)["to_automatic"], "corrected", -1));
    QCOMPARE(static_cast<size_t>(effect->toAutomatic.size()),
             (*told)["conversations"]["to_automatic"].size());
    QVERIFY(effect->toPerson.isEmpty());
}

void EngineReplayTest::severalAtOnceAreOneProposal()
{
    EngineReplay room(*m_workspace);
    const auto one = room.effectOf({{u"modes.billing"_s, "auto"}}).result();
    const auto other = room.effectOf({{u"modes.account"_s, "auto"}}).result();
    const auto both = room.effectOf({{u"modes.billing"_s, "auto"}, {u"modes.account"_s, "auto"}}).result();
    VERIFY_RESULT(one);
    VERIFY_RESULT(other);
    VERIFY_RESULT(both);

    QCOMPARE(both->total.toAutomatic.runs, one->total.toAutomatic.runs + other->total.toAutomatic.runs);
}

void EngineReplayTest::curvesRunOverTheWholeRange()
{
    EngineReplay room(*m_workspace);
    const auto outlook = room.outlook().result();
    VERIFY_RESULT(outlook);

    QVERIFY(outlook->runs > 0);
    QCOMPARE(outlook->names, TuningSettings::names());
    const auto curve = std::ranges::find(outlook->curves, u"routing.threshold"_s, &ReplayCurve::name);
    QVERIFY(curve != outlook->curves.end());
    QCOMPARE(curve->points.front().value, 0.0);
    QCOMPARE(curve->points.back().value, 1.0);
    for (size_t i = 1; i < curve->points.size(); ++i)
        QVERIFY(curve->points[i].value > curve->points[i - 1].value);
}

void EngineReplayTest::modesAreLookedAtTheOtherWayRound()
{
    EngineReplay room(*m_workspace);
    const auto outlook = room.outlook().result();
    VERIFY_RESULT(outlook);

    QCOMPARE(outlook->modes.size(), size_t(4));
    for (const ReplayOutlook::Alternative &other : outlook->modes) {
        const bool isAuto = m_workspace->settings().value(findSetting(other.mode.name)->key) == Json("auto");
        QCOMPARE(other.mode.value, Json(isAuto ? "suggest" : "auto"));
        const auto asked = room.effectOf({other.mode}).result();
        VERIFY_RESULT(asked);
        QCOMPARE(asked->total.toAutomatic.runs, other.effect.total.toAutomatic.runs);
        QCOMPARE(asked->total.toPerson.runs, other.effect.total.toPerson.runs);
    }
}

void EngineReplayTest::unfitOnesAreRefused()
{
    EngineReplay room(*m_workspace);
    for (const TriedSetting &tried : {TriedSetting{u"session.max_turns"_s, 4}, TriedSetting{u"no.such"_s, 1},
                                      TriedSetting{u"routing.threshold"_s, 7.0}}) {
        const auto effect = room.effectOf({tried}).result();
        QVERIFY2(!effect, qPrintable(tried.name));
        QCOMPARE(effect.error().kind, ErrorKind::InvalidInput);
    }
}

void EngineReplayTest::newerQuestionTakesThePlace()
{
    EngineReplay room(*m_workspace);
    std::vector<ReplayRoom::Reply<ReplayEffect>> replies;
    for (int step = 0; step < 20; ++step)
        replies.push_back(room.effectOf({{u"routing.threshold"_s, 0.5 + 0.01 * step}}));

    VERIFY_RESULT(replies.back().result());
    for (const auto &reply : replies) {
        const Result<ReplayEffect> effect = reply.result();
        QVERIFY(effect || effect.error().kind == ErrorKind::Cancelled);
    }
}

void EngineReplayTest::withoutHistoryThereIsNoCurve()
{
    const QTemporaryDir folder;
    const auto workspace = openedIn(folder);
    QVERIFY(workspace);
    const auto outlook = EngineReplay(*workspace).outlook().result();

    VERIFY_RESULT(outlook);
    QCOMPARE(outlook->runs, 0);
    QVERIFY(outlook->curves.empty() && outlook->modes.empty());
}

void EngineReplayTest::endsWhileItReads()
{
    QFuture<Result<ReplayOutlook>> reading;
    {
        EngineReplay room(*m_workspace);
        reading = room.outlook();
    }
    const Result<ReplayOutlook> outlook = reading.result();
    QVERIFY(outlook || outlook.error().kind == ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(EngineReplayTest)
#include "tst_enginereplay.moc"
