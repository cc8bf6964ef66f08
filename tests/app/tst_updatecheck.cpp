// Whether a newer version is out: who is asked, what is believed, and that nothing is asked unasked.

#include "app/UpdateCheck.h"
#include "app/UpdateWatch.h"
#include "http/HttpGateway.h"
#include "support/LoopbackServer.h"
#include "support/TestSupport.h"

#include <QSignalSpy>

using namespace Helmdesk;
using namespace Helmdesk::Test;
using namespace Qt::StringLiterals;

namespace
{

const QString own = u"0.1.0"_s;
const QByteArray newer = R"({"version": "0.2.0", "page": "https://helmdesk.example/0.2.0"})";

LoopbackServer::Script answering(const QByteArray &body, int status = 200, const QByteArray &headers = {})
{
    return [=](const ReceivedRequest &, const ServerSide &side) {
        side.answer(status, "application/json", body, headers);
    };
}

} // namespace

class UpdateCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressMustBeSafe_data();
    void addressMustBeSafe();
    void versionsAreCompared_data();
    void versionsAreCompared();
    void otherAnswersAreNotBelieved_data();
    void otherAnswersAreNotBelieved();
    void requestSaysNothingOfTheDesk();
    void badServersAreTold_data();
    void badServersAreTold();
    void stopEndsTheWait();
    void watchTellsOnceOfANewerVersion();
    void withoutAnAddressNobodyIsAsked();
};

void UpdateCheckTest::addressMustBeSafe_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isSafe");
    QTest::newRow("https") << u"https://updates.example/helmdesk.json"_s << true;
    QTest::newRow("this machine") << u"http://127.0.0.1:8000/v.json"_s << true;
    QTest::newRow("by name") << u"http://localhost:8000/v.json"_s << true;
    QTest::newRow("plain") << u"http://updates.example/helmdesk.json"_s << false;
    QTest::newRow("like this machine") << u"http://127.0.0.1.example/v.json"_s << false;
    QTest::newRow("password") << u"https://me:secret@updates.example/"_s << false;
    QTest::newRow("file") << u"file:///etc/hostname"_s << false;
    QTest::newRow("no host") << u"https:///v.json"_s << false;
    QTest::newRow("words") << u"updates"_s << false;
}

void UpdateCheckTest::addressMustBeSafe()
{
    QFETCH(QString, address);
    QFETCH(bool, isSafe);
    QCOMPARE(checkedUpdateAddress(address).has_value(), isSafe);
    if (!isSafe) {
        HttpGateway gateway;
        const auto asked = askForUpdate(gateway, address, own, {});
        QVERIFY(!asked.has_value());
        QCOMPARE(asked.error().kind, ErrorKind::InvalidInput);
    }
}

void UpdateCheckTest::versionsAreCompared_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("ownVersion");
    QTest::addColumn<bool>("isNewer");
    QTest::newRow("newer") << u"0.2.0"_s << own << true;
    QTest::newRow("same") << own << own << false;
    QTest::newRow("older") << u"0.0.9"_s << own << false;
    QTest::newRow("two figures") << u"0.10"_s << u"0.9.9"_s << true;
    QTest::newRow("own unknown") << u"0.2.0"_s << QString() << false;
}

void UpdateCheckTest::versionsAreCompared()
{
    QFETCH(QString, published);
    QFETCH(QString, ownVersion);
    QFETCH(bool, isNewer);
    const Json document = {{"version", published}, {"page", "https://helmdesk.example/"}, {"notes", 1}};

    const auto read = readPublishedVersion(toBytes(document), ownVersion);

    VERIFY_RESULT(read);
    QCOMPARE(read->version, published);
    QCOMPARE(read->isNewer, isNewer);
}

