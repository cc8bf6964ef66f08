#include "support/WebSocketClient.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/stream.hpp>

namespace Helmdesk::Test
{

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using boost::beast::error_code;

namespace
{

Error failed(const error_code &error)
{
    return {ErrorKind::Io, QString::fromStdString(error.message())};
}

asio::const_buffer bytesOf(const QByteArray &text)
{
    return {text.constData(), static_cast<size_t>(text.size())};
}

} // namespace

struct WebSocketClient::State {
    asio::io_context io;
    websocket::stream<boost::beast::tcp_stream, false> stream{io};
    boost::beast::flat_buffer incoming;
    bool isReading = false;
    std::optional<error_code> read; // how the last reading ended
};

WebSocketClient::WebSocketClient(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}

WebSocketClient::~WebSocketClient() = default;

Result<std::unique_ptr<WebSocketClient>> WebSocketClient::open(const QUrl &url, const Headers &headers)
{
    auto state = std::make_unique<State>();
    error_code error;
    const asio::ip::tcp::endpoint end(asio::ip::address_v4::loopback(), static_cast<quint16>(url.port()));
    state->stream.next_layer().socket().connect(end, error);
    if (error)
        return failed(error);
    state->stream.set_option(websocket::stream_base::decorator([&headers](websocket::request_type &request) {
        for (const auto &[name, value] : headers)
            request.set(boost::beast::string_view(name.constData(), static_cast<size_t>(name.size())),
                        boost::beast::string_view(value.constData(), static_cast<size_t>(value.size())));
    }));
    state->stream.read_message_max(size_t{64} * 1024 * 1024); // a picture of a page
    state->stream.handshake(url.authority().toStdString(),
                            url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority).toStdString(), error);
    if (error)
        return failed(error);
    return std::unique_ptr<WebSocketClient>(new WebSocketClient(std::move(state)));
}

Result<> WebSocketClient::send(const QByteArray &text)
{
    return sendFrames({text});
}

Result<> WebSocketClient::sendFrames(const QList<QByteArray> &parts)
{
    m_state->stream.text(true);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        error_code error;
        m_state->stream.write_some(i + 1 == parts.size(), bytesOf(parts[i]), error);
        if (error)
            return failed(error);
    }
    return {};
}

Result<std::optional<QByteArray>> WebSocketClient::receive(std::chrono::milliseconds time)
{
    State &state = *m_state;
    if (!std::exchange(state.isReading, true)) {
        state.read.reset();
        state.stream.async_read(state.incoming, [&state](error_code error, size_t) {
            state.isReading = false;
            state.read = error;
        });
    }
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (!state.read && std::chrono::steady_clock::now() < deadline) {
        state.io.restart(); // without work it had stopped
        state.io.run_one_until(deadline);
    }
    if (!state.read)
        return std::optional<QByteArray>();
    if (*state.read)
        return failed(*state.read);
    const QByteArray text(static_cast<const char *>(state.incoming.data().data()),
                          static_cast<qsizetype>(state.incoming.size()));
    state.incoming.clear();
    state.read.reset();
    return std::optional(text);
}

int WebSocketClient::closeCode() const
{
    return m_state->stream.reason().code;
}

QByteArray WebSocketClient::closeReason() const
{
    const auto &reason = m_state->stream.reason().reason;
    return {reason.data(), static_cast<qsizetype>(reason.size())};
}

} // namespace Helmdesk::Test
