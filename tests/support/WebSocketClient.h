#pragma once

#include "core/Result.h"

#include <chrono>
#include <memory>
#include <optional>
#include <QByteArray>
#include <QList>
#include <QPair>
#include <QUrl>

namespace Helmdesk::Test
{

// A blocking WebSocket client on loopback. Failure: Timeout or Io, with the words of the library.
class WebSocketClient
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    static Result<std::unique_ptr<WebSocketClient>> open(const QUrl &url, const Headers &headers = {});
    ~WebSocketClient();

    Result<> send(const QByteArray &text); // one message in one frame
    // A message in one frame for each of the parts, which may end within a character.
    Result<> sendFrames(const QList<QByteArray> &parts);
    // The next message; nothing when none has come in time.
    Result<std::optional<QByteArray>> receive(std::chrono::milliseconds time = std::chrono::seconds(15));
    // With which code and words the server ended the connection, after receive() has failed.
    int closeCode() const;
    QByteArray closeReason() const;

private:
    struct State;
    explicit WebSocketClient(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Helmdesk::Test
