#include "pipeline/TurnPaths.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Qt::StringLiterals;

// Every way that a threshold leads a turn on is found, and where each holds.
class TestTurnPaths : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTurnThatNoThresholdChangesHasOnePath();
    void eachRoutingHoldsDownToWhatItCompared();
    void theAnswerIsAskedForOnlyWhereItCanMatter();
    void anArticleSettlesBetweenBothConfidences();
    void whereSomebodyElseIsAskedItIsNotTold();
    void aRoutingThatChangesAtEveryStepEnds();
};

namespace
{

TurnRoute to(Category category, double confidence, const QString &intent = {})
{
    TurnRoute turn;
    turn.route.category = category;
    turn.route.intent = intent;
    turn.route.confidence = confidence;
    return turn;
}

quint8 bit(Category category)
{
    return static_cast<quint8>(1U << static_cast<unsigned>(category));
}

// Ways that note which routes were answered.
struct Ways {
    QStringList answered;
    TurnWays ways;

    Ways()
    {
        ways.witness = [](const TurnRoute &) { return std::optional<WitnessedTurn>(); };
        ways.answer = [this](const TurnRoute &turn) {
            answered << turn.route.intent;
            PathAnswer answer;
            answer.answer = 0.9;
            return answer;
        };
    }
    std::vector<KeptPath> paths() const
    {
        auto found = pathsOf(ways);
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        return *found;
    }
};

} // namespace

void TestTurnPaths::aTurnThatNoThresholdChangesHasOnePath()
{
    Ways ways;
    // Asks for the threshold, and comes to the same either way.
    ways.ways.route = [](const RouteLimits &limits) -> Result<TurnRoute> {
        (void)limits.isSure(0.85);
        return to(Category::Billing, 0.85, u"refund"_s);
    };

    const std::vector<KeptPath> paths = ways.paths();

    QCOMPARE(paths.size(), size_t(1));
    QVERIFY(paths.front().holdsFor(0.0) && paths.front().holdsFor(1.0));
    QCOMPARE(paths.front().categories, bit(Category::Billing));
    QCOMPARE(paths.front().answer, 0.9);
    QCOMPARE(ways.answered.size(), 1);
}

// "Refund it and send a new password": two requests where both are clear, else one.
void TestTurnPaths::eachRoutingHoldsDownToWhatItCompared()
{
    Ways ways;
    ways.ways.route = [](const RouteLimits &limits) -> Result<TurnRoute> {
        const bool isSecondClear = limits.isSure(0.6);
        TurnRoute turn =
            to(Category::Billing, isSecondClear ? 0.6 : 0.9, isSecondClear ? u"both"_s : u"one"_s);
        if (isSecondClear) {
            turn.requests.resize(2);
            turn.requests[1].category = Category::Account;
        }
        return turn;
    };

    const std::vector<KeptPath> paths = ways.paths();

    QCOMPARE(paths.size(), size_t(2));
    QVERIFY(!paths[0].holdsFor(0.6) && paths[0].holdsFor(0.6000001) && paths[0].holdsFor(1.0));
    QVERIFY(paths[1].holdsFor(0.0) && paths[1].holdsFor(0.6) && !paths[1].holdsFor(0.61));
    QCOMPARE(paths[0].confidence, 0.9);
    QCOMPARE(paths[1].confidence, 0.6);
    QCOMPARE(paths[1].categories,
             quint8(bit(Category::Billing) | bit(Category::Account) | bit(Category::General)));
    QCOMPARE(ways.answered, (QStringList{u"one"_s, u"both"_s}));
}

void TestTurnPaths::theAnswerIsAskedForOnlyWhereItCanMatter()
{
    Ways ways;
    ways.ways.route = [](const RouteLimits &limits) -> Result<TurnRoute> {
        if (!limits.isSure(0.5)) // never sure of the other category where this one holds
            return to(Category::Technical, 0.4, u"unsure"_s);
        if (!limits.isSure(0.2))
            return to(Category::Escalate, 0.9, u"person"_s);
        TurnRoute turn = to(Category::General, 0.9, u"foreign"_s);
        turn.unanswerable = u"What is the weather like?"_s;
        return turn;
    };

    const std::vector<KeptPath> paths = ways.paths();

    QCOMPARE(paths.size(), size_t(3));
    QVERIFY(ways.answered.isEmpty());
    QVERIFY(paths[2].isUnanswerable);
}

void TestTurnPaths::anArticleSettlesBetweenBothConfidences()
{
    Ways ways;
    ways.ways.route = [](const RouteLimits &) -> Result<TurnRoute> {
        return to(Category::General, 0.55, u"alone"_s);
    };
    ways.ways.witness = [](const TurnRoute &turn) -> std::optional<WitnessedTurn> {
        WitnessedTurn witnessed{turn, 0.8};
        witnessed.turn = to(Category::Technical, 0.92, u"article"_s);
        witnessed.turn.route.runnerUp = Category::General;
        witnessed.turn.isSettledByKnowledge = true;
        return witnessed;
    };

    const std::vector<KeptPath> paths = ways.paths();

    QCOMPARE(paths.size(), size_t(2));
    QVERIFY(!paths[0].isOfArticle() && paths[1].isOfArticle());
    QCOMPARE(paths[1].support, 0.8);
    QVERIFY(!paths[1].holdsFor(0.55) && paths[1].holdsFor(0.56));
    QVERIFY(paths[1].holdsFor(0.92) && !paths[1].holdsFor(0.93));
    QCOMPARE(paths[1].categories, quint8(bit(Category::Technical) | bit(Category::General)));
    QCOMPARE(ways.answered, (QStringList{u"alone"_s, u"article"_s}));
}

void TestTurnPaths::whereSomebodyElseIsAskedItIsNotTold()
{
    Ways ways;
    ways.ways.route = [](const RouteLimits &) -> Result<TurnRoute> {
        return to(Category::General, 0.6, u"alone"_s);
    };
    const TurnRoute advised = to(Category::Billing, 0.88, u"advised"_s);
    ways.ways.advised = &advised;
    ways.ways.advisedAt = 0.8; // the threshold was there, so it was asked

    std::vector<KeptPath> paths = ways.paths();
    QCOMPARE(paths.size(), size_t(2));
    QVERIFY(paths[0].holdsFor(0.6) && !paths[0].holdsFor(0.61));
    QVERIFY(paths[1].holdsFor(0.61) && paths[1].holdsFor(1.0) && paths[1].isTold);
    QCOMPARE(paths[1].confidence, 0.88);

    ways.ways.advisedAt = 0.5; // nobody was asked then
    paths = ways.paths();
    QCOMPARE(paths.size(), size_t(2));
    QVERIFY(paths[0].isTold && !paths[1].isTold);
}

void TestTurnPaths::aRoutingThatChangesAtEveryStepEnds()
{
    Ways ways;
    ways.ways.route = [](const RouteLimits &limits) -> Result<TurnRoute> {
        const double below = limits.threshold() - 0.001;
        (void)limits.isSure(below);
        return to(Category::General, 0.9, QString::number(below));
    };

    const std::vector<KeptPath> paths = ways.paths();

    QVERIFY(paths.size() > 1 && paths.size() < 100);
    QVERIFY(std::ranges::none_of(paths, [](const KeptPath &path) { return path.holdsFor(0.1); }));
}

QTEST_GUILESS_MAIN(TestTurnPaths)
#include "tst_turnpaths.moc"
