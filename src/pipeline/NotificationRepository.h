#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Result.h"

#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// A notice to the operators that something needs a person.
struct Notification {
    qint64 id = 0;
    ConversationId conversation;
    TicketId ticket;
    Priority priority = Priority::Normal;
    QString text;
    QDateTime at;
    bool isSeen = false;
};

// Thread: any. Ownership: takes and returns values. Failure: Unavailable, StorageFull, Corrupt or Io of the
// store.
class NotificationRepository
{
public:
    virtual ~NotificationRepository() = default;
    virtual Result<qint64> add(const Notification &notification) = 0;
    virtual Result<std::vector<Notification>> unseen(int limit) const = 0; // newest first
    virtual Result<> markSeen(ConversationId conversation) = 0;
};

} // namespace Helmdesk
