#pragma once

#include "core/Result.h"

#include <chrono>
#include <functional>
#include <optional>
#include <QByteArray>
#include <QString>
#include <QUrl>
#include <vector>

namespace Helmdesk
{

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

// Why an exchange came to no whole answer. An answer with any status is none of these, but for redirects.
enum class HttpFault {
    Refused,   // nobody listens there: the request certainly did nothing
    Unknown,   // the name of the host cannot be found
    Timeout,   // the deadline passed
    Stalled,   // it began, or never did, and then nothing came for too long
    Cut,       // the connection ended before the answer did
    TooLarge,  // the answer has more bytes than allowed
    Tls,       // no connection that can be trusted
    Redirect,  // the server points elsewhere; what was sent is not sent there
    Stopped,   // the run was stopped
    Transport, // anything else below HTTP
};
QString nameOf(HttpFault fault); // "refused"

struct OutgoingRequest {
    QByteArray method = "POST";
    QUrl url;
    std::vector<HttpHeader> headers;
    QByteArray body;
    std::chrono::milliseconds firstByteLimit{120'000}; // from the request to the first byte of the body
    std::chrono::milliseconds quietLimit{30'000};      // between two pieces of the body
    qint64 mostBytes = 4 * 1024 * 1024;                // of the body
};

// What is known before the body.
struct HttpHead {
    int status = 0; // 0: none came
    std::vector<HttpHeader> headers;
    QByteArray header(const QByteArray &name) const; // of any case; empty: none
};

struct HttpAnswer {
    HttpHead head;
    QByteArray body; // empty where a sink took it
    qint64 bytes = 0;
    std::optional<HttpFault> fault;
    QString detail; // of the fault: one sentence without the address's query and without keys
};

// Takes pieces of the body as they come, on the thread that waits; false ends the exchange as if it were
// whole.
using HttpSink = std::function<bool(const HttpHead &head, const QByteArray &piece)>;

} // namespace Helmdesk
