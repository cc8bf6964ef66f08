#pragma once

#include "pipeline/UnitOfWork.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/UnitOfWork.h. The Database is not owned.
class SqliteUnitOfWork final : public UnitOfWork
{
public:
    explicit SqliteUnitOfWork(Database &database)
        : m_database(database)
    {
    }
    Result<> run(const std::function<Result<>()> &work) override
    {
        return m_database.write([&work](Connection &) { return work(); });
    }

private:
    Database &m_database;
};

} // namespace Helmdesk
