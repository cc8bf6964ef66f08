#include "http/ServerSentEvents.h"

#include <utility>

namespace Helmdesk
{

std::vector<ServerSentEvent> ServerSentEvents::take(const QByteArray &piece)
{
    std::vector<ServerSentEvent> events;
    for (const char c : piece) {
        const bool endsPair = c == '\n' && m_isAfterCarriageReturn;
        m_isAfterCarriageReturn = c == '\r';
        if (endsPair)
            continue;
        if (c == '\n' || c == '\r')
            takeLine(std::exchange(m_line, {}), events);
        else
            m_line += c;
    }
    return events;
}

std::vector<ServerSentEvent> ServerSentEvents::finish()
{
    std::vector<ServerSentEvent> events;
    if (!m_line.isEmpty())
        takeLine(std::exchange(m_line, {}), events);
    dispatch(events);
    return events;
}

void ServerSentEvents::takeLine(QByteArray line, std::vector<ServerSentEvent> &out)
{
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    if (line.isEmpty())
        return dispatch(out);
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment that keeps the connection alive
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (field == "event") {
        m_event.name = value;
    } else if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
    }
}

void ServerSentEvents::dispatch(std::vector<ServerSentEvent> &out)
{
    if (std::exchange(m_hasData, false))
        out.push_back(std::move(m_event));
    m_event = {};
}

} // namespace Helmdesk
