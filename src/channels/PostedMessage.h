#pragma once

#include "channels/HttpMessage.h"

#include <QString>

namespace Helmdesk
{

// The members of a message that was posted as JSON, cleaned of control characters; empty where not given.
struct PostedMessage {
    QString text;
    QString id;
    QString customer;
    QString conversation;
    QString address;
    QString name;
    QString subject;
};

// Reads the body of a request. Pure and thread-safe. Failure: the refusal to send back, which repeats nothing
// of the request.
std::optional<HttpResponse> readPostedMessage(const HttpRequest &request, qsizetype mostCharacters,
                                              PostedMessage &fields);

} // namespace Helmdesk
