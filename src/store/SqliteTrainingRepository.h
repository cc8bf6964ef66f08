#pragma once

#include "pipeline/TrainingRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/TrainingRepository.h. The Database is not owned.
class SqliteTrainingRepository final : public TrainingRepository
{
public:
    explicit SqliteTrainingRepository(Database &database);
    Result<qint64> addExample(const TrainingExample &example) override;
    Result<std::vector<TrainingExample>> examples() const override;
    Result<qint64> addVerdict(const OperatorVerdict &verdict) override;
    Result<std::vector<OperatorVerdict>> verdicts(const QDateTime &since, int limit) const override;

    // Inside a transaction of another repository.
    static Result<qint64> addVerdict(Connection &connection, const OperatorVerdict &verdict);

private:
    Database &m_database;
};

} // namespace Helmdesk
