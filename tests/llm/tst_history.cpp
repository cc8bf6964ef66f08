// What goes into a request whatever came before: repaired histories, portable schemas, bound replies.

#include "support/TestSupport.h"

#include "llm/ChatHistory.h"
#include "llm/ModelProfile.h"
#include "llm/SchemaNormaliser.h"
#include "llm/StructuredStep.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

class HistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallGetsItsResult();
    void doubledIdsAreToldApart();
    void prefillIsStripped();
    void callsInTextAreSeen_data();
    void callsInTextAreSeen();
    void schemasBecomePortable_data();
    void schemasBecomePortable();
    void patternsBecomePortable_data();
    void patternsBecomePortable();
    void structuredStepOffersEachTool();
    void structuredStepIsReadBack();
    void profilesSurviveStorage();
    void profilesAreChecked_data();
    void profilesAreChecked();
    void unknownPricesAreNotFree();
};

void HistoryTest::everyCallGetsItsResult()
{
    const std::vector<ChatMessage> messages{
        {ChatRole::User, u"Hello"_s, {}, {}, {}},
        {ChatRole::Assistant, {}, {{u"a"_s, u"one"_s, {}, {}}, {u"b"_s, u"two"_s, "text", {}}}, {}, {}},
        {ChatRole::Tool, u"of b"_s, {}, u"b"_s, {}},
        {ChatRole::Tool, u"of nobody"_s, {}, u"zzz"_s, {}},
    };

    const auto out = repaired(messages);

    QCOMPARE(out.size(), size_t(4));
    QCOMPARE(out[2].callId, u"a"_s);
    QVERIFY(out[2].text.contains(u"not made"_s));
    QCOMPARE(out[3].text, u"of b"_s);
    QVERIFY(out[1].calls[1].args.is_object()); // else some servers refuse the conversation for ever
}

void HistoryTest::doubledIdsAreToldApart()
{
    const std::vector<ChatMessage> messages{
        {ChatRole::Assistant,
         {},
         {{u"a"_s, u"one"_s, Json::object(), {}}, {u"a"_s, u"two"_s, Json::object(), {}}},
         {},
         {{"names", "the old ids"}}},
        {ChatRole::Tool, u"first"_s, {}, u"a"_s, {}},
        {ChatRole::Tool, u"second"_s, {}, u"a"_s, {}},
    };

    const auto out = repaired(messages);

    QCOMPARE(out.size(), size_t(3));
    QVERIFY(out[0].calls[0].id != out[0].calls[1].id);
    QCOMPARE(out[1].callId, out[0].calls[0].id);
    QCOMPARE(out[1].text, u"first"_s);
    QCOMPARE(out[2].callId, out[0].calls[1].id);
    QCOMPARE(out[2].text, u"second"_s);
    QVERIFY(out[0].opaque.is_null());
}

void HistoryTest::prefillIsStripped()
{
    const auto out =
        repaired({{ChatRole::User, u"Hello"_s, {}, {}, {}}, {ChatRole::Assistant, u"Dear"_s, {}, {}, {}}});

    QCOMPARE(out.size(), size_t(1));
}

void HistoryTest::callsInTextAreSeen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCall");
    QTest::newRow("json") << u"{\"name\": \"check_invoice\", \"arguments\": {}}"_s << true;
    QTest::newRow("fenced") << u"```json\n{\"tool\":\"x\",\"args\":{}}\n```"_s << true;
    QTest::newRow("doubled") << u"{{\"name\":\"x\"}}"_s << true;
    QTest::newRow("tag") << u"<tool_call>x</tool_call>"_s << true;
    QTest::newRow("named") << u"I will use check_invoice for that."_s << true;
    QTest::newRow("words") << u"Your name and address are in the account settings."_s << false;
    QTest::newRow("braces") << u"Use {name} in your template."_s << false;
    QTest::newRow("json example") << u"Send {\"workspace\": \"north\"} to the webhook."_s << false;
}

