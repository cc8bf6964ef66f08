#pragma once

#include "llm/ChatTypes.h"

#include <QStringList>

namespace Helmdesk
{

// A conversation in which every call has exactly one result behind it and every result its call, each id
// stands once, and every argument is an object: servers refuse others, some of them for ever after.
std::vector<ChatMessage> repaired(std::vector<ChatMessage> messages);

// Whether a text is a call, or holds one, in whatever form models write them: it is never meant for a
// customer.
bool looksLikeCall(const QString &text, const QStringList &toolNames);

Json toJson(const ChatMessage &message);
ChatMessage messageFromJson(const Json &json);

} // namespace Helmdesk
