#include "mailbox/MailDiscovery.h"

#include "core/ResourcePaths.h"
#include "mailbox/MailAutoconfig.h"

#include <algorithm>
#include <QDnsLookup>
#include <QEventLoop>
#include <QTimer>

namespace Helmdesk
{
namespace
{

constexpr int questionMs = 5000;
constexpr int lookMs = 100;

MailEndpoint endpointOf(const Json &json)
{
    return {stringOr(json, "host"), static_cast<quint16>(integerOr(json, "port", 0)),
            mailTlsNamed(stringOr(json, "tls")).value_or(MailTls::Implicit)};
}

FoundServers serversOf(const Json &provider)
{
    return {endpointOf(memberOrNull(provider, "imap")), endpointOf(memberOrNull(provider, "smtp")),
            QStringLiteral("%1, a known provider").arg(stringOr(provider, "name")),
            stringOr(provider, "note")};
}

bool isWithin(const QString &host, const QString &domain)
{
    return host == domain || host.endsWith(u'.' + domain);
}

// The first answer of the encrypted service, else of the one that is encrypted later.
MailEndpoint serviceOf(const QString &domain, const DnsLookup &lookup, const char *encrypted,
                       const char *plain)
{
    for (const auto &[service, tls] :
         {std::pair(encrypted, MailTls::Implicit), std::pair(plain, MailTls::StartTls)}) {
        const auto answers =
            lookup(DnsQuestion::Service, QStringLiteral("%1.%2").arg(QString::fromLatin1(service), domain));
        // A single dot says that there is no such service.
        if (!answers.empty() && !answers.front().host.isEmpty() && answers.front().host != QLatin1String("."))
            return {answers.front().host, answers.front().port, tls};
    }
    return {};
}

std::vector<DnsAnswer> answersOf(const QDnsLookup &lookup)
{
    std::vector<DnsAnswer> answers;
    for (const QDnsServiceRecord &record : lookup.serviceRecords())
        answers.push_back({record.target(), record.port(), record.priority()});
    for (const QDnsMailExchangeRecord &record : lookup.mailExchangeRecords())
        answers.push_back({record.exchange().toLower(), 0, record.preference()});
    std::ranges::stable_sort(answers, {}, &DnsAnswer::priority);
    return answers;
}

} // namespace

DnsLookup systemDnsLookup(const RunControl &control)
{
    return [control](DnsQuestion question, const QString &name) {
        QDnsLookup lookup(question == DnsQuestion::Service ? QDnsLookup::SRV : QDnsLookup::MX, name);
        QEventLoop loop;
        QTimer look;
        const RunControl limited = control.withDeadline(std::chrono::milliseconds(questionMs));
        QObject::connect(&lookup, &QDnsLookup::finished, &loop, &QEventLoop::quit);
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (!limited.check())
                loop.quit();
        });
        look.start(lookMs);
        lookup.lookup();
        if (!lookup.isFinished())
            loop.exec(QEventLoop::ExcludeUserInputEvents);
        return lookup.isFinished() ? answersOf(lookup) : std::vector<DnsAnswer>();
    };
}

Result<FoundServers> findMailServers(const QString &address, const DnsLookup &lookup, const WebLookup &web)
{
    const QString domain = address.section(u'@', -1).trimmed().toLower();
    if (!address.contains(u'@') || domain.isEmpty())
        return Error{ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no mail address").arg(address)};
    auto bytes = readResource(QStringLiteral("mail/hosts.json"));
    if (!bytes)
        return bytes.error();
    auto table = parseJson(*bytes);
    if (!table)
        return table.error();
    const Json &providers = memberOrNull(*table, "providers");
    for (const Json &provider : providers) {
        if (memberOrNull(provider, "domains").get<QStringList>().contains(domain))
            return serversOf(provider);
    }
    FoundServers found;
    found.imap = serviceOf(domain, lookup, "_imaps._tcp", "_imap._tcp");
    if (found.imap.isSet()) {
        found.smtp = serviceOf(domain, lookup, "_submissions._tcp", "_submission._tcp");
        found.source = QStringLiteral("the DNS of %1").arg(domain);
        return found;
    }
    for (const DnsAnswer &exchange : lookup(DnsQuestion::MailExchange, domain)) {
        for (const Json &provider : providers) {
            const QStringList ends = memberOrNull(provider, "mx").get<QStringList>();
            if (std::ranges::any_of(ends, [&](const QString &end) { return isWithin(exchange.host, end); }))
                return serversOf(provider);
        }
    }
    for (const QUrl &url : web ? autoconfigAddresses(address) : std::vector<QUrl>()) {
        const auto file = web(url);
        auto told = file ? serversFromAutoconfig(*file, address.trimmed()) : std::nullopt;
        if (!told)
            continue;
        told->source = QStringLiteral("the file of %1 for mail programs").arg(domain);
        return *told;
    }
    return Error{ErrorKind::NotFound,
                 QStringLiteral("nothing tells which servers %1 has: give them yourself").arg(domain)};
}

} // namespace Helmdesk
