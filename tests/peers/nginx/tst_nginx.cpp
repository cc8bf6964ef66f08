// The inbox behind a real nginx that speaks TLS, set up as docs/reverse-proxy.md says.

#include "channels/OpenInbox.h"
#include "e2e/Chromium.h"
#include "Nginx.h"
#include "support/TestSupport.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslSocket>

using namespace Helmdesk;
using namespace Helmdesk::Test;

class TestNginx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void pageAndChatWork();
    void foreignPagesAreRefused();
    void visitorsAreCountedByTheirAddress();
    void proxyThatSetsTheLocalHostWorksToo();
    void nothingIsOpenWithoutTheSetting();
    void socketPassesThrough();
    void browserChats();

private:
    void start(HttpInbox::Options options);
    HttpAnswer request(const QByteArray &method, const QString &path, const QByteArray &body = {},
                       OpenInbox::Headers headers = {});
    QByteArray origin() const { return "https://support.localhost:" + QByteArray::number(m_nginx->port()); }

    QByteArray m_site; // of the documentation, without the port of the inbox
    std::unique_ptr<Nginx> m_nginx;
    std::unique_ptr<OpenInbox> m_desk;
};

void TestNginx::initTestCase()
{
    if (Nginx::program().isEmpty() || QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("not installed: nginx or openssl (./test.sh installs them)");
    if (!QSslSocket::supportsSsl())
        QSKIP("this Qt has no TLS");
    QFile file(QStringLiteral(HELMDESK_DOCS_DIR "/reverse-proxy.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const QByteArray begin = "```nginx\n";
    const qsizetype at = text.indexOf(begin) + begin.size();
    m_site = text.mid(at, text.indexOf("```", at) - at);
    const QList<QPair<QByteArray, QByteArray>> places = {
        {"/etc/ssl/support.example.com.pem", "CERTIFICATE"},
        {"/etc/ssl/support.example.com.key", "KEY"},
        {"listen 443", "listen 127.0.0.1:PORT"},
        {"support.example.com", "support.localhost"},
    };
    for (const auto &[written, ours] : places) {
        QVERIFY2(m_site.contains(written), written.constData());
        m_site.replace(written, ours);
    }
    QVERIFY(m_site.contains("127.0.0.1:8460"));
}

void TestNginx::init()
{
    m_nginx.reset();
    m_desk = std::make_unique<OpenInbox>();
}

// The inbox must know nginx's port, and nginx that of the inbox: the inbox is opened twice on one port.
void TestNginx::start(HttpInbox::Options options)
{
    VERIFY_RESULT(m_desk->open());
    options.port = m_desk->inbox().port();
    QByteArray site = m_site;
    auto nginx = Nginx::start(site.replace("8460", QByteArray::number(options.port)));
    VERIFY_RESULT(nginx);
    m_nginx = std::move(*nginx);
    if (options.publicOrigin.isNull())
        options.publicOrigin = QString::fromLatin1(origin());
    m_desk->close();
    VERIFY_RESULT(m_desk->open(options));
}

HttpAnswer TestNginx::request(const QByteArray &method, const QString &path, const QByteArray &body,
                              OpenInbox::Headers headers)
{
    headers.append({"Host", "support.localhost:" + QByteArray::number(m_nginx->port())});
    return m_desk->requestAt(QStringLiteral("https://127.0.0.1:%1").arg(m_nginx->port()), method, path, body,
                             headers);
}

void TestNginx::pageAndChatWork()
{
    start(OpenInbox::options());

    const HttpAnswer page = request("GET", QStringLiteral("/chat"));
    QCOMPARE(page.status, 200);
    QVERIFY(page.headers.value("content-security-policy")
                .contains("wss://support.localhost:" + QByteArray::number(m_nginx->port()) + ';'));
    QCOMPARE(request("GET", QStringLiteral("/")).status, 302);
    const HttpAnswer session =
        request("POST", QStringLiteral("/chat/sessions"), "{}", {{"Origin", origin()}});
    QCOMPARE(session.status, 201);
    const QString chat = QStringLiteral("/chat/sessions/%1/messages").arg(stringOr(session.body, "token"));
    QCOMPARE(request("POST", chat, R"({"text":"through the proxy"})", {{"Origin", origin()}}).status, 202);
    QCOMPARE(m_desk->port().at(0).text, QStringLiteral("through the proxy"));
    QCOMPARE(request("GET", chat).body["messages"].size(), size_t{1});
    // The interface for programs is for this machine.
    QCOMPARE(request("GET", QStringLiteral("/api/v1/health"), {},
                     {{"Authorization", "Bearer " + OpenInbox::bearer}})
                 .status,
             404);
}

void TestNginx::foreignPagesAreRefused()
{
    start(OpenInbox::options());

    for (const QByteArray &foreign : {QByteArray("https://evil.example"), QByteArray("null"),
                                      QByteArray("https://support.localhost"), "http" + origin().mid(5)})
        QCOMPARE(request("POST", QStringLiteral("/chat/sessions"), "{}", {{"Origin", foreign}}).status, 403);
    QCOMPARE(request("POST", QStringLiteral("/chat/sessions"), "{}",
                     {{"Origin", origin()}, {"Sec-Fetch-Site", "cross-site"}})
                 .status,
             403);
}

void TestNginx::visitorsAreCountedByTheirAddress()
{
    HttpInbox::Options strict = OpenInbox::options();
    strict.trustedProxy = QStringLiteral("127.0.0.1");
    strict.sessionsPerClient = {2, 0.01};
    start(strict);

    QList<int> statuses;
    for (const char *claimed :
         {"192.0.2.1", "192.0.2.2", "192.0.2.3"}) // what a visitor says counts for nothing
        statuses
            << request("POST", QStringLiteral("/chat/sessions"), "{}", {{"X-Forwarded-For", claimed}}).status;
    QCOMPARE(statuses, (QList<int>{201, 201, 429}));
}

void TestNginx::proxyThatSetsTheLocalHostWorksToo()
{
    m_site.replace("Host $http_host", "Host $proxy_host");
    start(OpenInbox::options());
    m_site.replace("Host $proxy_host", "Host $http_host");

    QCOMPARE(request("POST", QStringLiteral("/chat/sessions"), "{}", {{"Origin", origin()}}).status, 201);
    QCOMPARE(
        request("POST", QStringLiteral("/chat/sessions"), "{}", {{"Origin", "https://evil.example"}}).status,
        403);
}

void TestNginx::nothingIsOpenWithoutTheSetting()
{
    HttpInbox::Options options = OpenInbox::options();
    options.publicOrigin = QStringLiteral("");
    start(options);

    QCOMPARE(request("GET", QStringLiteral("/chat")).status, 403);
    QCOMPARE(request("POST", QStringLiteral("/chat/sessions"), "{}", {{"Origin", origin()}}).status, 403);
}

void TestNginx::socketPassesThrough()
{
    start(OpenInbox::options());
    const QString token = m_desk->newSession();
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_nginx->port());
    QVERIFY(socket.waitForEncrypted(10000));
    socket.write("GET /chat/sessions/" + token.toLatin1() + "/events HTTP/1.1\r\nHost: support.localhost:" +
                 QByteArray::number(m_nginx->port()) + "\r\nOrigin: " + origin() +
                 "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QByteArray received;
    const auto has = [&](const QByteArray &words) {
        received += socket.readAll();
        return received.contains(words);
    };
    QTRY_VERIFY_WITH_TIMEOUT(has("\r\n\r\n"), 10000);
    QVERIFY2(received.startsWith("HTTP/1.1 101"), received.constData());

    QCOMPARE(
        m_desk
            ->request("POST", QStringLiteral("/chat/sessions/%1/messages").arg(token), R"({"text":"pushed"})")
            .status,
        202);
    QTRY_VERIFY_WITH_TIMEOUT(has("\"pushed\""), 10000);
}

void TestNginx::browserChats()
{
    if (Chromium::program().isEmpty())
        QSKIP("not installed: chromium (./test.sh installs it)");
    start(OpenInbox::options());
    auto browser = Chromium::start({QStringLiteral("--ignore-certificate-errors")});
    VERIFY_RESULT(browser);
    auto tab = (*browser)->newTab();
    VERIFY_RESULT(tab);
    VERIFY_RESULT((*tab)->navigate(QString::fromLatin1(origin() + "/chat")));

    VERIFY_RESULT((*tab)->evaluate(QStringLiteral("document.getElementById('text').focus()")));
    VERIFY_RESULT((*tab)->type(QStringLiteral("Is anybody there?")));
    VERIFY_RESULT((*tab)->pressEnter());
    VERIFY_RESULT((*tab)->waitFor(QStringLiteral("document.querySelectorAll('.message.own').length > 0")));
    QCOMPARE(m_desk->port().at(0).text, QStringLiteral("Is anybody there?"));
    IncomingMessage reply = m_desk->port().at(0);
    reply.text = QStringLiteral("Yes, we are.");
    const MessageId id = m_desk->port().add(reply, Author::Operator);
    m_desk->inbox().announce(ConversationId{id.value});

    VERIFY_RESULT((*tab)->waitFor(
        QStringLiteral("document.getElementById('messages').innerText.includes('Yes, we are.')")));
    const auto sockets = (*tab)->evaluate(QStringLiteral(
        "performance.getEntriesByType('resource').filter(e => e.name.startsWith('http:')).length"));
    VERIFY_RESULT(sockets);
    QCOMPARE(sockets->get<int>(), 0); // nothing goes past TLS
}

QTEST_GUILESS_MAIN(TestNginx)
#include "tst_nginx.moc"
