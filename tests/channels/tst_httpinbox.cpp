#include "OpenInbox.h"
#include "support/RawConnection.h"
#include "support/TestSupport.h"
#include "support/WebSocketClient.h"

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestHttpInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void messageIsTakenOverTheApi();
    void apiNeedsTheToken();
    void metricsNeedTheToken();
    void sameIdIsTakenOnce();
    void threadIsReadAfterAMessage();
    void notesStayInside();
    void chatGoesBothWays();
    void fileIsADownloadForItsChatAlone();
    void chatCannotClaimACustomer();
    void chatSurvivesARestart();
    void inventedSessionsAreUnknown();
    void webSocketPushesReplies();
    void webSocketCatchesUp();
    void webSocketTakesACharacterInTwoFrames();
    void webSocketSaysWhyItEnds();
    void webSocketOfAForeignPageIsRefused();
    void badBodiesAreRefused_data();
    void badBodiesAreRefused();
    void wrongHostsAndOriginsAreRefused();
    void unknownPathsAndMethodsAreRefused();
    void firstPageIsTheChat();
    void numberBeyondCountingIsRefused();
    void anExceptionIsAnAnswer();
    void failuresOfTheDeskAreClear();
    void pageIsLockedDown();
    void markupInEveryFieldStaysText();

private:
    std::unique_ptr<OpenInbox> m_desk;
    FakeInboxPort &port() { return m_desk->port(); }
    HttpAnswer request(const QByteArray &method, const QString &path, const QByteArray &body = {},
                       const OpenInbox::Headers &headers = {})
    {
        return m_desk->request(method, path, body, headers);
    }
    HttpAnswer api(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        return m_desk->api(method, path, body);
    }
};

void TestHttpInbox::init()
{
    m_desk = std::make_unique<OpenInbox>();
    VERIFY_RESULT(m_desk->open());
}

void TestHttpInbox::messageIsTakenOverTheApi()
{
    const HttpAnswer answer = api(
        "POST", QStringLiteral("/messages"),
        R"({"text":"Hello\u0007 there","customer":"cus_1","id":"m-1","subject":"S","email":"a@example.com"})");

    QCOMPARE(answer.status, 202);
    QVERIFY(answer.body == (Json{{"message", 1}, {"conversation", 1}, {"duplicate", false}}));
    const IncomingMessage taken = port().at(0);
    QCOMPARE(taken.text, QStringLiteral("Hello there"));
    QCOMPARE(taken.fullText, taken.text);
    QCOMPARE(taken.customer, QStringLiteral("cus_1"));
    QCOMPARE(taken.externalId, QStringLiteral("m-1"));
    QCOMPARE(taken.channel, ChannelKind::Api);
    QVERIFY(taken.receivedAt.isValid());
}

void TestHttpInbox::apiNeedsTheToken()
{
    const QString path = QStringLiteral("/api/v1/health");
    QCOMPARE(request("GET", path).status, 401);
    QCOMPARE(request("GET", path, {}, {{"Authorization", "Bearer wrong"}}).status, 401);
    QCOMPARE(request("GET", path, {}, {{"Authorization", "Basic " + OpenInbox::bearer}}).status, 401);
    QCOMPARE(api("GET", QStringLiteral("/health")).status, 200);

    HttpInbox::Options withoutToken = OpenInbox::options();
    withoutToken.bearerToken.clear();
    VERIFY_RESULT(m_desk->open(withoutToken));
    QCOMPARE(request("GET", path, {}, {{"Authorization", "Bearer "}}).status, 401);
}

