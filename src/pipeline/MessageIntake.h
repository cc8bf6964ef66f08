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
    QString ownAddress; // of the desk; mail from it is its own and never answered. Empty: not known
    OriginalRepository *originals = nullptr;
    int keepOriginalsHours = 0;      // 0: the text as it was written is nowhere
    bool knowsProvenSenders = false; // a mail whose sender is proven acts for the customer of that address
};

// Stores a message, once however often it is delivered: what is the same in id, sender and content is the
// same message. It acts for the customer that the channel established, or for nobody; an id that nobody has
// gives no rights, and neither does a From line for which nobody vouches. It never joins a conversation of
// another customer or of a stranger, nor one of a customer when it has none. Secrets in it are masked before
// anything is stored, so that store, index, engine and log see the masked text alone. Thread: any. Failure:
// that of the store.
Result<AppendedMessage> takeIn(const IntakeParts &parts, const IncomingMessage &incoming);

} // namespace Helmdesk
