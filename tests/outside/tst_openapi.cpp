// A tool made of one operation of an OpenAPI document.

#include "outside/HttpToolDefinition.h"
#include "outside/OpenApiImport.h"
#include "support/TestSupport.h"

#include <QFile>

using namespace Helmdesk;

namespace
{

Json document()
{
    QFile file(QStringLiteral(HELMDESK_OUTSIDE_TESTS "/data/shop-openapi.json"));
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()).value_or(Json()) : Json();
}

} // namespace

class OpenApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readBecomesATool();
    void bodyBecomesArguments();
    void whatAToolCannotDoIsNamed_data();
    void whatAToolCannotDoIsNamed();
};

void OpenApiTest::readBecomesATool()
{
    const auto tool = httpToolFromOpenApi(document(), {QStringLiteral("getOrder")});

    VERIFY_RESULT(tool);
    const Json expected = jsonLiteral(R"({
        "name": "getOrder", "description": "One order", "risk": "read", "hosts": ["shop.example"],
        "arguments": {"type": "object", "additionalProperties": false, "required": ["order_id"],
                      "properties": {"order_id": {"type": "string"}, "fields": {"type": "string"}}},
        "request": {"method": "GET", "url": "https://shop.example/api/orders/{order_id}",
                    "query": {"fields": "{fields}"},
                    "headers": {"Authorization": "Bearer ${secret:shop_example}"}}})");
    QCOMPARE(*tool, expected);
    VERIFY_RESULT(HttpToolDefinition::parse(*tool));
}

void OpenApiTest::bodyBecomesArguments()
{
    const auto tool = httpToolFromOpenApi(document(), {.operation = QStringLiteral("refundOrder"),
                                                       .name = QStringLiteral("refund"),
                                                       .risk = QStringLiteral("money")});

    VERIFY_RESULT(tool);
    QCOMPARE(stringOr(*tool, "name"), QStringLiteral("refund"));
    QCOMPARE(stringOr(*tool, "risk"), QStringLiteral("money"));
    const Json required = jsonLiteral(R"(["order_id", "amount"])");
    QCOMPARE((*tool)["arguments"]["required"], required);
    const Json textOrNull = jsonLiteral(R"(["string", "null"])");
    QCOMPARE((*tool)["arguments"]["properties"]["note"]["type"], textOrNull);
    QVERIFY(!(*tool)["arguments"]["properties"].contains("id"));
    const Json body = jsonLiteral(R"({"amount": "{amount}", "note": "{note}", "self": "{self}"})");
    QCOMPARE((*tool)["request"]["body"], body);
    VERIFY_RESULT(HttpToolDefinition::parse(*tool));
}

void OpenApiTest::whatAToolCannotDoIsNamed_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("word");
    QTest::newRow("unknown") << "other"
                             << "no operation";
    QTest::newRow("basic") << "basicOnly"
                           << "who asks";
    QTest::newRow("header") << "needsHeader"
                            << "X-Tenant";
    QTest::newRow("two names") << "twoNames"
                               << "two values";
}

void OpenApiTest::whatAToolCannotDoIsNamed()
{
    QFETCH(QString, operation);
    QFETCH(QString, word);

    const auto tool = httpToolFromOpenApi(document(), {operation});

    QVERIFY(!tool);
    QVERIFY2(tool.error().detail.contains(word), qPrintable(tool.error().detail));
}

QTEST_GUILESS_MAIN(OpenApiTest)
#include "tst_openapi.moc"
