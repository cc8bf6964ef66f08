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
    void anApprovalDoesNotTellWhoTheCustomerIs();
    void refundAboveTheLimitWaits();
    void theDaysTotalWaits();
    void waitingRefundsCountAgainstWhatWasPaid();
    void theDayIsTheLast24Hours_data();
    void theDayIsTheLast24Hours();
    void thirtyDaysHaveATotal();
    void anInvoiceIsRefundedAFewTimesAlone();
    void theTotalIsOverAllCurrencies();
    void aPastRefundOfUnknownWorthWaits();
    void aChangedWorldWaitsAgain_data();
    void aChangedWorldWaitsAgain();
    void otherArgumentsBindDestinationAndStatus();
    void anApprovalServesItsOwnCustomerAlone();
    void theCallerCannotApproveItself();
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

void PolicyGateTest::anApprovalDoesNotTellWhoTheCustomerIs()
{
    m_world->context.isApproved = true;
    for (const char *customer : {"", "cus_99"}) {
        m_world->context.customer = QString::fromLatin1(customer);
        const auto decision = m_world->gate->check(
            QStringLiteral("update_account"), {{"field", "name"}, {"value", "Eve"}}, m_world->context, {});
        VERIFY_RESULT(decision);
        QCOMPARE(decision->verdict, GateVerdict::Deny);
        QCOMPARE(decision->rule, QStringLiteral("identity"));
    }
}

void PolicyGateTest::refundAboveTheLimitWaits()
{
    const ToolCall call = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900));

    QCOMPARE(call.status, ToolStatus::PendingApproval);
    QCOMPARE(call.rule, QStringLiteral("refund_limit"));
    QVERIFY(call.preview.startsWith(QStringLiteral("Refund 249.00 USD to card ending 4242 for INV-2")));
    QVERIFY(call.result.is_null());
    QVERIFY(m_world->table("refunds").empty());

    const ToolCall done = m_world->runApproved(call);
    QCOMPARE(done.status, ToolStatus::Done);
    QCOMPARE(integerOr(done.result, "amount_minor", 0), 24900);
    QCOMPARE(stringOr(done.result, "status"), QStringLiteral("succeeded"));

    // Approved twice, executed once: the second is told what the first came to.
    const ToolCall again = m_world->runApproved(call);
    QCOMPARE(again.status, ToolStatus::Done);
    QCOMPARE(toBytes(again.result), toBytes(done.result));
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

// Midnight does not begin a new day, in no zone.
void PolicyGateTest::theDayIsTheLast24Hours_data()
{
    QTest::addColumn<QDateTime>("first");
    QTest::addColumn<qint64>("secondsLater");
    QTest::addColumn<bool>("waits");
    const QDateTime midnight(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC);
    QTest::newRow("around midnight") << midnight.addSecs(-30) << qint64(60) << true;
    QTest::newRow("a second short of a day") << midnight << qint64(24 * 3600 - 1) << true;
    QTest::newRow("a day") << midnight << qint64(24 * 3600) << false;
    QTest::newRow("east of Greenwich")
        << QDateTime(QDate(2026, 11, 23), QTime(1, 30), Qt::OffsetFromUTC, 7200) << qint64(3600) << true;
    QTest::newRow("the clock was ahead") << midnight.addDays(2) << qint64(-48 * 3600) << true;
}

void PolicyGateTest::theDayIsTheLast24Hours()
{
    QFETCH(QDateTime, first);
    QFETCH(qint64, secondsLater);
    QFETCH(bool, waits);
    m_world->context.now = first;
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-5", 9000)).status, ToolStatus::Done);

    m_world->context.now = first.addSecs(secondsLater);
    const ToolCall call = m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 4900));

    QCOMPARE(call.status, waits ? ToolStatus::PendingApproval : ToolStatus::Done);
    QCOMPARE(call.rule, waits ? QStringLiteral("refund_daily_total") : QString());
}

