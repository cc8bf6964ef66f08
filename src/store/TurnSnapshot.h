#pragma once

#include "core/Ids.h"
#include "core/Json.h"
#include "store/Database.h"

#include <QDateTime>

// What the latest turn of a conversation came to, kept before it is answered again or its draft is rejected,
// so that this can be undone. Thread: any. Failure: as told below, otherwise Unavailable, StorageFull,
// Corrupt or Io of the store.
namespace Helmdesk::TurnSnapshot
{

// An opaque value; it stays in memory.
Result<Json> take(Database &database, ConversationId conversation);

// Who undoes what, for the audit log.
struct Undone {
    QString event; // "conversation.category_undone"
    QString by;
    QDateTime at;
};

// The row of the queue, the outcome with its calls, the draft with the operator's words, what waits for a
// person and what was learnt are again as they were taken; what the new run made is withdrawn. Audited.
// Conflict when that is no longer true: somebody wrote or took the conversation over, a reply has left, or a
// call was executed meanwhile.
Result<> restore(Database &database, ConversationId conversation, const Json &taken, const Undone &undone);

} // namespace Helmdesk::TurnSnapshot