void UpdateCheckTest::otherAnswersAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("page of a proxy") << QByteArray("<html>Sign in</html>");
    QTest::newRow("list") << QByteArray("[\"0.2.0\"]");
    QTest::newRow("no version") << QByteArray(R"({"page": "https://helmdesk.example/"})");
    QTest::newRow("number") << QByteArray(R"({"version": 2, "page": "https://helmdesk.example/"})");
    QTest::newRow("words") << QByteArray(
        R"({"version": "0.2.0 or so", "page": "https://helmdesk.example/"})");
    QTest::newRow("long") << QByteArray(R"({"version": ")") + QByteArray("1.").repeated(40) +
                                 R"(1", "page": "https://helmdesk.example/"})";
    QTest::newRow("no page") << QByteArray(R"({"version": "0.2.0"})");
    QTest::newRow("plain page") << QByteArray(R"({"version": "0.2.0", "page": "http://helmdesk.example/"})");
    QTest::newRow("file") << QByteArray(R"({"version": "0.2.0", "page": "file:///usr/bin/true"})");
    QTest::newRow("password") << QByteArray(
        R"({"version": "0.2.0", "page": "https://a:b@helmdesk.example/"})");
}

void UpdateCheckTest::otherAnswersAreNotBelieved()
{
    QFETCH(QByteArray, document);
    const auto read = readPublishedVersion(document, own);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
}

void UpdateCheckTest::requestSaysNothingOfTheDesk()
{
    LoopbackServer server(answering(newer));
    HttpGateway gateway;

    const auto asked = askForUpdate(gateway, server.url(u"/helmdesk.json"_s).toString(), own, {});

    VERIFY_RESULT(asked);
    QVERIFY(asked->isNewer);
    QCOMPARE(asked->page, QUrl(u"https://helmdesk.example/0.2.0"_s));
    const auto received = server.received();
    QCOMPARE(received.size(), std::size_t{1});
    QCOMPARE(received.front().method, QByteArray("GET"));
    QCOMPARE(received.front().path, QByteArray("/helmdesk.json"));
    QVERIFY(received.front().body.isEmpty());
    const QSet<QByteArray> harmless{"host",       "accept",          "user-agent",
                                    "connection", "accept-encoding", "accept-language"};
    for (auto header = received.front().headers.cbegin(); header != received.front().headers.cend(); ++header)
        QVERIFY2(harmless.contains(header.key()), header.key().constData());
    QCOMPARE(received.front().headers.value("user-agent"), QByteArray("Helmdesk"));
}

void UpdateCheckTest::badServersAreTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("not there") << 404 << QByteArray() << newer;
    QTest::newRow("elsewhere") << 302 << QByteArray("Location: https://elsewhere.example/\r\n")
                               << QByteArray();
    QTest::newRow("endless") << 200 << QByteArray() << QByteArray(100'000, ' ') + newer;
}

void UpdateCheckTest::badServersAreTold()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    LoopbackServer server(answering(body, status, headers));
    HttpGateway gateway;

    const auto asked = askForUpdate(gateway, server.url().toString(), own, {});

    QVERIFY(!asked.has_value());
    QCOMPARE(asked.error().kind, ErrorKind::Unavailable);
    QVERIFY2(asked.error().detail.contains(u"127.0.0.1"_s), qPrintable(asked.error().detail));
}

void UpdateCheckTest::stopEndsTheWait()
{
    std::stop_source stop;
    LoopbackServer server(
        [&stop](const ReceivedRequest &, const ServerSide &) { stop.request_stop(); }); // says nothing
    HttpGateway gateway;

    const auto asked = askForUpdate(gateway, server.url().toString(), own, RunControl(stop.get_token()));

    QVERIFY(!asked.has_value());
    QCOMPARE(asked.error().kind, ErrorKind::Cancelled);
}

void UpdateCheckTest::watchTellsOnceOfANewerVersion()
{
    LoopbackServer server(answering(newer));
    UpdateWatch watch(server.url().toString(), own);
    QSignalSpy told(&watch, &UpdateWatch::newerChanged);
    QSignalSpy asked(&watch, &UpdateWatch::asked);

    watch.start();
    watch.start(); // a second call does nothing

    QVERIFY(asked.wait());
    QCOMPARE(told.size(), 1);
    QVERIFY(watch.newer());
    QCOMPARE(watch.newer()->version, u"0.2.0"_s);
    QCOMPARE(watch.newer()->page, u"https://helmdesk.example/0.2.0"_s);
    QCOMPARE(server.received().size(), std::size_t{1});

    LoopbackServer same(answering(R"({"version": "0.1.0", "page": "https://helmdesk.example/"})"));
    UpdateWatch content(same.url().toString(), own);
    QSignalSpy contentAsked(&content, &UpdateWatch::asked);
    content.start();
    QVERIFY(contentAsked.wait());
    QVERIFY(!content.newer());
}

void UpdateCheckTest::withoutAnAddressNobodyIsAsked()
{
    UpdateWatch watch({}, own);
    QSignalSpy asked(&watch, &UpdateWatch::asked);
    watch.start();
    QCoreApplication::processEvents();
    QCOMPARE(asked.size(), 0);
    QVERIFY(!watch.newer());
}

QTEST_GUILESS_MAIN(UpdateCheckTest)
#include "tst_updatecheck.moc"
