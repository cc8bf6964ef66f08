#include "core/Clock.h"
#include "ToolWorld.h"

using namespace Helmdesk;
using Helmdesk::Test::ToolWorld;

namespace
{

Money money(qint64 minor, const char *currency)
{
    return {minor, QString::fromLatin1(currency)};
}

// A refund that was made before.
void refunded(const ToolWorld &world, qint64 minor, const char *currency, const QDateTime &at)
{
    static int number = 0;
    QVERIFY(world.execute(
        QStringLiteral(
            "INSERT INTO effects (key, tool, customer, amount_minor, currency, state, started, finished) "
            "VALUES ('before.%1', 'process_refund', 'cus_1', %2, '%3', 'done', '%4', '%4')")
            .arg(++number)
            .arg(minor)
            .arg(QString::fromLatin1(currency), toIso(at))));
}

// The clause that a refund would run into; empty: none.
QString clause(const ToolWorld &world, qint64 minor, const char *currency = "USD",
               const char *invoice = "INV-2")
{
    const auto decision = world.gate->check(
        QStringLiteral("process_refund"), ToolWorld::refundArgs(invoice, minor, currency), world.context, {});
    return decision ? decision->rule : decision.error().detail;
}

} // namespace

class RefundLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void minorUnitsAreThoseOfTheCurrency_data();
    void minorUnitsAreThoseOfTheCurrency();
    void theShippedTableTellsItsDate();
    void aSupervisorsRatesComeFirst();
    void badRatesAreRefused_data();
    void badRatesAreRefused();
    void ownLimitsReplaceTheDerivedOnes();
    void theEndOfTheWindowDoesNotCount_data();
    void theEndOfTheWindowDoesNotCount();
    void oneRefundReachesTheLimitAndNoMore();
    void whatIsOfUnknownWorthWaits();
};

void RefundLimitsTest::minorUnitsAreThoseOfTheCurrency_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<qint64>("expected");
    const auto row = [](const char *name, qint64 minor, const char *from, const char *to, qint64 expected) {
        QTest::newRow(name) << minor << QString::fromLatin1(from) << QString::fromLatin1(to) << expected;
    };
    // For one euro: 2 A (two places), 200 JPY (none), 0.5 KWD (three).
    row("the same", 4900, "KWD", "KWD", 4900);
    row("cents to yen", 100, "USD", "JPY", 100);
    row("yen to cents", 100, "JPY", "USD", 100);
    row("fils to cents", 500, "KWD", "USD", 200);
    row("cents to fils", 200, "USD", "KWD", 500);
    row("yen to fils", 1, "JPY", "KWD", 3); // 2.5, against the customer
    row("rounded up", 1, "USD", "EUR", 1);  // half a cent
    row("euros to yen", 101, "EUR", "JPY", 202);
}

void RefundLimitsTest::minorUnitsAreThoseOfTheCurrency()
{
    QFETCH(qint64, minor);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(qint64, expected);
    const auto rates = ExchangeRates::fromJson(
        R"({"date": "2026-01-01", "per_euro": {"EUR": "1", "USD": "2", "JPY": "200", "KWD": "0.5"}})");
    VERIFY_RESULT(rates);

    QCOMPARE(rates->convert({minor, from}, to), std::optional(expected));
}

void RefundLimitsTest::theShippedTableTellsItsDate()
{
    const auto rates = ExchangeRates::shipped();
    VERIFY_RESULT(rates);
    QVERIFY(QDate::fromString(rates->date(), Qt::ISODate).isValid());
    for (const char *currency : {"EUR", "USD", "GBP", "CHF", "JPY", "BHD"})
        QVERIFY2(rates->knows(QString::fromLatin1(currency)), currency);
    QVERIFY(!rates->knows(QStringLiteral("KWD")));
    QVERIFY(!rates->convert(money(1, "KWD"), QStringLiteral("USD")));
    QVERIFY(!rates->convert(money(1, "USD"), QStringLiteral("KWD")));
}

