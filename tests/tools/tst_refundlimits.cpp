#include "support/TestSupport.h"
#include "tools/RefundLimits.h"

using namespace Helmdesk;

namespace
{

const QDateTime now(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC);

Money money(qint64 minor, const char *currency)
{
    return {minor, QString::fromLatin1(currency)};
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
    RefundLimits limits;
    limits.rates = std::make_shared<ExchangeRates>(*ExchangeRates::shipped());
    QCOMPARE(limits.day(), 10000);
    QCOMPARE(limits.month(), 30000);
    const std::vector<PastRefund> past{{money(10000, "USD"), now.addDays(-2)}, {money(9000, "USD"), now}};
    const auto rule = [&](qint64 minor) {
        const auto objection = objectionTo(money(minor, "USD"), past, 0, limits, now);
        return objection ? QString::fromLatin1(objection->rule) : QString();
    };
    QCOMPARE(rule(1000), QString());
    QCOMPARE(rule(1001), QStringLiteral("refund_daily_total"));
    limits.dayMinor = 9500;
    QCOMPARE(rule(501), QStringLiteral("refund_daily_total"));
    limits.dayMinor = 100000;
    limits.monthMinor = 20000;
    QCOMPARE(rule(1000), QString());
    QCOMPARE(rule(1001), QStringLiteral("refund_monthly_total"));
    limits.perInvoice = 1;
    QVERIFY(objectionTo(money(1, "USD"), {}, 1, limits, now).has_value());
    QVERIFY(!objectionTo(money(1, "USD"), {}, 0, limits, now).has_value());
    // The end of the window does not count: a refund exactly 30 days ago is over.
    limits.perInvoice = 3;
    limits.monthMinor = 10000;
    limits.dayMinor = 10000;
    QVERIFY(!objectionTo(money(10000, "USD"), {{money(1, "USD"), refundsCountSince(now)}}, 0, limits, now));
    QVERIFY(objectionTo(money(10000, "USD"), {{money(1, "USD"), refundsCountSince(now).addMSecs(1)}}, 0,
                        limits, now));
}

void RefundLimitsTest::oneRefundReachesTheLimitAndNoMore()
{
    RefundLimits limits;
    limits.rates = std::make_shared<ExchangeRates>(*ExchangeRates::shipped());
    limits.oneMinor = 5000;
    limits.dayMinor = 100000;
    limits.monthMinor = 100000;

    QVERIFY(!objectionTo(money(5000, "USD"), {}, 0, limits, now));
    const auto objection = objectionTo(money(5001, "USD"), {}, 0, limits, now);
    QVERIFY(objection);
    QCOMPARE(QString::fromLatin1(objection->rule), QStringLiteral("refund_limit"));
}

// Also the first refund of all, where there is no sum that would have to be converted.
void RefundLimitsTest::whatIsOfUnknownWorthWaits()
{
    RefundLimits limits;
    limits.rates = std::make_shared<ExchangeRates>(*ExchangeRates::shipped());
    QVERIFY(!limits.rates->knows(QStringLiteral("KWD")));

    const auto objection = objectionTo(money(1, "KWD"), {}, 0, limits, now);
    QVERIFY(objection);
    QCOMPARE(QString::fromLatin1(objection->rule), QStringLiteral("refund_currency"));
}

QTEST_GUILESS_MAIN(RefundLimitsTest)
#include "tst_refundlimits.moc"
