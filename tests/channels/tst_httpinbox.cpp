#include "channels/HttpInbox.h"
#include "FakeInboxPort.h"
#include "support/TestSupport.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

using namespace Helmdesk;

namespace
{

struct Answer {
    int status = 0;
    Json body;
    QByteArray raw;
    QHash<QByteArray, QByteArray> headers;
};

const QByteArray bearer = "test-bearer-token";

} // namespace

class TestHttpInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void messageIsTakenOverTheApi();
    void apiNeedsTheToken();
    void sameIdIsTakenOnce();
    void threadIsReadAfterAMessage();
    void notesStayInside();
    void chatGoesBothWays();
    void chatCannotClaimACustomer();
    void chatSurvivesARestart();
    void inventedSessionsAreUnknown();
    void webSocketPushesReplies();
    void webSocketOfAForeignPageIsRefused();
    void badBodiesAreRefused_data();
    void badBodiesAreRefused();
    void wrongHostsAndOriginsAreRefused();
    void unknownPathsAndMethodsAreRefused();
    void rawRequestsAreRefused_data();
    void rawRequestsAreRefused();
    void slowRequestTimesOut();
    void manyConnectionsMakeRoom();
    void messagesAreRateLimited();
    void failuresOfTheDeskAreClear();
    void pageIsLockedDown();
    void markupInEveryFieldStaysText();
    void floodOfBadRequestsLeavesItAnswering();

private:
    void open(const HttpInbox::Options &options);
    HttpInbox::Options options() const;
    Answer request(const QByteArray &method, const QString &path, const QByteArray &body = {},
                   const QList<QPair<QByteArray, QByteArray>> &headers = {});
    Answer api(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        return request(method, QStringLiteral("/api/v1") + path, body,
                       {{"Authorization", "Bearer " + bearer}});
    }
    QString newSession();
    QByteArray exchange(const QByteArray &bytes);
    QString local() const { return QStringLiteral("127.0.0.1:%1").arg(m_inbox->port()); }

    Test::FakeInboxPort m_port;
    std::unique_ptr<HttpInbox> m_inbox;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

HttpInbox::Options TestHttpInbox::options() const
{
    HttpInbox::Options options;
    options.bearerToken = bearer;
    options.sessionSecret = QByteArray(32, 's');
    return options;
}

void TestHttpInbox::open(const HttpInbox::Options &options)
{
    m_inbox = std::make_unique<HttpInbox>(m_port, options);
    VERIFY_RESULT(m_inbox->start());
}

void TestHttpInbox::init()
{
    m_port = {};
    m_network = std::make_unique<QNetworkAccessManager>();
    open(options());
}

void TestHttpInbox::cleanup()
{
    m_network.reset();
    m_inbox.reset();
}

Answer TestHttpInbox::request(const QByteArray &method, const QString &path, const QByteArray &body,
                              const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QNetworkRequest request(QUrl(QStringLiteral("http://") + local() + path));
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network->sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(15000);
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.raw = reply->readAll();
    answer.body = Json::parse(answer.raw.toStdString(), nullptr, false);
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

QString TestHttpInbox::newSession()
{
    return stringOr(request("POST", QStringLiteral("/chat/sessions"), "{}").body, "token");
}

// Sends bytes as they are and gives what came back until the server closed.
QByteArray TestHttpInbox::exchange(const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_inbox->port());
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }))
        return {};
    socket.write(bytes);
    if (closed.isEmpty())
        closed.wait(10000);
    return socket.readAll();
}

void TestHttpInbox::messageIsTakenOverTheApi()
{
    const Answer answer = api(
        "POST", QStringLiteral("/messages"),
        R"({"text":"Hello\u0007 there","customer":"cus_1","id":"m-1","subject":"S","email":"a@example.com"})");

    QCOMPARE(answer.status, 202);
    QVERIFY(answer.body == (Json{{"message", 1}, {"conversation", 1}, {"duplicate", false}}));
    const IncomingMessage &taken = m_port.messages.at(0).incoming;
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
    QCOMPARE(request("GET", path, {}, {{"Authorization", "Basic " + bearer}}).status, 401);
    QCOMPARE(api("GET", QStringLiteral("/health")).status, 200);

    HttpInbox::Options withoutToken = options();
    withoutToken.bearerToken.clear();
    open(withoutToken);
    QCOMPARE(request("GET", path, {}, {{"Authorization", "Bearer "}}).status, 401);
}

