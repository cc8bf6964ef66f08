#pragma once

#include <functional>
#include <memory>
#include <QByteArray>
#include <QMap>
#include <QUrl>
#include <vector>

class QTcpSocket;

namespace Helmdesk::Test
{

struct ReceivedRequest {
    QByteArray method;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

// The server's side of one request: writes what and when the test wants, on the server's thread. Nothing is
// written unless the script does; the connection stays open until it closes it.
class ServerSide
{
public:
    explicit ServerSide(QTcpSocket *socket)
        : m_socket(socket)
    {
    }
    void write(const QByteArray &bytes) const;
    void close() const; // in order, after what was written
    void cut() const;   // at once
    // A whole answer, and the end.
    void answer(int status, const QByteArray &type, const QByteArray &body,
                const QByteArray &moreHeaders = {}) const;
    // The head of a stream; its pieces are written raw, and close() ends it.
    void beginStream(const QByteArray &type = "text/event-stream") const;
    void event(const QByteArray &data, const QByteArray &name = {}) const;

private:
    QTcpSocket *m_socket;
};

// An HTTP server on a free port of this machine, which behaves as badly as a test wants. Thread: its own for
// the script; the rest from the test's.
class LoopbackServer
{
public:
    using Script = std::function<void(const ReceivedRequest &, const ServerSide &)>;
    explicit LoopbackServer(Script script);
    ~LoopbackServer();

    quint16 port() const;
    QUrl url(const QString &path = QStringLiteral("/")) const;
    std::vector<ReceivedRequest> received() const;
    int openConnections() const; // that the other side has not closed

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace Helmdesk::Test
