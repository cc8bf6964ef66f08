// Rules for tools that the desk does not know: those of a shop. What the shop's policy allows passes;
// whatever differs from it in one thing is refused, and the shop stays as it was.

#include "core/ResourcePaths.h"
#include "ToolWorld.h"

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

namespace
{

// A shop behind tools, kept as JSON; it checks nothing by itself.
struct Shop {
    Json orders = Json::parse(R"({
        "o-new": {"customer": "cus_1", "status": "pending", "items": [{"item_id": "shirt-s", "product_id": "shirt"}],
                  "exchanges": []},
        "o-here": {"customer": "cus_1", "status": "delivered", "exchanges": [],
                   "items": [{"item_id": "shirt-s", "product_id": "shirt"}, {"item_id": "mug-1", "product_id": "mug"}]},
        "o-swapped": {"customer": "cus_1", "status": "delivered", "exchanges": ["shirt-s"],
                      "items": [{"item_id": "shirt-m", "product_id": "shirt"}]},
        "o-back": {"customer": "cus_1", "status": "returned", "paid": 89.9, "refunded": 0, "currency": "EUR",
                   "method_id": "card-1", "gift_cards": ["gift-1"], "delivered": "2026-11-10", "items": []},
        "o-dear": {"customer": "cus_1", "status": "returned", "paid": 450.0, "refunded": 0.5, "currency": "EUR",
                   "method_id": "card-1", "gift_cards": [], "delivered": "2026-11-10", "items": []},
        "o-old": {"customer": "cus_1", "status": "returned", "paid": 20, "refunded": 0, "currency": "EUR",
                  "method_id": "card-1", "gift_cards": [], "delivered": "2026-10-01", "items": []},
        "o-else": {"customer": "cus_2", "status": "pending", "paid": 20, "refunded": 0, "currency": "EUR",
                   "method_id": "card-2", "items": [{"item_id": "shirt-s", "product_id": "shirt"}], "exchanges": []}})");
    Json items = Json::parse(R"({"shirt-s": {"product_id": "shirt", "available": true},
                                 "shirt-m": {"product_id": "shirt", "available": true},
                                 "shirt-xl": {"product_id": "shirt", "available": false},
                                 "mug-2": {"product_id": "mug", "available": true}})");
    Json done = Json::array();
};

class ShopTool final : public Tool
{
public:
    using Body = std::function<Json(const Json &)>;
    ShopTool(const char *name, RiskClass risk, const QStringList &texts, bool hasAmount, Body body)
        : m_body(std::move(body))
    {
        m_spec.name = QString::fromLatin1(name);
        m_spec.risk = risk;
        m_spec.isTransactional = false;
        m_spec.needsApproval = true; // as every tool that is added, unless the rules say otherwise
        m_spec.schema = {{"type", "object"}, {"additionalProperties", false}, {"required", texts}};
        for (const QString &text : texts)
            m_spec.schema["properties"][text.toStdString()] = {{"type", "string"}};
        if (hasAmount) {
            m_spec.schema["properties"]["amount"] = {{"type", "number"}};
            m_spec.schema["required"].push_back("amount");
        }
    }
    const ToolSpec &spec() const override { return m_spec; }
    Result<Preview> preview(const Json &args, const ToolContext &) const override
    {
        return Preview{m_spec.name + QString::fromUtf8(toBytes(args)), {}};
    }
    Result<Json> run(const Json &args, const ToolContext &, const EffectKey &) const override
    {
        return m_body(args);
    }

private:
    ToolSpec m_spec;
    Body m_body;
};

} // namespace

class ShopPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatTheShopAllowsPasses_data();
    void whatTheShopAllowsPasses();
    void whatDiffersIsRefused_data();
    void whatDiffersIsRefused();
    void nothingPassesUnconfirmed();
    void tiersAreByAmount();
    void aSecondRefundWaitsForTheCoolDown();
    void whatTheRulesDoNotNameIsNotDone();

private:
    void add(const char *name, RiskClass risk, const QStringList &texts, bool hasAmount = false);
    ToolCall call(const QString &tool, const QString &args)
    {
        return m_world->runInNewTurn(tool.toLatin1().constData(), Json::parse(args.toStdString()));
    }

    std::unique_ptr<ToolWorld> m_world;
    Shop m_shop;
};

void ShopPolicyTest::add(const char *name, RiskClass risk, const QStringList &texts, bool hasAmount)
{
    const QString which = QString::fromLatin1(name);
    VERIFY_RESULT(m_world->registry->add(
        std::make_shared<ShopTool>(name, risk, texts, hasAmount, [this, which](const Json &args) -> Json {
            if (which == QLatin1String("get_order"))
                return {{"order", m_shop.orders.value(stringOr(args, "order_id").toStdString(), Json())}};
            if (which == QLatin1String("get_item"))
                return {{"item", m_shop.items.value(stringOr(args, "item_id").toStdString(), Json())}};
            m_shop.done.push_back(which);
            return {{"done", true}};
        })));
}

