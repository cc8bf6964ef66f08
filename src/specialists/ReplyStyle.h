#pragma once

#include "specialists/Specialist.h"

namespace Helmdesk
{

// How replies are framed, in the words of the context's language: the customer's first name once per
// conversation, a closing in mail only. Pure.
QString frameReply(const QString &body, const TurnContext &context);

// "Ada" of "Ada Brook"; empty where there is no usable name.
QString firstName(const QString &fullName);

// The subject of a reply: "Re: " once, whatever stood there before.
QString replySubject(const QString &subject);

// The sentences of a text; list items and lines are sentences of their own. Abbreviations and decimals do not
// split.
QStringList splitSentences(const QString &text);

} // namespace Helmdesk
