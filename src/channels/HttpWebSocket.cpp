#include "channels/HttpConnection.h"

#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace Helmdesk
{

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::beast::error_code;

namespace
{

constexpr std::chrono::seconds closingTime{3}; // for the peer to agree

// The server's end of a WebSocket. It lives as long as it is read from, which is until it has ended.
class WebSocketEnd final : public HttpSocket, public std::enable_shared_from_this<WebSocketEnd>
{
public:
    WebSocketEnd(HttpConnection::Socket socket, const HttpRequest &request, HttpConnections &all)
        : m_stream(std::move(socket))
        , m_request(request)
        , m_all(all)
    {
        ++m_all.sockets;
        websocket::stream_base::timeout times{};
        times.handshake_timeout = closingTime;
        times.idle_timeout = m_all.limits.socketIdle;
        times.keep_alive_pings = true;
        m_stream.set_option(times);
        m_stream.read_message_max(static_cast<size_t>(m_all.limits.socketMessageBytes));
        m_stream.text(true);
    }

    ~WebSocketEnd() override { --m_all.sockets; }
    WebSocketEnd(const WebSocketEnd &) = delete;
    WebSocketEnd &operator=(const WebSocketEnd &) = delete;

    void start(const HttpParser::value_type &upgrade)
    {
        m_stream.async_accept(upgrade, [self = shared_from_this()](error_code error) {
            if (error)
                return;
            self->m_isOpen = true;
            self->read();
            self->m_all.handler.socketOpened(self, self->m_request);
        });
    }

    void send(const QByteArray &text, std::function<void()> sent) override
    {
        if (!m_isOpen)
            return;
        m_outgoing = text;
        m_stream.async_write(asio::buffer(m_outgoing.constData(), static_cast<size_t>(m_outgoing.size())),
                             [self = shared_from_this(), sent = std::move(sent)](error_code error, size_t) {
                                 self->m_outgoing.clear();
                                 if (!error && self->m_isOpen)
                                     sent();
                             });
    }

    void close(quint16 code, const QByteArray &reason) override
    {
        if (!std::exchange(m_isOpen, false))
            return;
        m_all.handler.socketClosed(*this);
        websocket::close_reason why(reason.constData());
        why.code = code;
        m_stream.async_close(why, [self = shared_from_this()](error_code) {});
    }

private:
    void read()
    {
        m_stream.async_read(m_incoming, [self = shared_from_this()](error_code error, size_t) {
            if (error) {
                self->ended(error);
                return;
            }
            self->m_incoming.clear();
            if (++self->m_messages > self->m_all.limits.socketMessages)
                self->close(websocket::close_code::policy_error, "Nothing is expected on this way.");
            self->read();
        });
    }

    void ended(error_code error)
    {
        if (!std::exchange(m_isOpen, false))
            return;
        const auto &reason = m_stream.reason();
        qCDebug(lcHttp) << "a WebSocket ended:" << error.message().c_str() << "code" << reason.code
                        << QByteArray(reason.reason.data(), static_cast<qsizetype>(reason.reason.size()));
        m_all.handler.socketClosed(*this);
    }

    websocket::stream<boost::beast::tcp_stream, false> m_stream;
    HttpRequest m_request;
    HttpConnections &m_all;
    boost::beast::flat_buffer m_incoming;
    QByteArray m_outgoing;
    int m_messages = 0;
    bool m_isOpen = false;
};

} // namespace

void openWebSocket(HttpConnection::Socket socket, const HttpParser::value_type &upgrade,
                   const HttpRequest &request, HttpConnections &all)
{
    std::make_shared<WebSocketEnd>(std::move(socket), request, all)->start(upgrade);
}

} // namespace Helmdesk
