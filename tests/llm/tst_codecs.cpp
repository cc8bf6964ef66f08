// What is sent to each kind of server, and what is read from its answers, however they are cut.

#include "llm/ChatCodec.h"
#include "support/TestSupport.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

ModelProfile profileOf(ModelProvider provider)
{
    ModelProfile profile;
    profile.name = u"fast"_s;
    profile.provider = provider;
    profile.url = QUrl(u"http://127.0.0.1:8080"_s);
    profile.model = u"tiny"_s;
    return profile;
}

ChatRequest askWithTools()
{
    ChatRequest request;
    request.system = u"Be brief."_s;
    request.messages = {{ChatRole::User, u"Where is A-17?"_s, {}, {}, {}},
                        {ChatRole::Assistant, {}, {{u"c1"_s, u"look_up"_s, {{"id", "A-17"}}, {}}}, {}, {}},
                        {ChatRole::Tool, u"{\"state\":\"sent\"}"_s, {}, u"c1"_s, {}}};
    request.tools = {{u"look_up"_s, u"Looks up."_s, {{"type", "object"}, {"properties", {{"id", true}}}}}};
    request.maxTokens = 77;
    return request;
}

Json bodyOf(const OutgoingRequest &request)
{
    return Json::parse(request.body.toStdString(), nullptr, false);
}

QByteArray headerOf(const OutgoingRequest &request, const char *name)
{
    return HttpHead{200, request.headers}.header(name);
}

// A stream as the network may cut it: in pieces of `size` bytes.
ChatResult read(ModelProvider provider, const QByteArray &stream, qsizetype size, QString *shown = nullptr)
{
    const DeltaSink sink = [shown](const QString &text) {
        if (shown != nullptr)
            *shown += text;
    };
    ReplyBuilder builder(sink);
    ServerSentEvents events;
    const auto take = [&](const std::vector<ServerSentEvent> &list) {
        for (const ServerSentEvent &event : list)
            codecOf(provider).take(event, builder);
    };
    for (qsizetype at = 0; at < stream.size(); at += size)
        take(events.take(stream.mid(at, size)));
    take(events.finish());
    return builder.finish(true);
}

QByteArray data(const char *json)
{
    return QByteArray("data: ") + json + "\n\n";
}

} // namespace

class CodecsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chatRequestHasItsForm();
    void chatStreamBringsTextAndUsage();
    void chatStreamBringsParallelCalls();
    void chatCallsWithoutIndexAreToldApart();
    void chatStreamThatIsCutIsNoReply();
    void chatErrorInTheStreamIsTyped();
    void chatWholeAnswerIsRead();
    void argumentsThatAreNoJsonAreKeptRaw();
    void messagesRequestHasItsForm();
    void messagesStreamIsRead();
    void messagesCountsAreAddedUp();
    void responsesRequestHasItsForm();
    void responsesStreamIsRead();
    void responsesThatWereCutAreTold();
    void endpointsAreJoined_data();
    void endpointsAreJoined();
    void errorsMeanWhatTheirCodeSays_data();
    void errorsMeanWhatTheirCodeSays();
    void fieldsFollowTheCapabilities();
    void wrongShapesNeverThrow();
};

void CodecsTest::chatRequestHasItsForm()
{
    const OutgoingRequest request =
        codecOf(ModelProvider::OpenAi).request(profileOf(ModelProvider::OpenAi), askWithTools(), u"sesame"_s);

    QCOMPARE(request.url.toString(), u"http://127.0.0.1:8080/v1/chat/completions"_s);
    QCOMPARE(headerOf(request, "authorization"), QByteArray("Bearer sesame"));
    const Json body = bodyOf(request);
    QCOMPARE(stringOr(body, "model"), u"tiny"_s);
    QCOMPARE(body["messages"].size(), size_t(4));
    QCOMPARE(stringOr(body["messages"][0], "role"), u"system"_s);
    QVERIFY(body["messages"][2]["content"].is_null());
    QCOMPARE(stringOr(body["messages"][2]["tool_calls"][0]["function"], "arguments"), u"{\"id\":\"A-17\"}"_s);
    QCOMPARE(stringOr(body["messages"][3], "tool_call_id"), u"c1"_s);
    QCOMPARE(integerOr(body, "max_tokens", 0), 77);
    QVERIFY(boolOr(body["stream_options"], "include_usage", false));
    QVERIFY(!body.contains("tool_choice")); // "required" runs some models to their limit
    QVERIFY(body["tools"][0]["function"]["parameters"]["properties"]["id"].is_object()); // not `true`
}

