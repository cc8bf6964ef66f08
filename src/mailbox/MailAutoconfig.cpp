#include "mailbox/MailAutoconfig.h"

#include "http/HttpGateway.h"

#include <QUrlQuery>
#include <QXmlStreamReader>

namespace Helmdesk
{
namespace
{

constexpr qint64 mostBytes = 256 * 1024;
constexpr std::chrono::seconds patience{6};
constexpr int highestPort = 65535;

struct Server {
    MailEndpoint endpoint;
    QString user;
    bool isUsable = false; // encrypted, and signed in at with what the desk has
};

QString filledIn(QString text, const QString &address)
{
    const QString local = address.section(u'@', 0, 0);
    const QString domain = address.section(u'@', 1);
    return text.replace(QStringLiteral("%EMAILADDRESS%"), address)
        .replace(QStringLiteral("%EMAILLOCALPART%"), local)
        .replace(QStringLiteral("%EMAILDOMAIN%"), domain);
}

Server readServer(QXmlStreamReader &xml, const QString &address)
{
    Server server;
    bool isKnown = false;
    bool isEncrypted = false;
    while (xml.readNextStartElement()) {
        const QString name = xml.name().toString();
        const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed().left(1000);
        if (name == QLatin1String("hostname")) {
            server.endpoint.host = filledIn(text, address);
        } else if (name == QLatin1String("port")) {
            const int port = text.toInt();
            server.endpoint.port = port > 0 && port <= highestPort ? static_cast<quint16>(port) : quint16{0};
        } else if (name == QLatin1String("socketType")) {
            isEncrypted = text != QLatin1String("plain");
            server.endpoint.tls = text == QLatin1String("STARTTLS") ? MailTls::StartTls : MailTls::Implicit;
        } else if (name == QLatin1String("username")) {
            server.user = filledIn(text, address);
        } else if (name == QLatin1String("authentication")) {
            isKnown = isKnown || text == QLatin1String("password-cleartext") ||
                      text == QLatin1String("plain") || text == QLatin1String("OAuth2");
        }
    }
    server.isUsable = isKnown && isEncrypted && server.endpoint.isSet();
    return server;
}

} // namespace

std::optional<FoundServers> serversFromAutoconfig(const QByteArray &bytes, const QString &address)
{
    if (bytes.size() > mostBytes)
        return {};
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("clientConfig"))
        return {};
    FoundServers found;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const bool isIncoming = xml.name() == QLatin1String("incomingServer") &&
                                xml.attributes().value(QLatin1String("type")) == QLatin1String("imap");
        const bool isOutgoing = xml.name() == QLatin1String("outgoingServer") &&
                                xml.attributes().value(QLatin1String("type")) == QLatin1String("smtp");
        if (!isIncoming && !isOutgoing)
            continue;
        const Server server = readServer(xml, address);
        MailEndpoint &wanted = isIncoming ? found.imap : found.smtp;
        if (!server.isUsable || wanted.isSet())
            continue;
        wanted = server.endpoint;
        if (isIncoming)
            found.user = server.user;
    }
    if (xml.hasError() || !found.imap.isSet())
        return {};
    return found;
}

std::vector<QUrl> autoconfigAddresses(const QString &address)
{
    const QString domain = QString::fromLatin1(QUrl::toAce(address.section(u'@', -1).trimmed().toLower()));
    if (domain.isEmpty())
        return {};
    QUrl own(QStringLiteral("https://autoconfig.%1/mail/config-v1.1.xml").arg(domain), QUrl::StrictMode);
    const QUrl known(QStringLiteral("https://%1/.well-known/autoconfig/mail/config-v1.1.xml").arg(domain),
                     QUrl::StrictMode);
    if (!own.isValid() || own.host() != QStringLiteral("autoconfig.") + domain)
        return {};
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("emailaddress"), QString::fromLatin1(QUrl::toPercentEncoding(address)));
    own.setQuery(query);
    return {own, known};
}

WebLookup systemWebLookup(const RunControl &control)
{
    return [control](const QUrl &url) -> std::optional<QByteArray> {
        HttpGateway gateway;
        OutgoingRequest request;
        request.method = "GET";
        request.url = url;
        request.firstByteLimit = patience;
        request.quietLimit = patience;
        request.mostBytes = mostBytes;
        const HttpAnswer answer = gateway.send(request, control.withDeadline(patience));
        constexpr int fine = 200;
        if (answer.fault || answer.head.status != fine)
            return {};
        return answer.body;
    };
}

} // namespace Helmdesk
