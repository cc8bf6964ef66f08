#pragma once

#include "pipeline/KeptRunRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// In the tables kept_runs and kept_paths. Thread: any.
class SqliteKeptRunRepository final : public KeptRunRepository
{
public:
    explicit SqliteKeptRunRepository(Database &database)
        : m_database(database)
    {
    }

    Result<> keep(RunId run, const KeptRun &kept) override;
    Result<> read(const QDateTime &from, const QDateTime &until, const RunControl &control,
                  const Visit &visit) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