void CodecsTest::chatStreamBringsTextAndUsage()
{
    const QByteArray stream =
        ": ping\n\n" + data(R"({"choices":[]})") +
        data(
            R"({"choices":[{"index":0,"delta":{"role":"assistant","content":null},"finish_reason":null}]})") +
        data(
            R"({"choices":[{"index":0,"delta":{"content":"Gr\u00fc\u00df "},"finish_reason":null}],"usage":null})") +
        data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"dich "
             "\xE2\x98\x80\"},\"finish_reason\":null}]}") +
        data(R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})") +
        data(R"({"choices":[],"usage":{"prompt_tokens":120,"completion_tokens":9,"total_tokens":129,)"
             R"("prompt_tokens_details":{"cached_tokens":100},"completion_tokens_details":null}})") +
        data("[DONE]");
    for (qsizetype size = 1; size < 60; size += 7) {
        QString shown;
        const ChatResult result = read(ModelProvider::OpenAi, stream, size, &shown);
        QVERIFY(result.reply);
        QCOMPARE(result.reply->text, u"Grüß dich ☀"_s);
        QCOMPARE(shown, result.reply->text);
        QCOMPARE(result.reply->stop, StopReason::Finished);
        QCOMPARE(result.usage.input, 120);
        QCOMPARE(result.usage.cachedInput, 100);
        QCOMPARE(result.usage.output, 9);
    }
}

void CodecsTest::chatStreamBringsParallelCalls()
{
    const QByteArray stream =
        data(
            R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"look_up","arguments":""}}]}}]})") +
        data(
            R"({"choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","function":{"name":"search","arguments":"{\"q\":"}}]}}]})") +
        data(
            R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"id\":\"A-"}}]}}]})") +
        data(
            R"({"choices":[{"delta":{"tool_calls":[{"index":1,"function":{"arguments":"\"x\"}"}},{"index":0,"function":{"arguments":"17\"}"}}]}}]})") +
        data(R"({"choices":[{"delta":{},"finish_reason":"tool_calls"}]})") + data("[DONE]");

    const ChatResult result = read(ModelProvider::OpenAi, stream, 11);

    QVERIFY(result.reply);
    QCOMPARE(result.reply->calls.size(), size_t(2));
    QCOMPARE(result.reply->calls[0].name, u"look_up"_s);
    QCOMPARE(result.reply->calls[0].args, (Json{{"id", "A-17"}}));
    QCOMPARE(result.reply->calls[1].id, u"b"_s);
    QCOMPARE(result.reply->calls[1].args, (Json{{"q", "x"}}));
    QCOMPARE(result.reply->stop, StopReason::Tools);
}

void CodecsTest::chatCallsWithoutIndexAreToldApart()
{
    const QByteArray stream =
        data(
            R"({"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"one","arguments":"{}"}}]}}]})") +
        data(
            R"({"choices":[{"delta":{"tool_calls":[{"id":"b","function":{"name":"two","arguments":{"n":2}}}]},"finish_reason":"tool_calls"}]})");

    const ChatResult result = read(ModelProvider::OpenAi, stream, 1000);

    QVERIFY(result.reply);
    QCOMPARE(result.reply->calls.size(), size_t(2));
    QCOMPARE(result.reply->calls[1].args, (Json{{"n", 2}}));
}

void CodecsTest::chatStreamThatIsCutIsNoReply()
{
    const ChatResult result =
        read(ModelProvider::OpenAi, data(R"({"choices":[{"delta":{"content":"Your refund of"}}]})"), 5);

    QVERIFY(!result.reply);
    QCOMPARE(result.failure.fault, ChatFault::Cut);
}

void CodecsTest::chatErrorInTheStreamIsTyped()
{
    const ChatResult result =
        read(ModelProvider::OpenAi,
             data(R"({"choices":[{"delta":{"content":"He"}}]})") +
                 data(R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})"),
             1000);

    QVERIFY(!result.reply);
    QCOMPARE(result.failure.fault, ChatFault::Overloaded);
}

