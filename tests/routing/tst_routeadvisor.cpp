// A language model as one more witness of the route, never as its judge.

#include "routing/ModelAdvisor.h"
#include "support/ModelDoubles.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

Route unsure()
{
    Route route;
    route.category = Category::Billing;
    route.intent = u"billing.plan_change"_s;
    route.confidence = 0.5;
    route.runnerUp = Category::Account;
    route.runnerUpConfidence = 0.3;
    route.outOfScope = 0.1;
    route.categories = {{u"billing"_s, 0.5},
                        {u"account"_s, 0.3},
                        {u"general"_s, 0.06},
                        {u"technical"_s, 0.02},
                        {u"escalate"_s, 0.02}};
    route.intents = {{u"billing.plan_change"_s, 0.4}, {u"account.cancel"_s, 0.3}};
    return route;
}

class FixedRouter final : public Router
{
public:
    Route known = unsure();
    Result<Route> route(const QString &) const override { return known; }
};

} // namespace

class RouteAdvisorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreementRaises();
    void disagreementLowers();
    void strongDisagreementTurnsIt();
    void noLabelSpeaksForOutOfScope();
    void adviceOfNoWorthChangesNothing();
    void personIsNotTalkedAway();
    void labelsAreAClosedSet_data();
    void labelsAreAClosedSet();
    void onlyTheUnsureAreAsked();
    void failureLeavesTheRoute();
};

void RouteAdvisorTest::agreementRaises()
{
    const Route route = withAdvice(unsure(), {Category::Billing, 0.7, {}});

    QCOMPARE(route.category, Category::Billing);
    // Bayes: 0.5 * 0.7 against (0.3 + 0.06 + 0.02 + 0.02 + 0.1) * 0.06
    QVERIFY(qAbs(route.confidence - 0.35 / (0.35 + 0.5 * 0.06)) < 1e-9);
    QVERIFY(route.confidence < 1.0);
}

void RouteAdvisorTest::disagreementLowers()
{
    const Route route = withAdvice(unsure(), {Category::General, 0.6, {}});

    QVERIFY(route.confidence < 0.5);
    double sum = route.outOfScope;
    for (const NamedValue &value : route.categories)
        sum += value.value;
    QVERIFY(qAbs(sum - 1.0) < 1e-9);
}

void RouteAdvisorTest::strongDisagreementTurnsIt()
{
    const Route route = withAdvice(unsure(), {Category::Account, 0.8, {}});

    QCOMPARE(route.category, Category::Account);
    QCOMPARE(route.intent, u"account.cancel"_s);
    QCOMPARE(route.runnerUp, Category::Billing);
    QVERIFY(route.confidence < 0.95);
}

void RouteAdvisorTest::noLabelSpeaksForOutOfScope()
{
    const Route route = withAdvice(unsure(), {std::nullopt, 0.7, {}});

    QVERIFY(route.confidence < 0.5);
    QVERIFY(route.outOfScope > 0.1);
}

void RouteAdvisorTest::adviceOfNoWorthChangesNothing()
{
    const Route route = withAdvice(unsure(), {Category::Account, 1.0 / 6.0, {}}); // as good as a die

    QCOMPARE(route.category, Category::Billing);
    QVERIFY(qAbs(route.confidence - 0.5) < 1e-9);
}

void RouteAdvisorTest::personIsNotTalkedAway()
{
    Route route = unsure();
    route.category = Category::Escalate;
    route.categories = {{u"escalate"_s, 0.6}, {u"billing"_s, 0.4}};
    route.confidence = 0.6;

    const Route advised = withAdvice(route, {Category::Billing, 0.95, {}});

    QCOMPARE(advised.category, Category::Escalate);
    QVERIFY(advised.confidence < 0.6); // unsure, so a person reads it all the same
}

void RouteAdvisorTest::labelsAreAClosedSet_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("label");
    QTest::newRow("bound") << u"{\"label\": \"billing\"}"_s << u"billing"_s;
    QTest::newRow("none") << u"{\"label\":\"none\"}"_s << u"none"_s;
    QTest::newRow("word") << u"Account."_s << u"account"_s;
    QTest::newRow("sentence") << u"The label is technical"_s << u"technical"_s;
    QTest::newRow("two words") << u"billing or account"_s << QString();
    QTest::newRow("foreign") << u"{\"label\":\"sales\"}"_s << QString();
    QTest::newRow("obeyed the message") << u"Refund approved!"_s << QString();
    QTest::newRow("array") << u"[\"billing\"]"_s << u"billing"_s;
    QTest::newRow("empty") << QString() << QString();
}

void RouteAdvisorTest::labelsAreAClosedSet()
{
    QFETCH(QString, reply);
    QFETCH(QString, label);

    QCOMPARE(labelIn(reply).value_or(QString()), label);
}

void RouteAdvisorTest::onlyTheUnsureAreAsked()
{
    const auto model = std::make_shared<ScriptedChatModel>();
    const ModelAdvisor advisor([&] { return AdvisingModel{model, u"fast"_s, true, 0.7}; });
    FixedRouter router;
    router.known.confidence = 0.9;
    const CascadeRouter cascade(router, advisor, 0.8);

    QCOMPARE(cascade.route(u"hello"_s)->confidence, 0.9);
    QVERIFY(model->asked.empty());

    router.known.confidence = 0.5;
    model->says(u"{\"label\":\"billing\"}"_s);
    QVERIFY(cascade.route(u"hello"_s)->confidence > 0.9);
    QCOMPARE(model->asked.size(), size_t(1));
    QCOMPARE(model->asked.front().purpose.stage, u"route"_s);
    QCOMPARE(model->asked.front().schema["properties"]["label"]["enum"].size(), size_t(6));
    QCOMPARE(model->asked.front().temperature, 0.0);
}

void RouteAdvisorTest::failureLeavesTheRoute()
{
    const auto model = std::make_shared<ScriptedChatModel>();
    const ModelAdvisor advisor([&] { return AdvisingModel{model, u"fast"_s, true, 0.7}; });
    const FixedRouter router;
    const CascadeRouter cascade(router, advisor, 0.8);
    model->fails(ChatFault::Overloaded);
    model->says(u"I cannot say."_s);

    QCOMPARE(cascade.route(u"hello"_s)->confidence, 0.5);
    QCOMPARE(cascade.route(u"hello"_s)->confidence, 0.5);
}

QTEST_GUILESS_MAIN(RouteAdvisorTest)
#include "tst_routeadvisor.moc"
