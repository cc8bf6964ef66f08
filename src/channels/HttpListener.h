#pragma once

#include "channels/HttpMessage.h"
#include "core/Result.h"

#include <chrono>
#include <functional>
#include <QObject>
#include <QTcpServer>
#include <vector>

class QTcpSocket;

namespace Helmdesk
{

class HttpConnection;

// A small HTTP/1.1 server on the loopback address with firm limits: of the head, the body, the time in which
// a request must have arrived, and the number of connections (the one that has waited longest makes room for
// a new one). QHttpServer of Qt 6.4 has none of these limits, which is why the inbox does not use it.
//
// Thread: that of the object; the handlers are called there. Ownership: a socket given to `upgrade` belongs
// to its taker. Failure: listen() reports a port that is taken.
class HttpListener : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        qsizetype headBytes = qsizetype{16} * 1024;
        qsizetype bodyBytes = qsizetype{64} * 1024;
        std::chrono::milliseconds readTime{10000};
        int connections = 200;
    };
    struct Handlers {
        std::function<HttpResponse(const HttpRequest &)> handle;
        // A refusal, or nothing: then `takeWebSocket` gets the socket with the request unread.
        std::function<std::optional<HttpResponse>(const HttpRequest &)> checkWebSocket;
        std::function<void(QTcpSocket *, const HttpRequest &)> takeWebSocket;
    };

    HttpListener(Handlers handlers, const Limits &limits, QObject *parent = nullptr);
    ~HttpListener() override;

    Result<> listen(quint16 port); // 0: any free port
    void close();
    quint16 port() const { return m_server.serverPort(); }
    int connections() const { return static_cast<int>(m_connections.size()); }

private:
    friend class HttpConnection;
    void accept();
    void forget(HttpConnection *connection);

    Handlers m_handlers;
    Limits m_limits;
    QTcpServer m_server;
    std::vector<HttpConnection *> m_connections; // children, the one that has waited longest first
};

} // namespace Helmdesk
