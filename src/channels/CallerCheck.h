#pragma once

#include "channels/HttpMessage.h"
#include "core/Result.h"

namespace Helmdesk
{

// Who may call the inbox and who a caller is. From a browser only the own page may call, and only under a
// name of this machine or the public one: a page elsewhere cannot write or read, nor can a foreign name that
// resolves to the loopback address.
// Pure and thread-safe.
class CallerCheck
{
public:
    struct Front {
        QByteArray publicOrigin; // "https://support.example.com" in front of a proxy; empty: there is none
        QByteArray trustedProxy; // the address that a proxy connects from; empty: there is none
    };

    // Reads the two settings. InvalidInput with a sentence.
    static Result<Front> readFront(const QString &publicOrigin, const QString &trustedProxy);

    explicit CallerCheck(const Front &front)
        : m_front(front)
    {
    }

    // The refusal of a foreign host or origin; nothing when it is fine.
    std::optional<HttpResponse> refusal(const HttpRequest &request, quint16 port) const;

    // The address of the client, where one can be told from others: what the trusted proxy forwards (of IPv6
    // the network, which is one client's). Empty for a connection from this machine itself.
    QByteArray client(const HttpRequest &request) const;

    // "ws://HOST" or "wss://HOST": where the page that is asked for opens its WebSocket.
    QByteArray socketSource(const HttpRequest &request) const;

private:
    bool isPublicHost(const QByteArray &host) const;

    Front m_front;
};

} // namespace Helmdesk
