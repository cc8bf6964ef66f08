#pragma once

#include "core/Clock.h"
#include "memory/CustomerRepository.h"
#include "pipeline/ConversationRepository.h"
#include "pipeline/OriginalRepository.h"
#include "pipeline/UnitOfWork.h"

namespace Helmdesk
{

// What intake works with; not owned. It needs the store alone, so a message is safe before the engine is
// loaded.
struct IntakeParts {
    ConversationRepository &conversations;
    const CustomerRepository &customers;
    UnitOfWork &unitOfWork;
    const Clock &clock;
    int sessionTtlSeconds = 3600;
    OriginalRepository *originals = nullptr;
    int keepOriginalsHours = 0; // 0: the text as it was written is nowhere
};

// Stores a message in its conversation, once however often it is delivered, and binds the customer that the
// channel established; an id that nobody has gives no rights. Secrets in it are masked before anything is
// stored, so that store, index, engine and log see the masked text alone. Thread: any. Failure: that of the
// store.
Result<AppendedMessage> takeIn(const IntakeParts &parts, const IncomingMessage &incoming);

} // namespace Helmdesk
