#pragma once

#include "insights/CalibrationRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// From outcomes, drafts and verdicts, as LearningRepository::evidence() and DraftRepository::judged() have
// it. The database is not owned.
class SqliteCalibrationRepository final : public CalibrationRepository
{
public:
    explicit SqliteCalibrationRepository(Database &database)
        : m_database(database)
    {
    }
    Result<std::vector<Saying>> sayings(SaidOf of, const QDateTime &from, const QDateTime &until,
                                        const RunControl &control) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
