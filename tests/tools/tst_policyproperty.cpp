// A caller that asks for anything: whatever it asks, what must never happen does not happen.
//
// The number of calls is HELMDESK_PROPERTY_CALLS (2,000 by default; the full form is 100,000), the seed
// HELMDESK_PROPERTY_SEED; both are printed.

#include "ToolWorld.h"

#include <QRandomGenerator>

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

namespace
{

constexpr int customers = 6;
constexpr int invoicesEach = 4;
constexpr int callsAnInvoice = 150;
constexpr qint64 oneLimit = 10000;
constexpr qint64 dayLimit = 10000;
constexpr qint64 monthLimit = 30000;

int numberFrom(const char *variable, int fallback)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? value : fallback;
}

QString customerId(int number)
{
    return QStringLiteral("shop_%1").arg(number);
}

Json people()
{
    Json people = Json::array();
    for (int i = 0; i < customers; ++i)
        people.push_back({{"id", customerId(i)},
                          {"name", QStringLiteral("Customer %1").arg(i)},
                          {"email", QStringLiteral("c%1@shop.example").arg(i)},
                          {"status", i == customers - 1 ? "suspended" : "active"}});
    return {{"customers", people}};
}

// Of each customer four more invoices, paid for the most part; one of them in euros.
Json newInvoices(int first)
{
    Json invoices = Json::array();
    for (int i = 0; i < customers; ++i) {
        for (int j = 0; j < invoicesEach; ++j)
            invoices.push_back({{"id", QStringLiteral("S-%1-%2").arg(i).arg(first + j)},
                                {"customer", customerId(i)},
                                {"amount_minor", 3000 + 9000 * j},
                                {"currency", j == 3 ? "EUR" : "USD"},
                                {"status", j == 2 && i % 2 == 0 ? "open" : "paid"}});
    }
    return {{"invoices", invoices}};
}

class Caller
{
public:
    explicit Caller(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int limit) { return m_random.bounded(limit); }
    int newest = invoicesEach; // number of an invoice
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    T oneOf(std::initializer_list<T> all)
    {
        return *(all.begin() + below(static_cast<int>(all.size())));
    }

    ToolRequest request()
    {
        if (chance(70))
            return {QStringLiteral("process_refund"), spoiled(refund())};
        const auto name = oneOf<const char *>({"check_invoice", "update_account", "reset_password",
                                               "update_payment_method", "create_ticket", "drop_tables", ""});
        return {QString::fromLatin1(name), spoiled(argumentsOf(QString::fromLatin1(name)))};
    }

private:
    QString invoice()
    {
        return QStringLiteral("S-%1-%2").arg(below(customers)).arg(newest - below(2 * invoicesEach));
    }

    Json amount()
    {
        switch (below(12)) {
        case 0:
            return oneOf<qint64>(
                {0, -1, -4900, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()});
        case 1:
            return oneOf<double>({49.5, 1e30, 0.1, -0.0, 1e300});
        case 2:
            return oneOf<const char *>({"4900", "", "49,00"});
        case 3:
            return std::numeric_limits<quint64>::max();
        case 4:
            return oneOf<qint64>({9999, 10000, 10001, 30000, 30001});
        default:
            return 1 + below(6000);
        }
    }

    Json refund()
    {
        return {{"invoice_id", invoice()},
                {"amount_minor", amount()},
                {"currency", oneOf<const char *>({"USD", "USD", "USD", "EUR", "JPY", "KWD", "usd", "$"})}};
    }

    Json argumentsOf(const QString &name)
    {
        if (name == QLatin1String("check_invoice"))
            return chance(50) ? Json{{"invoice_id", invoice()}} : Json::object();
        if (name == QLatin1String("update_account"))
            return {{"field", oneOf<const char *>({"name", "email", "plan", "id", "status"})},
                    {"value", oneOf<const char *>({"Eve", "eve@else.example", "active", ""})}};
        if (name == QLatin1String("reset_password"))
            return {{"email", QStringLiteral("c%1@shop.example").arg(below(customers + 2))}};
        if (name == QLatin1String("update_payment_method"))
            return {{"kind", oneOf<const char *>({"card", "sepa", "cash"})}};
        return {{"subject", "Help"}, {"category", oneOf<const char *>({"billing", "sales"})}};
    }

    // At times an argument is missing, too many, or something else altogether.
    Json spoiled(Json args)
    {
        if (chance(85) || args.empty())
            return args;
        switch (below(4)) {
        case 0:
            args.erase(args.begin().key());
            break;
        case 1:
            args[oneOf<const char *>({"customer", "customer_id", "approved", "is_approved", "force"})] =
                oneOf<const char *>({"shop_0", "shop_1", "true"});
            break;
        case 2:
            args[args.begin().key()] =
                oneOf<Json>({Json(), Json::array(), Json::object(), Json(true), Json("' OR 1=1 --")});
            break;
        default:
            return oneOf<Json>({Json::array(), Json("text"), Json(1), Json::object()});
        }
        return args;
    }

    QRandomGenerator m_random;
};

} // namespace

class PolicyPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverIsAskedForStaysWithinTheRules();

private:
    void checkTheBooks();
    void check(const ToolCall &call, const QString &customer);
    qint64 count(const QString &sql) const;

    std::unique_ptr<ToolWorld> m_world;
    std::vector<std::pair<QDateTime, Money>> m_alone[customers]; // what each was refunded without a person
};

