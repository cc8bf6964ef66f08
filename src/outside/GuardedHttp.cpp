#include "outside/GuardedHttp.h"

namespace Helmdesk
{

QString hostEntryOf(const QUrl &url)
{
    const bool isEncrypted = url.scheme() == QLatin1String("https");
    if ((!isEncrypted && url.scheme() != QLatin1String("http")) || url.host().isEmpty())
        return {};
    const int usual = isEncrypted ? 443 : 80;
    const QString host = url.host().toLower();
    return url.port(usual) == usual ? host : QStringLiteral("%1:%2").arg(host).arg(url.port());
}

GuardedHttp::GuardedHttp()
    : m_gateway(std::make_unique<HttpGateway>())
{
}

GuardedHttp::~GuardedHttp() = default;

Result<HttpAnswer> GuardedHttp::send(OutgoingRequest request, const HttpReach &where,
                                     const RunControl &control, const HttpSink &sink) const
{
    const QString entry = hostEntryOf(request.url);
    if (entry.isEmpty() || !where.hosts.contains(entry, Qt::CaseInsensitive))
        return Error{ErrorKind::Denied,
                     QStringLiteral("the host %1 is not one of the tool's own").arg(entry)};
    if (!request.url.userInfo().isEmpty())
        return Error{ErrorKind::Denied, QStringLiteral("an address may hold no name and no password")};
    const QString host = request.url.host();
    const auto addresses = allowedAddresses(host, where.reach);
    if (!addresses)
        return addresses.error();
    const int port = request.url.port();
    const QByteArray name = QUrl::toAce(host);
    request.headers.push_back({"Host", port > 0 ? name + ':' + QByteArray::number(port) : name});
    HttpAnswer answer;
    for (const QHostAddress &address : *addresses) {
        if (request.url.scheme() == QLatin1String("http") && isPublicAddress(address))
            return Error{ErrorKind::Denied, QStringLiteral("%1 can only be reached over https").arg(host)};
        request.url.setHost(address.toString());
        answer = m_gateway->send(request, control, sink);
        if (answer.fault != HttpFault::Refused)
            break;
    }
    return answer;
}

} // namespace Helmdesk