void TestHttpInbox::sameIdIsTakenOnce()
{
    const QByteArray body = R"({"text":"once","id":"same"})";
    QCOMPARE(api("POST", QStringLiteral("/messages"), body).body["duplicate"], Json(false));
    QCOMPARE(api("POST", QStringLiteral("/messages"), body).body["duplicate"], Json(true));
    QCOMPARE(m_port.messages.size(), size_t{1});
}

void TestHttpInbox::threadIsReadAfterAMessage()
{
    for (const char *text : {"one", "two", "three"})
        m_port.add({.text = QString::fromLatin1(text)}, Author::Agent);

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
    m_port.add({.text = QStringLiteral("an internal remark")}, Author::Note);
    m_port.add({.text = QStringLiteral("a reply")}, Author::Operator);

    const Answer answer = api("GET", QStringLiteral("/conversations/1/messages"));

    QCOMPARE(answer.body["messages"].size(), size_t{1});
    QVERIFY(!answer.raw.contains("remark"));
}

void TestHttpInbox::chatGoesBothWays()
{
    const QString first = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
    const QString second = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
    QVERIFY(first != second);

    QCOMPARE(request("POST", first, R"({"text":"My page is blank","id":"c1"})").status, 202);
    QCOMPARE(request("POST", first, R"({"text":"My page is blank","id":"c1"})").body["duplicate"],
             Json(true));
    QCOMPARE(request("POST", second, R"({"text":"<img src=x onerror=alert(1)>","id":"c1"})").status, 202);
    IncomingMessage reply = m_port.messages.at(0).incoming;
    reply.text = QStringLiteral("Please reload it.");
    m_port.add(reply, Author::Operator);

    const Json thread = request("GET", first).body;
    QCOMPARE(thread["messages"].size(), size_t{2});
    QCOMPARE(stringOr(thread["messages"][1], "text"), QStringLiteral("Please reload it."));
    const Answer markup = request("GET", second);
    QCOMPARE(stringOr(markup.body["messages"][0], "text"), QStringLiteral("<img src=x onerror=alert(1)>"));
    QCOMPARE(markup.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(markup.headers.value("x-content-type-options"), QByteArray("nosniff"));
}

void TestHttpInbox::chatCannotClaimACustomer()
{
    const QString path = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
    QCOMPARE(request("POST", path,
                     R"({"text":"refund me","customer":"cus_1001","conversation":"other","name":"Ada"})")
                 .status,
             202);

    const IncomingMessage &taken = m_port.messages.at(0).incoming;
    QVERIFY(taken.customer.isEmpty());
    QVERIFY(taken.conversationKey.startsWith(QStringLiteral("chat-")));
    QCOMPARE(taken.senderName, QStringLiteral("Ada"));
    QCOMPARE(taken.channel, ChannelKind::Chat);
}

void TestHttpInbox::chatSurvivesARestart()
{
    const QString path = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
    QCOMPARE(request("POST", path, R"({"text":"before"})").status, 202);
    open(options());

    QCOMPARE(request("GET", path).body["messages"].size(), size_t{1});

    HttpInbox::Options other = options();
    other.sessionSecret = QByteArray(32, 't');
    open(other);
    QCOMPARE(request("GET", path).status, 404);
}

void TestHttpInbox::inventedSessionsAreUnknown()
{
    const QString token = newSession();
    QString changed = token;
    changed[3] = changed[3] == u'A' ? u'B' : u'A';
    for (const QString &invented :
         {changed, token.section(u'.', 0, 0), QStringLiteral("x.y"), QStringLiteral(".")})
        QCOMPARE(request("GET", QStringLiteral("/chat/sessions/%1/messages").arg(invented)).status, 404);
    QVERIFY(token.size() >= 48);
}

void TestHttpInbox::webSocketPushesReplies()
{
    const QString token = newSession();
    request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"hi"})");
    QWebSocket socket;
    QSignalSpy received(&socket, &QWebSocket::textMessageReceived);
    socket.open(QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events?after=1").arg(local(), token)));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);

    IncomingMessage reply = m_port.messages.at(0).incoming;
    reply.text = QStringLiteral("hello back");
    m_port.add(reply, Author::Operator);
    m_inbox->announce(QStringLiteral("chat-other"));
    m_inbox->announce(reply.conversationKey);
    QVERIFY(!received.isEmpty() || received.wait());
    m_inbox->announce(reply.conversationKey);

    QCOMPARE(request("GET", QStringLiteral("/chat")).status, 200); // the socket does not hold up the rest
    QCOMPARE(received.size(), 1);
    const Json pushed = Json::parse(received.at(0).at(0).toString().toStdString());
    QCOMPARE(stringOr(pushed["messages"][0], "text"), QStringLiteral("hello back"));
}

