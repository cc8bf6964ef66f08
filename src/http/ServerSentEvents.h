#pragma once

#include <QByteArray>
#include <vector>

namespace Helmdesk
{

struct ServerSentEvent {
    QByteArray name; // of the line "event:"; empty: none
    QByteArray data; // lines "data:" joined by line feeds
};

// Cuts a stream of server-sent events into its events, however the network cut the bytes: line ends CR, LF or
// both, comments, a byte order mark, several data lines. Pure state; used on one thread.
class ServerSentEvents
{
public:
    // The events that `piece` completes, in order.
    std::vector<ServerSentEvent> take(const QByteArray &piece);
    // What stood behind the last blank line when the stream ended: some servers leave the blank line out.
    std::vector<ServerSentEvent> finish();

private:
    void takeLine(QByteArray line, std::vector<ServerSentEvent> &out);
    void dispatch(std::vector<ServerSentEvent> &out);

    QByteArray m_line;
    ServerSentEvent m_event;
    bool m_hasData = false;
    bool m_isAfterCarriageReturn = false;
    bool m_isFirstLine = true;
};

} // namespace Helmdesk
