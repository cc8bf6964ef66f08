#include "insights/Proportion.h"
#include "insights/Replay.h"
#include "insights/ReplayReport.h"
#include "support/TestSupport.h"

#include <QRandomGenerator>

using namespace Helmdesk;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::array decisions{Decision::AutoSend, Decision::NeedsReview, Decision::Escalated};

struct RandomRun {
    RecordedRun run;
    std::vector<KeptPath> paths;
};

RandomRun randomRun(QRandomGenerator &random, int number)
{
    RandomRun made;
    made.run.run.value = number;
    made.run.conversation.value = number;
    made.run.at = 1'790'000'000 + random.bounded(1'000'000);
    made.run.category = allCategories[static_cast<size_t>(random.bounded(5))];
    made.run.decided = decisions[static_cast<size_t>(random.bounded(3))];
    made.run.verdict = static_cast<PersonsVerdict>(random.bounded(5));
    made.run.isKept = random.bounded(20) != 0;
    made.run.facts.isSilent = random.bounded(20) == 0;
    made.run.facts.alwaysEscalates = random.bounded(10) == 0;
    made.run.facts.sentiment = random.generateDouble() * 2.0 - 1.0;
    made.run.facts.words = random.bounded(150);
    KeptPath path;
    path.confidence = random.generateDouble();
    path.answer = random.bounded(10) == 0 ? notWorded : random.generateDouble();
    path.categories = static_cast<quint8>(1 << random.bounded(4));
    path.waits = random.bounded(10) == 0;
    path.acts = random.bounded(4) == 0 ? KeptActs::Done : KeptActs::None;
    made.paths = {path};
    return made;
}

std::vector<RandomRun> randomRuns(int count)
{
    QRandomGenerator random(7);
    std::vector<RandomRun> runs;
    for (int i = 1; i <= count; ++i)
        runs.push_back(randomRun(random, i));
    return runs;
}

ReplayHistory historyOf(const std::vector<RandomRun> &runs)
{
    ReplayHistory history;
    for (const RandomRun &run : runs)
        history.add(run.run, run.paths);
    return history;
}

