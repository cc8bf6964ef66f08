#pragma once

#include <chrono>
#include <memory>
#include <QByteArray>

namespace Helmdesk::Test
{

// A blocking TCP connection to a port of this machine, for bytes as they are.
class RawConnection
{
public:
    explicit RawConnection(quint16 port); // see isOpen()
    ~RawConnection();

    bool isOpen() const;
    // How many of the bytes the other side has taken within the time.
    qsizetype write(const QByteArray &bytes, std::chrono::milliseconds time = std::chrono::seconds(10));
    void endWriting();
    // What comes until `end` is there, the other side closes, or the time is over.
    QByteArray readUntil(const QByteArray &end, std::chrono::milliseconds time = std::chrono::seconds(15));
    QByteArray readAll(std::chrono::milliseconds time = std::chrono::seconds(15)); // until it closes
    bool isClosedByPeer() const;                                                   // seen by a reading

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Sends bytes and gives what came back until the other side closed.
QByteArray exchange(quint16 port, const QByteArray &bytes);

} // namespace Helmdesk::Test
