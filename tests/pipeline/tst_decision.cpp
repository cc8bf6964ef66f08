#include "pipeline/Decision.h"
#include "pipeline/KeptRun.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

ReasonDetail reason(EscalationReason kind)
{
    return {kind, {}, 0.0, 0.0};
}

TuningSettings everywhere(Mode mode)
{
    TuningSettings settings;
    settings.modes.fill(mode);
    settings.modes[static_cast<size_t>(Category::Escalate)] = Mode::Off;
    return settings;
}

// A billing turn that is sure of everything.
KeptPath surePath()
{
    KeptPath path;
    path.confidence = 0.95;
    path.answer = 0.9;
    path.categories = 1U << static_cast<unsigned>(Category::Billing);
    return path;
}

QString nameOf(const std::optional<Decision> &decision)
{
    return decision ? Helmdesk::nameOf(*decision) : QStringLiteral("not told");
}

} // namespace

class TestDecision : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStricterRowWins_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("escalates");
        QTest::addColumn<bool>("callWaits");
        QTest::addColumn<bool>("personRequired");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char *name, Mode mode, bool escalates, bool waits, bool person,
                            const char *decision) {
            QTest::newRow(name) << static_cast<int>(mode) << escalates << waits << person
                                << QString::fromLatin1(decision);
        };
        row("auto sends", Mode::Auto, false, false, false, "auto_send");
        row("suggest waits for a person", Mode::Suggest, false, false, false, "needs_review");
        row("shadow is only to look at", Mode::Shadow, false, false, false, "needs_review");
        row("off escalates", Mode::Off, false, false, false, "escalated");
        row("a reason escalates in auto", Mode::Auto, true, false, false, "escalated");
        row("a reason escalates in shadow", Mode::Shadow, true, false, false, "escalated");
        row("a reason beside an approval escalates", Mode::Auto, true, true, false, "escalated");
        row("a waiting call is not sent around", Mode::Auto, false, true, false, "needs_review");
        row("a declined call leaves the words to a person", Mode::Auto, false, false, true, "needs_review");
    }

    void theStricterRowWins()
    {
        QFETCH(int, mode);
        QFETCH(bool, escalates);
        QFETCH(bool, callWaits);
        QFETCH(bool, personRequired);
        QFETCH(QString, decision);
        KeptFacts facts;
        facts.personRequired = personRequired;
        KeptPath path = surePath();
        path.escalates = escalates;
        path.waits = callWaits;

        QCOMPARE(nameOf(decide(facts, path, everywhere(static_cast<Mode>(mode)))), decision);
    }

    // Each limit passed by the least step, and just not.
    void limitsEscalateFromTheirValueOn()
    {
        KeptFacts facts;
        facts.sentiment = -0.2;
        facts.words = 40;
        facts.questions = 2;
        const KeptPath path = surePath();
        TuningSettings settings = everywhere(Mode::Auto);
        const auto decided = [&] { return nameOf(decide(facts, path, settings)); };
        const QString automatic = QStringLiteral("auto_send");
        const QString escalated = QStringLiteral("escalated");

        settings.routing = 0.95;
        settings.answer = 0.9;
        settings.sentiment = -0.2;
        settings.maxWords = 40;
        settings.maxQuestions = 2;
        QCOMPARE(decided(), automatic);
        for (const auto &pass : std::vector<std::function<void(TuningSettings &)>>{
                 [](TuningSettings &s) { s.routing = 0.951; }, [](TuningSettings &s) { s.answer = 0.901; },
                 [](TuningSettings &s) { s.sentiment = -0.19; }, [](TuningSettings &s) { s.maxWords = 39; },
                 [](TuningSettings &s) { s.maxQuestions = 1; }}) {
            TuningSettings passed = settings;
            pass(passed);
            QCOMPARE(nameOf(decide(facts, path, passed)), escalated);
        }
    }

    void theStrictestCategoryBinds()
    {
        KeptPath path = surePath();
        path.categories |= 1U << static_cast<unsigned>(Category::Account);
        TuningSettings settings = everywhere(Mode::Auto);
        settings.modes[static_cast<size_t>(Category::Account)] = Mode::Shadow;

        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("needs_review"));
    }

    void automaticAndTakenOverMessagesAreOnlyLogged()
    {
        KeptFacts facts;
        facts.isSilent = true;
        facts.alwaysEscalates = true;

        QCOMPARE(nameOf(decide(facts, surePath(), everywhere(Mode::Auto))), QStringLiteral("needs_review"));
        QCOMPARE(nameOf(decide(facts, surePath(), everywhere(Mode::Off))), QStringLiteral("needs_review"));
    }

    void whatNobodyWordedIsNotGuessed()
    {
        KeptPath path = surePath();
        path.answer = notWorded;

        QCOMPARE(nameOf(decide(KeptFacts(), path, everywhere(Mode::Auto))), QStringLiteral("not told"));
        // Where it escalates anyway nobody needs to know.
        QCOMPARE(nameOf(decide(KeptFacts(), path, everywhere(Mode::Off))), QStringLiteral("escalated"));
        TuningSettings strict = everywhere(Mode::Auto);
        strict.routing = 0.99;
        QCOMPARE(nameOf(decide(KeptFacts(), path, strict)), QStringLiteral("escalated"));
    }

    // Below the least guess the knowledge base alone answers, and only plainly.
    void aGuessIsAnArticleThatPlainlyAnswers()
    {
        KeptPath path = surePath();
        path.confidence = 0.3;
        path.guess = 0.85;
        TuningSettings settings = everywhere(Mode::Auto);
        settings.routing = 0.2;

        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("escalated"));
        settings.plainSupport = 0.8;
        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("auto_send"));
        settings.leastGuess = 0.3; // sure enough for the whole agent
        path.answer = 0.5;
        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("escalated"));
    }

    void actsNeedTheCertaintyOfAnAnswer()
    {
        KeptPath path = surePath();
        path.confidence = 0.75;
        path.acts = KeptActs::Done;
        TuningSettings settings = everywhere(Mode::Auto);
        settings.routing = 0.7;
        settings.answer = 0.75;

        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("auto_send"));
        settings.answer = 0.8;
        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("needs_review"));
        settings.answer = 0.7;
        path.acts = KeptActs::Unclear;
        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("not told"));
        settings.modes.fill(Mode::Suggest);
        QCOMPARE(nameOf(decide(KeptFacts(), path, settings)), QStringLiteral("needs_review"));
    }

    // One path for each routing; an article settles only what is unsure without it.
    void thePathIsThatOfTheThreshold()
    {
        KeptPath high = surePath(); // above 0.6 the turn is unsure, and an article settles it up to 0.9
        high.above = 0.5;
        high.confidence = 0.6;
        KeptPath article = surePath();
        article.above = 0.6;
        article.upTo = article.confidence = 0.9;
        article.support = 0.8;
        article.answer = 0.8;
        KeptPath low = surePath(); // below 0.5 it is read as two requests, one of which gives up
        low.upTo = 0.5;
        low.escalates = true;
        const std::vector<KeptPath> paths{high, article, low};
        TuningSettings settings = everywhere(Mode::Auto);
        const auto taken = [&](double routing, double answer) {
            settings.routing = routing;
            settings.answer = answer;
            int path = -1;
            const auto decided = decide(KeptFacts(), paths.data(), paths.size(), settings, &path);
            return QStringLiteral("%1 %2").arg(path).arg(nameOf(decided));
        };

        QCOMPARE(taken(0.4, 0.7), QStringLiteral("2 escalated"));
        QCOMPARE(taken(0.5, 0.7), QStringLiteral("2 escalated"));
        QCOMPARE(taken(0.55, 0.7), QStringLiteral("0 auto_send"));
        QCOMPARE(taken(0.7, 0.7), QStringLiteral("1 auto_send"));
        QCOMPARE(taken(0.9, 0.8), QStringLiteral("1 auto_send"));
        QCOMPARE(taken(0.9, 0.81), QStringLiteral("0 escalated"));
        QCOMPARE(taken(0.91, 0.7), QStringLiteral("0 escalated"));
        const std::vector<KeptPath> none;
        QCOMPARE(nameOf(decide(KeptFacts(), none.data(), 0, settings)), QStringLiteral("not told"));
    }

    void onlyTheApprovalIsNoEscalation()
    {
        QVERIFY(!escalates({reason(EscalationReason::ApprovalRequired)}));
        QVERIFY(escalates({reason(EscalationReason::ApprovalRequired), reason(EscalationReason::Policy)}));
        QVERIFY(!escalates({}));
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
