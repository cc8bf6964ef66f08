#include "ToolWorld.h"

#include "core/Clock.h"
#include "tools/SecretToken.h"

#include <QRegularExpression>
#include <QSet>

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

class BuiltinToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void checkInvoiceGivesRowsWithRefunds();
    void checkInvoiceGivesTheLastFive();
    void refundChangesTheInvoice();
    void partialRefundsAddUp();
    void paymentMethodIsALinkAndNoRow();
    void resetStoresOnlyTheHash();
    void resetTellsTheSameToEveryone();
    void resetIsForTheKnownOneOfTwoWithOneAddress();
    void aSecondResetWithinAMinuteIsKept();
    void accountFieldsChangeAtOnce();
    void aNewEmailIsConfirmedFromTheOldAddress();
    void searchGivesShortSnippets();
    void createTicketGivesANumber();
    void rowsLoadAndDumpAsDocumented();
    void badRowsAreRefusedAsAWhole();
    void tokensAreLongAndDiffer();

private:
    std::unique_ptr<ToolWorld> m_world;
};

void BuiltinToolsTest::init()
{
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
}

void BuiltinToolsTest::checkInvoiceGivesRowsWithRefunds()
{
    m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 1000));
    const ToolCall call = m_world->run("check_invoice", {{"invoice_id", "INV-1"}});

    QCOMPARE(call.status, ToolStatus::Done);
    QVERIFY(call.key.isEmpty());
    const Json &row = call.result["invoices"][0];
    QCOMPARE(stringOr(row, "status"), QStringLiteral("partially_refunded"));
    QCOMPARE(integerOr(row, "refunded_minor", 0), 1000);
    QCOMPARE(row["refunds"].size(), 1U);
    QCOMPARE(stringOr(row, "description"), QStringLiteral("Pro plan, November"));
}

void BuiltinToolsTest::checkInvoiceGivesTheLastFive()
{
    const ToolCall call = m_world->run("check_invoice", Json::object());
    QStringList ids;
    for (const Json &row : call.result["invoices"])
        ids.append(stringOr(row, "id"));
    QCOMPARE(ids.join(QLatin1Char(' ')), QStringLiteral("INV-1 INV-2 INV-3 INV-4 INV-5"));
}

void BuiltinToolsTest::refundChangesTheInvoice()
{
    const ToolCall call = m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 4900));

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(call.preview, QStringLiteral("Refund 49.00 USD to card ending 4242 for INV-1"));
    const Json refund = m_world->table("refunds")[0];
    QVERIFY(isSubset({{"invoice", "INV-1"},
                      {"amount_minor", 4900},
                      {"currency", "USD"},
                      {"status", "succeeded"},
                      {"reason", "test"}},
                     refund));
    const Json invoice = m_world->table("invoices")[0];
    QVERIFY(isSubset({{"id", "INV-1"}, {"status", "refunded"}, {"refunded_minor", 4900}}, invoice));
}

void BuiltinToolsTest::partialRefundsAddUp()
{
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 900)).status, ToolStatus::Done);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 4001)).rule,
             QStringLiteral("exceeds_paid"));
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 4000)).status, ToolStatus::Done);
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 1)).rule,
             QStringLiteral("not_refundable"));
    QCOMPARE(m_world->table("refunds").size(), 2U);
}

void BuiltinToolsTest::paymentMethodIsALinkAndNoRow()
{
    const Json before = m_world->table("payment_methods");
    const ToolCall first = m_world->run("update_payment_method", {{"kind", "card"}});
    const ToolCall second = m_world->runInNewTurn("update_payment_method", {{"kind", "card"}});

    QCOMPARE(first.status, ToolStatus::Done);
    QCOMPARE(stringOr(first.result, "expires"), QStringLiteral("2026-11-22T11:00:00.000Z"));
    QVERIFY(stringOr(first.result, "url").startsWith(QStringLiteral("https://")));
    QVERIFY(stringOr(first.result, "url") != stringOr(second.result, "url"));
    QCOMPARE(toBytes(m_world->table("payment_methods")), toBytes(before));
}

void BuiltinToolsTest::resetStoresOnlyTheHash()
{
    const ToolCall call = m_world->run("reset_password", {{"email", "ada@BROOK.example"}});

    QCOMPARE(call.status, ToolStatus::Done);
    const Json reset = m_world->table("password_resets").at(0);
    const Json mail = m_world->table("outbox").at(0);
    QCOMPARE(stringOr(mail, "recipient"), QStringLiteral("Ada@brook.example"));
    QCOMPARE(stringOr(mail, "state"), QStringLiteral("queued"));
    const QString body = stringOr(mail, "body");
    const auto link =
        QRegularExpression(QStringLiteral("/password/reset/([A-Za-z0-9_-]{43})\\s")).match(body);
    QVERIFY(link.hasMatch());
    QCOMPARE(stringOr(reset, "token_hash"), hashOfToken(link.captured(1)));
    QVERIFY(!QString::fromUtf8(toBytes(reset) + toBytes(toJson(call))).contains(link.captured(1)));
    QVERIFY(isSubset({{"customer", "cus_1"}, {"used", false}}, reset));
    QCOMPARE(fromIso(stringOr(reset, "created")).secsTo(fromIso(stringOr(reset, "expires"))), 24 * 3600);
}

