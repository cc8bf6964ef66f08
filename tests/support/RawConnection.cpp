#include "support/RawConnection.h"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace Helmdesk::Test
{

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct RawConnection::State {
    asio::io_context io;
    tcp::socket socket{io};
    std::array<char, 65536> chunk{};
    bool isReading = false;
    bool isClosed = false;
    QByteArray incoming;

    void read()
    {
        if (isReading || isClosed)
            return;
        isReading = true;
        socket.async_read_some(asio::buffer(chunk), [this](error_code error, size_t bytes) {
            isReading = false;
            incoming.append(chunk.data(), static_cast<qsizetype>(bytes));
            isClosed = bool(error);
        });
    }
    template <class Done>
    void runUntil(Done done, std::chrono::milliseconds time)
    {
        const auto deadline = std::chrono::steady_clock::now() + time;
        while (!done() && std::chrono::steady_clock::now() < deadline) {
            io.restart(); // without work it had stopped
            io.run_one_until(deadline);
        }
    }
};

RawConnection::RawConnection(quint16 port)
    : m_state(std::make_unique<State>())
{
    error_code ignored;
    m_state->socket.connect({asio::ip::address_v4::loopback(), port}, ignored);
    if (ignored)
        m_state->socket.close(ignored);
}

RawConnection::~RawConnection() = default;

bool RawConnection::isOpen() const
{
    return m_state->socket.is_open();
}

qsizetype RawConnection::write(const QByteArray &bytes, std::chrono::milliseconds time)
{
    qsizetype written = 0;
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (written < bytes.size() && std::chrono::steady_clock::now() < deadline) {
        bool isDone = false;
        bool isBroken = false;
        const asio::const_buffer rest(bytes.constData() + written,
                                      static_cast<size_t>(bytes.size() - written));
        m_state->socket.async_write_some(rest, [&](error_code error, size_t count) {
            isDone = true;
            isBroken = bool(error);
            written += static_cast<qsizetype>(count);
        });
        m_state->runUntil([&] { return isDone; }, std::chrono::duration_cast<std::chrono::milliseconds>(
                                                      deadline - std::chrono::steady_clock::now()));
        if (!isDone) {
            error_code ignored;
            m_state->socket.cancel(ignored);
            m_state->isReading = false;
            m_state->runUntil([&] { return isDone; }, std::chrono::seconds(5));
        }
        if (isBroken)
            break;
    }
    return written;
}

void RawConnection::endWriting()
{
    error_code ignored;
    m_state->socket.shutdown(tcp::socket::shutdown_send, ignored);
}

QByteArray RawConnection::readUntil(const QByteArray &end, std::chrono::milliseconds time)
{
    State &state = *m_state;
    const auto isDone = [&] {
        if (state.isClosed || (!end.isEmpty() && state.incoming.contains(end)))
            return true;
        state.read();
        return false;
    };
    state.runUntil(isDone, time);
    return std::exchange(state.incoming, {});
}

QByteArray RawConnection::readAll(std::chrono::milliseconds time)
{
    return readUntil({}, time);
}

bool RawConnection::isClosedByPeer() const
{
    return m_state->isClosed;
}

QByteArray exchange(quint16 port, const QByteArray &bytes)
{
    RawConnection connection(port);
    connection.write(bytes);
    return connection.readAll();
}

} // namespace Helmdesk::Test
