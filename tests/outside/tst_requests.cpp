// What a request is made of, and where it may go.

#include "outside/HttpToolDefinition.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

const SecretSource secrets = [](const QString &name) -> Result<QString> {
    return QStringLiteral("secret-of-") + name;
};

Result<OutgoingRequest> built(const Json &request, const Json &args,
                              const QString &customer = QStringLiteral("c 1"))
{
    QStringList names;
    for (const auto &[name, value] : args.items())
        names << QString::fromStdString(name);
    names << QStringLiteral("absent");
    auto parsed = RequestTemplate::parse(request, names);
    if (!parsed)
        return parsed.error();
    return parsed->build({args, customer, QStringLiteral("key-7")}, secrets);
}

Json definition()
{
    return jsonLiteral(R"({
        "name": "find_order", "description": "Finds an order.", "risk": "read",
        "hosts": ["shop.example", "shop.example:8443"],
        "arguments": {"type": "object", "properties": {"order_id": {"type": "string"}}},
        "request": {"method": "GET", "url": "https://shop.example/orders/{order_id}"}})");
}

} // namespace

class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesStandWhereTheyBelong();
    void valueNeverChangesTheAddress_data();
    void valueNeverChangesTheAddress();
    void unknownCustomerIsRefused();
    void badTemplatesAreNamed_data();
    void badTemplatesAreNamed();
    void badDefinitionsAreNamed_data();
    void badDefinitionsAreNamed();
    void definitionSaysWhatItCanDo();
    void addressesOfTheOwnNetworkAreNotPublic_data();
    void addressesOfTheOwnNetworkAreNotPublic();
    void privateHostsAreRefused();
};

void RequestsTest::valuesStandWhereTheyBelong()
{
    const auto request =
        built(jsonLiteral(R"({
        "method": "POST", "url": "https://shop.example/v1/orders/{id}/of/{$customer}",
        "query": {"q": "{text}", "missing": "{absent}", "limit": 5, "created": {"gte": "{from}"}},
        "headers": {"Authorization": "Bearer ${secret:shop}", "X-Key": "{$key}"},
        "body": {"amount": "{amount}", "note": "Order {id}: {text}", "list": ["{id}", "{absent}"], "none": "{absent}",
                 "deep": {"flag": "{flag}"}}})"),
              {{"id", "A 1"}, {"text", "a&b=c \"x\""}, {"from", 17}, {"amount", 250}, {"flag", true}});

    VERIFY_RESULT(request);
    QCOMPARE(request->url.toEncoded(), QByteArray("https://shop.example/v1/orders/A%201/of/c%201?"
                                                  "created[gte]=17&limit=5&q=a%26b%3Dc%20%22x%22"));
    QCOMPARE(request->headers[0].value, QByteArray("Bearer secret-of-shop"));
    QCOMPARE(request->headers[1].value, QByteArray("key-7"));
    const Json expected = jsonLiteral(R"({"amount": 250, "note": "Order A 1: a&b=c \"x\"", "list": ["A 1"],
                             "deep": {"flag": true}})");
    QCOMPARE(*parseJson(request->body), expected);
    const auto form =
        built(jsonLiteral(R"({"method": "POST", "url": "https://shop.example/", "body_form": "form",
                                            "body": {"metadata": {"case": "{id}"}, "expand": ["a", "b"]}})"),
              {{"id", "x&y"}});
    VERIFY_RESULT(form);
    QCOMPARE(form->body, QByteArray("expand[0]=a&expand[1]=b&metadata[case]=x%26y"));
}

