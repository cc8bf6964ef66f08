#include "OpenInbox.h"

#include "support/RawConnection.h"
#include "support/TestSupport.h"

#include <QNetworkReply>
#include <QSignalSpy>

namespace Helmdesk::Test
{

const QByteArray OpenInbox::bearer = "test-bearer-token";

HttpInbox::Options OpenInbox::options()
{
    HttpInbox::Options options;
    options.bearerToken = bearer;
    options.sessionSecret = QByteArray(32, 's');
    return options;
}

Result<> OpenInbox::open(const HttpInbox::Options &options)
{
    m_inbox = std::make_unique<HttpInbox>(m_port, options);
    return m_inbox->start();
}

HttpAnswer OpenInbox::request(const QByteArray &method, const QString &path, const QByteArray &body,
                              const Headers &headers)
{
    return requestAt(QStringLiteral("http://") + local(), method, path, body, headers);
}

HttpAnswer OpenInbox::requestAt(const QString &server, const QByteArray &method, const QString &path,
                                const QByteArray &body, const Headers &headers)
{
    QNetworkRequest request(QUrl(server + path));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    reply->ignoreSslErrors();
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(15000);
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.raw = reply->readAll();
    answer.body = Json::parse(answer.raw.toStdString(), nullptr, false);
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    return answer;
}

HttpAnswer OpenInbox::api(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return request(method, QStringLiteral("/api/v1") + path, body, {{"Authorization", "Bearer " + bearer}});
}

QString OpenInbox::newSession()
{
    return stringOr(request("POST", QStringLiteral("/chat/sessions"), "{}").body, "token");
}

QString OpenInbox::newChat()
{
    return QStringLiteral("/chat/sessions/") + newSession() + QStringLiteral("/messages");
}

QByteArray OpenInbox::exchange(const QByteArray &bytes) const
{
    return Test::exchange(m_inbox->port(), bytes);
}

} // namespace Helmdesk::Test