// A family or a company may share an address; the channel says who writes.
void BuiltinToolsTest::resetIsForTheKnownOneOfTwoWithOneAddress()
{
    VERIFY_RESULT(m_world->backend->loadRows(
        {{"customers",
          Json::array({{{"id", "cus_0"}, {"name", "Al Brook"}, {"email", "ada@brook.example"}},
                       {{"id", "cus_9"}, {"name", "Zo Brook"}, {"email", "ada@brook.example"}}})}}));

    for (const char *customer : {"cus_0", "cus_1", "cus_9"}) {
        m_world->context.customer = QString::fromLatin1(customer);
        const ToolCall call = m_world->runInNewTurn("reset_password", {{"email", "Ada@brook.example"}});
        QCOMPARE(call.status, ToolStatus::Done);
        QCOMPARE(stringOr(m_world->table("password_resets").back(), "customer"),
                 QString::fromLatin1(customer));
    }
    QCOMPARE(m_world->table("password_resets").size(), 3U);
}

void BuiltinToolsTest::resetTellsTheSameToEveryone()
{
    const ToolCall known = m_world->run("reset_password", {{"email", "ada@brook.example"}});
    const ToolCall unknown = m_world->run("reset_password", {{"email", "nobody@brook.example"}});
    const ToolCall foreign = m_world->run("reset_password", {{"email", "ben@hale.example"}});
    QCOMPARE(unknown.status, known.status);
    QCOMPARE(toBytes(unknown.result), toBytes(known.result));
    QCOMPARE(toBytes(foreign.result), toBytes(known.result));
    QCOMPARE(m_world->table("password_resets").size(), 1U);
    QCOMPARE(m_world->table("outbox").size(), 1U);

    // A stranger may ask; the link goes to the address on record, and not for an account that is not active.
    m_world->context.customer.clear();
    QCOMPARE(toBytes(m_world->runInNewTurn("reset_password", {{"email", "cy@moor.example"}}).result),
             toBytes(known.result));
    QCOMPARE(m_world->table("password_resets").size(), 1U);
    QCOMPARE(toBytes(m_world->runInNewTurn("reset_password", {{"email", "ben@hale.example"}}).result),
             toBytes(known.result));
    QCOMPARE(m_world->table("password_resets").size(), 2U);
    QCOMPARE(stringOr(m_world->table("outbox").at(1), "recipient"), QStringLiteral("ben@hale.example"));
}

void BuiltinToolsTest::aSecondResetWithinAMinuteIsKept()
{
    const Json args{{"email", "ada@brook.example"}};
    m_world->run("reset_password", args);
    m_world->context.now = m_world->context.now.addSecs(59);
    QCOMPARE(m_world->runInNewTurn("reset_password", args).status, ToolStatus::Done);
    QCOMPARE(m_world->table("password_resets").size(), 1U);
    QCOMPARE(m_world->table("outbox").size(), 1U);

    m_world->context.now = m_world->context.now.addSecs(2);
    m_world->runInNewTurn("reset_password", args);
    QCOMPARE(m_world->table("password_resets").size(), 2U);
}

void BuiltinToolsTest::accountFieldsChangeAtOnce()
{
    const ToolCall phone =
        m_world->run("update_account", {{"field", "phone"}, {"value", " +44 (0)20 7946-0018 "}});
    const ToolCall language = m_world->run("update_account", {{"field", "language"}, {"value", "German"}});
    const ToolCall name = m_world->run("update_account", {{"field", "name"}, {"value", "Ada Lind"}});

    QCOMPARE(phone.status, ToolStatus::Done);
    QCOMPARE(language.status, ToolStatus::Done);
    QCOMPARE(stringOr(name.result, "before"), QStringLiteral("Ada Brook"));
    QCOMPARE(stringOr(name.result, "after"), QStringLiteral("Ada Lind"));
    QVERIFY(isSubset({{"name", "Ada Lind"}, {"phone", "+4402079460018"}, {"language", "de"}},
                     m_world->table("customers")[0]));
    QVERIFY(isSubset({{"name", "Ben Hale"}}, m_world->table("customers")[1]));
}

void BuiltinToolsTest::aNewEmailIsConfirmedFromTheOldAddress()
{
    const Json before = m_world->table("customers");
    const ToolCall call = m_world->run("update_account", {{"field", "email"}, {"value", "ada@new.example"}});

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(stringOr(call.result, "status"), QStringLiteral("confirmation_required"));
    QCOMPARE(toBytes(m_world->table("customers")), toBytes(before));
    const Json outbox = m_world->table("outbox");
    QCOMPARE(outbox.size(), 1U);
    QCOMPARE(stringOr(outbox[0], "recipient"), QStringLiteral("Ada@brook.example"));
    QVERIFY(stringOr(outbox[0], "body").contains(QStringLiteral("ada@new.example")));
}

