#pragma once

#include "insights/InsightsRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// Reads the tables that the pipeline keeps; nothing is counted beforehand. Thread: any.
class SqliteInsightsRepository final : public InsightsRepository
{
public:
    explicit SqliteInsightsRepository(Database &database);

    Result<> read(const InsightFilter &filter, const RunControl &control,
                  const InsightVisitor &visitor) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
