#pragma once

#include "channels/HttpHead.h"
#include "channels/HttpServer.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <list>

namespace Helmdesk
{

class HttpConnection;

// What the connections of a server share. On the server's thread.
struct HttpConnections {
    HttpHandler &handler;
    HttpServer::Limits limits;
    // Those that wait for their peer (to write or to read), the one that has waited longest first.
    std::list<HttpConnection *> waiting;
    int open = 0;
    int sockets = 0; // WebSockets, with those that are closing
};

// One connection: reads requests one after the other, and the next one only when the answer has left. It
// lives as long as something of it is under way.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection>
{
public:
    using Socket = boost::asio::ip::tcp::socket;

    HttpConnection(Socket socket, HttpConnections &all);
    ~HttpConnection();
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    void start();
    void drop(); // at once, without an answer

private:
    class PendingAnswer;
    enum class Phase { Reading, Answering, Writing, Lingering, Ended };

    void awaitRequest();
    void readHead();
    void takeHead(size_t bytes);
    void readBody();
    void answer();
    void openSocket();
    void respond(const HttpResponse &response);
    void refuse(int status);
    void written();
    void linger();
    void discard();
    void limitTo(std::chrono::milliseconds time);
    void onLate();
    bool hasRequestBegun() const { return m_parser.has_value() || m_buffer.size() > 0; }
    void waitsForPeer();
    void waitsNoLonger();
    void countOut();

    Socket m_socket;
    HttpConnections &m_all;
    QByteArray m_peer;
    boost::asio::steady_timer m_deadline;
    boost::beast::flat_buffer m_buffer;
    size_t m_searched = 0; // bytes of the buffer without the end of a head
    std::optional<HttpParser> m_parser;
    QByteArray m_body; // of the response
    std::optional<boost::beast::http::response<boost::beast::http::span_body<const char>>> m_response;
    std::optional<std::list<HttpConnection *>::iterator> m_place; // in `waiting`
    Phase m_phase = Phase::Reading;
    bool m_keepsAlive = false;
    bool m_isHeadRequest = false;
    int m_requests = 0;
    QByteArray m_waste;
    size_t m_discarded = 0;
    bool m_isCounted = true;
};

// Opens the WebSocket that a request asks for, and tells the handler. The rest of its life is its own.
void openWebSocket(HttpConnection::Socket socket, const HttpParser::value_type &upgrade,
                   const HttpRequest &request, HttpConnections &all);

} // namespace Helmdesk
