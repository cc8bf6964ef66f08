// What the inbox bears: peers that are slow, silent or greedy, and a machine that has nothing left.

#include "OpenInbox.h"
#include "support/RawConnection.h"
#include "support/TestSupport.h"
#include "support/WebSocketClient.h"

#include <latch>
#include <QTcpSocket>
#include <thread>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace std::chrono_literals;

namespace
{

const QString sessions = QStringLiteral("/chat/sessions");

std::atomic<int> warnings{0};

void countWarning(QtMsgType type, const QMessageLogContext &, const QString &)
{
    warnings += type == QtWarningMsg ? 1 : 0;
}

OpenInbox::Headers forwarded(const QByteArray &address)
{
    return {{"X-Forwarded-For", address}};
}

} // namespace

class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoHundredClientsAreServed();
    void slowRequestTimesOut();
    void manyConnectionsMakeRoom();
    void connectionEndsAfterItsRequests();
    void unreadAnswersStopTheReading();
    void unreadAnswersAreGivenUp();
    void messagesAreRateLimited();
    void floodOfChatsLeavesTurnsToOthers();
    void clientsBehindAProxyHaveTheirShares();
    void forwardedAddressIsNotBelievedOtherwise();
    void waitingForTheStoreHoldsUpNobodyElse();
    void chatsHaveFewSockets();
    void fullSocketsMakeRoom();
    void silentSocketIsEnded();
    void missingDescriptorsAreOvercome();
    void stopEndsWhatIsUnderWay();

private:
    QUrl eventsOf(const QString &token) const
    {
        return QUrl(QStringLiteral("ws://%1/chat/sessions/%2/events").arg(m_desk->local(), token));
    }
    std::unique_ptr<OpenInbox> m_desk;
};

void TestHttpLimits::init()
{
    m_desk = std::make_unique<OpenInbox>();
    VERIFY_RESULT(m_desk->open());
}