void CodecsTest::chatWholeAnswerIsRead()
{
    const DeltaSink sink;
    ReplyBuilder builder(sink);

    codecOf(ModelProvider::OpenAi)
        .takeWhole(
            jsonLiteral(
                R"({"choices":[{"message":{"role":"assistant","content":"Hi"},"finish_reason":"length"}],
                                   "usage":{"prompt_tokens":3,"completion_tokens":1}})"),
            builder);
    const ChatResult result = builder.finish(true);

    QVERIFY(result.reply);
    QCOMPARE(result.reply->text, u"Hi"_s);
    QCOMPARE(result.reply->stop, StopReason::Length);
    QCOMPARE(result.usage.input, 3);
}

void CodecsTest::argumentsThatAreNoJsonAreKeptRaw()
{
    const QByteArray stream = data(
        R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"","function":{"name":"one","arguments":"{\"id\": A-17"}}]},"finish_reason":"tool_calls"}]})");

    const ChatResult result = read(ModelProvider::OpenAi, stream, 1000);

    QVERIFY(result.reply);
    QCOMPARE(result.reply->calls[0].args, Json::object());
    QCOMPARE(result.reply->calls[0].raw, u"{\"id\": A-17"_s);
    QVERIFY(!result.reply->calls[0].id.isEmpty());
}

void CodecsTest::messagesRequestHasItsForm()
{
    ChatRequest asked = askWithTools();
    asked.messages.push_back({ChatRole::User, u"And B-2?"_s, {}, {}, {}});

    const OutgoingRequest request =
        codecOf(ModelProvider::Anthropic).request(profileOf(ModelProvider::Anthropic), asked, u"sesame"_s);

    QCOMPARE(request.url.path(), u"/v1/messages"_s);
    QCOMPARE(headerOf(request, "x-api-key"), QByteArray("sesame"));
    QVERIFY(headerOf(request, "authorization").isEmpty());
    QCOMPARE(headerOf(request, "anthropic-version"), QByteArray("2023-06-01"));
    const Json body = bodyOf(request);
    QCOMPARE(body["messages"].size(), size_t(3)); // the result and the next words are one message
    QCOMPARE(stringOr(body["messages"][1]["content"][0], "type"), u"tool_use"_s);
    QCOMPARE(stringOr(body["messages"][2]["content"][0], "type"), u"tool_result"_s);
    QCOMPARE(stringOr(body["messages"][2]["content"][1], "text"), u"And B-2?"_s);
    QVERIFY(!body.contains("tool_choice")); // forced calls are refused by its models
}

void CodecsTest::messagesStreamIsRead()
{
    const QByteArray stream =
        "event: message_start\n" +
        data(
            R"({"type":"message_start","message":{"content":[],"usage":{"input_tokens":20,"output_tokens":1}}})") +
        data(
            R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}})") +
        data(
            R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}})") +
        data(
            R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"sig"}})") +
        data(R"({"type":"content_block_stop","index":0})") + data(R"({"type":"ping"})") +
        data(R"({"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}})") +
        data(
            R"({"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"Let me look."}})") +
        data(
            R"({"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t1","name":"look_up","input":{}}})") +
        data(
            R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\"id\":"}})") +
        data(
            R"({"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"\"A-17\"}"}})") +
        data(R"({"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":31}})") +
        data(R"({"type":"message_stop"})");

    const ChatResult result = read(ModelProvider::Anthropic, stream, 13);

    QVERIFY(result.reply);
    QCOMPARE(result.reply->text, u"Let me look."_s);
    QCOMPARE(result.reply->calls.size(), size_t(1));
    QCOMPARE(result.reply->calls[0].args, (Json{{"id", "A-17"}}));
    QCOMPARE(result.usage.output, 31); // the latest total, not the sum
    QCOMPARE(result.reply->opaque.size(), size_t(3));
    QCOMPARE(stringOr(result.reply->opaque[0], "signature"), u"sig"_s);
    QCOMPARE(result.reply->opaque[2]["input"], (Json{{"id", "A-17"}}));
}

void CodecsTest::messagesCountsAreAddedUp()
{
    const QByteArray stream =
        data(
            R"({"type":"message_start","message":{"usage":{"input_tokens":20,"cache_creation_input_tokens":5,"cache_read_input_tokens":75}}})") +
        data(R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Hi"}})") +
        data(R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}})") +
        data(R"({"type":"message_stop"})");

    const ChatResult result = read(ModelProvider::Anthropic, stream, 1000);

    QCOMPARE(result.usage.input, 100);
    QCOMPARE(result.usage.cachedInput, 75);
    QCOMPARE(result.usage.cacheWrite, 5);
}