void TestHttpInbox::metricsNeedTheToken()
{
    const QString path = QStringLiteral("/metrics");
    const OpenInbox::Headers token{{"Authorization", "Bearer " + OpenInbox::bearer}};
    QCOMPARE(request("GET", path).status, 401);
    QCOMPARE(request("GET", path, {}, {{"Authorization", "Bearer wrong"}}).status, 401);
    QCOMPARE(request("POST", path, "{}", token).status, 405);

    const HttpAnswer answer = request("GET", path, {}, token);

    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.raw, QByteArray("helmdesk_x 1\n"));
    QCOMPARE(answer.headers.value("content-type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    port().failWith({ErrorKind::Unavailable, QStringLiteral("busy")});
    QCOMPARE(request("GET", path, {}, token).status, 503);
}

void TestHttpInbox::sameIdIsTakenOnce()
{
    const QByteArray body = R"({"text":"once","id":"same"})";
    QCOMPARE(api("POST", QStringLiteral("/messages"), body).body["duplicate"], Json(false));
    QCOMPARE(api("POST", QStringLiteral("/messages"), body).body["duplicate"], Json(true));
    QCOMPARE(port().count(), size_t{1});
}

void TestHttpInbox::threadIsReadAfterAMessage()
{
    for (const char *text : {"one", "two", "three"})
        port().add({.text = QString::fromLatin1(text)}, Author::Agent);

    const Json all = api("GET", QStringLiteral("/conversations/1/messages")).body;
    const Json last = api("GET", QStringLiteral("/conversations/1/messages?after=2")).body;

    QCOMPARE(all["messages"].size(), size_t{3});
    QCOMPARE(last["messages"].size(), size_t{1});
    QCOMPARE(stringOr(last["messages"][0], "text"), QStringLiteral("three"));
    QCOMPARE(stringOr(last["messages"][0], "author"), QStringLiteral("agent"));
    QCOMPARE(api("GET", QStringLiteral("/conversations/2/messages")).status, 404);
    QCOMPARE(api("GET", QStringLiteral("/conversations/x/messages")).status, 400);
    QCOMPARE(api("GET", QStringLiteral("/conversations/1/messages?after=-1")).status, 400);
}

void TestHttpInbox::notesStayInside()
{
    port().add({.text = QStringLiteral("an internal remark")}, Author::Note);
    port().add({.text = QStringLiteral("a reply")}, Author::Operator);

    const HttpAnswer answer = api("GET", QStringLiteral("/conversations/1/messages"));

    QCOMPARE(answer.body["messages"].size(), size_t{1});
    QVERIFY(!answer.raw.contains("remark"));
}

void TestHttpInbox::chatGoesBothWays()
{
    const QString first = m_desk->newChat();
    const QString second = m_desk->newChat();
    QVERIFY(first != second);

    QCOMPARE(request("POST", first, R"({"text":"My page is blank","id":"c1"})").status, 202);
    QCOMPARE(request("POST", first, R"({"text":"My page is blank","id":"c1"})").body["duplicate"],
             Json(true));
    QCOMPARE(request("POST", second, R"({"text":"<img src=x onerror=alert(1)>","id":"c1"})").status, 202);
    IncomingMessage reply = port().at(0);
    reply.text = QStringLiteral("Please reload it.");
    port().add(reply, Author::Operator);

    const Json thread = request("GET", first).body;
    QCOMPARE(thread["messages"].size(), size_t{2});
    QCOMPARE(stringOr(thread["messages"][1], "text"), QStringLiteral("Please reload it."));
    const HttpAnswer markup = request("GET", second);
    QCOMPARE(stringOr(markup.body["messages"][0], "text"), QStringLiteral("<img src=x onerror=alert(1)>"));
    QCOMPARE(markup.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(markup.headers.value("x-content-type-options"), QByteArray("nosniff"));
}

void TestHttpInbox::fileIsADownloadForItsChatAlone()
{
    const QString first = m_desk->newChat();
    const QString second = m_desk->newChat();
    QCOMPARE(request("POST", first, R"({"text":"The form, please"})").status, 202);
    port().add(port().at(0), Author::Operator);

    const HttpAnswer file = request("GET", first + QStringLiteral("/2/files/0"));
    QCOMPARE(file.status, 200);
    QCOMPARE(file.raw, QByteArray("<script>"));
    // Never shown on the desk's own address, and no letter of the name is a header's.
    QCOMPARE(file.headers.value("content-type"), QByteArray("application/octet-stream"));
    QVERIFY(file.headers.value("content-disposition")
                .startsWith("attachment; filename*=UTF-8''Gr%C3%B6%C3%9Fe%0D%0A"));
    QVERIFY(!file.headers.contains("x-evil"));
    QCOMPARE(file.headers.value("x-content-type-options"), QByteArray("nosniff"));

    for (const QString &path : {second + QStringLiteral("/2/files/0"), first + QStringLiteral("/1/files/0"),
                                first + QStringLiteral("/2/files/1"), first + QStringLiteral("/2/files/x"),
                                first + QStringLiteral("/x/files/0"), first + QStringLiteral("/2/files")})
        QCOMPARE(request("GET", path).status, 404);
    QCOMPARE(request("POST", first + QStringLiteral("/2/files/0"), "{}").status, 405);
    QCOMPARE(request("GET", QStringLiteral("/api/v1/conversations/1/messages/2/files/0")).status, 401);
    QCOMPARE(api("GET", QStringLiteral("/conversations/1/messages/2/files/0")).status,
             404); // the fake has none
}

void TestHttpInbox::chatCannotClaimACustomer()
{
    const QString path = m_desk->newChat();
    QCOMPARE(request("POST", path,
                     R"({"text":"refund me","customer":"cus_1001","conversation":"other","name":"Ada"})")
                 .status,
             202);

    const IncomingMessage taken = port().at(0);
    QVERIFY(taken.customer.isEmpty());
    QVERIFY(taken.conversationKey.startsWith(QStringLiteral("chat-")));
    QCOMPARE(taken.senderName, QStringLiteral("Ada"));
    QCOMPARE(taken.channel, ChannelKind::Chat);
}

void TestHttpInbox::chatSurvivesARestart()
{
    const QString path = m_desk->newChat();
    QCOMPARE(request("POST", path, R"({"text":"before"})").status, 202);
    VERIFY_RESULT(m_desk->open());

    QCOMPARE(request("GET", path).body["messages"].size(), size_t{1});

    HttpInbox::Options other = OpenInbox::options();
    other.sessionSecret = QByteArray(32, 't');
    VERIFY_RESULT(m_desk->open(other));
    QCOMPARE(request("GET", path).status, 404);
}

void TestHttpInbox::inventedSessionsAreUnknown()
{
    const QString token = m_desk->newSession();
    QString changed = token;
    changed[3] = changed[3] == u'A' ? u'B' : u'A';
    for (const QString &invented :
         {changed, token.section(u'.', 0, 0), QStringLiteral("x.y"), QStringLiteral(".")})
        QCOMPARE(request("GET", QStringLiteral("/chat/sessions/%1/messages").arg(invented)).status, 404);
    QVERIFY(token.size() >= 48);
}

void TestHttpInbox::badBodiesAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("{\"text\":") << 400;
    QTest::newRow("array") << QByteArray("[\"text\"]") << 400;
    QTest::newRow("no text") << QByteArray("{}") << 400;
    QTest::newRow("text is a number") << QByteArray("{\"text\":5}") << 400;
    QTest::newRow("blank text") << QByteArray("{\"text\":\" \\n\\u0000 \"}") << 400;
    QTest::newRow("bad UTF-8") << QByteArray("{\"text\":\"\xC3\x28\"}") << 400;
    QTest::newRow("lone surrogate") << QByteArray("{\"text\":\"\\ud800\"}") << 400;
    QTest::newRow("deep") << QByteArray(30000, '[') << 400;
    QTest::newRow("id is an object") << QByteArray("{\"text\":\"a\",\"id\":{}}") << 400;
    QTest::newRow("long id") << QByteArray("{\"text\":\"a\",\"id\":\"") + QByteArray(201, 'x') + "\"}" << 400;
    QTest::newRow("long text") << QByteArray("{\"text\":\"") + QByteArray(8001, 'x') + "\"}" << 413;
    QTest::newRow("huge body") << QByteArray("{\"text\":\"") + QByteArray(70000, 'x') + "\"}" << 413;
    QTest::newRow("longest text") << QByteArray("{\"text\":\"") + QByteArray(8000, 'x') + "\"}" << 202;
}

void TestHttpInbox::badBodiesAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const QString chat = m_desk->newChat();

    const HttpAnswer answer = api("POST", QStringLiteral("/messages"), body);
    QCOMPARE(answer.status, status);
    QCOMPARE(request("POST", chat, body).status, status);

    QVERIFY(answer.body.is_object());
    QCOMPARE(answer.body.contains("error"), status != 202);
    QCOMPARE(port().count(), size_t(status == 202 ? 2 : 0));
}

