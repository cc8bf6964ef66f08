// Every way in which a server can fail, as the typed failure and the sentence that an operator reads.

#include "llm/HttpChatModel.h"
#include "llm/ModelProbe.h"
#include "support/LoopbackServer.h"
#include "support/TestSupport.h"

#include <QTcpServer>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

using Script = LoopbackServer::Script;

constexpr const char *hello = R"({"choices":[{"delta":{"content":"Hello"}}]})";
constexpr const char *stopped = R"({"choices":[{"delta":{},"finish_reason":"stop"}]})";

ModelProfile profileFor(const LoopbackServer &server)
{
    ModelProfile profile;
    profile.name = u"fast"_s;
    profile.url = server.url(u"/v1"_s);
    profile.model = u"tiny"_s;
    return profile;
}

ChatRequest question()
{
    ChatRequest request;
    request.messages = {{ChatRole::User, u"Hello?"_s, {}, {}, {}}};
    return request;
}

} // namespace

class FailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreTyped_data();
    void answersAreTyped();
    void stopEndsAStream();
    void refusedConnectionIsWorthAnotherTry();
    void missingKeyIsAskedFor();
    void keyStandsInNoFailure();
    void cutStreamIsPaidFor();
    void streamEndsAtItsMark();
    void probeFindsWhatAServerTakes();
    void probeFindsBoundReplies();
    void probeTellsWhatIsWrong();

private:
    HttpGateway m_gateway;
};

void FailuresTest::answersAreTyped_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("fault"); // empty: a reply
    const auto row = [](const char *name, const char *fault, Script script) {
        QTest::newRow(name) << std::move(script) << QString::fromLatin1(fault);
    };
    row("whole stream", "", [](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(hello);
        side.event(stopped);
        side.event("[DONE]");
        side.close();
    });
    row("whole answer", "", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json; charset=utf-8",
                    R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})");
    });
    row("no type at all", "", [](const ReceivedRequest &, const ServerSide &side) {
        side.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ndata: ");
        side.write(QByteArray(hello) + "\n\ndata: " + stopped + "\n\n");
        side.close();
    });
    row("cut stream", "cut", [](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(hello);
        side.close();
    });
    row("half a JSON", "garbled", [](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(R"({"choices":[{"del)");
        side.close();
    });
    row("half an answer", "garbled", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json", R"({"choices":[{"mess)");
    });
    row("a page", "wrong_type", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "text/html", "<html>Sign in</html>");
    });
    row("other JSON", "garbled", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json", R"({"hello":"world"})");
    });
    row("nothing", "empty", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json",
                    R"({"choices":[{"message":{"content":""},"finish_reason":"stop"}]})");
    });
    row("limit before words", "truncated", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json",
                    R"({"choices":[{"message":{"content":null},"finish_reason":"length"}]})");
    });
    row("refusal", "refusal", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(200, "application/json",
                    R"({"choices":[{"message":{"content":null,"refusal":"No."},"finish_reason":"stop"}]})");
    });
    row("filter", "filtered", [](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(hello);
        side.event(R"({"choices":[{"delta":{},"finish_reason":"content_filter"}]})");
        side.close();
    });
    row("10 MB", "too_large", [](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        const QByteArray piece =
            R"({"choices":[{"delta":{"content":")" + QByteArray(64 * 1024, 'x') + R"("}}]})";
        for (int i = 0; i < 160; ++i)
            side.event(piece);
        side.close();
    });
    row("redirect", "redirect", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(302, "text/html", "", "Location: https://elsewhere.example/\r\n");
    });
    row("wrong key", "key_wrong", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(401, "application/json", R"({"error":{"message":"Invalid API Key","code":401}})");
    });
    row("too many", "rate_limited", [](const ReceivedRequest &, const ServerSide &side) {
        side.answer(429, "application/json", "{}", "Retry-After: 2\r\n");
    });
    row("bad gateway", "server",
        [](const ReceivedRequest &, const ServerSide &side) { side.answer(502, "text/html", "<html>"); });
}

void FailuresTest::answersAreTyped()
{
    QFETCH(Script, script);
    QFETCH(QString, fault);
    const LoopbackServer server(script);

    const ChatResult result =
        HttpChatModel(m_gateway, profileFor(server), {}).complete(question(), RunControl().withDeadline(20s));

    if (fault.isEmpty()) {
        QVERIFY2(result.reply, qPrintable(result.failure.detail));
        QCOMPARE(result.reply->text, u"Hello"_s);
        return;
    }
    QVERIFY(!result.reply);
    QCOMPARE(nameOf(result.failure.fault), fault);
    QVERIFY(sentenceOf(result.failure.fault).endsWith(QLatin1Char('.')));
    QVERIFY(!result.failure.detail.isEmpty());
}

void FailuresTest::stopEndsAStream()
{
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(hello);
    });
    std::stop_source stop;

    const ChatResult result = HttpChatModel(m_gateway, profileFor(server), {})
                                  .complete(question(), RunControl(stop.get_token()),
                                            [&](const QString &) { stop.request_stop(); });

    QVERIFY(!result.reply);
    QCOMPARE(result.failure.fault, ChatFault::Stopped);
    QVERIFY(!result.failure.isRetryable);
    QTRY_COMPARE(server.openConnections(), 0);
}

void FailuresTest::refusedConnectionIsWorthAnotherTry()
{
    ModelProfile profile;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost, 0));
        profile.url = QUrl(u"http://127.0.0.1:%1"_s.arg(closed.serverPort()));
    }

    const ChatResult result = HttpChatModel(m_gateway, profile, {}).complete(question(), {});

    QCOMPARE(result.failure.fault, ChatFault::Refused);
    QVERIFY(result.failure.isRetryable);
    QCOMPARE(result.usage.input, 0); // it did nothing and costs nothing
}

