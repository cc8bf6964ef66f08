#include "channels/HttpServer.h"

#include "channels/HttpConnection.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <thread>
#include <typeinfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#endif

namespace Helmdesk
{

Q_LOGGING_CATEGORY(lcHttp, "helmdesk.http", QtInfoMsg)

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace
{

constexpr std::chrono::milliseconds firstPause{50};
constexpr std::chrono::milliseconds longestPause{1000};

// A program that this one starts has no business with its connections.
void keepFromChildren(tcp::socket::native_handle_type handle)
{
#ifdef Q_OS_UNIX
    ::fcntl(handle, F_SETFD, FD_CLOEXEC);
#else
    Q_UNUSED(handle)
#endif
}

} // namespace

int shareOfDescriptors(int wanted)
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur / 4 < static_cast<rlim_t>(wanted))
        return std::max(4, static_cast<int>(limit.rlim_cur / 4));
#endif
    return wanted;
}

struct HttpServer::State {
    State(HttpHandler &handler, const Limits &limits)
        : connections{handler, limits}
        , acceptor(io)
        , pause(io)
    {
    }

    Result<> open(quint16 port);
    void accept();
    void accepted(error_code error, tcp::socket socket);
    void take(tcp::socket socket);
    void makeRoom();
    void rest(error_code error);
    void run();

    HttpConnections connections;
    asio::io_context io{1};
    tcp::acceptor acceptor;
    asio::steady_timer pause;
    std::chrono::milliseconds nextPause = firstPause;
    std::thread thread;
    quint16 port = 0;
};

Result<> HttpServer::State::open(quint16 wanted)
{
    const tcp::endpoint end(asio::ip::address_v4::loopback(), wanted);
    error_code error;
    const auto step = [&error](auto call) {
        if (!error)
            call();
    };
    step([&] { acceptor.open(end.protocol(), error); });
#ifndef Q_OS_WIN // there the option would let two programs have one port
    step([&] { acceptor.set_option(tcp::acceptor::reuse_address(true), error); });
#endif
    step([&] { acceptor.bind(end, error); });
    step([&] { acceptor.listen(asio::socket_base::max_listen_connections, error); });
    if (!error) {
        keepFromChildren(acceptor.native_handle());
        port = acceptor.local_endpoint(error).port();
    }
    if (!error)
        return {};
    error_code ignored;
    acceptor.close(ignored);
    if (error == asio::error::address_in_use)
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("port %1 is taken by another program: choose another one").arg(wanted)};
    return Error{ErrorKind::Unavailable, QStringLiteral("cannot listen on port %1: %2")
                                             .arg(wanted)
                                             .arg(QString::fromStdString(error.message()))};
}

void HttpServer::State::accept()
{
    acceptor.async_accept(
        [this](error_code error, tcp::socket socket) { accepted(error, std::move(socket)); });
}

void HttpServer::State::accepted(error_code error, tcp::socket socket)
{
    if (error == asio::error::operation_aborted)
        return;
    if (error && error != asio::error::connection_aborted) {
        rest(error);
        return;
    }
    try {
        if (!error)
            take(std::move(socket));
    } catch (const std::exception &failure) {
        qCWarning(lcHttp) << "a connection could not be taken:" << typeid(failure).name();
    }
    accept();
}

void HttpServer::State::take(tcp::socket socket)
{
    nextPause = firstPause;
    keepFromChildren(socket.native_handle());
    if (connections.open >= connections.limits.connections)
        makeRoom();
    if (connections.open < connections.limits.connections)
        std::make_shared<HttpConnection>(std::move(socket), connections)->start();
}

void HttpServer::State::makeRoom()
{
    if (!connections.waiting.empty())
        connections.waiting.front()->drop();
}

// Above all without free descriptors: the next try would fail at once, and so on without an end.
void HttpServer::State::rest(error_code error)
{
    if (nextPause == firstPause)
        qCWarning(lcHttp, "no connection can be accepted, trying again: %s", error.message().c_str());
    makeRoom();
    pause.expires_after(nextPause);
    nextPause = std::min(nextPause * 2, longestPause);
    pause.async_wait([this](error_code ended) {
        if (!ended)
            accept();
    });
}

void HttpServer::State::run()
{
    const auto work = asio::make_work_guard(io);
    for (;;) {
        try {
            io.run();
            return;
        } catch (const std::exception &error) {
            qCWarning(lcHttp) << "an event could not be handled:" << typeid(error).name();
        }
    }
}

HttpServer::HttpServer(HttpHandler &handler, const Limits &limits)
    : m_handler(handler)
    , m_limits(limits)
{
}

HttpServer::~HttpServer()
{
    close();
}

Result<> HttpServer::listen(quint16 port)
{
    m_limits.connections = shareOfDescriptors(m_limits.connections);
    m_limits.sockets = shareOfDescriptors(m_limits.sockets);
    try {
        m_state = std::make_unique<State>(m_handler, m_limits);
        if (auto opened = m_state->open(port); !opened) {
            m_state.reset();
            return opened;
        }
        m_state->accept();
        m_state->thread = std::thread([state = m_state.get()] { state->run(); });
    } catch (const std::exception &error) { // no descriptor or no thread is left
        m_state.reset();
        return Error{
            ErrorKind::Unavailable,
            QStringLiteral("cannot listen on port %1: %2").arg(port).arg(QString::fromUtf8(error.what()))};
    }
    return {};
}

void HttpServer::close()
{
    if (!m_state)
        return;
    m_state->io.stop();
    if (m_state->thread.joinable())
        m_state->thread.join();
    error_code ignored;
    m_state->acceptor.close(ignored);
    m_state->port = 0;
}

quint16 HttpServer::port() const
{
    return m_state ? m_state->port : quint16{0};
}

void HttpServer::post(std::function<void()> work)
{
    if (m_state)
        asio::post(m_state->io, std::move(work));
}

void HttpServer::postLater(std::chrono::milliseconds delay, std::function<void()> work)
{
    if (!m_state)
        return;
    auto timer = std::make_shared<asio::steady_timer>(m_state->io, delay);
    timer->async_wait([timer, work = std::move(work)](error_code error) {
        if (!error)
            work();
    });
}

} // namespace Helmdesk
