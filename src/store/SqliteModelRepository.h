#pragma once

#include "core/Clock.h"
#include "llm/ModelProfile.h"
#include "store/Database.h"

namespace Helmdesk
{

// Profiles of language models; each change is a record of the audit log.
class SqliteModelRepository final : public ModelRepository
{
public:
    SqliteModelRepository(Database &database, const Clock &clock);

    Result<std::vector<ModelProfile>> models() const override;
    Result<std::optional<ModelProfile>> model(const QString &name) const override;
    Result<> save(const ModelProfile &profile, const QString &author) override;
    Result<> remove(const QString &name, const QString &author) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace Helmdesk
