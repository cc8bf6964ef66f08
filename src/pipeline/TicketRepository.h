#pragma once

#include "core/Domain.h"
#include "core/Ids.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <QList>
#include <vector>

namespace Helmdesk
{

enum class TicketStatus { Open, Pending, Solved };
// Fixed names in the store.
inline QString nameOf(TicketStatus value)
{
    switch (value) {
    case TicketStatus::Open:
        return QStringLiteral("open");
    case TicketStatus::Pending:
        return QStringLiteral("pending");
    case TicketStatus::Solved:
        return QStringLiteral("solved");
    }
    return {};
}

struct NewTicket {
    QString key; // idempotency key: the same key gives the same ticket; empty: always a new one
    ConversationId conversation; // may be invalid
    QString customer;            // may be empty
    Category category = Category::Escalate;
    QString subject;
    QString summary;
    Priority priority = Priority::Normal;
    QList<EscalationReason> reasons;
    QDateTime createdAt;
};

struct Ticket {
    TicketId id;
    NewTicket record;
    TicketStatus status = TicketStatus::Open;
};

// The numbered records of conversations that need a person.
// Thread: any. Ownership: takes and returns values. Failure: NotFound for an unknown number, otherwise
// Unavailable, StorageFull, Corrupt or Io of the store.
class TicketRepository
{
public:
    virtual ~TicketRepository() = default;
    // Also adds a notification for the operators, once per ticket.
    virtual Result<TicketId> create(const NewTicket &ticket) = 0;
    virtual Result<std::optional<Ticket>> get(TicketId id) const = 0;
    virtual Result<std::vector<Ticket>> recent(const QString &customer, int limit) const = 0; // newest first
    virtual Result<std::vector<Ticket>> open(int limit) const = 0; // urgent first, then oldest first
    virtual Result<> setStatus(TicketId id, TicketStatus status, const QString &by, const QDateTime &at) = 0;
};

} // namespace Helmdesk
