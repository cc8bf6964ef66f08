// The tools of Stripe against a double with state: it refuses what Stripe refuses and can fail in the middle.

#include "../tools/ToolWorld.h"
#include "outside/StripeTools.h"
#include "support/LoopbackServer.h"

#include <map>
#include <mutex>
#include <QUrlQuery>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

enum class Fault { CutAfter, Busy, InUse };

class StripeDouble
{
public:
    StripeDouble()
        : m_server([this](const ReceivedRequest &request, const ServerSide &side) { serve(request, side); })
    {
    }
    QUrl origin() const { return m_server.url(QString()); }
    std::vector<ReceivedRequest> posts() const
    {
        std::vector<ReceivedRequest> posts = m_server.received();
        std::erase_if(posts, [](const ReceivedRequest &request) { return request.method != "POST"; });
        return posts;
    }
    std::vector<ReceivedRequest> received() const { return m_server.received(); }
    size_t refunds() const
    {
        const std::lock_guard lock(m_mutex);
        return m_refunds.size();
    }
    void next(std::vector<Fault> faults)
    {
        const std::lock_guard lock(m_mutex);
        m_faults = std::move(faults);
    }

private:
    struct Payment {
        QString customer;
        QString currency;
        qint64 left = 0;
    };

    void serve(const ReceivedRequest &request, const ServerSide &side)
    {
        const std::lock_guard lock(m_mutex);
        const QUrl url = QUrl::fromEncoded(request.path);
        const QString id = url.path().section(QLatin1Char('/'), 3);
        if (request.headers.value("authorization") != "Bearer sk_test_double")
            return fail(side, 401, "api_key_invalid");
        if (request.method == "POST")
            return refund(request, side);
        if (url.path() == QLatin1String("/v1/refunds"))
            return tell(side, {{"object", "list"}, {"data", m_refunds}, {"has_more", false}});
        if (url.path() == QLatin1String("/v1/invoices"))
            return tell(side, {{"data", Json::array({invoice("in_1", "cus_1")})}, {"has_more", true}});
        if (url.path().startsWith(QLatin1String("/v1/invoices/")))
            return tell(side,
                        invoice(id.toUtf8().constData(), id == QLatin1String("in_1") ? "cus_1" : "cus_2"));
        const auto payment = m_payments.find(id);
        if (payment == m_payments.end())
            return fail(side, 404, "resource_missing");
        tell(side,
             {{"id", id}, {"customer", payment->second.customer}, {"currency", payment->second.currency}});
    }

    static Json invoice(const char *id, const char *customer)
    {
        return {{"id", id},
                {"customer", customer},
                {"number", "A-1"},
                {"status", "paid"},
                {"currency", "jpy"},
                {"amount_paid", 1200},
                {"lines", {{"data", "much"}}},
                {"payments",
                 {{"data",
                   {{{"status", "paid"},
                     {"payment", {{"type", "payment_intent"}, {"payment_intent", "pi_jpy"}}}}}}}}};
    }

    void refund(const ReceivedRequest &request, const ServerSide &side)
    {
        if (!m_faults.empty() && m_faults.front() != Fault::CutAfter) {
            const int status = m_faults.front() == Fault::Busy ? 429 : 409;
            m_faults.erase(m_faults.begin());
            return side.answer(status, "application/json", "{\"error\":{\"code\":\"lock_timeout\"}}",
                               "Retry-After: 0\r\n");
        }
        const QByteArray key = request.headers.value("idempotency-key");
        if (const auto known = m_byKey.find(key); known != m_byKey.end()) {
            if (known->second.first != request.body)
                return fail(side, 400, "idempotency_error");
            return tell(side, known->second.second);
        }
        const QUrlQuery form(QString::fromUtf8(request.body));
        const auto value = [&](const char *name) {
            return form.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        };
        Payment &payment = m_payments[value("payment_intent")];
        const qint64 amount = value("amount").toLongLong();
        if (amount <= 0 || amount > payment.left)
            return fail(side, 400, "charge_already_refunded");
        payment.left -= amount;
        const Json made{{"id", QStringLiteral("re_%1").arg(m_refunds.size() + 1)},
                        {"amount", amount},
                        {"currency", payment.currency},
                        {"status", "pending"},
                        {"payment_intent", value("payment_intent")},
                        {"metadata", {{"helmdesk_key", value("metadata[helmdesk_key]")}}}};
        m_refunds.push_back(made);
        m_byKey[key] = {request.body, made};
        if (!m_faults.empty()) {
            m_faults.erase(m_faults.begin());
            return side.cut();
        }
        tell(side, made);
    }