void TestHttpInbox::webSocketOfAForeignPageIsRefused()
{
    const QString token = newSession();
    for (const QString &origin : {QStringLiteral("http://evil.example"), QStringLiteral("null")}) {
        QWebSocket socket(origin);
        QSignalSpy ended(&socket, &QWebSocket::disconnected);
        QSignalSpy connected(&socket, &QWebSocket::connected);
        socket.open(QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(local(), token)));
        QVERIFY(!ended.isEmpty() || ended.wait());
        QVERIFY(connected.isEmpty());
    }
    const QByteArray unknown =
        exchange("GET /chat/sessions/a.b/events HTTP/1.1\r\nHost: " + local().toLatin1() +
                 "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    QVERIFY(unknown.startsWith("HTTP/1.1 404"));
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
    const QString chat = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");

    const Answer answer = api("POST", QStringLiteral("/messages"), body);
    QCOMPARE(answer.status, status);
    QCOMPARE(request("POST", chat, body).status, status);

    QVERIFY(answer.body.is_object());
    QCOMPARE(answer.body.contains("error"), status != 202);
    QCOMPARE(m_port.messages.size(), size_t(status == 202 ? 2 : 0));
}

void TestHttpInbox::wrongHostsAndOriginsAreRefused()
{
    const QString page = QStringLiteral("/chat");
    QCOMPARE(request("GET", page, {}, {{"Host", "evil.example"}}).status, 403);
    QCOMPARE(request("GET", page, {}, {{"Host", "127.0.0.1"}}).status, 403);
    const QByteArray own = "http://" + local().toLatin1();
    const QString sessions = QStringLiteral("/chat/sessions");
    QCOMPARE(request("POST", sessions, "{}", {{"Origin", own}}).status, 201);
    for (const QByteArray &origin :
         {QByteArray("http://evil.example"), QByteArray("null"), QByteArray("http://localhost"), own + "0",
          QByteArray("https://") + local().toLatin1()})
        QCOMPARE(request("POST", sessions, "{}", {{"Origin", origin}}).status, 403);
}

void TestHttpInbox::unknownPathsAndMethodsAreRefused()
{
    QCOMPARE(request("GET", QStringLiteral("/")).status, 404);
    QCOMPARE(request("GET", QStringLiteral("/chat/../../etc/passwd")).status, 404);
    QCOMPARE(request("GET", QStringLiteral("/chat/%2e%2e/%2e%2e/etc/passwd")).status, 404);
    QCOMPARE(api("GET", QStringLiteral("/unknown")).status, 404);
    const Answer wrong = api("DELETE", QStringLiteral("/messages"));
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.headers.value("allow"), QByteArray("POST"));
    QCOMPARE(request("POST", QStringLiteral("/api/v1/messages"), "{\"text\":\"a\"}",
                     {{"Authorization", "Bearer " + bearer}, {"Content-Type", "text/plain"}})
                 .status,
             415);
}

void TestHttpInbox::rawRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const QByteArray &bytes, const char *status) {
        QTest::newRow(name) << bytes << QByteArray(status);
    };
    row("noise", "\x16\x03\x01\x02\r\n\r\n", "400");
    row("no version", "GET /chat\r\nHost: HOST\r\n\r\n", "400");
    row("other version", "GET /chat HTTP/3.0\r\nHost: HOST\r\n\r\n", "505");
    row("no host", "GET /chat HTTP/1.1\r\n\r\n", "400");
    row("two hosts", "GET /chat HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n", "400");
    row("blank in a name", "GET /chat HTTP/1.1\r\nHost : HOST\r\n\r\n", "400");
    row("folded header", "GET /chat HTTP/1.1\r\nHost: HOST\r\n folded\r\n\r\n", "400");
    row("absolute target", "GET http://evil/ HTTP/1.1\r\nHost: HOST\r\n\r\n", "400");
    row("chunked",
        "POST /chat/sessions HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "501");
    row("no length", "POST /chat/sessions HTTP/1.1\r\nHost: HOST\r\n\r\n", "411");
    row("two lengths", "POST /c HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "400");
    row("negative length", "POST /c HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n", "400");
    row("huge length", "POST /c HTTP/1.1\r\nHost: HOST\r\nContent-Length: 999999999999\r\n\r\nx", "413");
    row("long head", "GET /" + QByteArray(20000, 'a'), "431");
    row("NUL in a header", QByteArray("GET /chat HTTP/1.1\r\nHost: HOST\r\nX: a\0b\r\n\r\n", 43), "400");
}

void TestHttpInbox::rawRequestsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, status);
    bytes.replace("HOST", local().toLatin1());

    const QByteArray answer = exchange(bytes);

    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.left(200).constData());
    QVERIFY(answer.contains("Connection: close"));
    QCOMPARE(request("GET", QStringLiteral("/chat")).status, 200);
}

