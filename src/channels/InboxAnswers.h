#pragma once

#include "channels/HttpMessage.h"
#include "channels/InboxPort.h"
#include "core/Json.h"

namespace Helmdesk
{

// What the inbox answers, in the forms of docs/http-api.md. Pure and thread-safe.
HttpResponse jsonResponse(int status, const Json &body);
HttpResponse notAllowed(const QByteArray &methods); // 405, with the methods that are
HttpResponse toChatPage();

// The status for a failure of the port; its detail stays inside.
HttpResponse portError(const Error &error);

// Messages as their reader gets them; without notes.
Json threadJson(const std::vector<PublicMessage> &messages);
// A file to be saved: never shown by a browser on the desk's own address.
HttpResponse fileResponse(const Result<Attachment> &file);
HttpResponse threadResponse(const Result<std::vector<PublicMessage>> &thread);

} // namespace Helmdesk