void CodecsTest::responsesRequestHasItsForm()
{
    ChatRequest asked = askWithTools();
    asked.messages[1].opaque = jsonLiteral(R"([{"type":"reasoning","encrypted_content":"x"},
        {"type":"function_call","call_id":"c1","name":"look_up","arguments":"{}"}])");

    const OutgoingRequest request =
        codecOf(ModelProvider::OpenAiResponses).request(profileOf(ModelProvider::OpenAiResponses), asked, {});

    const Json body = bodyOf(request);
    QCOMPARE(request.url.path(), u"/v1/responses"_s);
    QVERIFY(headerOf(request, "authorization").isEmpty());
    QCOMPARE(boolOr(body, "store", true), false);
    QCOMPARE(stringOr(body["tools"][0], "name"), u"look_up"_s); // flat
    QCOMPARE(body["input"].size(), size_t(4));
    QCOMPARE(stringOr(body["input"][1], "type"), u"reasoning"_s); // back unchanged
    QCOMPARE(stringOr(body["input"][3], "call_id"), u"c1"_s);
}

void CodecsTest::responsesStreamIsRead()
{
    const QByteArray stream =
        "event: response.created\n" + data(R"({"type":"response.created","response":{}})") +
        "event: response.output_text.delta\n" +
        data(R"({"type":"response.output_text.delta","delta":"Look"})") +
        data(R"({"type":"response.output_text.delta","delta":"ing."})") +
        data(R"({"type":"response.of.tomorrow"})") + "event: response.completed\n" +
        data(
            R"({"type":"response.completed","response":{"status":"completed","output":[)"
            R"({"type":"message","content":[{"type":"output_text","text":"Looking."}]},)"
            R"({"type":"function_call","id":"fc_1","call_id":"call_9","name":"look_up","arguments":"{\"id\":\"A-17\"}"}],)"
            R"("usage":{"input_tokens":50,"input_tokens_details":{"cached_tokens":10},"output_tokens":8,)"
            R"("output_tokens_details":{"reasoning_tokens":3}}}})");
    QString shown;

    const ChatResult result = read(ModelProvider::OpenAiResponses, stream, 17, &shown);

    QVERIFY(result.reply);
    QCOMPARE(shown, u"Looking."_s);
    QCOMPARE(result.reply->text, u"Looking."_s);
    QCOMPARE(result.reply->calls[0].id, u"call_9"_s);
    QCOMPARE(result.usage.reasoning, 3);
    QVERIFY(result.reply->opaque.is_array());
}

void CodecsTest::responsesThatWereCutAreTold()
{
    const QByteArray refused = data(
        R"({"type":"response.completed","response":{"status":"completed","output":[{"type":"message","content":[{"type":"refusal","refusal":"No."}]}]}})");

    QCOMPARE(read(ModelProvider::OpenAiResponses, refused, 1000).failure.fault, ChatFault::Refusal);
    QCOMPARE(read(ModelProvider::OpenAiResponses,
                  data(R"({"type":"response.output_text.delta","delta":"Loo"})"), 1000)
                 .failure.fault,
             ChatFault::Cut);
}

void CodecsTest::endpointsAreJoined_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("joined");
    QTest::newRow("bare") << u"http://h:1"_s << u"http://h:1/v1/chat/completions"_s;
    QTest::newRow("slash") << u"http://h:1/"_s << u"http://h:1/v1/chat/completions"_s;
    QTest::newRow("v1") << u"http://h:1/v1"_s << u"http://h:1/v1/chat/completions"_s;
    QTest::newRow("v1/") << u"http://h:1/v1/"_s << u"http://h:1/v1/chat/completions"_s;
    QTest::newRow("whole") << u"http://h:1/v1/chat/completions"_s << u"http://h:1/v1/chat/completions"_s;
    QTest::newRow("deployment") << u"https://r.example/openai/deployments/d?api-version=1"_s
                                << u"https://r.example/openai/deployments/d/chat/completions?api-version=1"_s;
}

void CodecsTest::endpointsAreJoined()
{
    QFETCH(QString, base);
    QFETCH(QString, joined);

    QCOMPARE(endpoint(QUrl(base), u"/chat/completions"_s).toString(), joined);
}

