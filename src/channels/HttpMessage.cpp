#include "channels/HttpMessage.h"

#include "core/Json.h"

namespace Helmdesk
{

namespace
{

bool isToken(const QByteArray &text)
{
    static const QByteArray extra = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               extra.contains(c);
    });
}

bool isVisible(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Unknown";
    }
}

// 0, or the status of the refusal.
int readRequestLine(const QByteArray &line, HttpRequest &request)
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() != 3 || !isToken(words[0]) || !words[1].startsWith('/') || !isVisible(words[1]))
        return 400;
    if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0")
        return words[2].startsWith("HTTP/") ? 505 : 400;
    request.method = words[0];
    const qsizetype mark = words[1].indexOf('?');
    request.path = mark < 0 ? words[1] : words[1].left(mark);
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromLatin1(words[1].mid(mark + 1)));
    request.keepsAlive = words[2] == "HTTP/1.1";
    return 0;
}

int readHeaderLine(const QByteArray &line, HttpRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return 400;
    const QByteArray name = line.left(colon).toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    const bool isClean = std::all_of(value.begin(), value.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 || c == '\t';
    });
    if (!isToken(name) || !isClean)
        return 400;
    const auto found = request.headers.find(name);
    if (found == request.headers.end()) {
        request.headers.insert(name, value);
        return 0;
    }
    if (name == "host" || name == "content-length" || name == "authorization" || name == "origin")
        return 400;
    *found += ", " + value;
    return 0;
}

} // namespace

bool HttpRequest::isWebSocket() const
{
    return method == "GET" && header("upgrade").toLower() == "websocket" &&
           header("connection").toLower().contains("upgrade");
}

HttpHead parseHttpHead(const QByteArray &head)
{
    HttpHead result;
    qsizetype start = 0;
    bool isFirst = true;
    while (start <= head.size() && result.refusal == 0) {
        qsizetype end = head.indexOf("\r\n", start);
        if (end < 0)
            end = head.size();
        const QByteArray line = head.mid(start, end - start);
        result.refusal =
            isFirst ? readRequestLine(line, result.request) : readHeaderLine(line, result.request);
        isFirst = false;
        start = end + 2;
    }
    if (result.refusal != 0)
        return result;
    HttpRequest &request = result.request;
    if (!request.headers.contains("host"))
        result.refusal = 400;
    else if (request.headers.contains("transfer-encoding"))
        result.refusal = 501;
    else if (request.headers.contains("content-length")) {
        const QByteArray length = request.header("content-length");
        const bool isNumber =
            !length.isEmpty() && length.size() <= 15 &&
            std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (isNumber)
            result.contentLength = length.toLongLong();
        else
            result.refusal = 400;
    } else if (request.method == "POST" || request.method == "PUT" || request.method == "PATCH") {
        result.refusal = 411;
    }
    if (request.header("connection").toLower().contains("close"))
        request.keepsAlive = false;
    return result;
}

QByteArray toWire(const HttpResponse &response, bool keepsAlive)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) +
                     "\r\nContent-Type: " + response.contentType +
                     "\r\nContent-Length: " + QByteArray::number(response.body.size()) +
                     "\r\nCache-Control: no-store" +
                     "\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer" +
                     "\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: " +
                     (keepsAlive ? QByteArray("keep-alive") : QByteArray("close")) + "\r\n";
    for (const auto &[name, value] : response.headers)
        out += name + ": " + value + "\r\n";
    return out + "\r\n" + response.body;
}

HttpResponse httpError(int status, const QByteArray &code, const QByteArray &message)
{
    HttpResponse response;
    response.status = status;
    response.body =
        toBytes(Json{{"error", {{"code", code.toStdString()}, {"message", message.toStdString()}}}});
    return response;
}

HttpResponse httpError(int status)
{
    const QByteArray words = reason(status);
    return httpError(status, words.toLower().replace(' ', '_'), words + '.');
}

} // namespace Helmdesk
