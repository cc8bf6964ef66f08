#include "channels/HttpListener.h"

#include "channels/HttpConnection.h"

#include <QTcpSocket>

namespace Helmdesk
{

HttpListener::HttpListener(Handlers handlers, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_handlers(std::move(handlers))
    , m_limits(limits)
    , m_server(this)
{
    m_server.setMaxPendingConnections(m_limits.connections);
    // The default of 50 makes the 51st of a burst wait a second for its next try.
    m_server.setListenBacklogSize(m_limits.connections);
    connect(&m_server, &QTcpServer::newConnection, this, &HttpListener::accept);
}

HttpListener::~HttpListener()
{
    close();
}

Result<> HttpListener::listen(quint16 port)
{
    if (m_server.listen(QHostAddress::LocalHost, port))
        return {};
    if (m_server.serverError() == QAbstractSocket::AddressInUseError)
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("port %1 is taken by another program: choose another one").arg(port)};
    return Error{ErrorKind::Unavailable,
                 QStringLiteral("cannot listen on port %1: %2").arg(port).arg(m_server.errorString())};
}

void HttpListener::close()
{
    m_server.close();
    const std::vector<HttpConnection *> open = std::exchange(m_connections, {});
    for (HttpConnection *connection : open)
        delete connection;
}

void HttpListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (connections() >= m_limits.connections)
            m_connections.front()->drop();
        m_connections.push_back(new HttpConnection(socket, *this));
    }
}

void HttpListener::forget(HttpConnection *connection)
{
    std::erase(m_connections, connection);
}

HttpConnection::HttpConnection(QTcpSocket *socket, HttpListener &listener)
    : QObject(&listener)
    , m_listener(listener)
    , m_socket(socket)
    , m_deadline(this)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(m_listener.m_limits.headBytes + m_listener.m_limits.bodyBytes + 8);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &HttpConnection::onTimeout);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::finish);
    m_deadline.start(m_listener.m_limits.readTime);
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

void HttpConnection::drop()
{
    m_socket->abort();
    finish();
}

void HttpConnection::finish()
{
    m_listener.forget(this);
    m_deadline.stop();
    m_isClosing = true;
    deleteLater();
}

void HttpConnection::read()
{
    if (m_isPassedOn)
        return;
    if (m_isClosing) {
        if (m_socket->isOpen())
            m_socket->readAll();
        return;
    }
    while (!m_isClosing && !m_isPassedOn) {
        if (!m_head && !readHead())
            return;
        if (m_isClosing || m_isPassedOn || m_socket->bytesAvailable() < m_head->contentLength)
            return;
        answer();
    }
}

// False: more bytes are needed, or the request has been refused or passed on.
bool HttpConnection::readHead()
{
    const QByteArray seen = m_socket->peek(m_listener.m_limits.headBytes + 4);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0) {
        if (seen.size() >= m_listener.m_limits.headBytes)
            respond(httpError(431), false);
        return false;
    }
    HttpHead head = parseHttpHead(seen.left(end));
    if (head.refusal == 0 && head.contentLength > m_listener.m_limits.bodyBytes)
        head.refusal = 413;
    if (head.refusal != 0) {
        respond(httpError(head.refusal), false);
        return false;
    }
    if (head.request.isWebSocket()) {
        const auto refusal = m_listener.m_handlers.checkWebSocket(head.request);
        if (refusal)
            respond(*refusal, false);
        else
            passOn(head.request);
        return false;
    }
    m_socket->read(end + 4);
    if (head.contentLength > 0 && head.request.header("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_head = std::move(head);
    return true;
}

void HttpConnection::answer()
{
    HttpRequest request = std::move(m_head->request);
    request.body = m_socket->read(m_head->contentLength);
    m_head.reset();
    respond(m_listener.m_handlers.handle(request), request.keepsAlive);
}

void HttpConnection::respond(const HttpResponse &response, bool keepsAlive)
{
    m_socket->write(toWire(response, keepsAlive));
    if (keepsAlive) {
        m_deadline.start(m_listener.m_limits.readTime);
        // It waits anew: the last to make room.
        m_listener.forget(this);
        m_listener.m_connections.push_back(this);
        return;
    }
    // What still comes is read and dropped for a moment, so that the answer is not lost to a reset.
    m_isClosing = true;
    m_socket->readAll();
    m_deadline.start(std::chrono::milliseconds(500));
}

void HttpConnection::passOn(const HttpRequest &request)
{
    m_isPassedOn = true;
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->setParent(nullptr);
    socket->setReadBufferSize(0);
    m_listener.m_handlers.takeWebSocket(socket, request);
    finish();
}

void HttpConnection::onTimeout()
{
    if (m_isClosing) {
        m_socket->disconnectFromHost();
        if (m_socket && m_socket->state() != QAbstractSocket::UnconnectedState)
            m_socket->abort();
        return;
    }
    // On a busy machine the time may be over before what arrived in it was read.
    if (!m_head && m_socket->bytesAvailable() == 0) {
        m_socket->waitForReadyRead(0);
        if (m_isClosing || m_isPassedOn || m_deadline.isActive())
            return;
    }
    if (m_head || m_socket->bytesAvailable() > 0)
        respond(httpError(408), false);
    else
        drop();
}

} // namespace Helmdesk
