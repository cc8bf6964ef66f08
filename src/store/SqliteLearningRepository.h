#pragma once

#include "routing/LearningRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See routing/LearningRepository.h. The Database is not owned.
class SqliteLearningRepository final : public LearningRepository
{
public:
    explicit SqliteLearningRepository(Database &database);
    Result<int> collectFromVerdicts() override;
    Result<std::vector<Contribution>> contributions() const override;
    Result<> review(qint64 contribution, ReviewState state, const QString &by, const QDateTime &at) override;
    Result<std::vector<RoutingEvidence>> evidence(const QDateTime &since) const override;
    Result<qint64> addVersion(const ModelVersion &version) override;
    Result<> activate(qint64 version, const QString &by, const QDateTime &at) override;
    Result<std::vector<ModelVersion>> versions() const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
