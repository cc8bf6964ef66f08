#include "ToolWorld.h"

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

class PolicyGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badRefundsAreDenied_data();
    void badRefundsAreDenied();
    void foreignAndMissingInvoicesLookTheSame();
    void aStrangerSeesAndTouchesNothing();
    void refundAboveTheLimitWaits();
    void theDaysTotalWaits();
    void waitingRefundsCountAgainstWhatWasPaid();
    void currenciesHaveTheirOwnTotal();
    void aSuspendedCustomersWritesWait();
    void approvalLiftsOnlyWhatAPersonMayDecide();
    void changedArgumentsVoidTheApproval();
    void revisedArgumentsPassTheGateAgain();
    void identicalCallsAndRoundsAreLimited();
    void badAccountValuesAreDenied_data();
    void badAccountValuesAreDenied();
    void unknownToolsAndHugeArgumentsAreDenied();

private:
    std::unique_ptr<ToolWorld> m_world;
};

void PolicyGateTest::init()
{
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
}

void PolicyGateTest::badRefundsAreDenied_data()
{
    QTest::addColumn<QString>("args");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const char *args, const char *rule) {
        QTest::newRow(name) << QString::fromLatin1(args) << QString::fromLatin1(rule);
    };
    row("negative", R"({"invoice_id":"INV-1","amount_minor":-4900,"currency":"USD"})", "schema");
    row("nothing", R"({"invoice_id":"INV-1","amount_minor":0,"currency":"USD"})", "schema");
    row("a fraction", R"({"invoice_id":"INV-1","amount_minor":49.5,"currency":"USD"})", "schema");
    row("a float", R"({"invoice_id":"INV-1","amount_minor":4900.0,"currency":"USD"})", "schema");
    row("a text", R"({"invoice_id":"INV-1","amount_minor":"4900","currency":"USD"})", "schema");
    row("huge", R"({"invoice_id":"INV-1","amount_minor":9223372036854775807,"currency":"USD"})", "schema");
    row("beyond 64 bits", R"({"invoice_id":"INV-1","amount_minor":18446744073709551615,"currency":"USD"})",
        "schema");
    row("exponent", R"({"invoice_id":"INV-1","amount_minor":1e300,"currency":"USD"})", "schema");
    row("no amount", R"({"invoice_id":"INV-1","currency":"USD"})", "schema");
    row("a customer of its own",
        R"({"invoice_id":"INV-20","amount_minor":100,"currency":"USD","customer":"cus_2"})", "schema");
    row("a list", R"([])", "schema");
    row("an approval of its own",
        R"({"invoice_id":"INV-2","amount_minor":24900,"currency":"USD","approved":true})", "schema");
    row("foreign", R"({"invoice_id":"INV-20","amount_minor":100,"currency":"USD"})", "not_found");
    row("SQL", R"({"invoice_id":"INV-20' OR '1'='1","amount_minor":100,"currency":"USD"})", "not_found");
    row("unpaid", R"({"invoice_id":"INV-3","amount_minor":100,"currency":"USD"})", "not_refundable");
    row("void", R"({"invoice_id":"INV-6","amount_minor":100,"currency":"USD"})", "not_refundable");
    row("more than paid", R"({"invoice_id":"INV-1","amount_minor":4901,"currency":"USD"})", "exceeds_paid");
    row("another currency", R"({"invoice_id":"INV-4","amount_minor":100,"currency":"USD"})", "currency");
}

void PolicyGateTest::badRefundsAreDenied()
{
    QFETCH(QString, args);
    QFETCH(QString, rule);
    const Json before = m_world->table("invoices");

    const ToolCall call = m_world->run("process_refund", Json::parse(args.toStdString()));

    QCOMPARE(call.status, ToolStatus::Denied);
    QCOMPARE(call.rule, rule);
    QVERIFY(!call.failure.isEmpty());
    QVERIFY(m_world->table("refunds").empty());
    QCOMPARE(toBytes(m_world->table("invoices")), toBytes(before));
}

void PolicyGateTest::foreignAndMissingInvoicesLookTheSame()
{
    ToolCall foreign = m_world->run("process_refund", ToolWorld::refundArgs("INV-20", 100));
    ToolCall missing = m_world->run("process_refund", ToolWorld::refundArgs("INV-99", 100));
    QCOMPARE(toBytes(foreign.result), toBytes(missing.result));
    QCOMPARE(foreign.failure, missing.failure);
    QCOMPARE(foreign.rule, missing.rule);
    QCOMPARE(foreign.preview, missing.preview);

    foreign = m_world->run("check_invoice", {{"invoice_id", "INV-20"}});
    missing = m_world->run("check_invoice", {{"invoice_id", "INV-99"}});
    QCOMPARE(foreign.status, missing.status);
    QCOMPARE(toBytes(foreign.result), toBytes(missing.result));
    QVERIFY(foreign.result["invoices"].empty());
}