    static void tell(const ServerSide &side, const Json &json)
    {
        side.answer(200, "application/json", toBytes(json));
    }
    static void fail(const ServerSide &side, int status, const char *code)
    {
        side.answer(status, "application/json", toBytes({{"error", {{"code", code}}}}));
    }

    mutable std::mutex m_mutex;
    std::vector<Fault> m_faults;
    std::map<QString, Payment> m_payments{
        {QStringLiteral("pi_usd"), {QStringLiteral("cus_1"), QStringLiteral("usd"), 4900}},
        {QStringLiteral("pi_jpy"), {QStringLiteral("cus_1"), QStringLiteral("jpy"), 1200}},
        {QStringLiteral("pi_other"), {QStringLiteral("cus_2"), QStringLiteral("usd"), 4900}}};
    Json m_refunds = Json::array();
    std::map<QByteArray, std::pair<QByteArray, Json>> m_byKey;
    LoopbackServer m_server; // last: it serves from the first moment on
};

} // namespace

class StripeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void amountsFitTheCurrency_data();
    void amountsFitTheCurrency();
    void refundIsMadeOnce();
    void strangersPaymentIsRefused();
    void faultsAreRiddenOut_data();
    void faultsAreRiddenOut();
    void moreThanIsLeftIsCertainlyRefused();
    void keyForRealMoneyIsRefused();
    void invoicesAreCutToWhatADeskNeeds();

private:
    bool addAll(const QString &key = QStringLiteral("sk_test_double"))
    {
        const auto names = StripeTools::names();
        if (!names)
            return false;
        const auto http = std::make_shared<GuardedHttp>();
        for (const QString &name : *names) {
            auto tool = StripeTools::make(name, {m_stripe->origin(), false}, false, http,
                                          [key](const QString &) -> Result<QString> { return key; });
            if (!tool) {
                qWarning().noquote() << tool.error().detail;
                return false;
            }
            if (!m_world->registry->add(*tool))
                return false;
        }
        m_world->rebuild();
        return true;
    }
    static Json refund(const char *payment, qint64 minor, const char *currency)
    {
        return {{"payment_intent", payment}, {"amount_minor", minor}, {"currency", currency}};
    }
    EffectState stateOf(const ToolCall &call) const
    {
        const auto record = m_world->ledger->find({call.key});
        return record ? record->state : EffectState::New;
    }

    std::unique_ptr<ToolWorld> m_world;
    std::unique_ptr<StripeDouble> m_stripe;
};

void StripeTest::init()
{
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
    m_stripe = std::make_unique<StripeDouble>();
}

void StripeTest::amountsFitTheCurrency_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("amount"); // 0: Stripe cannot take it
    QTest::newRow("two decimals") << "USD" << qint64{249} << qint64{249};
    QTest::newRow("none") << "JPY" << qint64{1200} << qint64{1200};
    QTest::newRow("three, whole tens") << "KWD" << qint64{1230} << qint64{1230};
    QTest::newRow("three, broken") << "KWD" << qint64{1234} << qint64{0};
    QTest::newRow("written with two") << "ISK" << qint64{500} << qint64{50000};
    QTest::newRow("written with none") << "MGA" << qint64{500} << qint64{5};
    QTest::newRow("written with none, a fraction") << "MGA" << qint64{550} << qint64{0};
    QTest::newRow("too large") << "UGX" << qint64{9'000'000'000'000'000'000} << qint64{0};
}

void StripeTest::amountsFitTheCurrency()
{
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    QFETCH(qint64, amount);

    const auto converted = toStripeAmount({minor, currency});

    QCOMPARE(converted.value_or(0), amount);
    if (converted)
        QCOMPARE(fromStripeAmount(*converted, currency).minor, minor);
}

void StripeTest::refundIsMadeOnce()
{
    QVERIFY(addAll());

    const ToolCall call = m_world->run("stripe_refund", refund("pi_usd", 900, "USD"));

    QCOMPARE(call.status, ToolStatus::Done);
    QVERIFY2(call.preview.startsWith(QLatin1String("Refund 9.00 USD of pi_usd")), qPrintable(call.preview));
    QCOMPARE(stringOr(call.result, "id"), QStringLiteral("re_1"));
    QCOMPARE(integerOr(call.result, "amount_minor", 0), 900);
    const ReceivedRequest post = m_stripe->posts().front();
    QCOMPARE(post.headers.value("idempotency-key"), call.key.toLatin1());
    QCOMPARE(post.headers.value("stripe-version"), QByteArray("2026-10-28.endive"));
    QCOMPARE(post.body,
             "amount=900&metadata[helmdesk_key]=" + call.key.toLatin1() + "&payment_intent=pi_usd");
    m_world->calls.clear(); // resumed
    QCOMPARE(m_world->run("stripe_refund", refund("pi_usd", 900, "USD")).result, call.result);
    QCOMPARE(m_stripe->refunds(), size_t{1});
}