void RefundLimitsTest::aSupervisorsRatesComeFirst()
{
    const auto shipped = ExchangeRates::shipped();
    VERIFY_RESULT(shipped);
    const auto rates = shipped->with(QStringLiteral(" USD=2 ,KWD=0.356"));
    VERIFY_RESULT(rates);
    QCOMPARE(rates->convert(money(100, "EUR"), QStringLiteral("USD")), std::optional<qint64>(200));
    QCOMPARE(rates->convert(money(100, "EUR"), QStringLiteral("KWD")), std::optional<qint64>(356));
    QVERIFY(rates->knows(QStringLiteral("JPY")));
    QVERIFY(shipped->with(QString()).has_value());
}

void RefundLimitsTest::badRatesAreRefused_data()
{
    QTest::addColumn<QString>("rates");
    for (const char *text : {"USD", "USD=", "USD=0", "USD=-1", "USD=1e3", "usd=1", "DOLLAR=1", "USD=1,1",
                             "USD=nan", "USD=1000000", "USD=1.1234567", "=1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void RefundLimitsTest::badRatesAreRefused()
{
    QFETCH(QString, rates);
    const auto refused = ExchangeRates().with(rates);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    for (const char *json : {"[]", "{}", R"({"date": "2026-01-01"})", R"({"per_euro": {"USD": "1"}})",
                             R"({"date": "2026-01-01", "per_euro": {"USD": 1}})"})
        QVERIFY(!ExchangeRates::fromJson(json));
}

void RefundLimitsTest::ownLimitsReplaceTheDerivedOnes()
{
    ToolWorld world;
    QVERIFY2(world.open(), qPrintable(world.why));
    const QDateTime now = world.context.now;
    refunded(world, 10000, "USD", now.addDays(-2));
    refunded(world, 9000, "USD", now);
    QCOMPARE(clause(world, 1000), QString());
    QCOMPARE(clause(world, 1001), QStringLiteral("refund_daily_total"));
    world.set("refund.day_limit_minor", 9500);
    QCOMPARE(clause(world, 501), QStringLiteral("refund_daily_total"));
    world.set("refund.day_limit_minor", 100000);
    world.set("refund.month_limit_minor", 20000);
    QCOMPARE(clause(world, 1000), QString());
    QCOMPARE(clause(world, 1001), QStringLiteral("refund_monthly_total"));
}

// A refund exactly 30 days ago is over, one a millisecond later is not.
void RefundLimitsTest::theEndOfTheWindowDoesNotCount_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("rule");
    QTest::newRow("30 days") << qint64{0} << QString();
    QTest::newRow("a little less") << qint64{1} << QStringLiteral("refund_monthly_total");
}

void RefundLimitsTest::theEndOfTheWindowDoesNotCount()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, rule);
    ToolWorld world;
    QVERIFY2(world.open(), qPrintable(world.why));
    world.set("refund.month_limit_minor", 10000);
    world.set("refund.day_limit_minor", 10000);
    refunded(world, 1, "USD", world.context.now.addDays(-30).addMSecs(milliseconds));

    QCOMPARE(clause(world, 10000), rule);
}

void RefundLimitsTest::oneRefundReachesTheLimitAndNoMore()
{
    ToolWorld world;
    QVERIFY2(world.open(), qPrintable(world.why));
    world.set("refund.approval_limit_minor", 5000);
    world.set("refund.day_limit_minor", 100000);
    world.set("refund.month_limit_minor", 100000);

    QCOMPARE(clause(world, 5000), QString());
    QCOMPARE(clause(world, 5001), QStringLiteral("refund_limit"));
}

// Also the first refund of all, where there is no sum that would have to be converted; and where no rates can
// be read, one in any currency.
void RefundLimitsTest::whatIsOfUnknownWorthWaits()
{
    ToolWorld world;
    QVERIFY2(world.open(), qPrintable(world.why));
    QVERIFY(
        world.execute(QStringLiteral("INSERT INTO invoices (id, customer, amount_minor, currency, status) "
                                     "VALUES ('INV-KWD', 'cus_1', 9000, 'KWD', 'paid')")));
    QVERIFY(!world.context.limits.rates->knows(QStringLiteral("KWD")));
    QCOMPARE(clause(world, 1, "KWD", "INV-KWD"), QStringLiteral("refund_currency"));

    world.context.limits.rates = std::make_shared<ExchangeRates>();
    QCOMPARE(clause(world, 1, "EUR", "INV-4"), QStringLiteral("refund_currency"));
}

QTEST_GUILESS_MAIN(RefundLimitsTest)
#include "tst_refundlimits.moc"
