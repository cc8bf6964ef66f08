// What the gate makes of rules: whatever a file says, a call passes only where everything can be told.

#include "core/Clock.h"
#include "PolicyRulesets.h"
#include "ToolWorld.h"

#include <atomic>
#include <thread>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

// A tool of somebody else's, with rules of its own; counts what it does.
class ShopTool final : public Tool
{
public:
    ShopTool(const char *name, RiskClass risk, const char *schema)
    {
        m_spec.name = QString::fromLatin1(name);
        m_spec.risk = risk;
        m_spec.schema = Json::parse(schema);
        m_spec.isTransactional = false;
    }
    ToolSpec &mutableSpec() { return m_spec; }
    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &, const ToolContext &) const override
    {
        return Preview{QStringLiteral("Do it"), {}};
    }
    Result<Json> run(const Json &, const ToolContext &, const EffectKey &) const override
    {
        if (m_spec.risk != RiskClass::Read)
            ++effects;
        if (isThrowing)
            throw std::runtime_error("the library behind it threw");
        return answer;
    }

    Result<Json> answer = Json::object();
    bool isThrowing = false;
    mutable std::atomic<int> effects{0};

private:
    ToolSpec m_spec;
};

} // namespace

class PolicyClausesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatCannotBeToldDenies_data();
    void whatCannotBeToldDenies();
    void aReadThatFailedIsNoPermission();
    void withoutRulesNothingIsAllowed();
    void brokenRulesHoldWhatChangesSomething();
    void theLevelDecidesWhoMayAsk_data();
    void theLevelDecidesWhoMayAsk();
    void toolsAreForTheirSpecialistsAndCanBeOff();
    void sumsAreOfCustomerOperatorAndDesk_data();
    void sumsAreOfCustomerOperatorAndDesk();
    void whatMayHaveHappenedCounts();
    void aCoolDownIsALimitOfCalls();
    void denyingLimitsComeBeforeWaitingOnes();
    void theCustomerConfirmsWhatTheRulesSay();
    void tiersNameWhoMayApprove();
    void aSecondPersonIsAnother();
    void newToolsWaitUntilTheyAreTrusted();
    void theAmountIsWhereTheRulesSay();
    void twoCallsAtOnceCannotPassALimitTogether();

private:
    void use(const char *rules)
    {
        QVERIFY2(m_world->setPolicy(rulesFor("pay_out", rules)), qPrintable(m_world->why));
    }
    Result<GateDecision> check(const Json &args = {
                                   {"amount_minor", 100}, {"currency", "USD"}, {"order", "o1"}})
    {
        return m_world->gate->check(QStringLiteral("pay_out"), args, m_world->context, {});
    }
    void happened(qint64 minor, const char *customer, const char *by, const QDateTime &at,
                  const char *state = "done")
    {
        QVERIFY(m_world->execute(
            QStringLiteral(
                "INSERT INTO effects (key, tool, customer, amount_minor, currency, approved_by, state, "
                "started, finished) VALUES ('k%1', 'pay_out', '%2', %3, 'USD', '%4', '%5', '%6', '%6')")
                .arg(++m_keys)
                .arg(QString::fromLatin1(customer))
                .arg(minor)
                .arg(QString::fromLatin1(by), QString::fromLatin1(state), toIso(at))));
    }

    std::unique_ptr<ToolWorld> m_world;
    std::shared_ptr<ShopTool> m_pay;
    std::shared_ptr<ShopTool> m_order;
    int m_keys = 0;
};

void PolicyClausesTest::init()
{
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
    m_pay = std::make_shared<ShopTool>("pay_out", RiskClass::Money, R"({"type": "object"})");
    m_order = std::make_shared<ShopTool>(
        "get_order", RiskClass::Read,
        R"({"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"],
            "additionalProperties": false})");
    m_order->answer = Json::parse(R"({"status": "pending", "paid_minor": 500, "owner": "cus_1"})");
    VERIFY_RESULT(m_world->registry->add(m_pay));
    VERIFY_RESULT(m_world->registry->add(m_order));
}