void PolicyGateTest::thirtyDaysHaveATotal()
{
    m_world->set("refund.max_per_invoice", 1000);
    for (int day = 0; day < 3; ++day) {
        QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-2", 8000)).status,
                 ToolStatus::Done);
        m_world->context.now = m_world->context.now.addDays(2);
    }
    // 240.00 were refunded, the limit is 300.00.
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 6001)).rule,
             QStringLiteral("refund_monthly_total"));
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 6000)).status,
             ToolStatus::Done);
    m_world->context.now = m_world->context.now.addDays(2);
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 100)).rule,
             QStringLiteral("refund_monthly_total"));
    m_world->context.now = m_world->context.now.addDays(23); // the first of them is out of sight
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 100)).status,
             ToolStatus::Done);
}

void PolicyGateTest::anInvoiceIsRefundedAFewTimesAlone()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 100)).status,
                 ToolStatus::Done);

    const ToolCall fourth = m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 100));
    QCOMPARE(fourth.rule, QStringLiteral("refund_count"));
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 100)).status,
             ToolStatus::Done);
    QCOMPARE(m_world->runApproved(fourth).status, ToolStatus::Done);
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

// 90.00 EUR are 104.47 dollars: with them the day's 100.00 are passed.
void PolicyGateTest::theTotalIsOverAllCurrencies()
{
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-4", 9000, "EUR")).status,
             ToolStatus::Done);
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-5", 9000)).rule,
             QStringLiteral("refund_daily_total"));
    QVERIFY(m_world->execute(QStringLiteral(
        "INSERT INTO invoices (id, customer, amount_minor, currency, status) VALUES "
        "('INV-JPY', 'cus_1', 9000, 'JPY', 'paid'), ('INV-KWD', 'cus_1', 9000, 'KWD', 'paid'), "
        "('INV-BHD', 'cus_1', 9000, 'BHD', 'paid')")));
    // 90.00 EUR are 15,881 yen and 39.278 dinars of Bahrain, each above 10,000 of its minor units.
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-JPY", 100, "JPY")).rule,
             QStringLiteral("refund_daily_total"));
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-BHD", 100, "BHD")).rule,
             QStringLiteral("refund_daily_total"));
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-KWD", 1, "KWD")).rule,
             QStringLiteral("refund_currency"));
}

void PolicyGateTest::aPastRefundOfUnknownWorthWaits()
{
    QVERIFY(
        m_world->execute(QStringLiteral("INSERT INTO invoices (id, customer, amount_minor, currency, status) "
                                        "VALUES ('INV-KWD', 'cus_1', 9000, 'KWD', 'paid')")));
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-KWD", 1, "KWD"));
    QCOMPARE(waiting.rule, QStringLiteral("refund_currency"));
    QCOMPARE(m_world->runApproved(waiting).status, ToolStatus::Done);

    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-1", 100)).rule,
             QStringLiteral("refund_currency"));
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

    QCOMPARE(m_world->runInNewTurn("create_ticket", {{"category", "billing"}, {"subject", "Locked"}}).status,
             ToolStatus::Done);
    const ToolCall refund = m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-30", 100));
    QCOMPARE(m_world->runApproved(refund).status, ToolStatus::Done);
}

void PolicyGateTest::aChangedWorldWaitsAgain_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("another card") << QStringLiteral("UPDATE payment_methods SET last4 = '6666'");
    QTest::newRow("another card of the same number")
        << QStringLiteral("UPDATE payment_methods SET id = 'pm_2' WHERE id = 'pm_1'");
    QTest::newRow("closed") << QStringLiteral("UPDATE customers SET status = 'closed' WHERE id = 'cus_1'");
    QTest::newRow("partly refunded") << QStringLiteral(
        "UPDATE invoices SET refunded_minor = 100 WHERE id = 'INV-2'");
}

void PolicyGateTest::aChangedWorldWaitsAgain()
{
    QFETCH(QString, sql);
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 20000));
    QVERIFY(m_world->execute(sql));

    const ToolCall call = m_world->runApproved(waiting);

    QCOMPARE(call.status, ToolStatus::PendingApproval);
    QCOMPARE(call.key, waiting.key);
    QVERIFY(call.preview != waiting.preview);
    QVERIFY(m_world->table("refunds").empty());
    // Seen again and approved again, it is done.
    m_world->shown.insert(call.key, m_world->runner->describe(call, m_world->context));
    QCOMPARE(m_world->runApproved(call).status, ToolStatus::Done);
}