void TestHttpInbox::wrongHostsAndOriginsAreRefused()
{
    const QString page = QStringLiteral("/chat");
    QCOMPARE(request("GET", page, {}, {{"Host", "evil.example"}}).status, 403);
    QCOMPARE(request("GET", page, {}, {{"Host", "127.0.0.1"}}).status, 403);
    const QByteArray own = "http://" + m_desk->local().toLatin1();
    const QString sessions = QStringLiteral("/chat/sessions");
    QCOMPARE(request("POST", sessions, "{}", {{"Origin", own}}).status, 201);
    for (const QByteArray &origin :
         {QByteArray("http://evil.example"), QByteArray("null"), QByteArray("http://localhost"), own + "0",
          QByteArray("https://") + m_desk->local().toLatin1()})
        QCOMPARE(request("POST", sessions, "{}", {{"Origin", origin}}).status, 403);
}

void TestHttpInbox::unknownPathsAndMethodsAreRefused()
{
    QCOMPARE(request("GET", QStringLiteral("/chat/../../etc/passwd")).status, 404);
    QCOMPARE(request("GET", QStringLiteral("/chat/%2e%2e/%2e%2e/etc/passwd")).status, 404);
    QCOMPARE(api("GET", QStringLiteral("/unknown")).status, 404);
    const HttpAnswer wrong = api("DELETE", QStringLiteral("/messages"));
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.headers.value("allow"), QByteArray("POST"));
    QCOMPARE(request("POST", QStringLiteral("/api/v1/messages"), "{\"text\":\"a\"}",
                     {{"Authorization", "Bearer " + OpenInbox::bearer}, {"Content-Type", "text/plain"}})
                 .status,
             415);
}