Settings made(const Json &values)
{
    auto settings = Settings().with(values);
    return settings ? *settings : Settings();
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRunIsCountedOnce()
    {
        const std::vector<RandomRun> runs = randomRuns(4000);
        const ReplayHistory history = historyOf(runs);
        const Settings today = made({{"modes.billing", "auto"}});
        const Settings proposed = made({{"modes.technical", "auto"}, {"routing.threshold", 0.4}});

        const auto result = replay(history, TuningSettings::of(today), TuningSettings::of(proposed));

        VERIFY_RESULT(result);
        // Counted in another way, from the runs themselves.
        std::array<std::array<qint64, 3>, 3> moves{};
        qint64 notTold = 0;
        qint64 notKept = 0;
        qint64 corrected = 0;
        for (const RandomRun &run : runs) {
            if (!run.run.isKept) {
                ++notKept;
                continue;
            }
            const auto now = decide(run.run.facts, run.paths.front(), TuningSettings::of(today));
            const auto then = decide(run.run.facts, run.paths.front(), TuningSettings::of(proposed));
            if (!now || !then) {
                ++notTold;
                continue;
            }
            ++moves[static_cast<size_t>(*now)][static_cast<size_t>(*then)];
            if (*now != Decision::AutoSend && *then == Decision::AutoSend)
                corrected += run.run.verdict > PersonsVerdict::SentUnchanged ? 1 : 0;
        }
        const ReplayTally total = result->total();
        QVERIFY(total.moves == moves);
        QCOMPARE(total.notTold, notTold);
        QVERIFY(notTold > 0 && corrected > 0);
        QCOMPARE(total.toAutomatic.corrected(), corrected);
        QCOMPARE(history.notKept(), notKept);
        QCOMPARE(total.runs + notKept, qint64(runs.size()));
        QCOMPARE(total.toAutomatic.runs, qint64(result->toAutomatic.size()));
        QCOMPARE(total.toPerson.runs, qint64(result->toPerson.size()));
        qint64 told = 0;
        for (const Decision decision : decisions) {
            told += total.proposed(decision);
            qint64 today_ = 0;
            for (const ReplayTally &category : result->byCategory)
                today_ += category.today(decision);
            QCOMPARE(today_, total.today(decision));
        }
        QCOMPARE(told + notTold, total.runs);
        QCOMPARE(total.proposed(Decision::AutoSend) - total.today(Decision::AutoSend),
                 total.toAutomatic.runs - total.toPerson.runs);
    }

    void nothingMovesUnderTodaysSettings()
    {
        const ReplayHistory history = historyOf(randomRuns(500));
        const TuningSettings today = TuningSettings::of(Settings());

        const auto result = replay(history, today, today);

        VERIFY_RESULT(result);
        QVERIFY(result->toAutomatic.empty() && result->toPerson.empty());
    }

    void theCurveIsTheReplayAtEachPoint()
    {
        const ReplayHistory history = historyOf(randomRuns(800));
        const TuningSettings today = TuningSettings::of(made({{"modes.billing", "auto"}}));
        const auto at = [today](double value) {
            TuningSettings settings = today;
            settings.routing = value;
            return settings;
        };

        const auto curve = replayCurve(history, {0.0, 0.3, 0.7, 1.0}, at);

        VERIFY_RESULT(curve);
        QCOMPARE(curve->size(), size_t(4));
        for (const ReplayPoint &point : *curve) {
            const auto result = replay(history, at(point.value), at(point.value));
            QCOMPARE(point.automatic, result->total().today(Decision::AutoSend));
            QCOMPARE(point.notTold, result->total().notTold);
        }
        QVERIFY(curve->front().automatic > curve->back().automatic);
    }

    void aStoppedReplayGivesNothing()
    {
        std::stop_source stop;
        stop.request_stop();
        const TuningSettings today;

        const auto result = replay(historyOf(randomRuns(10)), today, today, RunControl(stop.get_token()));

        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    // Values from the formula's own author's successors: Newcombe 1998, table I, method 3.
    void theIntervalIsWilsons()
    {
        const Proportion many = proportionOf(81, 263);
        QVERIFY(std::abs(many.low - 0.2553) < 5e-5 && std::abs(many.high - 0.3662) < 5e-5);
        const Proportion few = proportionOf(15, 148);
        QVERIFY(std::abs(few.low - 0.0624) < 5e-5 && std::abs(few.high - 0.1605) < 5e-5);
        const Proportion none = proportionOf(0, 20);
        QVERIFY(none.low == 0.0 && std::abs(none.high - 0.1611) < 5e-5);
        const Proportion unknown = proportionOf(0, 0);
        QVERIFY(unknown.low == 0.0 && unknown.high == 1.0);
    }

    void whatCannotBeReplayedIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("why");
        QTest::newRow("unknown") << u"routing.treshold"_s << u"0.7"_s << u"did you mean routing.threshold?"_s;
        QTest::newRow("unknown mode") << u"mode.billing"_s << u"auto"_s << u"did you mean modes.billing?"_s;
        QTest::newRow("value") << u"modes.billing"_s << u"automatic"_s << u"did you mean auto?"_s;
        QTest::newRow("range") << u"answer.threshold"_s << u"1.5"_s << u"must be a number from 0 to 1"_s;
        QTest::newRow("not kept") << u"retrieval.top_k"_s << u"3"_s
                                  << u"only when the messages are run again"_s;
        QTest::newRow("limit") << u"refund.approval_limit_minor"_s << u"100"_s << u"cannot tell"_s;
    }

    void whatCannotBeReplayedIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, why);

        const auto proposed = withProposal(Settings(), {{name, value}});

        QVERIFY(!proposed);
        QCOMPARE(proposed.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(proposed.error().detail.contains(why), qPrintable(proposed.error().detail));
    }

    void theReportNamesTheNewestFirst()
    {
        const ReplayHistory history = historyOf(randomRuns(2000));
        const Settings today;
        const auto proposed =
            withProposal(today, {{u"modes.billing"_s, u"auto"_s}, {u"answer.threshold"_s, u"0.2"_s}});
        VERIFY_RESULT(proposed);
        const auto result = replay(history, TuningSettings::of(today), TuningSettings::of(*proposed));

        const Json json = toJson(history, {today, *proposed}, *result, 5);

        const Json &ids = json["conversations"]["to_automatic"];
        QCOMPARE(ids.size(), size_t(5));
        const auto at = [&](const Json &id) {
            return std::ranges::find(history.runs(), id.get<qint64>(), &ReplayHistory::Run::conversation)->at;
        };
        for (size_t i = 1; i < ids.size(); ++i)
            QVERIFY(at(ids[i - 1]) >= at(ids[i]));
        QCOMPARE(json["settings"].size(), size_t(2));
        QCOMPARE(json["settings"]["modes.billing"]["proposed"].get<QString>(), u"auto"_s);
        const Json &move = json["to_automatic"];
        QCOMPARE(integerOr(move, "corrected", -1), integerOr(move, "edited", 0) +
                                                       integerOr(move, "rejected", 0) +
                                                       integerOr(move, "other_category", 0));
        QCOMPARE(integerOr(move, "judged", -1),
                 integerOr(move, "corrected", 0) + integerOr(move, "sent_unchanged", 0));
        QVERIFY(move["corrected_share"]["low"].get<double>() < move["corrected_share"]["high"].get<double>());
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
