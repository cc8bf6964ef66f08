// What a language model adds to a run: its advice on the route, its state between steps, its cost.

#include "PipelineWorld.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

class ScriptedAdvisor final : public RouteAdvisor
{
public:
    Result<std::optional<RouteAdvice>> answer = std::optional<RouteAdvice>();
    mutable int asked = 0;
    Result<std::optional<RouteAdvice>> advise(const QString &, const Route &, const Turn &,
                                              const RunControl &) const override
    {
        ++asked;
        return answer;
    }
};

// Knows what every run cost.
class OneCost final : public CallLedger
{
public:
    Result<Reservation> reserve(const NewModelCall &, const BudgetLimits &) override { return Reservation(); }
    Result<> settle(qint64, const SettledCall &) override { return {}; }
    Result<CostRow> ofRun(RunId, const QString &) const override
    {
        return CostRow{{}, 2, 900, 30, 0.0012, 0, 0.0012};
    }
    Result<std::vector<std::optional<ChatFault>>> lastFaults(const QString &, int) const override
    {
        return std::vector<std::optional<ChatFault>>();
    }
    Result<std::vector<CostRow>> report(CostBy, const QDate &, const QDate &) const override
    {
        return std::vector<CostRow>();
    }
};

bool isUnsure(const Outcome &outcome)
{
    return std::ranges::any_of(outcome.reasons, [](const ReasonDetail &reason) {
        return reason.reason == EscalationReason::LowConfidence && reason.detail == u"route"_s;
    });
}

} // namespace

class ModelTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unsureRouteIsAdvised();
    void sureRouteAsksNobody();
    void adviceThatFailsLeavesTheTurn();
    void stateGoesFromStepToStep();
    void engineAndCostStandInTheOutcome();

private:
    void route(double confidence)
    {
        m_world->router.answer = [confidence](const QString &) -> Result<Route> {
            Route route = ScriptedRouter::to(Category::Billing, "billing.refund_request", confidence);
            route.categories = {{u"billing"_s, confidence}, {u"account"_s, 1.0 - confidence}};
            return route;
        };
    }
    void assemble()
    {
        m_world->parts->advisor = &m_advisor;
        m_world->parts->calls = &m_cost;
        m_world->pipeline = std::make_unique<Pipeline>(*m_world->parts);
        m_world->specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
            return Result<NextStep>(NextStep(ScriptedSpecialist::draft(u"Your plan is Pro."_s)));
        };
    }

    std::unique_ptr<PipelineWorld> m_world;
    ScriptedAdvisor m_advisor;
    OneCost m_cost;
};

void ModelTurnsTest::init()
{
    m_world = std::make_unique<PipelineWorld>();
    m_advisor = ScriptedAdvisor();
    assemble();
}

void ModelTurnsTest::unsureRouteIsAdvised()
{
    route(0.6);
    m_advisor.answer = std::optional(RouteAdvice{Category::Billing, 0.7, u"fast"_s});

    const Outcome outcome = m_world->say(u"How does this work with my whole team?"_s);

    QCOMPARE(m_advisor.asked, 1);
    QVERIFY(!isUnsure(outcome));
    QVERIFY(outcome.confidence > 0.9 && outcome.confidence < 1.0);
}

void ModelTurnsTest::sureRouteAsksNobody()
{
    route(0.97);

    QVERIFY(!isUnsure(m_world->say(u"How does this work with my whole team?"_s)));
    QCOMPARE(m_advisor.asked, 0);
}

void ModelTurnsTest::adviceThatFailsLeavesTheTurn()
{
    route(0.6);
    m_advisor.answer = Error{ErrorKind::Unavailable, u"the server is down"_s};

    QVERIFY(isUnsure(m_world->say(u"How does this work with my whole team?"_s)));
    QCOMPARE(m_advisor.asked, 1);
}

void ModelTurnsTest::stateGoesFromStepToStep()
{
    std::vector<Json> seen;
    m_world->specialist.script = [&](const TurnContext &context, const std::vector<ToolCall> &calls) {
        seen.push_back(context.engineState);
        if (calls.empty())
            return Result<NextStep>(
                NextStep(CallTools{{{u"check_invoice"_s, Json::object()}}, {{"rounds", 1}}}));
        return Result<NextStep>(NextStep(ScriptedSpecialist::draft(u"Paid."_s)));
    };

    const Outcome outcome = m_world->say(u"How does this work with my whole team?"_s);

    QCOMPARE(outcome.tools.size(), size_t(1));
    QCOMPARE(seen.size(), size_t(2));
    QVERIFY(seen[0].is_null());
    QCOMPARE(integerOr(seen[1], "rounds", 0), 1);
}

void ModelTurnsTest::engineAndCostStandInTheOutcome()
{
    m_world->specialist.script = [](const TurnContext &, const std::vector<ToolCall> &) {
        DraftReply draft = ScriptedSpecialist::draft(u"Your plan is Pro."_s);
        draft.engine = u"fast"_s;
        return Result<NextStep>(NextStep(draft));
    };

    const Outcome outcome = m_world->say(u"How does this work with my whole team?"_s);

    QCOMPARE(outcome.engine, u"fast"_s);
    QCOMPARE(outcome.tokensIn, 900);
    QCOMPARE(outcome.tokensOut, 30);
    QCOMPARE(outcome.costUsd, 0.0012);
}

QTEST_GUILESS_MAIN(ModelTurnsTest)
#include "tst_modelturns.moc"
