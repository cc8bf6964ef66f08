#pragma once

#include "pipeline/TicketRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/TicketRepository.h. The Database is not owned.
class SqliteTicketRepository final : public TicketRepository
{
public:
    explicit SqliteTicketRepository(Database &database);
    Result<TicketId> create(const NewTicket &ticket) override;
    Result<std::optional<Ticket>> get(TicketId id) const override;
    Result<std::vector<Ticket>> recent(const QString &customer, int limit) const override;
    Result<std::vector<Ticket>> open(int limit) const override;
    Result<> setStatus(TicketId id, TicketStatus status, const QString &by, const QDateTime &at) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