void ShopPolicyTest::init()
{
    m_shop = Shop();
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
    const QString order = QStringLiteral("order_id");
    add("get_order", RiskClass::Read, {order});
    add("get_item", RiskClass::Read, {QStringLiteral("item_id")});
    add("cancel_order", RiskClass::Write, {order, QStringLiteral("reason")});
    add("exchange_item", RiskClass::Write, {order, QStringLiteral("item_id"), QStringLiteral("new_item_id")});
    add("refund_order", RiskClass::Money, {order, QStringLiteral("method_id")}, true);
    add("close_shop", RiskClass::Write, {});
    const auto text = readResource(QStringLiteral("policy/shop.json"));
    VERIFY_RESULT(text);
    QVERIFY2(m_world->setPolicy(*parseJson(*text)), qPrintable(m_world->why));
    m_world->context.isConfirmed = true;
}

void ShopPolicyTest::whatTheShopAllowsPasses_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("args");
    const auto row = [](const char *tool, const char *args) {
        QTest::newRow(args) << QString::fromLatin1(tool) << QString::fromLatin1(args);
    };
    row("cancel_order", R"({"order_id": "o-new", "reason": "ordered by mistake"})");
    row("exchange_item", R"({"order_id": "o-here", "item_id": "shirt-s", "new_item_id": "shirt-m"})");
    row("exchange_item", R"({"order_id": "o-here", "item_id": "mug-1", "new_item_id": "mug-2"})");
    row("refund_order", R"({"order_id": "o-back", "method_id": "card-1", "amount": 89.9})");
    row("refund_order", R"({"order_id": "o-back", "method_id": "gift-1", "amount": 10})");
}

void ShopPolicyTest::whatTheShopAllowsPasses()
{
    QFETCH(QString, tool);
    QFETCH(QString, args);
    const ToolCall made = call(tool, args);
    QVERIFY2(made.status == ToolStatus::Done, qPrintable(made.rule + QLatin1Char(' ') + made.failure));
    QCOMPARE(m_shop.done.size(), 1U);
}

void ShopPolicyTest::whatDiffersIsRefused_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("args");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *rule, const char *tool, const char *args) {
        QTest::addRow("%s %s", rule, args)
            << QString::fromLatin1(tool) << QString::fromLatin1(args) << QString::fromLatin1(rule);
    };
    row("own_order", "cancel_order", R"({"order_id": "o-else", "reason": "no longer needed"})");
    row("own_order", "cancel_order", R"({"order_id": "o-none", "reason": "no longer needed"})");
    row("only_pending", "cancel_order", R"({"order_id": "o-here", "reason": "no longer needed"})");
    row("known_reason", "cancel_order", R"({"order_id": "o-new", "reason": "because"})");
    row("schema", "cancel_order", R"({"order_id": "o-new", "reason": "no longer needed", "force": true})");
    row("own_order", "exchange_item",
        R"({"order_id": "o-else", "item_id": "shirt-s", "new_item_id": "shirt-m"})");
    row("only_delivered", "exchange_item",
        R"({"order_id": "o-new", "item_id": "shirt-s", "new_item_id": "shirt-m"})");
    row("item_of_order", "exchange_item",
        R"({"order_id": "o-here", "item_id": "shirt-m", "new_item_id": "shirt-s"})");
    row("once_an_order", "exchange_item",
        R"({"order_id": "o-swapped", "item_id": "shirt-m", "new_item_id": "shirt-s"})");
    row("same_product", "exchange_item",
        R"({"order_id": "o-here", "item_id": "shirt-s", "new_item_id": "mug-2"})");
    row("same_product", "exchange_item",
        R"({"order_id": "o-here", "item_id": "shirt-s", "new_item_id": "shirt-s"})");
    row("same_product", "exchange_item",
        R"({"order_id": "o-here", "item_id": "shirt-s", "new_item_id": "none"})");
    row("in_stock", "exchange_item",
        R"({"order_id": "o-here", "item_id": "shirt-s", "new_item_id": "shirt-xl"})");
    row("own_order", "refund_order", R"({"order_id": "o-else", "method_id": "card-2", "amount": 5})");
    row("only_returned", "refund_order", R"({"order_id": "o-here", "method_id": "card-1", "amount": 5})");
    row("at_most_paid", "refund_order", R"({"order_id": "o-back", "method_id": "card-1", "amount": 89.91})");
    row("at_most_paid", "refund_order", R"({"order_id": "o-back", "method_id": "card-1", "amount": -5})");
    row("at_most_paid", "refund_order", R"({"order_id": "o-back", "method_id": "card-1", "amount": 0})");
    row("at_most_paid", "refund_order", R"({"order_id": "o-back", "method_id": "card-1", "amount": 5.005})");
    row("at_most_paid", "refund_order", R"({"order_id": "o-back", "method_id": "card-1", "amount": 1e30})");
    row("own_method", "refund_order", R"({"order_id": "o-back", "method_id": "card-2", "amount": 5})");
    row("own_method", "refund_order", R"({"order_id": "o-back", "method_id": "", "amount": 5})");
    row("within_30_days", "refund_order", R"({"order_id": "o-old", "method_id": "card-1", "amount": 5})");
}