void PolicyClausesTest::whatCannotBeToldDenies_data()
{
    QTest::addColumn<QString>("require");
    QTest::addColumn<QString>("answer"); // of the read
    const auto row = [](const char *name, const char *require, const char *answer = "{}") {
        QTest::newRow(name) << QString::fromLatin1(require) << QString::fromLatin1(answer);
    };
    row("a value that is missing", R"({"equal": ["$fetched.order.status", "pending"]})");
    row("a value that is null", R"({"equal": ["$fetched.order.status", "pending"]})", R"({"status": null})");
    row("not the absence of it", R"({"not": {"equal": ["$fetched.order.status", "sent"]}})");
    row("another type", R"({"at_most": ["$args.amount_minor", "$fetched.order.paid_minor"]})",
        R"({"paid_minor": "500"})");
    row("a fraction", R"({"at_most": ["$args.amount_minor", "$fetched.order.paid_minor"]})",
        R"({"paid_minor": 500.5})");
    row("beyond 64 bits", R"({"at_most": ["$args.amount_minor", {"add": ["$fetched.order.paid_minor", 1]}]})",
        R"({"paid_minor": 9223372036854775807})");
    row("a list", R"({"equal": ["$fetched.order.owner", "$customer.id"]})", R"({"owner": ["cus_1"]})");
    row("nothing at all", R"({"equal": ["$fetched.order.owner", "$customer.id"]})", "null");
}

void PolicyClausesTest::whatCannotBeToldDenies()
{
    QFETCH(QString, require);
    QFETCH(QString, answer);
    m_order->answer = Json::parse(answer.toStdString());
    for (const char *stage : {"guards", "limits"}) {
        Json rules = Json::parse(R"({"who": "none",
            "fetch": {"order": {"read": "get_order", "args": {"order": "$args.order"}}}})");
        rules[stage] =
            Json::array({{{"id", "told"}, {"say", "No."}, {"require", Json::parse(require.toStdString())}}});
        use(toBytes(rules).constData());

        const ToolCall call =
            m_world->runInNewTurn("pay_out", {{"amount_minor", 100}, {"currency", "USD"}, {"order", "o1"}});

        QCOMPARE(call.status, ToolStatus::Denied);
        QCOMPARE(call.rule, QStringLiteral("told"));
        QVERIFY2(call.failure.size() > 4, "the operator is not told what is missing");
        QCOMPARE(stringOr(call.result, "message"), QStringLiteral("No."));
    }
    QCOMPARE(m_pay->effects.load(), 0);
}

void PolicyClausesTest::aReadThatFailedIsNoPermission()
{
    use(R"({"who": "none", "fetch": {"order": {"read": "get_order", "args": {"order": "$args.order"}}},
            "guards": [{"id": "a", "say": "No.", "require": {"exists": "$fetched.order"}}]})");
    m_order->answer = Error{ErrorKind::Unavailable, QStringLiteral("the shop does not answer"), true};
    QCOMPARE(m_world->run("pay_out", {{"order", "o1"}}).status, ToolStatus::Failed);

    m_order->isThrowing = true;
    const auto decision = check();
    QVERIFY(!decision);
    QCOMPARE(decision.error().kind, ErrorKind::Internal);

    // A read that the rules name wrongly, and one that would change something.
    m_order->isThrowing = false;
    QCOMPARE(check({{"amount_minor", 1}, {"currency", "USD"}})->rule, QStringLiteral("a"));
    use(R"({"who": "none", "fetch": {"order": {"read": "pay_out"}},
            "guards": [{"id": "b", "say": "No.", "require": {"exists": "$fetched.order"}}]})");
    QCOMPARE(check()->rule, QStringLiteral("b"));
    QCOMPARE(m_pay->effects.load(), 0);
}

void PolicyClausesTest::withoutRulesNothingIsAllowed()
{
    m_world->policy = {nullptr, QStringLiteral("the rules are gone")};
    for (const char *tool : {"pay_out", "get_order", "check_invoice", "search_docs"}) {
        const auto decision =
            m_world->gate->check(QString::fromLatin1(tool), Json::object(), m_world->context, {});
        VERIFY_RESULT(decision);
        QCOMPARE(decision->verdict, GateVerdict::Deny);
        QCOMPARE(decision->rule, QStringLiteral("policy_unreadable"));
    }
}

void PolicyClausesTest::brokenRulesHoldWhatChangesSomething()
{
    m_world->policy.problem = QStringLiteral("/tools: an object stands here");
    QCOMPARE(m_world->run("check_invoice", Json::object()).status, ToolStatus::Done);
    const ToolCall held = m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100));
    QCOMPARE(held.status, ToolStatus::PendingApproval);
    QCOMPARE(held.rule, QStringLiteral("policy_unreadable"));
    // A person's yes does not help while they are broken, and is not lost.
    QCOMPARE(m_world->runApproved(held).status, ToolStatus::PendingApproval);
    QVERIFY(m_world->table("refunds").empty());

    m_world->policy.problem.clear();
    QCOMPARE(m_world->runApproved(held).status, ToolStatus::Done);
}