void BuiltinToolsTest::searchGivesShortSnippets()
{
    const ToolCall call = m_world->run("search_docs", {{"query", "export"}});
    const Json &hit = call.result["results"][0];
    QCOMPARE(stringOr(hit, "title"), QStringLiteral("Exports"));
    QCOMPARE(stringOr(hit, "url"), QStringLiteral("kb/exports"));
    QCOMPARE(stringOr(hit, "snippet").size(), 200);
}

void BuiltinToolsTest::createTicketGivesANumber()
{
    m_world->context.customer.clear();
    const ToolCall call = m_world->run(
        "create_ticket",
        {{"subject", "Export fails"}, {"category", "technical"}, {"priority", "high"}, {"summary", "s"}});
    QCOMPARE(call.status, ToolStatus::Done);
    const Json ticket = m_world->table("tickets")[0];
    QCOMPARE(integerOr(call.result, "ticket", -1), integerOr(ticket, "id", -2));
    QVERIFY(
        isSubset({{"category", "technical"}, {"priority", "high"}, {"status", "open"}, {"customer", nullptr}},
                 ticket));
}

void BuiltinToolsTest::rowsLoadAndDumpAsDocumented()
{
    QCOMPARE(SqliteBusinessBackend::tableNames().size(), 8);
    const Json more = Json::parse(R"({
        "subscriptions": [{"id": "sub_1", "customer": "cus_1", "plan": "pro", "period_end": "2026-12-01",
                           "price_minor": 4900, "currency": "USD"}],
        "invoices": [{"id": "INV-70", "customer": "cus_1", "amount_minor": 1000, "currency": "USD",
                      "status": "paid"}],
        "refunds": [{"id": "re_1", "invoice": "INV-70", "amount_minor": 400, "currency": "USD",
                     "status": "succeeded", "reason": null}],
        "tickets": [{"id": 12, "customer": "cus_1", "category": "billing", "subject": "s", "status": "solved",
                     "priority": "low", "created": "2026-01-01T00:00:00Z"}],
        "outbox": [{"recipient": "a@b.example", "body": "x"}]})");
    VERIFY_RESULT(m_world->backend->loadRows(more));

    QCOMPARE(m_world->table("subscriptions")[0],
             Json::parse(R"({"id": "sub_1", "customer": "cus_1", "plan": "pro", "status": "active",
                             "period_end": "2026-12-01", "price_minor": 4900, "currency": "USD",
                             "cancel_at_period_end": false})"));
    QCOMPARE(
        m_world->table("customers")[1],
        Json::parse(R"({"id": "cus_2", "name": "Ben Hale", "email": "ben@hale.example", "plan": "starter",
                             "status": "active", "joined": null, "phone": "+441", "company": null,
                             "address": null, "language": "en"})"));
    QCOMPARE(m_world->table("payment_methods")[0]["is_default"], Json(true));
    QCOMPARE(m_world->table("tickets")[0]["id"], Json(12));
    QCOMPARE(m_world->table("outbox")[0]["state"], Json("queued"));
    // Status and refunded_minor follow from the refunds.
    const Json invoices = m_world->table("invoices");
    const auto seventy =
        std::ranges::find_if(invoices, [](const Json &row) { return row["id"] == "INV-70"; });
    QVERIFY(isSubset({{"status", "partially_refunded"}, {"refunded_minor", 400}}, *seventy));
}

void BuiltinToolsTest::badRowsAreRefusedAsAWhole()
{
    for (const char *rows :
         {R"({"customer": []})", R"({"customers": [{"id": "x"}, {"id": "y", "colour": "red"}]})",
          R"({"customers": [{"id": "x"}, {"id": "x"}]})", R"({"customers": [{"id": 7}]})",
          R"({"invoices": [{"id": "I", "status": "gone"}]})", R"([])"}) {
        const auto loaded = m_world->backend->loadRows(Json::parse(rows));
        QVERIFY2(!loaded, rows);
        QCOMPARE(loaded.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(m_world->table("customers").size(), 3U);
    }
}

void BuiltinToolsTest::tokensAreLongAndDiffer()
{
    QSet<QString> seen;
    for (int i = 0; i < 100; ++i) {
        const SecretToken token = SecretToken::make();
        QCOMPARE(token.text.size(), 43);
        QCOMPARE(token.sha256Hex, hashOfToken(token.text));
        seen.insert(token.text);
    }
    QCOMPARE(seen.size(), 100);
}

QTEST_GUILESS_MAIN(BuiltinToolsTest)
#include "tst_builtintools.moc"