// Each sends three messages at once on a connection of its own; all are taken, in each chat's order.
void TestHttpLimits::twoHundredClientsAreServed()
{
    constexpr int clients = 200;
    QList<QByteArray> chats;
    for (int i = 0; i < clients; ++i)
        chats << m_desk->newChat().toLatin1();
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    QHash<QTcpSocket *, QByteArray> answers;
    for (const QByteArray &chat : chats) {
        auto &socket = *sockets.emplace_back(std::make_unique<QTcpSocket>());
        connect(&socket, &QTcpSocket::readyRead, this,
                [&socket, &answers] { answers[&socket] += socket.readAll(); });
        socket.connectToHost(QHostAddress::LocalHost, m_desk->inbox().port());
        for (const char *text : {"1", "2", "3"}) {
            const QByteArray body = QByteArray(R"({"text":")") + text + R"("})";
            socket.write("POST " + chat + " HTTP/1.1\r\nHost: " + m_desk->host() +
                         "\r\nContent-Type: application/json\r\nContent-Length: " +
                         QByteArray::number(body.size()) + "\r\n\r\n" + body);
        }
    }

    const auto taken = [&answers] {
        qsizetype count = 0;
        for (const QByteArray &text : std::as_const(answers))
            count += text.count("HTTP/1.1 202 ");
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(taken(), 3 * clients, 60000);
    QHash<QString, QString> texts;
    for (size_t i = 0; i < m_desk->port().count(); ++i) {
        const IncomingMessage message = m_desk->port().at(i);
        texts[message.conversationKey] += message.text;
    }
    QCOMPARE(texts.size(), clients);
    for (const QString &text : std::as_const(texts))
        QCOMPARE(text, QStringLiteral("123"));
}

void TestHttpLimits::slowRequestTimesOut()
{
    HttpInbox::Options quick = OpenInbox::options();
    quick.limits.readTime = 100ms;
    quick.limits.idleTime = 100ms;
    VERIFY_RESULT(m_desk->open(quick));

    QVERIFY(m_desk->exchange("GET /chat HTT").startsWith("HTTP/1.1 408"));
    QVERIFY(m_desk
                ->exchange("POST /chat/sessions HTTP/1.1\r\nHost: " + m_desk->host() +
                           "\r\nContent-Length: 10\r\n\r\nab")
                .startsWith("HTTP/1.1 408"));
    QCOMPARE(m_desk->exchange({}), QByteArray());
    const QByteArray once = m_desk->exchange("GET /chat HTTP/1.1\r\nHost: " + m_desk->host() + "\r\n\r\n");
    QVERIFY(once.startsWith("HTTP/1.1 200"));
    QCOMPARE(once.count("HTTP/1.1 "), 1); // kept alive, and then closed without a word
}

void TestHttpLimits::manyConnectionsMakeRoom()
{
    HttpInbox::Options few = OpenInbox::options();
    few.limits.connections = 8;
    VERIFY_RESULT(m_desk->open(few));
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (int i = 0; i < 40; ++i) {
        connections.push_back(std::make_unique<RawConnection>(m_desk->inbox().port()));
        connections.back()->write("GET /never-finished");
    }

    QCOMPARE(m_desk->request("GET", QStringLiteral("/chat")).status, 200);
    QCOMPARE(connections.front()->readAll(), QByteArray());
    QVERIFY(connections.front()->isClosedByPeer());
}

void TestHttpLimits::connectionEndsAfterItsRequests()
{
    HttpInbox::Options few = OpenInbox::options();
    few.limits.requestsPerConnection = 3;
    VERIFY_RESULT(m_desk->open(few));
    const QByteArray one = "GET /chat/none HTTP/1.1\r\nHost: " + m_desk->host() + "\r\n\r\n";

    const QByteArray answers = m_desk->exchange(one.repeated(5));

    QCOMPARE(answers.count("HTTP/1.1 404"), 3);
    QCOMPARE(answers.count("Connection: keep-alive"), 2);
    QCOMPARE(answers.count("Connection: close"), 1);
}

// 64 MB of requests for 8 GB of answers: what the system's buffers hold is taken, and no more.
void TestHttpLimits::unreadAnswersStopTheReading()
{
    HttpInbox::Options endless = OpenInbox::options();
    endless.limits.requestsPerConnection = 1'000'000'000;
    VERIFY_RESULT(m_desk->open(endless));
    const QByteArray some =
        QByteArray("GET /chat/chat.js HTTP/1.1\r\nHost: " + m_desk->host() + "\r\n\r\n").repeated(16384);
    RawConnection greedy(m_desk->inbox().port());

    qsizetype taken = 0;
    qsizetype last = 0;
    do {
        last = greedy.write(some, 2s);
        taken += last;
    } while (last == some.size() && taken < 64'000'000);

    QVERIFY2(taken < 32'000'000, QByteArray::number(taken).constData());
    QCOMPARE(m_desk->request("GET", QStringLiteral("/chat")).status, 200);
    QVERIFY(greedy.readUntil("</html>", 500ms).startsWith("HTTP/1.1 200")); // whoever reads gets answers
}

void TestHttpLimits::unreadAnswersAreGivenUp()
{
    HttpInbox::Options quick = OpenInbox::options();
    quick.limits.writeTime = 100ms;
    quick.limits.requestsPerConnection = 1'000'000'000;
    VERIFY_RESULT(m_desk->open(quick));
    const QByteArray some =
        QByteArray("GET /chat/chat.js HTTP/1.1\r\nHost: " + m_desk->host() + "\r\n\r\n").repeated(16384);
    RawConnection greedy(m_desk->inbox().port());

    // It ends by an error, not by the time.
    const auto start = std::chrono::steady_clock::now();
    while (greedy.write(some, 20s) == some.size()) {
    }
    QVERIFY(std::chrono::steady_clock::now() - start < 20s);
}

void TestHttpLimits::messagesAreRateLimited()
{
    HttpInbox::Options strict = OpenInbox::options();
    strict.messagesPerSession = {2, 0.01};
    strict.messagesInTotal = {{3, 0.01}};
    strict.sessionsInTotal = {{2, 0.01}};
    VERIFY_RESULT(m_desk->open(strict));
    const QString first = m_desk->newChat();
    const QString second = m_desk->newChat();

    QCOMPARE(m_desk->request("POST", sessions, "{}").status, 429);
    QCOMPARE(m_desk->request("POST", first, R"({"text":"1"})").status, 202);
    QCOMPARE(m_desk->request("POST", first, R"({"text":"2"})").status, 202);
    const HttpAnswer third = m_desk->request("POST", first, R"({"text":"3"})");
    QCOMPARE(third.status, 429);
    QVERIFY(third.headers.value("retry-after").toInt() > 0);
    QCOMPARE(m_desk->request("POST", second, R"({"text":"1"})").status, 202);
    QCOMPARE(m_desk->request("POST", second, R"({"text":"2"})").status, 429); // the limit of all chats
    QCOMPARE(m_desk->request("GET", first).status, 200);
}

// Some connections ask for new chats without end; somebody else begins one all the same, each time.
void TestHttpLimits::floodOfChatsLeavesTurnsToOthers()
{
    HttpInbox::Options slow = OpenInbox::options();
    slow.sessionsInTotal = {{5, 50}};
    slow.messagesInTotal = {{5, 50}};
    VERIFY_RESULT(m_desk->open(slow));
    const QByteArray ask = "POST /chat/sessions HTTP/1.1\r\nHost: " + m_desk->host() +
                           "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    std::atomic<bool> isOver{false};
    std::vector<std::jthread> greedy;
    for (int i = 0; i < 4; ++i)
        greedy.emplace_back([&, port = m_desk->inbox().port()] {
            RawConnection connection(port);
            while (!isOver && connection.write(ask) == ask.size() && !connection.isClosedByPeer())
                connection.readUntil("}");
        });

    int begun = 0;
    int taken = 0;
    for (int i = 0; i < 20; ++i) {
        const QString chat = m_desk->newChat();
        begun += chat.contains(QStringLiteral("sessions//")) ? 0 : 1;
        taken += m_desk->request("POST", chat, R"({"text":"hello"})").status == 202 ? 1 : 0;
    }
    isOver = true;

    QCOMPARE(begun, 20);
    QCOMPARE(taken, 20);
}

void TestHttpLimits::clientsBehindAProxyHaveTheirShares()
{
    HttpInbox::Options strict = OpenInbox::options();
    strict.trustedProxy = QStringLiteral("127.0.0.1");
    strict.sessionsPerClient = {2, 0.01};
    strict.messagesPerClient = {2, 0.01};
    VERIFY_RESULT(m_desk->open(strict));

    QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.1")).status, 201);
    QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.1")).status, 201);
    QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.1")).status, 429);
    QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("198.51.100.9, 192.0.2.1")).status, 429);
    QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.2")).status, 201);

    for (const auto &[address, status] : {std::pair("192.0.2.1", 202), std::pair("192.0.2.1", 202),
                                          std::pair("192.0.2.1", 429), std::pair("192.0.2.2", 202)}) {
        const QString chat = m_desk->newChat(); // a new chat each time helps nobody
        QCOMPARE(m_desk->request("POST", chat, R"({"text":"a"})", forwarded(address)).status, status);
    }
}