void PolicyClausesTest::theLevelDecidesWhoMayAsk_data()
{
    QTest::addColumn<QString>("needed");
    QTest::addColumn<ChannelKind>("channel");
    QTest::addColumn<IdentityLevel>("level");
    QTest::addColumn<bool>("passes");
    using enum IdentityLevel;
    const auto row = [](const char *needed, ChannelKind channel, IdentityLevel level, bool passes) {
        QTest::addRow("%s %s %s", needed, qPrintable(nameOf(channel)), qPrintable(nameOf(level)))
            << QString::fromLatin1(needed) << channel << level << passes;
    };
    row(R"("none")", ChannelKind::Chat, None, true);
    row(R"("channel")", ChannelKind::Chat, None, false);
    row(R"("channel")", ChannelKind::Chat, Channel, true);
    row(R"("verified")", ChannelKind::Chat, Channel, false);
    row(R"("verified")", ChannelKind::Chat, Verified, true);
    row(R"("operator")", ChannelKind::Chat, Verified, false);
    row(R"("operator")", ChannelKind::Chat, Operator, true);
    const char *mail = R"({"level": "channel", "channels": {"mail": "verified"}})";
    row(mail, ChannelKind::Chat, Channel, true);
    row(mail, ChannelKind::Mail, Channel, false);
    row(mail, ChannelKind::Mail, Verified, true);
    const char *setting = R"({"level": "none", "channels": {"mail": {"setting": "identity.mail_level"}}})";
    row(setting, ChannelKind::Mail, None, false);
    row(setting, ChannelKind::Mail, Channel, true);
}

void PolicyClausesTest::theLevelDecidesWhoMayAsk()
{
    QFETCH(QString, needed);
    QFETCH(ChannelKind, channel);
    QFETCH(IdentityLevel, level);
    QFETCH(bool, passes);
    use(qPrintable(QStringLiteral("{\"who\": %1}").arg(needed)));
    m_world->context.channel = channel;
    m_world->context.level = level;
    QCOMPARE(check()->verdict, passes ? GateVerdict::Allow : GateVerdict::Deny);
    QCOMPARE(check()->rule, passes ? QString() : QStringLiteral("identity"));

    // Whoever the channel says it is: somebody the desk does not know has no level.
    m_world->context.customer = QStringLiteral("cus_99");
    QCOMPARE(check()->verdict == GateVerdict::Allow, needed == QLatin1String(R"("none")"));
}

void PolicyClausesTest::toolsAreForTheirSpecialistsAndCanBeOff()
{
    use(R"({"who": "none", "for": ["billing"]})");
    m_world->context.category = QStringLiteral("technical");
    QCOMPARE(check()->rule, QStringLiteral("disabled"));
    m_world->context.category = QStringLiteral("billing");
    QCOMPARE(check()->verdict, GateVerdict::Allow);
    use(R"({"who": "none", "enabled": false})");
    QCOMPARE(check()->rule, QStringLiteral("disabled"));
}

void PolicyClausesTest::sumsAreOfCustomerOperatorAndDesk_data()
{
    QTest::addColumn<QString>("total");
    QTest::addColumn<qint64>("sum");
    const auto row = [](const char *total, qint64 sum) {
        QTest::newRow(total) << QString::fromLatin1(total) << sum;
    };
    row(R"({"of": "amount", "whose": "customer", "within": "24h", "currency": "USD"})", 10);
    row(R"({"of": "calls", "whose": "customer", "within": "24h"})", 1);
    row(R"({"of": "amount", "whose": "customer", "within": "30d", "currency": "USD"})", 1010);
    row(R"({"of": "amount", "whose": "customer", "within": "month", "currency": "USD"})", 1110);
    row(R"({"of": "amount", "whose": "customer", "within": "day", "currency": "USD"})", 10);
    row(R"({"of": "amount", "whose": "operator", "within": "30d", "currency": "USD"})", 1000);
    row(R"({"of": "amount", "whose": "desk", "within": "24h", "currency": "USD"})", 10010);
    row(R"({"of": "calls", "whose": "desk", "within": "30d"})", 3);
    row(R"({"of": "calls", "whose": "desk", "within": "30d", "tools": ["reset_password"]})", 0);
}