void CodecsTest::errorsMeanWhatTheirCodeSays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("isRetryable");
    QTest::newRow("key") << 401 << QByteArray(R"({"error":{"message":"m","code":"invalid_api_key"}})")
                         << u"key_wrong"_s << false;
    QTest::newRow("limit") << 429 << QByteArray(R"({"error":{"type":"rate_limit_error"}})")
                           << u"rate_limited"_s << true;
    QTest::newRow("money")
        << 429 << QByteArray(R"({"error":{"type":"insufficient_quota","code":"credit_balance_exhausted"}})")
        << u"money_spent"_s << false;
    QTest::newRow("spend limit")
        << 429
        << QByteArray(
               R"({"type":"error","error":{"type":"rate_limit_error","details":{"error_code":"enforced_spend_limit_reached"}}})")
        << u"money_spent"_s << false;
    QTest::newRow("overloaded") << 529
                                << QByteArray(R"({"type":"error","error":{"type":"overloaded_error"}})")
                                << u"overloaded"_s << true;
    QTest::newRow("page") << 502 << QByteArray("<html>Bad gateway</html>") << u"server"_s << true;
    QTest::newRow("text") << 400 << QByteArray(R"({"error":"nope"})") << u"bad_request"_s << false;
    QTest::newRow("context") << 400
                             << QByteArray(R"({"error":{"code":400,"type":"exceed_context_size_error"}})")
                             << u"context_full"_s << false;
    QTest::newRow("filter") << 400 << QByteArray(R"({"error":{"code":"content_filter"}})") << u"filtered"_s
                            << false;
    QTest::newRow("model") << 404 << QByteArray(R"({"error":{"code":"model_not_found"}})")
                           << u"no_such_model"_s << false;
}

void CodecsTest::errorsMeanWhatTheirCodeSays()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, fault);
    QFETCH(bool, isRetryable);

    const ChatFailure failure = failureOf({status, {}}, body, QDateTime());

    QCOMPARE(nameOf(failure.fault), fault);
    QCOMPARE(failure.isRetryable, isRetryable);
    QVERIFY(!sentenceOf(failure.fault).isEmpty());
}

void CodecsTest::fieldsFollowTheCapabilities()
{
    ModelProfile profile = profileOf(ModelProvider::OpenAi);
    profile.can.temperature = false;
    profile.can.tokenLimitField = u"max_completion_tokens"_s;
    profile.can.effort = u"none"_s;
    profile.can.usage = false;

    const Json body = bodyOf(codecOf(profile.provider).request(profile, askWithTools(), {}));

    QVERIFY(!body.contains("temperature"));
    QVERIFY(!body.contains("max_tokens"));
    QVERIFY(!body.contains("stream_options"));
    QCOMPARE(integerOr(body, "max_completion_tokens", 0), 77);
    QCOMPARE(stringOr(body, "reasoning_effort"), u"none"_s);
}

void CodecsTest::wrongShapesNeverThrow()
{
    const std::vector<QByteArray> odd{"[]",
                                      "7",
                                      "\"x\"",
                                      "{}",
                                      R"({"choices":7})",
                                      R"({"choices":[7]})",
                                      R"({"choices":[{"delta":7}]})",
                                      R"({"choices":[{"delta":{"tool_calls":[7]}}]})",
                                      R"({"choices":[{"delta":{"tool_calls":{"a":1}}}]})",
                                      R"({"choices":[{"delta":{"content":[7,{"text":3}]}}]})",
                                      R"({"usage":{"prompt_tokens":-5}})",
                                      R"({"type":"content_block_delta","index":"x","delta":7})",
                                      R"({"type":"message_start","message":7})",
                                      R"({"type":"response.completed","response":7})",
                                      R"({"type":"response.completed","response":{"output":7}})",
                                      R"({"error":7})",
                                      "{",
                                      ""};
    for (const ModelProvider provider :
         {ModelProvider::OpenAi, ModelProvider::OpenAiResponses, ModelProvider::Anthropic}) {
        for (const QByteArray &text : odd) {
            const DeltaSink sink;
            ReplyBuilder streamed(sink);
            codecOf(provider).take({{}, text}, streamed);
            const ChatResult result = streamed.finish(true);
            QVERIFY(!result.reply);
            QVERIFY(result.usage.input >= 0);
            if (const auto json = parseJson(text); json && json->is_object()) {
                ReplyBuilder whole(sink);
                codecOf(provider).takeWhole(*json, whole);
                QVERIFY(!whole.finish(true).reply);
            }
        }
    }
}

QTEST_GUILESS_MAIN(CodecsTest)
#include "tst_codecs.moc"