void RequestsTest::valueNeverChangesTheAddress_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("step"); // empty: refused
    QTest::newRow("plain") << "A-1" << QByteArray("A-1");
    QTest::newRow("query") << "1?admin=1" << QByteArray("1%3Fadmin%3D1");
    QTest::newRow("fragment") << "1#x" << QByteArray("1%23x");
    QTest::newRow("encoded dots") << "%2e%2e" << QByteArray("%252e%252e");
    QTest::newRow("encoded slash") << "a%2fb" << QByteArray("a%252fb");
    QTest::newRow("host") << "@elsewhere.example" << QByteArray("%40elsewhere.example");
    QTest::newRow("letters") << QString::fromUtf8("\xc3\xa4") << QByteArray("%C3%A4");
    QTest::newRow("empty") << "" << QByteArray();
    QTest::newRow("dot") << "." << QByteArray();
    QTest::newRow("dots") << ".." << QByteArray();
    QTest::newRow("slash") << "a/b" << QByteArray();
    QTest::newRow("backslash") << "..\\b" << QByteArray();
    QTest::newRow("line feed") << "a\nb" << QByteArray();
    QTest::newRow("nul") << QString(QChar(0)) << QByteArray();
    QTest::newRow("long") << QString(5000, QLatin1Char('a')) << QByteArray();
}

void RequestsTest::valueNeverChangesTheAddress()
{
    QFETCH(QString, value);
    QFETCH(QByteArray, step);

    const auto request =
        built({{"method", "GET"}, {"url", "https://shop.example/orders/{id}/state"}}, {{"id", value}});

    QCOMPARE(request.has_value(), !step.isEmpty());
    if (!request) {
        QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
        return;
    }
    QCOMPARE(request->url.toEncoded(), "https://shop.example/orders/" + step + "/state");
}

void RequestsTest::unknownCustomerIsRefused()
{
    const auto request =
        built({{"method", "GET"}, {"url", "https://shop.example/customers/{$customer}"}}, Json::object(), {});

    QVERIFY(!request);
    QCOMPARE(request.error().kind, ErrorKind::Denied);
}

