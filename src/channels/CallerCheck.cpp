#include "channels/CallerCheck.h"

#include <QHostAddress>
#include <QUrl>

namespace Helmdesk
{
namespace
{

constexpr int clientPrefix = 64; // bits of an IPv6 address that belong to one client

Error unreadable(const char *setting, const char *form)
{
    return {ErrorKind::InvalidInput,
            QStringLiteral("the setting %1 must be %2").arg(QLatin1String(setting), QLatin1String(form))};
}

QByteArray authorityOf(const QByteArray &origin)
{
    return origin.mid(origin.indexOf("://") + 3);
}

} // namespace

Result<CallerCheck::Front> CallerCheck::readFront(const QString &publicOrigin, const QString &trustedProxy)
{
    Front front;
    if (const QString text = publicOrigin.trimmed(); !text.isEmpty()) {
        const QUrl url(text, QUrl::StrictMode);
        const bool isOrigin = url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") &&
                              !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() &&
                              !url.hasFragment() && (url.path().isEmpty() || url.path() == u"/");
        if (!isOrigin)
            return unreadable("http.public_origin", "like https://support.example.com, without a path");
        const bool isUsual = url.port(-1) == (url.scheme() == u"https" ? 443 : 80);
        const auto form = QUrl::RemovePath | (isUsual ? QUrl::RemovePort : QUrl::None);
        front.publicOrigin = url.adjusted(QUrl::FormattingOptions(form)).toEncoded().toLower();
    }
    if (const QString text = trustedProxy.trimmed(); !text.isEmpty()) {
        QHostAddress address;
        if (!address.setAddress(text))
            return unreadable("http.trusted_proxy", "an address like 127.0.0.1");
        front.trustedProxy = address.toString().toLatin1();
    }
    return front;
}

// A proxy may pass on the name without its port.
bool CallerCheck::isPublicHost(const QByteArray &host) const
{
    if (m_front.publicOrigin.isEmpty())
        return false;
    const QByteArray own = authorityOf(m_front.publicOrigin);
    const qsizetype colon = own.lastIndexOf(':');
    const bool hasPort = colon > own.lastIndexOf(']');
    const QByteArray usual = m_front.publicOrigin.startsWith("https:") ? ":443" : ":80";
    return host == own || host == (hasPort ? own.left(colon) : own + usual);
}

std::optional<HttpResponse> CallerCheck::refusal(const HttpRequest &request, quint16 port) const
{
    const QByteArray host = request.header("host").toLower();
    const QByteArray end = ':' + QByteArray::number(port);
    const bool isLocal = host == "127.0.0.1" + end || host == "localhost" + end;
    if (!isLocal && !isPublicHost(host))
        return httpError(403, "wrong_host", "Call this address as 127.0.0.1 or localhost.");
    if (request.headers.contains("origin")) {
        const QByteArray origin = request.header("origin").toLower();
        // A proxy may pass on the public name or this machine's; the page's origin is the public one then.
        const bool isOwn = (isLocal && origin == "http://" + host) ||
                           (!m_front.publicOrigin.isEmpty() && origin == m_front.publicOrigin);
        if (!isOwn)
            return httpError(403, "wrong_origin", "Other pages may not call this address.");
    }
    if (request.header("sec-fetch-site") == "cross-site" && request.method != "GET")
        return httpError(403, "wrong_origin", "Other pages may not call this address.");
    return {};
}

QByteArray CallerCheck::client(const HttpRequest &request) const
{
    if (m_front.trustedProxy.isEmpty() || request.peer != m_front.trustedProxy)
        return {};
    // The last address is the one that the proxy itself saw; those before it are the client's own words.
    const QByteArray last = request.header("x-forwarded-for").split(',').last().trimmed();
    QHostAddress address;
    if (!address.setAddress(QString::fromLatin1(last)))
        return {};
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address.toString().toLatin1();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int i = clientPrefix / 8; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes).toString().toLatin1();
}

QByteArray CallerCheck::socketSource(const HttpRequest &request) const
{
    const QByteArray host = request.header("host").toLower();
    if (m_front.publicOrigin.isEmpty())
        return "ws://" + host;
    const QByteArray scheme = m_front.publicOrigin.startsWith("https:") ? "wss://" : "ws://";
    return (isPublicHost(host) ? QByteArray() : "ws://" + host + ' ') + scheme +
           authorityOf(m_front.publicOrigin);
}

} // namespace Helmdesk
