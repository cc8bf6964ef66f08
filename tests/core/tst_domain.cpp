#include "core/Clock.h"
#include "core/Money.h"
#include "core/Outcome.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesGoBothWays();
    void channelsHaveSeveralNames();
    void moneyIsWrittenByItsCurrency_data();
    void moneyIsWrittenByItsCurrency();
    void timesAreUtcAndSortAsText();
    void anOutcomeSurvivesItsJson();
};

void TestDomain::namesGoBothWays()
{
    for (const Category category : allCategories)
        QVERIFY(fromName<Category>(nameOf(category)) == category);
    QCOMPARE(nameOf(EscalationReason::InjectionSuspected), QStringLiteral("injection_suspected"));
    QVERIFY(!fromName<Mode>(QStringLiteral("automatic")));
}

void TestDomain::channelsHaveSeveralNames()
{
    QCOMPARE(channelNamed(QStringLiteral("email")), ChannelKind::Mail);
    QCOMPARE(channelNamed(QStringLiteral(" E-Mail ")), ChannelKind::Mail);
    QCOMPARE(channelNamed(QStringLiteral("mail")), ChannelKind::Mail);
    QCOMPARE(channelNamed(QStringLiteral("webchat")), ChannelKind::Chat);
    QVERIFY(!channelNamed(QStringLiteral("pigeon")).has_value());
}

void TestDomain::moneyIsWrittenByItsCurrency_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("expected");

    QTest::newRow("dollars") << qint64(24900) << QStringLiteral("USD") << QStringLiteral("249.00 USD");
    QTest::newRow("cents") << qint64(5) << QStringLiteral("EUR") << QStringLiteral("0.05 EUR");
    QTest::newRow("negative") << qint64(-150) << QStringLiteral("USD") << QStringLiteral("-1.50 USD");
    QTest::newRow("yen") << qint64(1200) << QStringLiteral("JPY") << QStringLiteral("1200 JPY");
    QTest::newRow("dinar") << qint64(1250) << QStringLiteral("KWD") << QStringLiteral("1.250 KWD");
}

void TestDomain::moneyIsWrittenByItsCurrency()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(QString, expected);

    QCOMPARE(toPlainString({minor, currency}), expected);
}

void TestDomain::timesAreUtcAndSortAsText()
{
    const QDateTime time = fromIso(QStringLiteral("2026-11-22T10:00:00Z"));

    QVERIFY(time.isValid());
    QCOMPARE(toIso(time), QStringLiteral("2026-11-22T10:00:00.000Z"));
    QVERIFY(toIso(time) < toIso(time.addMSecs(1)));
}

void TestDomain::anOutcomeSurvivesItsJson()
{
    Outcome outcome;
    outcome.id = QStringLiteral("m-1");
    outcome.conversation = {7};
    outcome.category = Category::Billing;
    outcome.decision = Decision::NeedsReview;
    outcome.reasons = {{EscalationReason::ApprovalRequired, QStringLiteral("refund"), 24900, 10000}};
    outcome.tools = {
        {QStringLiteral("process_refund"), {{"amount_minor", 24900}}, ToolStatus::PendingApproval}};
    outcome.ticket = {12};

    const Json json = toJson(outcome);
    const Result<Outcome> back = outcomeFromJson(json);

    VERIFY_RESULT(back);
    QCOMPARE(json["escalation_reasons"], Json::array({"approval_required"}));
    QCOMPARE(json["degraded"], Json());
    QCOMPARE(toJson(*back), json);
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