void PolicyGateTest::otherArgumentsBindDestinationAndStatus()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 20000));
    QVERIFY(m_world->execute(QStringLiteral("UPDATE payment_methods SET id = 'pm_2'")));

    const ToolCall call = m_world->runApproved(waiting, ToolWorld::refundArgs("INV-2", 12000));

    QCOMPARE(call.status, ToolStatus::PendingApproval);
    QCOMPARE(call.args, waiting.args);
    QVERIFY(m_world->table("refunds").empty());
}

void PolicyGateTest::anApprovalServesItsOwnCustomerAlone()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 20000));
    Grant grant = m_world->grantOf(waiting);
    grant.customer = QStringLiteral("cus_2");
    QCOMPARE(m_world->runner->runApproved(waiting, m_world->context, grant).rule,
             QStringLiteral("another_customer"));

    grant = m_world->grantOf(waiting);
    grant.args = ToolWorld::refundArgs("INV-2", 100);
    QCOMPARE(m_world->runner->runApproved(waiting, m_world->context, grant).status,
             ToolStatus::PendingApproval);
    grant = m_world->grantOf(waiting);
    grant.preview = QStringLiteral("Refund 1.00 USD");
    QCOMPARE(m_world->runner->runApproved(waiting, m_world->context, grant).status,
             ToolStatus::PendingApproval);
    grant = m_world->grantOf(waiting);
    grant.tool = QStringLiteral("create_ticket");
    QCOMPARE(m_world->runner->runApproved(waiting, m_world->context, grant).status,
             ToolStatus::PendingApproval);
    QVERIFY(m_world->table("refunds").empty());
}

void PolicyGateTest::theCallerCannotApproveItself()
{
    m_world->context.isApproved = true;
    m_world->context.approvedBy = QStringLiteral("Eve");
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900)).status,
             ToolStatus::PendingApproval);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).status, ToolStatus::Done);
    const auto by = m_world->database->read([](Connection &connection) -> Result<QString> {
        auto row = connection.run(QStringLiteral("SELECT approved_by FROM effects"));
        return row && row->next() ? row->text(0) : QStringLiteral("no effect");
    });
    QCOMPARE(*by, QString());
}

void PolicyGateTest::approvalLiftsOnlyWhatAPersonMayDecide()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900));
    // Meanwhile a part of it is refunded elsewhere.
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-2", 5000)).status,
             ToolStatus::Done);

    const ToolCall call = m_world->runApproved(waiting);
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
        const ToolCall call = m_world->runApproved(changed);
        QCOMPARE(call.status, ToolStatus::Denied);
        QCOMPARE(call.rule, QStringLiteral("arguments_changed"));
    }
    QVERIFY(m_world->table("refunds").empty());
}

void PolicyGateTest::revisedArgumentsPassTheGateAgain()
{
    const ToolCall waiting = m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 20000));

    QCOMPARE(m_world->runApproved(waiting, ToolWorld::refundArgs("INV-20", 100)).rule,
             QStringLiteral("not_found"));
    const ToolCall done = m_world->runApproved(waiting, ToolWorld::refundArgs("INV-2", 12000));
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

    // Also one that only waits is not asked for twice.
    QCOMPARE(m_world->runInNewTurn("process_refund", ToolWorld::refundArgs("INV-2", 24900)).status,
             ToolStatus::PendingApproval);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-2", 24900)).rule,
             QStringLiteral("repeated_call"));

    m_world->calls.assign(static_cast<size_t>(m_world->policy.policy->mostCalls) - 1, ToolCall{});
    QCOMPARE(m_world->run("search_docs", {{"query", "x"}}).status, ToolStatus::Done); // the 24th
    QCOMPARE(m_world->run("search_docs", {{"query", "y"}}).rule, QStringLiteral("rounds"));
    m_world->calls.clear();
    m_world->context.round = m_world->policy.policy->mostRounds;
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