void ShopPolicyTest::whatDiffersIsRefused()
{
    QFETCH(QString, tool);
    QFETCH(QString, args);
    QFETCH(QString, rule);
    const ToolCall refused = call(tool, args);
    QCOMPARE(refused.status, ToolStatus::Denied);
    QCOMPARE(refused.rule, rule);
    QVERIFY(m_shop.done.empty());

    // A person's yes lifts none of it.
    m_world->context.isApproved = true;
    m_world->context.approvedBy = QStringLiteral("Kim");
    const auto approved = m_world->gate->check(tool, Json::parse(args.toStdString()), m_world->context, {});
    VERIFY_RESULT(approved);
    QCOMPARE(approved->verdict, GateVerdict::Deny);
}

void ShopPolicyTest::nothingPassesUnconfirmed()
{
    m_world->context.isConfirmed = false;
    QCOMPARE(call(QStringLiteral("cancel_order"),
                  QStringLiteral(R"({"order_id": "o-new", "reason": "no longer needed"})"))
                 .rule,
             QStringLiteral("confirm_cancel"));
    QCOMPARE(call(QStringLiteral("refund_order"),
                  QStringLiteral(R"({"order_id": "o-back", "method_id": "card-1", "amount": 5})"))
                 .rule,
             QStringLiteral("confirm_refund"));
    m_world->context.isConfirmed = true;
    m_world->context.channel = ChannelKind::Mail; // where the channel alone is not enough
    QCOMPARE(call(QStringLiteral("cancel_order"),
                  QStringLiteral(R"({"order_id": "o-new", "reason": "no longer needed"})"))
                 .rule,
             QStringLiteral("identity"));
    QVERIFY(m_shop.done.empty());
}

void ShopPolicyTest::tiersAreByAmount()
{
    const ToolCall waits =
        call(QStringLiteral("refund_order"),
             QStringLiteral(R"({"order_id": "o-dear", "method_id": "card-1", "amount": 400})"));
    QCOMPARE(waits.status, ToolStatus::PendingApproval);
    QCOMPARE(waits.rule, QStringLiteral("above_100"));
    QCOMPARE(m_world->runApproved(waits).status, ToolStatus::PendingApproval); // by Olga, who is no lead
    Grant grant = m_world->grantOf(waits);
    grant.approvedBy = QStringLiteral("Kim");
    QCOMPARE(m_world->runner->runApproved(waits, m_world->context, grant).status,
             ToolStatus::PendingApproval);
    grant.alsoApprovedBy = QStringLiteral("Robin");
    QCOMPARE(m_world->runner->runApproved(waits, m_world->context, grant).status, ToolStatus::Done);
    QCOMPARE(m_shop.done.size(), 1U);
}

void ShopPolicyTest::aSecondRefundWaitsForTheCoolDown()
{
    const QString args = QStringLiteral(R"({"order_id": "o-back", "method_id": "card-1", "amount": 5})");
    QCOMPARE(call(QStringLiteral("refund_order"), args).status, ToolStatus::Done);
    QCOMPARE(call(QStringLiteral("refund_order"), args).rule, QStringLiteral("cool_down"));
    m_world->context.now = m_world->context.now.addSecs(600);
    QCOMPARE(call(QStringLiteral("refund_order"), args).status, ToolStatus::Done);
}

void ShopPolicyTest::whatTheRulesDoNotNameIsNotDone()
{
    QCOMPARE(call(QStringLiteral("close_shop"), QStringLiteral("{}")).rule, QStringLiteral("disabled"));
    QCOMPARE(m_world->run("process_refund", ToolWorld::refundArgs("INV-1", 100)).rule,
             QStringLiteral("disabled"));
}

QTEST_GUILESS_MAIN(ShopPolicyTest)
#include "tst_shoppolicy.moc"
