#include "channels/CallerCheck.h"
#include "support/TestSupport.h"

using namespace Helmdesk;

namespace
{

CallerCheck checkWith(const char *origin, const char *proxy)
{
    return CallerCheck(*CallerCheck::readFront(QString::fromLatin1(origin), QString::fromLatin1(proxy)));
}

} // namespace

class TestCallerCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAreRead_data();
    void settingsAreRead();
    void ownPagesAloneMayCall_data();
    void ownPagesAloneMayCall();
    void forwardedAddressCountsFromTheProxyAlone_data();
    void forwardedAddressCountsFromTheProxyAlone();
    void pageIsToldWhereItsSocketIs();
};

void TestCallerCheck::settingsAreRead_data()
{
    QTest::addColumn<QString>("origin");
    QTest::addColumn<QByteArray>("read"); // empty: refused
    const auto row = [](const char *origin, const char *read) {
        QTest::newRow(origin) << QString::fromLatin1(origin) << QByteArray(read);
    };
    row("https://support.example.com", "https://support.example.com");
    row(" https://Support.Example.com/ ", "https://support.example.com");
    row("https://support.example.com:443", "https://support.example.com");
    row("https://support.example.com:8443", "https://support.example.com:8443");
    row("http://desk.internal", "http://desk.internal");
    row("support.example.com", "");
    row("https://", "");
    row("https://support.example.com/desk", "");
    row("https://name@support.example.com", "");
    row("https://support.example.com?x", "");
    row("ftp://support.example.com", "");
    row("*", "");
}

void TestCallerCheck::settingsAreRead()
{
    QFETCH(QString, origin);
    QFETCH(QByteArray, read);

    const auto front = CallerCheck::readFront(origin, {});

    QCOMPARE(front.has_value(), !read.isEmpty());
    if (front)
        QCOMPARE(front->publicOrigin, read);
    QVERIFY(!CallerCheck::readFront({}, QStringLiteral("a proxy")));
    QVERIFY(CallerCheck::readFront({}, {}));
}

void TestCallerCheck::ownPagesAloneMayCall_data()
{
    QTest::addColumn<QByteArray>("publicOrigin");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isFine");
    const auto row = [](const char *name, const char *publicOrigin, const char *host, const char *origin,
                        bool isFine) {
        QTest::newRow(name) << QByteArray(publicOrigin) << QByteArray(host) << QByteArray(origin) << isFine;
    };
    const char *own = "https://support.example.com";
    row("here", "", "127.0.0.1:80", "http://127.0.0.1:80", true);
    row("here by name", "", "localhost:80", "http://localhost:80", true);
    row("here, two names", "", "localhost:80", "http://127.0.0.1:80", false);
    row("here, encrypted", "", "127.0.0.1:80", "https://127.0.0.1:80", false);
    row("public, not told", "", "support.example.com", own, false);
    row("public page, local host, not told", "", "127.0.0.1:80", own, false);
    row("public", own, "support.example.com", own, true);
    row("public, with the port", own, "support.example.com:443", own, true);
    row("public, other port", own, "support.example.com:8443", own, false);
    row("public with a port", "https://a.example:8443", "a.example:8443", "https://a.example:8443", true);
    row("public with a port, host without", "https://a.example:8443", "a.example", "https://a.example:8443",
        true);
    row("public with a port, page without", "https://a.example:8443", "a.example", "https://a.example",
        false);
    row("public, other letters", own, "Support.Example.com", "https://SUPPORT.example.com", true);
    row("public page, local host", own, "127.0.0.1:80", own, true);
    row("public, local page", own, "support.example.com", "http://127.0.0.1:80", false);
    row("public, not encrypted", own, "support.example.com", "http://support.example.com", false);
    row("public, foreign page", own, "support.example.com", "https://evil.example", false);
    row("public, part of the name", own, "support.example.com", "https://support.example.com.evil.example",
        false);
    row("public, no origin at all", own, "support.example.com", "null", false);
    row("foreign host", own, "evil.example", own, false);
    row("foreign host that ends alike", own, "xsupport.example.com", own, false);
}

void TestCallerCheck::ownPagesAloneMayCall()
{
    QFETCH(QByteArray, publicOrigin);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, isFine);
    const CallerCheck check = checkWith(publicOrigin.constData(), "");
    HttpRequest request;
    request.method = "POST";
    request.headers = {{"host", host}, {"origin", origin}};

    const auto refusal = check.refusal(request, 80);

    QCOMPARE(!refusal, isFine);
    QCOMPARE(refusal ? refusal->status : 403, 403);
    request.headers.insert("sec-fetch-site", "cross-site");
    QVERIFY(check.refusal(request, 80));
}

void TestCallerCheck::forwardedAddressCountsFromTheProxyAlone_data()
{
    QTest::addColumn<QByteArray>("proxy");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("client");
    const auto row = [](const char *name, const char *proxy, const char *forwarded, const char *client) {
        QTest::newRow(name) << QByteArray(proxy) << QByteArray(forwarded) << QByteArray(client);
    };
    row("no proxy", "", "192.0.2.7", "");
    row("another proxy", "127.0.0.2", "192.0.2.7", "");
    row("the proxy", "127.0.0.1", "192.0.2.7", "192.0.2.7");
    row("what a client says of itself", "127.0.0.1", "198.51.100.1, 192.0.2.7", "192.0.2.7");
    row("no address", "127.0.0.1", "unknown", "");
    row("nothing", "127.0.0.1", "", "");
    row("IPv6", "127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::");
}

void TestCallerCheck::forwardedAddressCountsFromTheProxyAlone()
{
    QFETCH(QByteArray, proxy);
    QFETCH(QByteArray, forwarded);
    QFETCH(QByteArray, client);
    HttpRequest request;
    request.peer = "127.0.0.1";
    request.headers.insert("x-forwarded-for", forwarded);

    QCOMPARE(checkWith("", proxy.constData()).client(request), client);
}

void TestCallerCheck::pageIsToldWhereItsSocketIs()
{
    HttpRequest request;
    request.headers.insert("host", "127.0.0.1:80");
    QCOMPARE(checkWith("", "").socketSource(request), QByteArray("ws://127.0.0.1:80"));
    const CallerCheck behindProxy = checkWith("https://support.example.com", "");
    QCOMPARE(behindProxy.socketSource(request), QByteArray("ws://127.0.0.1:80 wss://support.example.com"));
    request.headers.insert("host", "support.example.com");
    QCOMPARE(behindProxy.socketSource(request), QByteArray("wss://support.example.com"));
}

QTEST_GUILESS_MAIN(TestCallerCheck)
#include "tst_callercheck.moc"
