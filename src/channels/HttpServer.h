#pragma once

#include "channels/HttpMessage.h"
#include "core/Result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <QLoggingCategory>

namespace Helmdesk
{

Q_DECLARE_LOGGING_CATEGORY(lcHttp)

// The other end of an open WebSocket. Used on the server's thread alone.
class HttpSocket
{
public:
    virtual ~HttpSocket() = default;

    // Sends one message of text (UTF-8). `sent` is called when the next one may follow, and not before; never
    // after the socket's end.
    virtual void send(const QByteArray &text, std::function<void()> sent) = 0;
    virtual void close(quint16 code, const QByteArray &reason) = 0;
};

// What stands behind an HttpServer. Called on the server's thread, which serves everybody: what may wait (a
// store, other people's work) is to be done elsewhere. An exception is answered with 500.
class HttpHandler
{
public:
    // To be called once, from any thread; a request whose answer is dropped is answered with 500.
    using Answer = std::function<void(const HttpResponse &)>;

    virtual ~HttpHandler() = default;
    virtual void handle(const HttpRequest &request, const Answer &answer) = 0;
    // A refusal, or nothing: then a WebSocket is opened.
    virtual std::optional<HttpResponse> refuseSocket(const HttpRequest &request) = 0;
    virtual void socketOpened(const std::shared_ptr<HttpSocket> &socket, const HttpRequest &request) = 0;
    virtual void socketClosed(const HttpSocket &socket) = 0;
};

// HTTP/1.1 and WebSockets on the loopback address, carried by Boost.Beast on a thread of its own. Stricter
// than RFC 9112 demands (docs/http-api.md has the limits). A connection is read no further while an answer of
// it is unsent, so that a peer that does not read costs no memory.
//
// Thread: listen(), close() and port() from one thread; post() and postLater() from any. Ownership: the
// handler is not owned and outlives this. Failure: listen() reports a port that is taken. A moment without
// free descriptors is logged, and accepting goes on after it.
class HttpServer
{
public:
    struct Limits {
        qsizetype headBytes = qsizetype{16} * 1024;
        qsizetype bodyBytes = qsizetype{64} * 1024;
        std::chrono::milliseconds readTime{10000};  // from a request's first byte to its last
        std::chrono::milliseconds idleTime{30000};  // without a request
        std::chrono::milliseconds writeTime{30000}; // until the peer has taken an answer
        int requestsPerConnection = 1000;           // the last one's answer closes it
        int connections = 200;                      // the one that has waited longest makes room
        int sockets = 400; // WebSockets, with those that are closing; beyond that 503
        std::chrono::milliseconds socketIdle{60000}; // of a WebSocket; pings keep a living one open
        qsizetype socketMessageBytes = 4096;         // incoming
        int socketMessages = 100;                    // incoming: a browser has nothing to say on this way
    };

    HttpServer(HttpHandler &handler, const Limits &limits);
    ~HttpServer(); // answers that are still held elsewhere are to be dropped before
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    Result<> listen(quint16 port); // 0: any free port
    void close();                  // the handler is not called afterwards
    quint16 port() const;          // 0: it does not listen

    void post(std::function<void()> work); // on the server's thread
    void postLater(std::chrono::milliseconds delay, std::function<void()> work);

private:
    struct State;
    HttpHandler &m_handler;
    Limits m_limits;
    std::unique_ptr<State> m_state; // from listen() on
};

// `wanted`, or less where the system allows this program few open files: a quarter of them.
int shareOfDescriptors(int wanted);

} // namespace Helmdesk
