#pragma once

#include "llm/CallLedger.h"
#include "store/Database.h"

namespace Helmdesk
{

// The calls of language models of a workspace; all of its programs pay from the same budgets.
class SqliteCallLedger final : public CallLedger
{
public:
    explicit SqliteCallLedger(Database &database);

    Result<Reservation> reserve(const NewModelCall &call, const BudgetLimits &limits) override;
    Result<> settle(qint64 id, const SettledCall &call) override;
    Result<CostRow> ofRun(RunId run, const QString &stage) const override;
    Result<std::vector<std::optional<ChatFault>>> lastFaults(const QString &model, int most) const override;
    Result<std::vector<CostRow>> report(CostBy by, const QDate &from, const QDate &to) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