void StripeTest::strangersPaymentIsRefused()
{
    QVERIFY(addAll());

    const ToolCall other = m_world->run("stripe_refund", refund("pi_other", 900, "USD"));
    const ToolCall currency = m_world->runInNewTurn("stripe_refund", refund("pi_usd", 900, "EUR"));
    const ToolCall none = m_world->runInNewTurn("stripe_refund", refund("pi_none", 900, "USD"));

    for (const ToolCall &call : {other, currency, none}) {
        QCOMPARE(call.status, ToolStatus::Failed);
        QCOMPARE(stateOf(call), EffectState::Abandoned);
    }
    QCOMPARE(m_stripe->posts().size(), size_t{0});
    QCOMPARE(m_world->runInNewTurn("stripe_refund", refund("pi_usd", 0, "USD")).status, ToolStatus::Denied);
    QCOMPARE(m_world->runInNewTurn("stripe_refund", refund("pi_usd", -5, "USD")).status, ToolStatus::Denied);
}

void StripeTest::faultsAreRiddenOut_data()
{
    QTest::addColumn<std::vector<Fault>>("faults");
    QTest::newRow("cut") << std::vector{Fault::CutAfter};
    QTest::newRow("busy") << std::vector{Fault::Busy};
    QTest::newRow("key in use") << std::vector{Fault::InUse};
    QTest::newRow("all") << std::vector{Fault::InUse, Fault::CutAfter};
}

void StripeTest::faultsAreRiddenOut()
{
    QFETCH(std::vector<Fault>, faults);
    QVERIFY(addAll());
    m_stripe->next(faults);

    const ToolCall call = m_world->run("stripe_refund", refund("pi_jpy", 1200, "JPY"));

    QCOMPARE(call.status, ToolStatus::Done);
    QCOMPARE(stringOr(call.result, "status"), QStringLiteral("pending"));
    QCOMPARE(m_stripe->refunds(), size_t{1});
}

void StripeTest::moreThanIsLeftIsCertainlyRefused()
{
    QVERIFY(addAll());
    QCOMPARE(m_world->run("stripe_refund", refund("pi_usd", 4000, "USD")).status, ToolStatus::Done);

    const ToolCall call = m_world->runInNewTurn("stripe_refund", refund("pi_usd", 901, "USD"));

    QCOMPARE(call.status, ToolStatus::Failed);
    QCOMPARE(stateOf(call), EffectState::Abandoned);
    QCOMPARE(m_stripe->refunds(), size_t{1});
}

void StripeTest::keyForRealMoneyIsRefused()
{
    QVERIFY(addAll(QStringLiteral("sk_live_double")));

    const ToolCall call = m_world->run("stripe_list_payments", Json::object());

    QCOMPARE(call.status, ToolStatus::Failed);
    QCOMPARE(m_stripe->received().size(), size_t{0});
}

void StripeTest::invoicesAreCutToWhatADeskNeeds()
{
    QVERIFY(addAll());

    const ToolCall page =
        m_world->run("stripe_list_invoices", {{"status", "paid"}, {"limit", 1}, {"starting_after", "in_0"}});
    const ToolCall own = m_world->run("stripe_get_invoice", {{"invoice_id", "in_1"}});
    const ToolCall other = m_world->run("stripe_get_invoice", {{"invoice_id", "in_2"}});

    QCOMPARE(m_stripe->received().front().path,
             QByteArray("/v1/invoices?customer=cus_1&limit=1&starting_after=in_0&status=paid"));
    QVERIFY(boolOr(page.result, "has_more", false));
    QCOMPARE(integerOr(page.result["items"][0], "amount_paid_minor", 0), 1200);
    QVERIFY(!page.result["items"][0].contains("lines"));
    QCOMPARE(stringOr(own.result["payments"][0], "id"), QStringLiteral("pi_jpy"));
    QCOMPARE(other.status, ToolStatus::Failed);
}

QTEST_GUILESS_MAIN(StripeTest)
#include "tst_stripe.moc"
