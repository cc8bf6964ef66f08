#pragma once

#include <optional>
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QUrlQuery>

namespace Helmdesk
{

struct HttpRequest {
    QByteArray method;
    QByteArray path; // as sent, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; // names in lower case; repeated ones joined by ", "
    QByteArray body;
    bool keepsAlive = true;

    QByteArray header(const char *name) const { return headers.value(QByteArray(name)); }
    bool isWebSocket() const;
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
};

struct HttpHead {
    HttpRequest request;
    qint64 contentLength = 0;
    int refusal = 0; // the status with which a head against the rules is refused; 0: it is fine
};

// Reads request line and headers (RFC 9112, strictly: CRLF, no folding, one Host, no transfer coding). `head`
// ends before the empty line. Pure and thread-safe; never fails.
HttpHead parseHttpHead(const QByteArray &head);

// Status line, headers, body. A response without Connection: close is kept alive.
QByteArray toWire(const HttpResponse &response, bool keepsAlive);

// {"error":{"code","message"}} with the status.
HttpResponse httpError(int status, const QByteArray &code, const QByteArray &message);
HttpResponse httpError(int status); // with the words of the status

} // namespace Helmdesk