void TestHttpInbox::slowRequestTimesOut()
{
    HttpInbox::Options quick = options();
    quick.limits.readTime = std::chrono::milliseconds(100);
    open(quick);

    QVERIFY(exchange("GET /chat HTT").startsWith("HTTP/1.1 408"));
    QVERIFY(exchange("POST /chat/sessions HTTP/1.1\r\nHost: " + local().toLatin1() +
                     "\r\nContent-Length: 10\r\n\r\nab")
                .startsWith("HTTP/1.1 408"));
    QCOMPARE(exchange({}), QByteArray());
}

void TestHttpInbox::manyConnectionsMakeRoom()
{
    HttpInbox::Options few = options();
    few.limits.connections = 8;
    open(few);
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 40; ++i) {
        sockets.push_back(std::make_unique<QTcpSocket>());
        sockets.back()->connectToHost(QHostAddress::LocalHost, m_inbox->port());
        QTRY_VERIFY(sockets.back()->state() != QAbstractSocket::ConnectingState &&
                    sockets.back()->state() != QAbstractSocket::HostLookupState);
        sockets.back()->write("GET /never-finished");
    }

    QCOMPARE(request("GET", QStringLiteral("/chat")).status, 200);
    QTRY_VERIFY(sockets.front()->state() == QAbstractSocket::UnconnectedState);
}

void TestHttpInbox::messagesAreRateLimited()
{
    HttpInbox::Options strict = options();
    strict.messagesPerSession = {2, 0.01};
    strict.messagesInTotal = {3, 0.01};
    strict.sessionsInTotal = {2, 0.01};
    open(strict);
    const QString first = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
    const QString second = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");

    QCOMPARE(request("POST", QStringLiteral("/chat/sessions"), "{}").status, 429);
    QCOMPARE(request("POST", first, R"({"text":"1"})").status, 202);
    QCOMPARE(request("POST", first, R"({"text":"2"})").status, 202);
    const Answer third = request("POST", first, R"({"text":"3"})");
    QCOMPARE(third.status, 429);
    QVERIFY(third.headers.value("retry-after").toInt() > 0);
    QCOMPARE(request("POST", second, R"({"text":"1"})").status, 202);
    QCOMPARE(request("POST", second, R"({"text":"2"})").status, 429); // the limit of all chats
    QCOMPARE(request("GET", first).status, 200);
}

void TestHttpInbox::failuresOfTheDeskAreClear()
{
    m_port.failure = Error{ErrorKind::Unavailable, QStringLiteral("secret detail of the store"), true};
    const Answer busy = api("POST", QStringLiteral("/messages"), R"({"text":"a"})");
    QCOMPARE(busy.status, 503);
    QVERIFY(busy.headers.contains("retry-after"));
    QVERIFY(!busy.raw.contains("secret"));
    m_port.failure = Error{ErrorKind::Corrupt, QStringLiteral("secret detail of the store")};
    const Answer broken = api("GET", QStringLiteral("/conversations/1/messages"));
    QCOMPARE(broken.status, 500);
    QVERIFY(!broken.raw.contains("secret"));
}