void TestHttpInbox::failuresOfTheDeskAreClear()
{
    port().failWith(Error{ErrorKind::Unavailable, QStringLiteral("secret detail of the store"), true});
    const HttpAnswer busy = api("POST", QStringLiteral("/messages"), R"({"text":"a"})");
    QCOMPARE(busy.status, 503);
    QVERIFY(busy.headers.contains("retry-after"));
    QVERIFY(!busy.raw.contains("secret"));
    port().failWith(Error{ErrorKind::Corrupt, QStringLiteral("secret detail of the store")});
    const HttpAnswer broken = api("GET", QStringLiteral("/conversations/1/messages"));
    QCOMPARE(broken.status, 500);
    QVERIFY(!broken.raw.contains("secret"));
}

void TestHttpInbox::pageIsLockedDown()
{
    for (const char *path : {"/chat", "/chat/chat.css", "/chat/chat.js"}) {
        const HttpAnswer answer = request("GET", QString::fromLatin1(path));
        QCOMPARE(answer.status, 200);
        const QByteArray policy = answer.headers.value("content-security-policy");
        QVERIFY(policy.contains("default-src 'none'"));
        QVERIFY(!policy.contains("unsafe"));
        for (const char *risk :
             {"innerHTML", "insertAdjacentHTML", "document.write", "eval(", "style=", "onclick="})
            QVERIFY2(!answer.raw.contains(risk), risk);
        QVERIFY(!answer.raw.contains("https://"));
    }
}

