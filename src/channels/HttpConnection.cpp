#include "channels/HttpConnection.h"

#include <atomic>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <typeinfo>

namespace Helmdesk
{

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::beast::error_code;

// The answer that a connection waits for. Given from any thread, once; dropped, it is a 500.
class HttpConnection::PendingAnswer
{
public:
    explicit PendingAnswer(std::shared_ptr<HttpConnection> connection)
        : m_connection(std::move(connection))
    {
    }
    ~PendingAnswer() { give(httpError(500)); }
    PendingAnswer(const PendingAnswer &) = delete;
    PendingAnswer &operator=(const PendingAnswer &) = delete;

    void give(const HttpResponse &response)
    {
        if (m_isGiven.exchange(true))
            return;
        const auto executor = m_connection->m_socket.get_executor();
        asio::dispatch(executor,
                       [connection = std::move(m_connection), response] { connection->respond(response); });
    }

private:
    std::shared_ptr<HttpConnection> m_connection;
    std::atomic<bool> m_isGiven{false};
};

HttpConnection::HttpConnection(Socket socket, HttpConnections &all)
    : m_socket(std::move(socket))
    , m_all(all)
    , m_deadline(m_socket.get_executor())
    , m_buffer(static_cast<size_t>(all.limits.headBytes + all.limits.bodyBytes))
{
    ++m_all.open;
    error_code error;
    const auto peer = m_socket.remote_endpoint(error);
    if (!error)
        m_peer = QByteArray::fromStdString(peer.address().to_string());
    m_socket.set_option(asio::ip::tcp::no_delay(true), error);
}

HttpConnection::~HttpConnection()
{
    waitsNoLonger();
    countOut();
}

void HttpConnection::start()
{
    awaitRequest();
}

void HttpConnection::drop()
{
    waitsNoLonger();
    countOut();
    m_phase = Phase::Ended;
    m_deadline.cancel();
    error_code ignored;
    m_socket.close(ignored);
}

void HttpConnection::waitsForPeer()
{
    waitsNoLonger();
    m_place = m_all.waiting.insert(m_all.waiting.end(), this);
}

void HttpConnection::waitsNoLonger()
{
    if (m_place)
        m_all.waiting.erase(*std::exchange(m_place, std::nullopt));
}

// What is counted is what is open; the object lives until its last operation has been told of the end.
void HttpConnection::countOut()
{
    if (std::exchange(m_isCounted, false))
        --m_all.open;
}

void HttpConnection::awaitRequest()
{
    m_phase = Phase::Reading;
    m_parser.reset();
    m_searched = 0;
    waitsForPeer();
    limitTo(hasRequestBegun() ? m_all.limits.readTime : m_all.limits.idleTime);
    readHead();
}

void HttpConnection::readHead()
{
    const std::string_view seen(static_cast<const char *>(m_buffer.data().data()), m_buffer.size());
    const size_t end = seen.find("\r\n\r\n", m_searched);
    const auto most = static_cast<size_t>(m_all.limits.headBytes);
    if (end != std::string_view::npos && end < most) {
        takeHead(end + 4);
        return;
    }
    if (seen.size() >= most) {
        refuse(431);
        return;
    }
    m_searched = seen.size() < 3 ? 0 : seen.size() - 3;
    m_socket.async_read_some(m_buffer.prepare(std::min<size_t>(4096, most - seen.size())),
                             [self = shared_from_this()](error_code error, size_t bytes) {
                                 if (error || self->m_phase != Phase::Reading)
                                     return;
                                 if (!self->hasRequestBegun())
                                     self->limitTo(self->m_all.limits.readTime);
                                 self->m_buffer.commit(bytes);
                                 self->readHead();
                             });
}

void HttpConnection::takeHead(size_t bytes)
{
    m_parser.emplace();
    m_parser->header_limit(static_cast<quint32>(m_all.limits.headBytes) + 4);
    m_parser->body_limit(static_cast<quint64>(m_all.limits.bodyBytes));
    const int refusal = readHttpHead({static_cast<const char *>(m_buffer.data().data()), bytes}, *m_parser);
    m_buffer.consume(bytes);
    if (refusal != 0) {
        refuse(refusal);
        return;
    }
    if (m_parser->is_done()) {
        answer();
        return;
    }
    if (!boost::beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
        readBody();
        return;
    }
    static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_socket, asio::buffer(goOn.data(), goOn.size()),
                      [self = shared_from_this()](error_code error, size_t) {
                          if (!error && self->m_phase == Phase::Reading)
                              self->readBody();
                      });
}

void HttpConnection::readBody()
{
    http::async_read(m_socket, m_buffer, *m_parser, [self = shared_from_this()](error_code error, size_t) {
        if (self->m_phase != Phase::Reading || error == asio::error::operation_aborted)
            return;
        if (!error)
            self->answer();
        else if (error != http::error::partial_message && error != http::error::end_of_stream)
            self->refuse(error == http::error::body_limit ? 413 : 400);
    });
}

