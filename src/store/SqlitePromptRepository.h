#pragma once

#include "core/Clock.h"
#include "llm/Prompts.h"
#include "store/Database.h"

namespace Helmdesk
{

// In the tables prompt_versions and prompts_in_force; each change is a record of the audit log. Thread: any.
class SqlitePromptRepository final : public PromptRepository
{
public:
    SqlitePromptRepository(Database &database, const Clock &clock);

    Result<std::vector<PromptVersion>> versions(const QString &name) const override;
    Result<int> add(const QString &name, const QString &text, const QString &author) override;
    Result<> use(const QString &name, int version, const QString &author) override;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace Helmdesk