void RequestsTest::badTemplatesAreNamed_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("place in host") << QByteArray(R"({"url": "https://{id}.example/"})");
    QTest::newRow("place in port") << QByteArray(R"({"url": "https://shop.example:{id}/"})");
    QTest::newRow("other scheme") << QByteArray(R"({"url": "file:///etc/passwd"})");
    QTest::newRow("query in address") << QByteArray(R"({"url": "https://shop.example/?a={id}"})");
    QTest::newRow("user") << QByteArray(R"({"url": "https://user@shop.example/"})");
    QTest::newRow("upwards") << QByteArray(R"({"url": "https://shop.example/a/%2e%2e/b"})");
    QTest::newRow("unknown argument") << QByteArray(R"({"url": "https://shop.example/{other}"})");
    QTest::newRow("lone brace") << QByteArray(R"({"url": "https://shop.example/{id"})");
    QTest::newRow("unknown in body") << QByteArray(
        R"({"method": "POST", "url": "https://shop.example/", "body": {"a": ["{other}"]}})");
    QTest::newRow("body of a read") << QByteArray(R"({"url": "https://shop.example/", "body": {}})");
    QTest::newRow("argument in header")
        << QByteArray(R"({"url": "https://shop.example/", "headers": {"X": "{id}"}})");
    QTest::newRow("host header") << QByteArray(
        R"({"url": "https://shop.example/", "headers": {"Host": "other.example"}})");
    QTest::newRow("header name") << QByteArray(
        R"({"url": "https://shop.example/", "headers": {"A\r\nB": "x"}})");
}

void RequestsTest::badTemplatesAreNamed()
{
    QFETCH(QByteArray, request);

    const auto parsed = RequestTemplate::parse(*parseJson(request), {QStringLiteral("id")});

    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!parsed.error().detail.isEmpty());
}

void RequestsTest::badDefinitionsAreNamed_data()
{
    QTest::addColumn<QByteArray>("patch"); // merged into a good one
    QTest::newRow("unknown member") << QByteArray(R"({"idempotency": true})");
    QTest::newRow("no name") << QByteArray(R"({"name": ""})");
    QTest::newRow("name with a dot") << QByteArray(R"({"name": "a.b"})");
    QTest::newRow("host not listed") << QByteArray(R"({"hosts": ["other.example"]})");
    QTest::newRow("port not listed") << QByteArray(R"({"request": {"url": "https://shop.example:9000/x"}})");
    QTest::newRow("unencrypted") << QByteArray(R"({"request": {"url": "http://shop.example/x"}})");
    QTest::newRow("no schema") << QByteArray(R"({"arguments": {"type": "array"}})");
    QTest::newRow("deleting read") << QByteArray(R"({"request": {"method": "DELETE"}})");
    QTest::newRow("pointer") << QByteArray(R"({"result": {"a": "b"}})");
    QTest::newRow("pointer escape") << QByteArray(R"({"result": {"a": "/~7"}})");
    QTest::newRow("read back of a read") << QByteArray(
        R"({"read_back": {"request": {"method": "GET", "url": "https://shop.example/x"}, "happened": "/a"}})");
    QTest::newRow("read back that writes") << QByteArray(
        R"({"risk": "write", "read_back": {"request": {"method": "POST", "url": "https://shop.example/x"},
            "happened": "/a"}})");
    QTest::newRow("read back elsewhere") << QByteArray(
        R"({"risk": "write", "read_back": {"request": {"method": "GET", "url": "https://other.example/x"},
            "happened": "/a"}})");
}

void RequestsTest::badDefinitionsAreNamed()
{
    QFETCH(QByteArray, patch);
    VERIFY_RESULT(HttpToolDefinition::parse(definition()));
    Json json = definition();
    json.merge_patch(*parseJson(patch));

    const auto parsed = HttpToolDefinition::parse(json);

    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!parsed.error().detail.isEmpty());
}

void RequestsTest::definitionSaysWhatItCanDo()
{
    Json json = definition();
    json["request"]["headers"] = {{"Authorization", "Bearer ${secret:shop}"}};
    const auto parsed = HttpToolDefinition::parse(json);
    VERIFY_RESULT(parsed);

    const QString said = abilitiesOf(*parsed).join(QLatin1Char('\n'));

    QVERIFY2(said.contains(QLatin1String("GET https://shop.example/orders/{order_id} (read)")),
             qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("sends the secret shop there")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("public internet alone")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("waits for a person")), qPrintable(said));
    QVERIFY(parsed->spec.needsApproval);
    QCOMPARE(parsed->spec.schema["additionalProperties"], Json(false));
}

void RequestsTest::addressesOfTheOwnNetworkAreNotPublic_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    for (const char *closed : {"127.0.0.1",
                               "127.8.9.1",
                               "0.0.0.0",
                               "10.1.2.3",
                               "172.16.0.1",
                               "172.31.255.255",
                               "192.168.1.1",
                               "169.254.169.254",
                               "100.64.0.1",
                               "224.0.0.1",
                               "255.255.255.255",
                               "198.18.0.1",
                               "::",
                               "::1",
                               "fe80::1",
                               "fd00::1",
                               "fec0::1",
                               "ff02::1",
                               "::ffff:127.0.0.1",
                               "::ffff:10.0.0.1",
                               "64:ff9b::a00:1",
                               "2002:7f00:1::",
                               "2001:db8::1",
                               "::7f00:1"})
        QTest::newRow(closed) << closed << false;
    for (const char *open : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8",
                             "64:ff9b::808:808", "2002:808:808::1"})
        QTest::newRow(open) << open << true;
}

void RequestsTest::addressesOfTheOwnNetworkAreNotPublic()
{
    QFETCH(QString, address);
    QFETCH(bool, isPublic);

    QVERIFY(!QHostAddress(address).isNull());
    QCOMPARE(isPublicAddress(QHostAddress(address)), isPublic);
}

void RequestsTest::privateHostsAreRefused()
{
    // A name that anybody may give an address of this machine is looked at by its address, too.
    for (const QString &host : {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}) {
        const auto refused = allowedAddresses(host, Reach::PublicOnly);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Denied);
        VERIFY_RESULT(allowedAddresses(host, Reach::PrivateToo));
    }
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "tst_requests.moc"
