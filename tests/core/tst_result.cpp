#include "core/Json.h"
#include "core/Result.h"
#include "core/RunControl.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valueAndErrorPassThrough();
    void badJsonIsAnErrorThatNamesThePlace();
    void subsetComparesObjectsRecursively();
    void stopAndDeadlineEndARun();
};

void TestResult::valueAndErrorPassThrough()
{
    const Result<int> good = 21;
    const Result<int> bad = Error{ErrorKind::NotFound, QStringLiteral("no such thing")};

    QCOMPARE(*good.transform([](int value) { return value * 2; }), 42);
    QCOMPARE(bad.transform([](int value) { return value * 2; }).error().kind, ErrorKind::NotFound);
    QCOMPARE(bad.value_or(7), 7);
}

void TestResult::badJsonIsAnErrorThatNamesThePlace()
{
    const Result<Json> parsed = parseJson("{\"a\": nope}");

    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
    QVERIFY(parsed.error().detail.contains(QLatin1String("byte 8")));
}

void TestResult::subsetComparesObjectsRecursively()
{
    const Json whole{{"a", 1}, {"b", {{"c", "x"}, {"d", 2}}}};

    QVERIFY(isSubset({{"b", {{"c", "x"}}}}, whole));
    QVERIFY(!isSubset({{"b", {{"c", "y"}}}}, whole));
    QVERIFY(!isSubset({{"e", 1}}, whole));
}

void TestResult::stopAndDeadlineEndARun()
{
    std::stop_source source;
    const RunControl control(source.get_token());

    QVERIFY(control.check());
    QCOMPARE(control.withDeadline(std::chrono::milliseconds(-1)).check().error().kind, ErrorKind::Timeout);
    source.request_stop();
    QCOMPARE(control.check().error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
