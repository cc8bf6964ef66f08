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
    QByteArray peer; // numeric address of the other end of the connection

    QByteArray header(const char *name) const { return headers.value(QByteArray(name)); }
};

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
};

// The words of a status, "Not Found".
QByteArray reasonOf(int status);

// {"error":{"code","message"}} with the status.
HttpResponse httpError(int status, const QByteArray &code, const QByteArray &message);
HttpResponse httpError(int status);    // with the words of the status
HttpResponse httpTooMany(int seconds); // 429, with the time after which to try again

} // namespace Helmdesk
