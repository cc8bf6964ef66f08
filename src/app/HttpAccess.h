#pragma once

#include "channels/HttpInbox.h"

namespace Helmdesk
{

// What the HTTP inbox of a workspace keeps between two starts, in files of its folder that their owner alone
// can read: http.key with the bearer token and the secret of the chat sessions, made at the first start, and
// http.port with the port last used, so that an open chat page finds the desk again.
// Thread: any. Failure: Io, or Corrupt for a damaged key file.
struct HttpAccess {
    QByteArray bearerToken;
    QByteArray sessionSecret;
    quint16 lastPort = 0; // 0: none yet

    static Result<HttpAccess> open(const QString &folder);
    static QString keyFile(const QString &folder);
    static void rememberPort(const QString &folder, quint16 port);
};

} // namespace Helmdesk
