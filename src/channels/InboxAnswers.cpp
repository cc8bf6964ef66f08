#include "channels/InboxAnswers.h"

#include <QUrl>

namespace Helmdesk
{

HttpResponse jsonResponse(int status, const Json &body)
{
    HttpResponse response;
    response.status = status;
    response.body = toBytes(body);
    return response;
}

HttpResponse notAllowed(const QByteArray &methods)
{
    HttpResponse response = httpError(405);
    response.headers.emplaceBack("Allow", methods);
    return response;
}

HttpResponse toChatPage()
{
    HttpResponse response;
    response.status = 302;
    response.contentType = "text/plain";
    response.headers.emplaceBack("Location", "/chat");
    return response;
}

HttpResponse portError(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return httpError(404, "not_found", "There is no such conversation.");
    case ErrorKind::InvalidInput:
        return httpError(400, "invalid", "The message was not accepted.");
    case ErrorKind::Denied:
        return httpError(403);
    case ErrorKind::Unavailable:
    case ErrorKind::Timeout:
    case ErrorKind::StorageFull: {
        HttpResponse response =
            httpError(503, "unavailable", "The desk cannot take messages right now. Please try again soon.");
        response.headers.emplaceBack("Retry-After", "5");
        return response;
    }
    default:
        return httpError(500, "internal", "Something went wrong on the desk.");
    }
}

Json threadJson(const std::vector<PublicMessage> &messages)
{
    Json list = Json::array();
    for (const PublicMessage &message : messages) {
        if (message.author == Author::Note || message.author == Author::System)
            continue;
        Json entry{{"id", message.id.value},
                   {"author", nameOf(message.author)},
                   {"name", message.name},
                   {"text", message.text},
                   {"at", message.at.toUTC().toString(Qt::ISODateWithMs)}};
        for (const Attachment &file : message.files)
            entry["files"].push_back(
                {{"name", file.name}, {"media_type", file.mediaType}, {"bytes", file.bytes}});
        list.push_back(std::move(entry));
    }
    return Json{{"messages", std::move(list)}};
}

HttpResponse fileResponse(const Result<Attachment> &file)
{
    if (!file)
        return file.error().kind == ErrorKind::NotFound ? httpError(404) : portError(file.error());
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.body = file->content;
    // A name of RFC 5987, so that no letter of it is a header's.
    response.headers.emplaceBack("Content-Disposition",
                                 "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(file->name));
    response.headers.emplaceBack("Content-Security-Policy", "sandbox; default-src 'none'");
    return response;
}

HttpResponse threadResponse(const Result<std::vector<PublicMessage>> &thread)
{
    return thread ? jsonResponse(200, threadJson(*thread)) : portError(thread.error());
}

} // namespace Helmdesk
