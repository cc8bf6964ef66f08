#include "channels/HttpMessage.h"

#include "core/Json.h"

namespace Helmdesk
{

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 302:
        return "Found";
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
    const QByteArray words = reasonOf(status);
    return httpError(status, words.toLower().replace(' ', '_'), words + '.');
}

HttpResponse httpTooMany(int seconds)
{
    HttpResponse response =
        httpError(429, "too_many_requests", "Too many requests. Please wait a moment and try again.");
    response.headers.emplaceBack("Retry-After", QByteArray::number(seconds));
    return response;
}

} // namespace Helmdesk