qint64 PolicyPropertyTest::count(const QString &sql) const
{
    const auto counted = m_world->database->read([&](Connection &connection) -> Result<qint64> {
        auto row = connection.run(sql);
        return row && row->next() ? row->integer(0) : -1;
    });
    return counted.value_or(-1);
}

// No refund of more than was paid, none twice, none without its row in the ledger.
void PolicyPropertyTest::checkTheBooks()
{
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM invoices WHERE refunded_minor > amount_minor")), 0);
    QCOMPARE(
        count(QStringLiteral("SELECT count(*) FROM invoices WHERE refunded_minor <> (SELECT "
                             "coalesce(sum(amount_minor), 0) FROM refunds WHERE invoice = invoices.id)")),
        0);
    QCOMPARE(count(QStringLiteral("SELECT count(*) FROM refunds")),
             count(QStringLiteral(
                 "SELECT count(*) FROM effects WHERE tool = 'process_refund' AND state = 'done'")));
}

// What is so of every single call.
void PolicyPropertyTest::check(const ToolCall &call, const QString &customer)
{
    QVERIFY2(call.status != ToolStatus::Failed, qPrintable(call.failure));
    if (call.status != ToolStatus::Done)
        return;
    if (call.name == QLatin1String("check_invoice")) {
        for (const Json &invoice : memberOrNull(call.result, "invoices"))
            QVERIFY2(stringOr(invoice, "id").startsWith(QStringLiteral("S-%1-").arg(customer.last(1))),
                     "another customer's invoice");
    }
    if (call.name != QLatin1String("process_refund"))
        return;
    QVERIFY(stringOr(call.args, "invoice_id").startsWith(QStringLiteral("S-%1-").arg(customer.last(1))));
    // Within the limits: of one, of the day, of thirty days, in the currency of this refund.
    const Money amount = moneyIn(call.args).value_or(Money());
    auto &past = m_alone[customer.last(1).toInt()];
    past.emplace_back(m_world->context.now, amount);
    qint64 day = 0;
    qint64 month = 0;
    for (const auto &[at, refunded] : past) {
        const auto minor = m_world->context.limits.rates->convert(refunded, amount.currency);
        QVERIFY(minor);
        day += at > m_world->context.now.addDays(-1) ? *minor : 0;
        month += at > m_world->context.now.addDays(-30) ? *minor : 0;
    }
    QVERIFY2(amount.minor > 0 && amount.minor <= oneLimit, "one refund above the limit");
    QVERIFY2(day <= dayLimit, "the day's refunds above the limit");
    QVERIFY2(month <= monthLimit, "the month's refunds above the limit");
}

void PolicyPropertyTest::whateverIsAskedForStaysWithinTheRules()
{
    const int calls = numberFrom("HELMDESK_PROPERTY_CALLS", 2000);
    const quint32 seed = static_cast<quint32>(numberFrom(
        "HELMDESK_PROPERTY_SEED", static_cast<int>(QRandomGenerator::system()->bounded(1'000'000))));
    m_world = std::make_unique<ToolWorld>();
    QVERIFY2(m_world->open(), qPrintable(m_world->why));
    VERIFY_RESULT(m_world->backend->loadRows(people()));
    Caller caller(seed);
    const int stride = std::max(1, calls / 5000); // the books are looked at so often
    std::map<QString, int> outcomes;

    for (int i = 0; i < calls; ++i) {
        if (i % callsAnInvoice == 0) {
            VERIFY_RESULT(m_world->backend->loadRows(newInvoices(caller.newest)));
            caller.newest += invoicesEach;
        }
        const QString customer = customerId(caller.below(customers));
        m_world->context.customer = customer;
        m_world->context.level = caller.chance(90) ? IdentityLevel::Channel : IdentityLevel::None;
        m_world->context.channel = caller.chance(80) ? ChannelKind::Chat : ChannelKind::Mail;
        m_world->context.isApproved = caller.chance(10); // which nobody but the runner may say
        m_world->context.now = m_world->context.now.addSecs(caller.below(2 * 3600));
        const ToolRequest request = caller.request();
        ++m_world->context.message.value;

        const ToolCall call = m_world->runner->run(request, m_world->context, ExecutionMode::Execute, {});

        ++outcomes[nameOf(call.status)];
        if (i % stride == 0)
            checkTheBooks();
        check(call, customer);
        const bool isEffect = call.status == ToolStatus::Done && call.name != QLatin1String("check_invoice");
        if (isEffect)
            QCOMPARE(m_world->context.level, call.name == QLatin1String("reset_password") ||
                                                     call.name == QLatin1String("create_ticket")
                                                 ? m_world->context.level
                                                 : IdentityLevel::Channel);
        if (QTest::currentTestFailed()) {
            qInfo("call %d of seed %u: %s %s", i, seed, qPrintable(request.name),
                  toBytes(request.args).constData());
            return;
        }
    }
    QString told;
    for (const auto &[name, number] : outcomes)
        told += QStringLiteral(" %1 %2").arg(name).arg(number);
    qInfo("seed %u, %d calls:%s", seed, calls, qPrintable(told));
    QVERIFY(outcomes[QStringLiteral("done")] > calls / 20);
    QVERIFY(outcomes[QStringLiteral("denied")] > calls / 20);
}

QTEST_GUILESS_MAIN(PolicyPropertyTest)
#include "tst_policyproperty.moc"