void HistoryTest::callsInTextAreSeen()
{
    QFETCH(QString, text);
    QFETCH(bool, isCall);

    QCOMPARE(looksLikeCall(text, {u"check_invoice"_s}), isCall);
}

void HistoryTest::schemasBecomePortable_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("portable");
    QTest::newRow("true") << QByteArray(R"({"type":"object","properties":{"v":true}})")
                          << QByteArray(R"({"type":"object","properties":{"v":{}}})");
    QTest::newRow("items true") << QByteArray(R"({"type":"array","items":true})")
                                << QByteArray(R"({"type":"array","items":{}})");
    QTest::newRow("empty enum") << QByteArray(R"({"type":"string","enum":[]})")
                                << QByteArray(R"({"type":"string"})");
    QTest::newRow("foreign ref") << QByteArray(
                                        R"({"type":"object","properties":{"a":{"$ref":"http://x/y"}}})")
                                 << QByteArray(R"({"type":"object","properties":{"a":{}}})");
    QTest::newRow("own ref") << QByteArray(
                                    R"({"$schema":"s","$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}})")
                             << QByteArray(R"({"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}})");
    QTest::newRow("beside anyOf")
        << QByteArray(
               R"({"type":"object","properties":{"a":{},"b":{}},"required":["a"],"anyOf":[{"required":["b"]},{}]})")
        << QByteArray(R"({"anyOf":[{"required":["b","a"],"type":"object","properties":{"a":{},"b":{}}},)"
                      R"({"type":"object","properties":{"a":{},"b":{}},"required":["a"]}]})");
    QTest::newRow("bare") << QByteArray("{}") << QByteArray(R"({"type":"object"})");
}

void HistoryTest::schemasBecomePortable()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, portable);

    QCOMPARE(toBytes(normalisedSchema(*parseJson(schema))), toBytes(*parseJson(portable)));
}

void HistoryTest::patternsBecomePortable_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("portable");
    QTest::newRow("digits") << u"^INV-\\d{4}$"_s << u"^INV-[0-9]{4}$"_s;
    QTest::newRow("words") << u"^\\w+$"_s << u"^[A-Za-z0-9_]+$"_s;
    QTest::newRow("classes stay") << u"^[A-Z]{3}$"_s << u"^[A-Z]{3}$"_s;
    QTest::newRow("within a class") << u"^[\\d-]+$"_s << u"^[0-9-]+$"_s;
    QTest::newRow("no anchors") << u"INV"_s << QString();
    QTest::newRow("any character") << u"^.+$"_s << QString();
    QTest::newRow("escaped dot stays") << u"^a\\.b$"_s << u"^a\\.b$"_s;
    QTest::newRow("look-ahead") << u"^(?=a)a$"_s << QString();
    QTest::newRow("negated class") << u"^[^a]$"_s << QString();
    QTest::newRow("no pattern at all") << u"^([a$"_s << QString();
}

void HistoryTest::patternsBecomePortable()
{
    QFETCH(QString, pattern);
    QFETCH(QString, portable);

    QCOMPARE(portablePattern(pattern), portable);
}

void HistoryTest::structuredStepOffersEachTool()
{
    ChatRequest request;
    request.tools = {{u"one"_s, u"First."_s, {{"type", "object"}}},
                     {u"two"_s, u"Second."_s, {{"type", "object"}}}};
    request.messages = {{ChatRole::Assistant, {}, {{u"a"_s, u"one"_s, {{"n", 1}}, {}}}, {}, {}},
                        {ChatRole::Tool, u"{\"ok\":true}"_s, {}, u"a"_s, {}}};

    const ChatRequest out = asStructuredStep(request);

    QVERIFY(out.tools.empty());
    QCOMPARE(out.schema["oneOf"].size(), size_t(3));
    QCOMPARE(out.messages[1].role, ChatRole::User);
    QVERIFY(out.system.indexOf(u"one"_s) <
            out.system.indexOf(u"no_tool"_s)); // small models take the first form
}

