#pragma once

#include "llm/ChatTypes.h"

namespace Helmdesk
{

// For models that cannot call tools by themselves: the reply is bound to a schema that is either one tool
// with its arguments or a reply. The tools stand in the instructions, before the reply: small models take the
// first.
ChatRequest asStructuredStep(ChatRequest request);

// The reply of such a request in the usual form. Garbled when it is none.
ChatResult fromStructuredStep(ChatResult result);

} // namespace Helmdesk