void HttpConnection::answer()
{
    waitsNoLonger();
    m_deadline.cancel();
    m_phase = Phase::Answering;
    ++m_requests;
    const auto &message = m_parser->get();
    m_keepsAlive =
        message.version() == 11 && message.keep_alive() && m_requests < m_all.limits.requestsPerConnection;
    m_isHeadRequest = message.method() == http::verb::head;
    if (boost::beast::websocket::is_upgrade(message.base())) {
        openSocket();
        return;
    }
    const auto pending = std::make_shared<PendingAnswer>(shared_from_this());
    try {
        m_all.handler.handle(toRequest(message, m_peer),
                             [pending](const HttpResponse &response) { pending->give(response); });
    } catch (const std::exception &error) {
        qCWarning(lcHttp) << "a request could not be handled:" << typeid(error).name();
        m_keepsAlive = false;
        pending->give(httpError(500));
    }
}

void HttpConnection::openSocket()
{
    m_keepsAlive = false;
    if (m_all.sockets >= m_all.limits.sockets) {
        respond(httpError(503));
        return;
    }
    try {
        const HttpRequest request = toRequest(m_parser->get(), m_peer);
        if (const auto refusal = m_all.handler.refuseSocket(request)) {
            respond(*refusal);
            return;
        }
        m_phase = Phase::Ended;
        openWebSocket(std::move(m_socket), m_parser->get(), request, m_all);
    } catch (const std::exception &error) {
        qCWarning(lcHttp) << "a WebSocket could not be opened:" << typeid(error).name();
        respond(httpError(500));
    }
}

void HttpConnection::refuse(int status)
{
    m_keepsAlive = false;
    m_isHeadRequest = false;
    respond(httpError(status));
}

void HttpConnection::respond(const HttpResponse &response)
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Writing;
    waitsForPeer();
    m_body = response.body;
    auto &message = m_response.emplace();
    message.result(static_cast<unsigned>(response.status));
    message.reason(reasonOf(response.status).constData());
    const auto set = [&message](const QByteArray &name, const QByteArray &value) {
        message.insert(boost::beast::string_view(name.data(), static_cast<size_t>(name.size())),
                       boost::beast::string_view(value.data(), static_cast<size_t>(value.size())));
    };
    set("Content-Type", response.contentType);
    set("Content-Length", QByteArray::number(m_body.size()));
    set("Cache-Control", "no-store");
    set("X-Content-Type-Options", "nosniff");
    set("Referrer-Policy", "no-referrer");
    set("Cross-Origin-Resource-Policy", "same-origin");
    set("Connection", m_keepsAlive ? "keep-alive" : "close");
    for (const auto &[name, value] : response.headers)
        set(name, value);
    if (!m_isHeadRequest)
        message.body() = {m_body.constData(), static_cast<size_t>(m_body.size())};
    limitTo(m_all.limits.writeTime);
    http::async_write(m_socket, message, [self = shared_from_this()](error_code error, size_t) {
        if (!error && self->m_phase == Phase::Writing)
            self->written();
    });
}

void HttpConnection::written()
{
    m_body.clear();
    m_response.reset();
    if (m_keepsAlive)
        awaitRequest();
    else
        linger();
}

// What still comes is read and dropped for a moment, so that the answer is not lost to a reset.
void HttpConnection::linger()
{
    m_phase = Phase::Lingering;
    error_code ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
    m_waste.resize(4096); // not the buffer: a reading that was given up may still hold it
    limitTo(std::chrono::milliseconds(500));
    discard();
}

void HttpConnection::discard()
{
    constexpr size_t most = size_t{256} * 1024;
    const auto waste = asio::buffer(m_waste.data(), static_cast<size_t>(m_waste.size()));
    m_socket.async_read_some(waste, [self = shared_from_this()](error_code error, size_t bytes) {
        self->m_discarded += bytes;
        if (error || self->m_phase != Phase::Lingering || self->m_discarded > most)
            self->drop();
        else
            self->discard();
    });
}

void HttpConnection::limitTo(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](error_code error) {
        const auto self = weak.lock();
        // It may have been set anew after it had run out and before this was called.
        if (!error && self && self->m_deadline.expiry() <= asio::steady_timer::clock_type::now())
            self->onLate();
    });
}

void HttpConnection::onLate()
{
    if (m_phase == Phase::Answering) // the request was whole in time after all
        return;
    if (m_phase != Phase::Reading || !hasRequestBegun()) {
        drop();
        return;
    }
    m_phase = Phase::Answering; // what is being read counts no longer
    error_code ignored;
    m_socket.cancel(ignored);
    refuse(408);
}

} // namespace Helmdesk