void HistoryTest::structuredStepIsReadBack()
{
    const auto of = [](const QString &text) {
        ChatResult result;
        result.reply = ChatReply{text, {}, StopReason::Finished, {}};
        return fromStructuredStep(result);
    };

    const ChatResult call = of(u"{\"action\":\"one\",\"args\":{\"n\":1}}"_s);
    QVERIFY(call.reply && call.reply->text.isEmpty());
    QCOMPARE(call.reply->calls[0].args, (Json{{"n", 1}}));
    QCOMPARE(of(u"```\n{\"action\":\"no_tool\",\"reply\":\"Hi\"}\n```"_s).reply->text, u"Hi"_s);
    QCOMPARE(of(u"{\"action\":\"no_tool\",\"reply\":\" \"}"_s).failure.fault, ChatFault::Empty);
    QCOMPARE(of(u"Sure! I will refund you."_s).failure.fault, ChatFault::Garbled);
    QCOMPARE(of(u"{\"action\":\"one\",\"args\":\"all\"}"_s).reply->calls[0].args, Json::object());
}

void HistoryTest::profilesSurviveStorage()
{
    ModelProfile profile;
    profile.name = u"fast"_s;
    profile.provider = ModelProvider::Anthropic;
    profile.url = QUrl(u"https://models.example/x"_s);
    profile.model = u"m"_s;
    profile.prices.input = 0.1;
    profile.prices.output = 0.5;
    profile.can.tools = ToolsVia::Structured;
    profile.can.temperature = false;
    profile.can.effort = u"low"_s;
    profile.routeAccuracy = 0.67;

    const ModelProfile back = profileFromJson(toJson(profile));

    QCOMPARE(toBytes(toJson(back)), toBytes(toJson(profile)));
    QVERIFY(!back.prices.cachedInput);
}

void HistoryTest::profilesAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("fine") << u"fast-1"_s << u"http://127.0.0.1:1/v1"_s << u"m"_s << true;
    QTest::newRow("builtin") << u"builtin"_s << u"http://127.0.0.1:1/v1"_s << u"m"_s << false;
    QTest::newRow("path in the name") << u"../x"_s << u"http://127.0.0.1:1/v1"_s << u"m"_s << false;
    QTest::newRow("file") << u"fast"_s << u"file:///etc/hosts"_s << u"m"_s << false;
    QTest::newRow("key in the address") << u"fast"_s << u"https://u:p@models.example"_s << u"m"_s << false;
    QTest::newRow("no model") << u"fast"_s << u"https://models.example"_s << QString() << false;
}

void HistoryTest::profilesAreChecked()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    QFETCH(QString, model);
    QFETCH(bool, isFine);
    ModelProfile profile;
    profile.name = name;
    profile.url = QUrl(url);
    profile.model = model;

    QCOMPARE(checkProfile(profile).has_value(), isFine);
}

void HistoryTest::unknownPricesAreNotFree()
{
    TokenUsage usage;
    usage.input = 1'000'000;
    usage.cachedInput = 400'000;
    usage.output = 100'000;
    ModelPrices prices;
    QVERIFY(!prices.areKnown());
    prices.input = 0.0;
    prices.output = 0.0;
    QVERIFY(!prices.areKnown()); // 0 is not free unless somebody says so
    prices.isFree = true;
    QVERIFY(prices.areKnown());
    QCOMPARE(costOf(usage, prices), 0.0);

    ModelPrices known;
    known.input = 2.0;
    known.cachedInput = 0.5;
    known.output = 10.0;
    QCOMPARE(costOf(usage, known), 0.6 * 2.0 + 0.4 * 0.5 + 0.1 * 10.0);
    known.cachedInput.reset();
    QCOMPARE(costOf(usage, known), 2.0 + 1.0);
    QVERIFY(costOf(usage, standInPrices()) > costOf(usage, known));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