void PolicyGateTest::aStrangerSeesAndTouchesNothing()
{
    for (const char *customer : {"", "cus_99"}) {
        m_world->context.customer = QString::fromLatin1(customer);
        m_world->calls.clear();
        QVERIFY(m_world->run("check_invoice", {{"invoice_id", "INV-1"}}).result["invoices"].empty());
        QVERIFY(m_world->run("check_invoice", Json::object()).result["invoices"].empty());
        QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).rule,
                 QStringLiteral("not_found"));
        QCOMPARE(m_world->run("update_account", {{"field", "name"}, {"value", "Eve"}}).rule,
                 QStringLiteral("identity"));
        QCOMPARE(m_world->run("update_payment_method", {{"kind", "card"}}).rule, QStringLiteral("identity"));
    }
    QVERIFY(m_world->table("refunds").empty());
}

void PolicyGateTest::refundAboveTheLimitWaits()
{
    const ToolCall call = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900));

    QCOMPARE(call.status, ToolStatus::PendingApproval);
    QCOMPARE(call.rule, QStringLiteral("refund_limit"));
    QVERIFY(call.preview.startsWith(QStringLiteral("Refund 249.00 USD to card ending 4242 for INV-2")));
    QVERIFY(call.result.is_null());
    QVERIFY(m_world->table("refunds").empty());

    const ToolCall done = m_world->runner->runApproved(call, m_world->context);
    QCOMPARE(done.status, ToolStatus::Done);
    QCOMPARE(integerOr(done.result, "amount_minor", 0), 24900);
    QCOMPARE(stringOr(done.result, "status"), QStringLiteral("succeeded"));

    // Approved twice, executed once.
    const ToolCall again = m_world->runner->runApproved(call, m_world->context);
    QVERIFY(again.status == ToolStatus::Done || again.status == ToolStatus::Denied);
    QCOMPARE(m_world->table("refunds").size(), 1U);
}

void PolicyGateTest::theDaysTotalWaits()
{
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 4900)).status, ToolStatus::Done);

    ToolCall call = m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 5101));
    QCOMPARE(call.status, ToolStatus::PendingApproval);
    QCOMPARE(call.rule, QStringLiteral("refund_daily_total"));
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 5100)).status,
             ToolStatus::Done);

    m_world->context.now = m_world->context.now.addDays(1);
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 3900)).status,
             ToolStatus::Done);
}

void PolicyGateTest::waitingRefundsCountAgainstWhatWasPaid()
{
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 4000), ExecutionMode::HoldWrites)
                 .status,
             ToolStatus::PendingApproval);
    QCOMPARE(
        m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 1000), ExecutionMode::HoldWrites).rule,
        QStringLiteral("exceeds_paid"));
}

void PolicyGateTest::currenciesHaveTheirOwnTotal()
{
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-4", 9000, "EUR")).status,
             ToolStatus::Done);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-5", 9000)).status, ToolStatus::Done);
}

void PolicyGateTest::aSuspendedCustomersWritesWait()
{
    m_world->context.customer = QStringLiteral("cus_3");
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-30", 100)).rule,
             QStringLiteral("customer_status"));
    QCOMPARE(m_world->run("update_account", {{"field", "name"}, {"value", "Cy"}}).status,
             ToolStatus::PendingApproval);
    QCOMPARE(m_world->run("reset_password", {{"email", "cy@moor.example"}}).status,
             ToolStatus::PendingApproval);
    QCOMPARE(m_world->run("check_invoice", Json::object()).status, ToolStatus::Done);
    QVERIFY(m_world->table("password_resets").empty());
}

void PolicyGateTest::approvalLiftsOnlyWhatAPersonMayDecide()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900));
    // Meanwhile a part of it is refunded elsewhere.
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-2", 5000)).status,
             ToolStatus::Done);

    const ToolCall call = m_world->runner->runApproved(waiting, m_world->context);
    QCOMPARE(call.status, ToolStatus::Denied);
    QCOMPARE(call.rule, QStringLiteral("exceeds_paid"));
    QCOMPARE(m_world->table("refunds").size(), 1U);
}

