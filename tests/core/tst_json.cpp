#include "core/Json.h"
#include "support/RandomJson.h"
#include "support/TestSupport.h"

#include <limits>

using namespace Helmdesk;
using Helmdesk::Test::RandomJson;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoJsonIsRefused_data();
    void whatIsNoJsonIsRefused();
    void depthIsLimited();
    void numbersAreCutToTheirType();
    void wrongTypesAreFallbacks();
    void anyTextIsReadOrRefused();
};

void TestJson::whatIsNoJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("number that overflows") << QByteArray(R"({"text":"hi","x":1e999})");
    QTest::newRow("negative one") << QByteArray("-1e999");
    QTest::newRow("half a character") << QByteArray(R"("\ud800")");
    QTest::newRow("not UTF-8") << QByteArray("\"\xff\"");
    QTest::newRow("open string") << QByteArray("\"abc");
    QTest::newRow("nothing") << QByteArray();
}

void TestJson::whatIsNoJsonIsRefused()
{
    QFETCH(QByteArray, text);

    const auto json = parseJson(text);

    QVERIFY(!json);
    QCOMPARE(json.error().kind, ErrorKind::InvalidInput);
}

void TestJson::depthIsLimited()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + "1" + QByteArray(depth, ']'); };

    QVERIFY(parseJson(nested(deepestJson)));
    QVERIFY(!parseJson(nested(deepestJson + 1)));
    QVERIFY(parseJson("[\"" + QByteArray(1000, '[') + "\\\"" + QByteArray(1000, '{') + "\"]"));
}

void TestJson::numbersAreCutToTheirType()
{
    const auto json = parseJson(R"({"large":18446744073709551615,"real":2.9,"huge":1e300,"least":-9e18,
                                    "beyond":9223372036854775808})");
    VERIFY_RESULT(json);

    QCOMPARE(integerOr(*json, "large", -7), -7);
    QCOMPARE(integerOr(*json, "real", -7), 2);
    QCOMPARE(integerOr(*json, "huge", -7), -7);
    QCOMPARE(integerOr(*json, "least", -7), Q_INT64_C(-9000000000000000000));
    QCOMPARE(integerOr(*json, "beyond", -7), -7);
    QCOMPARE(toInteger(Json(std::numeric_limits<double>::quiet_NaN()), 5), 5);
}

void TestJson::wrongTypesAreFallbacks()
{
    const auto json = parseJson(R"({"list":["a",1,null,"b"],"number":5,"text":"x"})");
    VERIFY_RESULT(json);

    QCOMPARE((*json)["number"].get<QString>(), QString());
    QCOMPARE((*json)["list"].get<QStringList>(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE((*json)["text"].get<QStringList>(), QStringList());
    QCOMPARE(stringOr(*json, "number", QStringLiteral("none")), QStringLiteral("none"));
    QCOMPARE(integerOr(*json, "text", 3), 3);
    QCOMPARE(boolOr(*json, "list", true), true);
    QVERIFY(memberOrNull(Json(5), "a").is_null());
}

void TestJson::anyTextIsReadOrRefused()
{
    RandomJson random(20261130);
    int read = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto json = parseJson(random.value());
        if (!json)
            continue;
        ++read;
        QVERIFY(parseJson(toBytes(*json)));
        (void)stringOr(*json, "id");
        (void)integerOr(*json, "id", 0);
        (void)numberOr(*json, "name", 0.0);
        (void)boolOr(*json, "name", false);
        (void)memberOrNull(*json, "id").get<QStringList>();
    }
    QVERIFY(read > 5000);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
