#include "mailbox/MailAutoconfig.h"
#include "support/LoopbackServer.h"
#include "support/TestSupport.h"

#include <map>
#include <QUrlQuery>

using namespace Helmdesk;
using namespace Helmdesk::Test;

namespace
{

DnsLookup answering(const std::map<QString, std::vector<DnsAnswer>> &zone)
{
    return [zone](DnsQuestion, const QString &name) {
        const auto found = zone.find(name);
        return found == zone.end() ? std::vector<DnsAnswer>() : found->second;
    };
}

QByteArray autoconfig()
{
    return R"(<?xml version="1.0"?>
<clientConfig version="1.1"><emailProvider id="desk.example"><domain>desk.example</domain>
<incomingServer type="pop3"><hostname>pop.desk.example</hostname><port>995</port><socketType>SSL</socketType>
<username>x</username><authentication>password-cleartext</authentication></incomingServer>
<incomingServer type="imap"><hostname>in.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
<username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></incomingServer>
<outgoingServer type="smtp"><hostname>out.desk.example</hostname><port>587</port><socketType>STARTTLS</socketType>
<username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
</emailProvider></clientConfig>)";
}

} // namespace

class TestMailDiscovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKnownProviderNeedsNoQuestion()
    {
        const auto found =
            findMailServers(QStringLiteral("Desk@GMail.com"), [](DnsQuestion, const QString &) {
                QTest::qFail("nobody is asked", __FILE__, __LINE__);
                return std::vector<DnsAnswer>();
            });

        VERIFY_RESULT(found);
        QCOMPARE(nameOf(found->imap), QStringLiteral("imap.gmail.com:993"));
        QVERIFY(found->note.contains(QStringLiteral("app password")));
    }

    void theDomainTellsOfItsServers()
    {
        const auto found = findMailServers(
            QStringLiteral("support@desk.example"),
            answering(
                {{QStringLiteral("_imaps._tcp.desk.example"), {{QStringLiteral("."), 0, 0}}},
                 {QStringLiteral("_imap._tcp.desk.example"), {{QStringLiteral("in.desk.example"), 143, 0}}},
                 {QStringLiteral("_submissions._tcp.desk.example"),
                  {{QStringLiteral("out.desk.example"), 465, 0}}}}));

        VERIFY_RESULT(found);
        QCOMPARE(found->imap, (MailEndpoint{QStringLiteral("in.desk.example"), 143, MailTls::StartTls}));
        QCOMPARE(found->smtp, (MailEndpoint{QStringLiteral("out.desk.example"), 465, MailTls::Implicit}));
    }

    void whoTakesItsMailTellsTheProvider()
    {
        const auto found = findMailServers(
            QStringLiteral("support@desk.example"),
            answering({{QStringLiteral("desk.example"),
                        {{QStringLiteral("desk-example.mail.protection.outlook.com"), 0, 10}}}}));

        VERIFY_RESULT(found);
        QCOMPARE(nameOf(found->smtp), QStringLiteral("smtp.office365.com:587"));
        QCOMPARE(found->smtp.tls, MailTls::StartTls);
    }

    void aNameThatOnlyEndsAlikeIsNoProvider()
    {
        const auto found = findMailServers(
            QStringLiteral("support@desk.example"),
            answering({{QStringLiteral("desk.example"), {{QStringLiteral("notgoogle.com"), 0, 10}}}}));

        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::NotFound);
    }

    void theDomainsFileForMailProgramsTells()
    {
        std::vector<QUrl> asked;
        const WebLookup web = [&](const QUrl &url) -> std::optional<QByteArray> {
            asked.push_back(url);
            return url.path().startsWith(QStringLiteral("/.well-known")) ? std::optional(autoconfig())
                                                                         : std::nullopt;
        };

        const auto found = findMailServers(QStringLiteral("help+desk@desk.example"), answering({}), web);

        VERIFY_RESULT(found);
        QCOMPARE(asked.size(), size_t{2});
        QCOMPARE(asked[0].host(), QStringLiteral("autoconfig.desk.example"));
        QCOMPARE(QUrlQuery(asked[0]).queryItemValue(QStringLiteral("emailaddress"), QUrl::FullyDecoded),
                 QStringLiteral("help+desk@desk.example"));
        for (const QUrl &url : asked)
            QCOMPARE(url.scheme(), QStringLiteral("https"));
        QCOMPARE(found->imap, (MailEndpoint{QStringLiteral("in.desk.example"), 993, MailTls::Implicit}));
        QCOMPARE(found->smtp, (MailEndpoint{QStringLiteral("out.desk.example"), 587, MailTls::StartTls}));
        QCOMPARE(found->user, QStringLiteral("help+desk"));
        QVERIFY(found->source.contains(QStringLiteral("desk.example")));
    }

    void aFileIsTakenByItsFormAlone_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("a page") << QByteArray("<html><body>not found</body></html>");
        QTest::newRow("cut") << autoconfig().left(autoconfig().size() / 2);
        QTest::newRow("nothing encrypted") << autoconfig().replace("<socketType>SSL<", "<socketType>plain<");
        QTest::newRow("an unknown way to sign in")
            << autoconfig().replace("password-cleartext", "password-encrypted");
        QTest::newRow("no port") << autoconfig().replace("<port>993<", "<port>70000<");
    }
    void aFileIsTakenByItsFormAlone()
    {
        QFETCH(QByteArray, file);

        QVERIFY(!serversFromAutoconfig(file, QStringLiteral("help@desk.example")));
    }

    void aFileOverTheNetIsAskedForOnce()
    {
        LoopbackServer server([](const ReceivedRequest &request, const ServerSide &side) {
            const bool isThere = request.path.startsWith("/mail/config-v1.1.xml");
            side.answer(isThere ? 200 : 404, "text/xml", isThere ? autoconfig() : QByteArray("no"));
        });
        const WebLookup web = systemWebLookup(RunControl());

        const auto file = web(server.url(QStringLiteral("/mail/config-v1.1.xml")));

        QVERIFY(file);
        QVERIFY(serversFromAutoconfig(*file, QStringLiteral("help@desk.example")));
        QVERIFY(!web(server.url(QStringLiteral("/elsewhere"))));
        QCOMPARE(server.received().size(), size_t{2});
    }

    void whatIsNoAddressIsSaid()
    {
        QCOMPARE(findMailServers(QStringLiteral("support"), answering({})).error().kind,
                 ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestMailDiscovery)
#include "tst_discovery.moc"