void TestHttpInbox::markupInEveryFieldStaysText()
{
    const QByteArray markup = R"(<img src=x onerror=alert(1)><script>alert(2)</script>)";
    const QByteArray body =
        R"({"text":"T","id":"T","name":"T","email":"T","subject":"T","conversation":"T"})";
    const QString chat = m_desk->newChat();
    QByteArray filled = body;
    filled.replace("\"T\"", '"' + markup + '"');

    QCOMPARE(request("POST", chat, filled).status, 202);
    const HttpAnswer taken = api("POST", QStringLiteral("/messages"), filled);
    QCOMPARE(taken.status, 202);
    const HttpAnswer read = request("GET", chat);
    QCOMPARE(stringOr(read.body["messages"][0], "text"), QString::fromUtf8(markup));

    for (const HttpAnswer &answer :
         {taken, read, request("GET", chat + QStringLiteral("?after=") + QString::fromUtf8(markup)),
          request("GET", QStringLiteral("/chat/sessions/%1/messages").arg(QString::fromUtf8(markup))),
          request("GET", QStringLiteral("/chat/") + QString::fromUtf8(markup)),
          request("GET", QStringLiteral("/chat"), {}, {{"Host", markup}}),
          request("POST", QStringLiteral("/chat/sessions"), "{}", {{"Origin", markup}}),
          api("POST", QStringLiteral("/messages"), "{\"text\":{\"" + markup + "\":1}}")}) {
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(answer.status < 400 || !answer.raw.contains('<')); // an error repeats nothing
    }
}

// A message goes to the chat that is told of it, once, and nothing else waits for it.
void TestHttpInbox::webSocketPushesReplies()
{
    const QString token = m_desk->newSession();
    request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"hi"})");
    auto socket = WebSocketClient::open(
        QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events?after=1").arg(m_desk->local(), token)));
    VERIFY_RESULT(socket);

    IncomingMessage reply = port().at(0);
    reply.text = QStringLiteral("hello back, Jürgen 👋");
    const MessageId id = port().add(reply, Author::Operator);
    m_desk->inbox().announce(ConversationId{id.value});
    const auto received = (*socket)->receive();
    VERIFY_RESULT(received);
    QVERIFY(*received);
    const Json pushed = Json::parse((*received)->toStdString());
    QCOMPARE(pushed["messages"].size(), size_t{1});
    QCOMPARE(stringOr(pushed["messages"][0], "text"), reply.text);

    QCOMPARE(request("GET", QStringLiteral("/chat")).status, 200);
    m_desk->inbox().announce(ConversationId{id.value}); // nothing new
    reply.text = QStringLiteral("and more");
    port().add(reply, Author::Operator);
    m_desk->inbox().announce({}); // any conversation
    const auto next = (*socket)->receive();
    VERIFY_RESULT(next);
    QVERIFY(*next);
    QCOMPARE(Json::parse((*next)->toStdString())["messages"].size(), size_t{1});
    QVERIFY((*next)->contains("and more"));
}

// A socket gets what was said before it opened, however much that is.
void TestHttpInbox::webSocketCatchesUp()
{
    const QString token = m_desk->newSession();
    request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"hi"})");
    for (int i = 0; i < 450; ++i)
        port().add(port().at(0), Author::Operator);
    auto socket = WebSocketClient::open(
        QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token)));
    VERIFY_RESULT(socket);

    size_t messages = 0;
    while (messages < 451) {
        const auto received = (*socket)->receive();
        VERIFY_RESULT(received);
        QVERIFY(*received);
        messages += Json::parse((*received)->toStdString())["messages"].size();
    }
    QCOMPARE(messages, size_t{451});
}

// A browser has nothing to say on this way; what comes is no reason to end the connection, also when a
// character is split over two frames.
void TestHttpInbox::webSocketTakesACharacterInTwoFrames()
{
    const QString token = m_desk->newSession();
    auto socket = WebSocketClient::open(
        QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token)));
    VERIFY_RESULT(socket);

    const QByteArray text = "\xC3\xBC and \xF0\x9F\x91\x8B";
    for (qsizetype cut = 1; cut < text.size(); ++cut)
        VERIFY_RESULT((*socket)->sendFrames({text.left(cut), text.mid(cut)}));
    request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"hi"})");

    const auto received = (*socket)->receive();
    VERIFY_RESULT(received);
    QVERIFY(*received && (*received)->contains("hi"));
}