void FailuresTest::missingKeyIsAskedFor()
{
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) { side.close(); });
    const HttpChatModel model(m_gateway, profileFor(server), []() -> Result<QString> {
        return Error{ErrorKind::Unavailable, u"the keyring is locked"_s};
    });

    const ChatResult result = model.complete(question(), {});

    QCOMPARE(result.failure.fault, ChatFault::NoKey);
    QVERIFY(server.received().empty());
}

void FailuresTest::keyStandsInNoFailure()
{
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) {
        side.answer(401, "application/json",
                    R"({"error":{"message":"Incorrect API key","code":"invalid_api_key"}})");
    });
    const HttpChatModel model(m_gateway, profileFor(server),
                              []() -> Result<QString> { return u"sesame-opens"_s; });

    const ChatResult result = model.complete(question(), {});

    QCOMPARE(server.received().front().headers.value("authorization"), QByteArray("Bearer sesame-opens"));
    QVERIFY(!result.failure.detail.contains(u"sesame"_s));
}

void FailuresTest::cutStreamIsPaidFor()
{
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(hello);
        side.close();
    });

    const ChatResult result = HttpChatModel(m_gateway, profileFor(server), {}).complete(question(), {});

    QVERIFY(result.usage.isEstimated);
    QVERIFY(result.usage.input > 0 && result.usage.output > 0);
    QVERIFY(!result.failure.isRetryable); // words had come
}

void FailuresTest::streamEndsAtItsMark()
{
    // The server keeps the connection open: nobody waits for what does not come.
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) {
        side.beginStream();
        side.event(hello);
        side.event(stopped);
        side.event("[DONE]");
    });

    const ChatResult result = HttpChatModel(m_gateway, profileFor(server), {}).complete(question(), {});

    QVERIFY(result.reply);
}

void FailuresTest::probeFindsWhatAServerTakes()
{
    const LoopbackServer server([](const ReceivedRequest &request, const ServerSide &side) {
        const auto body = parseJson(request.body);
        if (!body || body->contains("temperature"))
            return side.answer(400, "application/json",
                               R"({"error":{"message":"temperature","code":"unsupported_value"}})");
        if (body->contains("tools"))
            return side.answer(
                200, "application/json",
                R"({"choices":[{"message":{"content":null,"tool_calls":[{"id":"c","function":)"
                R"({"name":"look_up_order","arguments":"{\"order_id\":\"A-17\"}"}}]},"finish_reason":"tool_calls"}]})");
        side.answer(
            200, "application/json",
            body->contains("response_format")
                ? R"({"choices":[{"message":{"content":"{\"colour\":\"blue\"}"},"finish_reason":"stop"}]})"
                : R"({"choices":[{"message":{"content":"ready"},"finish_reason":"stop"}]})");
    });

    const ProbeReport report = probe(profileFor(server),
                                     [this](const ModelProfile &profile) {
                                         return std::make_unique<HttpChatModel>(m_gateway, profile, nullptr);
                                     },
                                     QDateTime::currentDateTimeUtc(), {});

    QVERIFY(report.isUsable);
    QVERIFY(!report.profile.can.temperature);
    QCOMPARE(report.profile.can.tools, ToolsVia::Native);
    QVERIFY(report.profile.can.jsonSchema);
    QVERIFY(report.profile.lastError.isEmpty());
}

void FailuresTest::probeFindsBoundReplies()
{
    // Writes calls as text in its own form, and keeps to a schema: as small coder models do.
    const LoopbackServer server([](const ReceivedRequest &request, const ServerSide &side) {
        const auto body = parseJson(request.body);
        const bool isBound = body && body->contains("response_format");
        side.answer(
            200, "application/json",
            isBound
                ? R"({"choices":[{"message":{"content":"{\"action\":\"look_up_order\",\"args\":{\"order_id\":\"A-17\"}}"},"finish_reason":"stop"}]})"
                : R"({"choices":[{"message":{"content":"{\"name\":\"look_up_order\",\"arguments\":{}}"},"finish_reason":"stop"}]})");
    });

    const ProbeReport report = probe(profileFor(server),
                                     [this](const ModelProfile &profile) {
                                         return std::make_unique<HttpChatModel>(m_gateway, profile, nullptr);
                                     },
                                     QDateTime::currentDateTimeUtc(), {});

    QVERIFY(report.isUsable);
    QCOMPARE(report.profile.can.tools, ToolsVia::Structured);
    QVERIFY(!report.profile.can.jsonSchema); // it answered the colour with a call
}

void FailuresTest::probeTellsWhatIsWrong()
{
    const LoopbackServer server([](const ReceivedRequest &, const ServerSide &side) {
        side.answer(404, "application/json",
                    R"({"error":{"message":"no model tiny","code":"model_not_found"}})");
    });

    const ProbeReport report = probe(profileFor(server),
                                     [this](const ModelProfile &profile) {
                                         return std::make_unique<HttpChatModel>(m_gateway, profile, nullptr);
                                     },
                                     QDateTime::currentDateTimeUtc(), {});

    QVERIFY(!report.isUsable);
    QCOMPARE(server.received().size(), size_t(1));
    QVERIFY2(report.profile.lastError.contains(u"no model tiny"_s), qPrintable(report.profile.lastError));
}

QTEST_GUILESS_MAIN(FailuresTest)
#include "tst_failures.moc"
