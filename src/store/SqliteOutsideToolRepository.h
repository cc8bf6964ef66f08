#pragma once

#include "core/Clock.h"
#include "outside/OutsideToolRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

class SqliteOutsideToolRepository final : public OutsideToolRepository
{
public:
    SqliteOutsideToolRepository(Database &database, const Clock &clock);

    Result<std::vector<OutsideToolRow>> tools() const override;
    Result<std::optional<OutsideToolRow>> tool(const QString &name) const override;
    Result<> saveTools(const std::vector<OutsideToolRow> &rows, const QString &author) override;
    Result<> removeTool(const QString &name, const QString &author) override;
    Result<std::vector<McpServerRow>> servers() const override;
    Result<> saveServer(const McpServerRow &row, const QString &author) override;
    Result<> removeServer(const QString &name, const QString &author) override;
    Result<> noteLate(const LateResult &late) override;
    Result<std::vector<LateResult>> lateResults(const QString &key) const override;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace Helmdesk
