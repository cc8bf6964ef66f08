#pragma once

#include "channels/HttpListener.h"

#include <QTimer>

namespace Helmdesk
{

// One connection of the listener: reads requests one after the other and writes the answers. Deletes itself
// when the peer is gone.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    HttpConnection(QTcpSocket *socket, HttpListener &listener);
    void drop(); // at once, without an answer

private:
    void read();
    bool readHead();
    void answer();
    void respond(const HttpResponse &response, bool keepsAlive);
    void passOn(const HttpRequest &request);
    void onTimeout();
    void finish();

    HttpListener &m_listener;
    QTcpSocket *m_socket; // a child, until it is passed on
    QTimer m_deadline;
    std::optional<HttpHead> m_head;
    bool m_isClosing = false;
    bool m_isPassedOn = false;
};

} // namespace Helmdesk