void PolicyClausesTest::sumsAreOfCustomerOperatorAndDesk()
{
    QFETCH(QString, total);
    QFETCH(qint64, sum);
    // 10:00 on the 30th: a month of 30 days begins on the 31st before, at 10:00.
    m_world->context.now = QDateTime(QDate(2026, 11, 30), QTime(10, 0), Qt::UTC);
    happened(10, "cus_1", "", m_world->context.now.addSecs(-3600));
    happened(1000, "cus_1", "Kim", m_world->context.now.addDays(-2));
    happened(100, "cus_1", "", QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC));
    happened(10000, "cus_2", "", m_world->context.now.addSecs(-60));
    if (!total.contains(QLatin1String("month")))
        QVERIFY(m_world->execute(QStringLiteral("DELETE FROM effects WHERE amount_minor = 100")));
    m_world->context.isApproved = true;
    m_world->context.approvedBy = QStringLiteral("Kim");
    Json rules = Json::parse(R"({"who": "none",
        "guards": [{"id": "sum", "say": "{sum}", "require": {"equal": [0, 1]}, "show": {"sum": "$totals.t"}}]})");
    rules["totals"]["t"] = Json::parse(total.toStdString());
    use(toBytes(rules).constData());

    QCOMPARE(check()->why, QString::number(sum));
}

void PolicyClausesTest::whatMayHaveHappenedCounts()
{
    use(R"({"who": "none", "totals": {"t": {"of": "calls", "whose": "customer", "within": "24h"}},
            "guards": [{"id": "sum", "say": "{sum}", "require": {"equal": [0, 1]}, "show": {"sum": "$totals.t"}}]})");
    for (const char *state : {"done", "started", "unknown", "failed"})
        happened(1, "cus_1", "", m_world->context.now, state);
    QCOMPARE(check()->why, QStringLiteral("3"));
    m_world->context.key = QStringLiteral("k%1").arg(m_keys - 2); // the call itself, begun before
    QCOMPARE(check()->why, QStringLiteral("2"));
}

void PolicyClausesTest::aCoolDownIsALimitOfCalls()
{
    use(R"({"who": "none", "totals": {"just_now": {"of": "calls", "whose": "customer", "within": "10m"}},
            "limits": [{"id": "cool_down", "say": "Wait a little.", "else": "deny",
                        "require": {"equal": ["$totals.just_now", 0]}}]})");
    QCOMPARE(m_world->run("pay_out", {{"order", "o1"}}).status, ToolStatus::Done);
    QCOMPARE(m_world->runInNewTurn("pay_out", {{"order", "o2"}}).rule, QStringLiteral("cool_down"));
    m_world->context.now = m_world->context.now.addSecs(600);
    QCOMPARE(m_world->runInNewTurn("pay_out", {{"order", "o2"}}).status, ToolStatus::Done);
    QCOMPARE(m_pay->effects.load(), 2);
}

void PolicyClausesTest::denyingLimitsComeBeforeWaitingOnes()
{
    use(R"({"who": "none", "limits": [
            {"id": "high", "say": "Much.", "require": {"at_most": ["$args.amount_minor", 10]}},
            {"id": "never", "say": "Never.", "else": "deny", "require": {"at_most": ["$args.amount_minor", 50]}}]})");
    QCOMPARE(check({{"amount_minor", 11}})->rule, QStringLiteral("high"));
    QCOMPARE(check({{"amount_minor", 51}})->rule, QStringLiteral("never"));
    m_world->context.isApproved = true;
    QCOMPARE(check({{"amount_minor", 11}})->verdict, GateVerdict::Allow);
    QCOMPARE(check({{"amount_minor", 51}})->verdict, GateVerdict::Deny);
}

void PolicyClausesTest::theCustomerConfirmsWhatTheRulesSay()
{
    use(R"({"who": "none", "confirm": {"id": "own_yes", "say": "Ask the customer first.",
                                       "when": {"more": ["$args.amount_minor", 10]}}})");
    QCOMPARE(check({{"amount_minor", 10}})->verdict, GateVerdict::Allow);
    QCOMPARE(check({{"amount_minor", 11}})->rule, QStringLiteral("own_yes"));
    QCOMPARE(check(Json::object())->verdict, GateVerdict::Deny); // nobody knows whether it needs one
    m_world->context.isConfirmed = true;
    QCOMPARE(check({{"amount_minor", 11}})->verdict, GateVerdict::Allow);
}