// Why a connection ends is said.
void TestHttpInbox::webSocketSaysWhyItEnds()
{
    const QString token = m_desk->newSession();
    const QUrl url(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token));
    const struct {
        QList<QByteArray> message;
        int times;
        int code;
    } cases[] = {{{QByteArray(5000, 'x')}, 1, 1009}, {{"\xC3", "\x28"}, 1, 1007}, {{"hello"}, 101, 1008}};
    for (const auto &one : cases) {
        auto socket = WebSocketClient::open(url);
        VERIFY_RESULT(socket);
        for (int i = 0; i < one.times; ++i)
            (void)(*socket)->sendFrames(one.message); // the last ones may find it closed
        const auto ended = (*socket)->receive();
        QVERIFY(!ended);
        QCOMPARE((*socket)->closeCode(), one.code);
    }
    auto socket = WebSocketClient::open(url);
    VERIFY_RESULT(socket);
}

void TestHttpInbox::webSocketOfAForeignPageIsRefused()
{
    const QString token = m_desk->newSession();
    for (const QByteArray origin : {"http://evil.example", "null", "https://127.0.0.1"}) {
        const auto socket = WebSocketClient::open(
            QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token)),
            {{"Origin", origin}});
        QVERIFY(!socket);
    }
    const auto own = WebSocketClient::open(
        QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token)),
        {{"Origin", "http://" + m_desk->host()}});
    VERIFY_RESULT(own);
}

void TestHttpInbox::firstPageIsTheChat()
{
    const HttpAnswer answer = request("GET", QStringLiteral("/"));
    QCOMPARE(answer.status, 302);
    QCOMPARE(answer.headers.value("location"), QByteArray("/chat"));
    QCOMPARE(request("POST", QStringLiteral("/"), "{}").status, 405);
    QCOMPARE(request("GET", QStringLiteral("/"), {}, {{"Host", "evil.example"}}).status, 403);
}

void TestHttpInbox::numberBeyondCountingIsRefused()
{
    const QByteArray body = R"({"text":"hi","x":1e999})";
    for (const int status : {api("POST", QStringLiteral("/messages"), body).status,
                             request("POST", m_desk->newChat(), body).status})
        QVERIFY(status >= 400);
    QCOMPARE(port().count(), size_t{0});
    QCOMPARE(request("GET", QStringLiteral("/chat")).status, 200);
}

// Wherever one is thrown: in taking, in reading, in looking up what to push.
void TestHttpInbox::anExceptionIsAnAnswer()
{
    const QString token = m_desk->newSession();
    const QString chat = QStringLiteral("/chat/sessions/%1/messages").arg(token);
    auto socket = WebSocketClient::open(
        QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token)));
    VERIFY_RESULT(socket);
    port().callBefore([](FakeInboxPort::Call) { throw std::runtime_error("secret detail"); });

    for (const HttpAnswer &answer : {request("POST", chat, R"({"text":"a"})"), request("GET", chat),
                                     api("POST", QStringLiteral("/messages"), R"({"text":"a"})"),
                                     api("GET", QStringLiteral("/conversations/1/messages"))}) {
        QCOMPARE(answer.status, 500);
        QVERIFY(!answer.raw.contains("secret"));
    }
    m_desk->inbox().announce(ConversationId{1});
    m_desk->inbox().announce({});

    port().callBefore({});
    QCOMPARE(request("POST", chat, R"({"text":"still there"})").status, 202);
    const auto received = (*socket)->receive();
    VERIFY_RESULT(received);
    QVERIFY(*received && (*received)->contains("still there"));
}

QTEST_GUILESS_MAIN(TestHttpInbox)
#include "tst_httpinbox.moc"
