#pragma once

#include "monitoring/HealthRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// Counts in the tables of messages, outcomes, calls and the outbox. The database is not owned.
class SqliteHealthRepository final : public HealthRepository
{
public:
    explicit SqliteHealthRepository(Database &database)
        : m_database(database)
    {
    }
    Result<StoredHealth> read(const HealthPeriods &periods) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
