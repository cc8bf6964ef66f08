#include "mailbox/MailDiscovery.h"
#include "support/TestSupport.h"

#include <map>

using namespace Helmdesk;

namespace
{

DnsLookup answering(const std::map<QString, std::vector<DnsAnswer>> &zone)
{
    return [zone](DnsQuestion, const QString &name) {
        const auto found = zone.find(name);
        return found == zone.end() ? std::vector<DnsAnswer>() : found->second;
    };
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

    void whatIsNoAddressIsSaid()
    {
        QCOMPARE(findMailServers(QStringLiteral("support"), answering({})).error().kind,
                 ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestMailDiscovery)
#include "tst_discovery.moc"
