#pragma once

#include "channels/HttpInbox.h"
#include "FakeInboxPort.h"

#include <QNetworkAccessManager>

namespace Helmdesk::Test
{

struct HttpAnswer {
    int status = 0;
    Json body;
    QByteArray raw;
    QHash<QByteArray, QByteArray> headers; // names in lower case
};

// An HttpInbox on a free port in front of a FakeInboxPort, and requests to it.
class OpenInbox
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    static const QByteArray bearer;
    static HttpInbox::Options options();

    // Opens it, or again with other options; the port keeps its messages.
    Result<> open(const HttpInbox::Options &options = OpenInbox::options());

    void close() { m_inbox.reset(); }

    HttpAnswer request(const QByteArray &method, const QString &path, const QByteArray &body = {},
                       const Headers &headers = {});
    // The same to another server in front of it; whatever its certificate is.
    HttpAnswer requestAt(const QString &server, const QByteArray &method, const QString &path,
                         const QByteArray &body = {}, const Headers &headers = {});
    HttpAnswer api(const QByteArray &method, const QString &path, const QByteArray &body = {});
    QString newSession(); // its token
    QString newChat();    // the path of a new session's messages

    QByteArray exchange(const QByteArray &bytes) const; // until the inbox closes the connection
    QString local() const { return QStringLiteral("127.0.0.1:%1").arg(inbox().port()); }
    QByteArray host() const { return local().toLatin1(); }
    HttpInbox &inbox() const { return *m_inbox; }
    FakeInboxPort &port() { return m_port; }

private:
    FakeInboxPort m_port;
    std::unique_ptr<HttpInbox> m_inbox;
    QNetworkAccessManager m_network;
};

} // namespace Helmdesk::Test