void TestHttpInbox::pageIsLockedDown()
{
    for (const char *path : {"/chat", "/chat/chat.css", "/chat/chat.js"}) {
        const Answer answer = request("GET", QString::fromLatin1(path));
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
    const QString chat = QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
    QByteArray filled = body;
    filled.replace("\"T\"", '"' + markup + '"');

    QCOMPARE(request("POST", chat, filled).status, 202);
    const Answer taken = api("POST", QStringLiteral("/messages"), filled);
    QCOMPARE(taken.status, 202);
    const Answer read = request("GET", chat);
    QCOMPARE(stringOr(read.body["messages"][0], "text"), QString::fromUtf8(markup));

    for (const Answer &answer :
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

void TestHttpInbox::floodOfBadRequestsLeavesItAnswering()
{
    HttpInbox::Options quick = options();
    quick.limits.readTime = std::chrono::milliseconds(60);
    open(quick);
    const QByteArray host = local().toLatin1();
    const QByteArray chat = "/chat/sessions/" + newSession().toLatin1() + "/messages";
    const auto post = [&](const QByteArray &path, const QByteArray &headers, const QByteArray &body) {
        return "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n" +
               headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    const QByteArray token = "Authorization: Bearer " + bearer + "\r\n";
    const QList<QByteArray> kinds = {
        // markup in the path, in the query, in a header and in a field of the wrong type
        "GET /chat/<script>alert(1)</script> HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
        "GET " + chat + "?after=<script>x</script> HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
        "GET /chat HTTP/1.1\r\nHost: <script>x</script>\r\n\r\n",
        post(chat, {}, R"({"text":{"<script>":1},"name":"<script>"})"),
        // other hosts and origins
        "GET /chat HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        post("/chat/sessions", "Origin: http://evil.example\r\n", "{}"),
        post(chat, "Sec-Fetch-Site: cross-site\r\n", R"({"text":"hello"})"),
        // no token, a wrong one, an unknown session
        post("/api/v1/messages", {}, R"({"text":"<b>"})"),
        post("/api/v1/messages", "Authorization: Bearer wrong\r\n", R"({"text":"<b>"})"),
        post("/chat/sessions/x.y/messages", {}, R"({"text":"<b>"})"),
        // broken UTF-8 and noise
        post(chat, {}, "{\"text\":\"\xC3\x28\"}"),
        post("/api/v1/messages", token, "{\"text\":\"\xFF\xFE\"}"),
        QByteArray("\xFF\xFE\x00 nonsense\r\n\r\n", 16),
        // too large: announced, sent, as a text and as a head
        "GET /chat HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 99999999\r\n\r\n",
        post(chat, {}, "{\"text\":\"" + QByteArray(9000, 'x') + "\"}"),
        post("/api/v1/messages", token, QByteArray(66000, ' ')),
        "GET /chat HTTP/1.1\r\nHost: " + host + "\r\nX: " + QByteArray(17000, 'x') + "\r\n\r\n",
        // slow: the rest never comes
        "POST /chat/sessions HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 9\r\n\r\n{",
    };
    constexpr int total = 10000;
    constexpr int atOnce = 100;
    int answered = 0;
    QByteArray wrong;
    for (int sent = 0; sent < total; sent += atOnce) {
        QEventLoop loop;
        QTimer::singleShot(10000, &loop, &QEventLoop::quit);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        int waiting = atOnce;
        for (int i = 0; i < atOnce; ++i) {
            auto &socket = *sockets.emplace_back(std::make_unique<QTcpSocket>());
            const QByteArray &kind = kinds[(sent + i) % kinds.size()];
            const auto send = [&socket, &kind, this] {
                socket.connectToHost(QHostAddress::LocalHost, m_inbox->port());
                socket.write(kind);
            };
            connect(&socket, &QTcpSocket::readyRead, &loop, [&] {
                const QByteArray answer = socket.readAll();
                answered += answer.startsWith("HTTP/1.1 4") ? 1 : 0;
                if (answer.contains("<script") || answer.contains("<b>") ||
                    !answer.contains("Content-Type: application/json"))
                    wrong = answer;
                socket.disconnect(&loop);
                if (--waiting == 0)
                    loop.quit();
            });
            // On a busy machine a request may not leave within the time to read: it is sent again.
            connect(&socket, &QTcpSocket::disconnected, &loop, send, Qt::QueuedConnection);
            send();
        }
        loop.exec();
    }

    QCOMPARE(answered, total); // each was refused, with an answer
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    QVERIFY(m_port.messages.empty());
    QTRY_COMPARE(request("GET", QStringLiteral("/chat")).status, 200); // 408 is possible on a busy machine
    QTRY_COMPARE(api("POST", QStringLiteral("/messages"), R"({"text":"still there"})").status, 202);
}

QTEST_GUILESS_MAIN(TestHttpInbox)
#include "tst_httpinbox.moc"
