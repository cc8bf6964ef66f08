#pragma once

#include "core/Message.h"
#include "core/Result.h"

namespace Helmdesk
{

// The message with every secret that its sender wrote masked: subject, texts, the sender's name and the names
// of attachments. Masking a masked message changes nothing. Thread: any. Linear. Cannot fail.
IncomingMessage withoutSecrets(const IncomingMessage &message);

// Whether a person's reply may go out. InvalidInput says what must be taken out of it: nothing that a person
// wrote to a customer is changed silently.
Result<> checkReply(const QString &text);

} // namespace Helmdesk
