#include "support/LoopbackServer.h"

#include <atomic>
#include <mutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace Helmdesk::Test
{
namespace
{

// The request at the beginning of `bytes`, which loses it; empty method: it is not whole yet.
ReceivedRequest takeRequest(QByteArray &bytes)
{
    ReceivedRequest request;
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return request;
    const QList<QByteArray> lines = bytes.left(headEnd).split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        request.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return {};
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.path = first.value(1);
    request.body = bytes.mid(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    return request;
}

} // namespace

void ServerSide::write(const QByteArray &bytes) const
{
    m_socket->write(bytes);
    m_socket->flush();
}

void ServerSide::close() const
{
    m_socket->disconnectFromHost();
}

void ServerSide::cut() const
{
    m_socket->abort();
}

void ServerSide::answer(int status, const QByteArray &type, const QByteArray &body,
                        const QByteArray &moreHeaders) const
{
    write("HTTP/1.1 " + QByteArray::number(status) + " Answer\r\nContent-Type: " + type +
          "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body);
}

void ServerSide::beginStream(const QByteArray &type) const
{
    write("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n");
}

void ServerSide::event(const QByteArray &data, const QByteArray &name) const
{
    write((name.isEmpty() ? QByteArray() : "event: " + name + "\n") + "data: " + data + "\n\n");
}

struct LoopbackServer::State {
    QThread thread;
    QTcpServer *server = nullptr; // made and deleted on the thread
    Script script;
    quint16 port = 0;
    std::atomic<int> open{0};
    mutable std::mutex mutex;
    std::vector<ReceivedRequest> received;

    void accept()
    {
        while (QTcpSocket *socket = server->nextPendingConnection()) {
            ++open;
            auto pending = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, pending] {
                *pending += socket->readAll();
                for (ReceivedRequest request = takeRequest(*pending); !request.method.isEmpty();
                     request = takeRequest(*pending)) {
                    {
                        const std::lock_guard lock(mutex);
                        received.push_back(request);
                    }
                    script(request, ServerSide(socket));
                }
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                --open;
                socket->deleteLater();
            });
        }
    }
};

LoopbackServer::LoopbackServer(Script script)
    : m_state(std::make_unique<State>())
{
    m_state->script = std::move(script);
    auto *starter = new QObject;
    starter->moveToThread(&m_state->thread);
    m_state->thread.start();
    QMetaObject::invokeMethod(
        starter,
        [state = m_state.get()] {
            state->server = new QTcpServer;
            QObject::connect(state->server, &QTcpServer::newConnection, state->server,
                             [state] { state->accept(); });
            if (state->server->listen(QHostAddress::LocalHost, 0))
                state->port = state->server->serverPort();
        },
        Qt::BlockingQueuedConnection);
    starter->deleteLater();
}

LoopbackServer::~LoopbackServer()
{
    QMetaObject::invokeMethod(
        m_state->server, [server = m_state->server] { delete server; }, Qt::BlockingQueuedConnection);
    m_state->thread.quit();
    m_state->thread.wait();
}

quint16 LoopbackServer::port() const
{
    return m_state->port;
}

QUrl LoopbackServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_state->port).arg(path));
}

std::vector<ReceivedRequest> LoopbackServer::received() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->received;
}

int LoopbackServer::openConnections() const
{
    return m_state->open;
}

} // namespace Helmdesk::Test