void PolicyGateTest::changedArgumentsVoidTheApproval()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 20000));
    for (const Json &args : {ToolWorld::refundArgs("INV-2", 24900), ToolWorld::refundArgs("INV-20", 4900)}) {
        ToolCall changed = waiting;
        changed.args = args;
        const ToolCall call = m_world->runner->runApproved(changed, m_world->context);
        QCOMPARE(call.status, ToolStatus::Denied);
        QCOMPARE(call.rule, QStringLiteral("arguments_changed"));
    }
    QVERIFY(m_world->table("refunds").empty());
}

void PolicyGateTest::revisedArgumentsPassTheGateAgain()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 20000));
    const ToolCall smaller = ToolRunner::revised(waiting, ToolWorld::refundArgs("INV-2", 12000));
    const ToolCall foreign = ToolRunner::revised(waiting, ToolWorld::refundArgs("INV-20", 100));

    QCOMPARE(m_world->runner->runApproved(foreign, m_world->context).rule, QStringLiteral("not_found"));
    const ToolCall done = m_world->runner->runApproved(smaller, m_world->context);
    QCOMPARE(done.status, ToolStatus::Done);
    QVERIFY(done.key != waiting.key);
    QCOMPARE(integerOr(m_world->table("refunds")[0], "amount_minor", 0), 12000);
}

void PolicyGateTest::identicalCallsAndRoundsAreLimited()
{
    QCOMPARE(m_world->run("check_invoice", Json::object()).status, ToolStatus::Done);
    QCOMPARE(m_world->run("check_invoice", Json::object()).status, ToolStatus::Done);
    QCOMPARE(m_world->run("check_invoice", Json::object()).rule, QStringLiteral("repeated_call"));

    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).status, ToolStatus::Done);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).rule,
             QStringLiteral("repeated_call"));
    QCOMPARE(m_world->table("refunds").size(), 1U);

    m_world->context.round = m_world->context.limits.maxRounds;
    QCOMPARE(m_world->run("search_docs", {{"query", "x"}}).rule, QStringLiteral("rounds"));
}

void PolicyGateTest::badAccountValuesAreDenied_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *field, const QString &value) {
        QTest::addRow("%s %s", field, qPrintable(value.left(30))) << QString::fromLatin1(field) << value;
    };
    row("email", QStringLiteral("no address"));
    row("email", QStringLiteral("a@b"));
    row("email", QStringLiteral("a@b.example,c@d.example"));
    row("phone", QStringLiteral("call me"));
    row("phone", QStringLiteral("12"));
    row("language", QStringLiteral("Klingonese"));
    row("name", QStringLiteral("42"));
    row("name", QStringLiteral("Ada") + QChar(0x202E) + QStringLiteral("Brook"));
    row("company", QString(250, QLatin1Char('x')));
    row("address", QStringLiteral("   "));
    row("plan", QStringLiteral("business"));
    row("status", QStringLiteral("active"));
    row("id", QStringLiteral("cus_2"));
}

void PolicyGateTest::badAccountValuesAreDenied()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    const Json before = m_world->table("customers");

    const ToolCall call = m_world->run("update_account", {{"field", field}, {"value", value}});

    QCOMPARE(call.status, ToolStatus::Denied);
    QCOMPARE(call.rule, QStringLiteral("schema"));
    QCOMPARE(toBytes(m_world->table("customers")), toBytes(before));
}

void PolicyGateTest::unknownToolsAndHugeArgumentsAreDenied()
{
    QCOMPARE(m_world->run("drop_tables", Json::object()).rule, QStringLiteral("unknown_tool"));
    QCOMPARE(m_world->run("search_docs", {{"query", std::string(100'000, 'a')}}).rule,
             QStringLiteral("schema"));
    const ToolCall missing = m_world->run("update_account", {{"field", "name"}});
    QVERIFY2(missing.failure.contains(QStringLiteral("\"value\"")), qPrintable(missing.failure));
    const ToolCall wrong = m_world->run("update_payment_method", {{"kind", "cash"}});
    QVERIFY2(wrong.failure.contains(QStringLiteral("\"kind\"")), qPrintable(wrong.failure));
    const ToolCall extra = m_world->run("search_docs", {{"query", "x"}, {"customer", "cus_2"}});
    QVERIFY2(extra.failure.contains(QStringLiteral("\"customer\"")), qPrintable(extra.failure));
}

QTEST_GUILESS_MAIN(PolicyGateTest)
#include "tst_policygate.moc"