void TestHttpLimits::forwardedAddressIsNotBelievedOtherwise()
{
    for (const char *proxy : {"", "127.0.0.2"}) {
        HttpInbox::Options strict = OpenInbox::options();
        strict.trustedProxy = QString::fromLatin1(proxy);
        strict.sessionsPerClient = {1, 0.01};
        strict.sessionsInTotal = {{2, 0.01}};
        VERIFY_RESULT(m_desk->open(strict));

        QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.1")).status, 201);
        QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.1")).status, 201);
        QCOMPARE(m_desk->request("POST", sessions, "{}", forwarded("192.0.2.2")).status, 429);
    }
    HttpInbox::Options wrong = OpenInbox::options();
    wrong.trustedProxy = QStringLiteral("the proxy");
    QVERIFY(!m_desk->open(wrong));
}

void TestHttpLimits::waitingForTheStoreHoldsUpNobodyElse()
{
    const QString chat = m_desk->newChat();
    std::latch store(1);
    std::latch isWaiting(1);
    m_desk->port().callBefore([&](FakeInboxPort::Call call) {
        if (call != FakeInboxPort::Call::Take)
            return;
        isWaiting.count_down();
        store.wait();
    });
    const QByteArray body = R"({"text":"held up"})";
    RawConnection writer(m_desk->inbox().port());
    writer.write("POST " + chat.toLatin1() + " HTTP/1.1\r\nHost: " + m_desk->host() +
                 "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                 "\r\n\r\n" + body);
    isWaiting.wait();

    QCOMPARE(m_desk->request("GET", QStringLiteral("/chat")).status, 200);
    QCOMPARE(m_desk->request("GET", chat).status, 200);
    QCOMPARE(m_desk->api("GET", QStringLiteral("/health")).status, 200);
    auto socket = WebSocketClient::open(eventsOf(m_desk->newSession()));
    VERIFY_RESULT(socket);

    m_desk->port().callBefore({});
    store.count_down();
    QVERIFY(writer.readUntil("}").startsWith("HTTP/1.1 202"));
}

void TestHttpLimits::chatsHaveFewSockets()
{
    HttpInbox::Options few = OpenInbox::options();
    few.sockets = {10, 2};
    VERIFY_RESULT(m_desk->open(few));
    const QString token = m_desk->newSession();
    std::vector<std::unique_ptr<WebSocketClient>> sockets;
    for (int i = 0; i < 3; ++i) {
        auto socket = WebSocketClient::open(eventsOf(token));
        VERIFY_RESULT(socket);
        sockets.push_back(std::move(*socket));
    }

    QVERIFY(!sockets[0]->receive());
    QCOMPARE(sockets[0]->closeCode(), 1013);
    m_desk->request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"to both"})");
    for (const size_t i : {size_t{1}, size_t{2}}) {
        const auto received = sockets[i]->receive();
        VERIFY_RESULT(received);
        QVERIFY(*received && (*received)->contains("to both"));
    }
}