void PolicyClausesTest::tiersNameWhoMayApprove()
{
    Json rules = rulesFor("pay_out", R"({"who": "none", "approval": [
        {"id": "tier_low", "say": "A person looks.", "when": {"more": ["$args.amount_minor", 10]}},
        {"id": "tier_high", "say": "A lead looks.", "when": {"more": ["$args.amount_minor", 50]},
         "roles": ["lead"], "names": ["Ash"]}]})");
    rules["roles"] = {{"lead", {"Kim", "Robin"}}};
    QVERIFY2(m_world->setPolicy(rules), qPrintable(m_world->why));
    m_world->context.isApproved = true;
    const auto by = [&](const char *name, qint64 minor) {
        m_world->context.approvedBy = QString::fromLatin1(name);
        return check({{"amount_minor", minor}})->verdict;
    };
    QCOMPARE(by("Max", 11), GateVerdict::Allow);
    QCOMPARE(by("Max", 51), GateVerdict::NeedsApproval);
    QCOMPARE(by("", 51), GateVerdict::NeedsApproval);
    QCOMPARE(by("kim", 51), GateVerdict::Allow);
    QCOMPARE(by("Ash", 51), GateVerdict::Allow);
}

void PolicyClausesTest::aSecondPersonIsAnother()
{
    use(R"({"who": "none", "approval": [{"id": "two", "say": "Two look.", "people": 2, "names": ["Kim", "Ash", "Jo"]}]})");
    ToolContext &context = m_world->context;
    context.isApproved = true;
    const auto by = [&](const char *first, const char *second) {
        context.alsoApprovedBy = QString::fromLatin1(first);
        context.approvedBy = QString::fromLatin1(second);
        return check()->verdict;
    };
    QCOMPARE(by("", "Kim"), GateVerdict::NeedsApproval);
    QCOMPARE(by("Kim", "KIM"), GateVerdict::NeedsApproval);
    QCOMPARE(by("Max", "Kim"), GateVerdict::NeedsApproval);
    QCOMPARE(by("Kim", "Max"), GateVerdict::NeedsApproval);
    QCOMPARE(by("Kim", "Ash"), GateVerdict::Allow);
}

void PolicyClausesTest::newToolsWaitUntilTheyAreTrusted()
{
    m_pay->mutableSpec().needsApproval = true;
    use(R"({"who": "none"})");
    QCOMPARE(check()->rule, QStringLiteral("tool_default"));
    use(R"({"who": "none", "trusted": true})");
    QCOMPARE(check()->verdict, GateVerdict::Allow);
}

void PolicyClausesTest::theAmountIsWhereTheRulesSay()
{
    use(R"({"who": "none", "amount": {"minor": {"minor": ["$args.price", 2]}, "currency": "EUR"}})");
    QCOMPARE(check({{"price", 12.5}})->amount, std::optional(Money{1250, QStringLiteral("EUR")}));
    QCOMPARE(check(Json::object())->rule, QStringLiteral("amount"));
    QCOMPARE(m_world->run("pay_out", {{"price", 12.5}}).status, ToolStatus::Done);
    const auto kept =
        m_world->ledger->past({{QStringLiteral("pay_out")}, {}, {}, QDateTime::fromSecsSinceEpoch(0), {}});
    VERIFY_RESULT(kept);
    QCOMPARE(kept->front().amount, std::optional(Money{1250, QStringLiteral("EUR")}));
}

// Both have begun before either asks once more, so that together they cannot pass: nothing is counted too
// low.
void PolicyClausesTest::twoCallsAtOnceCannotPassALimitTogether()
{
    use(R"({"who": "none", "totals": {"day": {"of": "amount", "whose": "customer", "within": "24h", "currency": "USD"}},
            "limits": [{"id": "day", "say": "Too much.", "else": "deny",
                        "require": {"at_most": [{"add": ["$totals.day", "$args.amount_minor"]}, 100]}}]})");
    std::atomic<int> refused = 0;
    constexpr int callers = 8;
    std::vector<std::thread> threads;
    for (int i = 0; i < callers; ++i)
        threads.emplace_back([&, i] {
            ToolContext context = m_world->context;
            context.message = {100 + i};
            const ToolCall call = m_world->runner->run(
                {QStringLiteral("pay_out"), {{"amount_minor", 60}, {"currency", "USD"}, {"order", i}}},
                context, ExecutionMode::Execute, {});
            refused += call.status == ToolStatus::Denied && call.rule == QLatin1String("day") ? 1 : 0;
        });
    for (std::thread &thread : threads)
        thread.join();

    QVERIFY(m_pay->effects.load() <= 1);
    QCOMPARE(m_pay->effects.load() + refused.load(), callers);
}

QTEST_GUILESS_MAIN(PolicyClausesTest)
#include "tst_policyclauses.moc"