// One client cannot hold all the places.
void TestHttpLimits::fullSocketsMakeRoom()
{
    HttpInbox::Options few = OpenInbox::options();
    few.sockets = {4, 4};
    VERIFY_RESULT(m_desk->open(few));
    const QString greedy = m_desk->newSession();
    const QString honest = m_desk->newSession();
    std::vector<std::unique_ptr<WebSocketClient>> sockets;
    for (int i = 0; i < 4; ++i) {
        auto socket = WebSocketClient::open(eventsOf(greedy));
        VERIFY_RESULT(socket);
        sockets.push_back(std::move(*socket));
    }
    auto other = WebSocketClient::open(eventsOf(honest));
    VERIFY_RESULT(other);

    QVERIFY(!sockets[0]->receive());
    QCOMPARE(sockets[0]->closeCode(), 1013);
    auto again = WebSocketClient::open(eventsOf(greedy)); // takes its own place, not the other one's
    VERIFY_RESULT(again);
    m_desk->request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(honest), R"({"text":"honest"})");
    const auto received = (*other)->receive();
    VERIFY_RESULT(received);
    QVERIFY(*received && (*received)->contains("honest"));
}

void TestHttpLimits::silentSocketIsEnded()
{
    HttpInbox::Options quick = OpenInbox::options();
    quick.limits.socketIdle = 1000ms;
    VERIFY_RESULT(m_desk->open(quick));
    const QString token = m_desk->newSession();
    auto living = WebSocketClient::open(eventsOf(token));
    VERIFY_RESULT(living);
    RawConnection silent(m_desk->inbox().port());
    silent.write("GET /chat/sessions/" + token.toLatin1() + "/events HTTP/1.1\r\nHost: " + m_desk->host() +
                 "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QVERIFY(silent.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101"));

    // One answers the pings while it waits, the other one does not.
    while (!silent.isClosedByPeer()) {
        const auto received = (*living)->receive(100ms);
        VERIFY_RESULT(received);
        silent.readAll(1ms);
    }

    m_desk->request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"alive"})");
    const auto received = (*living)->receive();
    VERIFY_RESULT(received);
    QVERIFY(*received && (*received)->contains("alive"));
}

void TestHttpLimits::missingDescriptorsAreOvercome()
{
#ifdef Q_OS_UNIX
    std::vector<int> clients;
    for (int i = 0; i < 5; ++i)
        clients.push_back(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(m_desk->inbox().port());
    const QByteArray ask = "GET /chat HTTP/1.1\r\nHost: " + m_desk->host() + "\r\nConnection: close\r\n\r\n";
    rlimit usual{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &usual), 0);
    warnings = 0;
    const auto before = qInstallMessageHandler(countWarning);

    const int firstFree = ::fcntl(0, F_DUPFD, 0); // all below are in use
    ::close(firstFree);
    const rlimit none{static_cast<rlim_t>(firstFree), usual.rlim_max};
    const int limited = ::setrlimit(RLIMIT_NOFILE, &none);
    int connected = 0;
    for (const int client : clients) {
        connected +=
            ::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? 1 : 0;
        ::send(client, ask.constData(), static_cast<size_t>(ask.size()), 0);
    }
    const bool isSaid = QTest::qWaitFor([] { return warnings > 0; }, 10000);
    ::setrlimit(RLIMIT_NOFILE, &usual);
    qInstallMessageHandler(before);

    QCOMPARE(limited, 0);
    QCOMPARE(connected, 5);
    QVERIFY(isSaid);
    for (const int client : clients) {
        const timeval patience{10, 0};
        ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        char answer[12] = {};
        QCOMPARE(::recv(client, answer, sizeof answer, MSG_WAITALL), ssize_t{12});
        QCOMPARE(QByteArray(answer, 12), QByteArray("HTTP/1.1 200"));
        ::close(client);
    }
#else
    QSKIP("descriptors can be limited on Unix alone");
#endif
}

void TestHttpLimits::stopEndsWhatIsUnderWay()
{
    const QString chat = m_desk->newChat();
    auto socket = WebSocketClient::open(eventsOf(m_desk->newSession()));
    VERIFY_RESULT(socket);
    RawConnection half(m_desk->inbox().port());
    half.write("POST " + chat.toLatin1() + " HTTP/1.1\r\nHost: ");
    const quint16 port = m_desk->inbox().port();

    m_desk->inbox().stop();

    QCOMPARE(m_desk->inbox().port(), quint16{0});
    QVERIFY(!m_desk->inbox().start());
    m_desk.reset();
    QVERIFY(!(*socket)->receive());
    QVERIFY(!RawConnection(port).isOpen());
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
