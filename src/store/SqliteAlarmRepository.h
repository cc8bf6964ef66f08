#pragma once

#include "monitoring/AlarmRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// In the table alarms. The database is not owned.
class SqliteAlarmRepository final : public AlarmRepository
{
public:
    explicit SqliteAlarmRepository(Database &database)
        : m_database(database)
    {
    }
    Result<std::vector<Alarm>> standing() const override;
    Result<std::vector<Alarm>> ended(int limit) const override;
    Result<qint64> begin(const Alarm &alarm) override;
    Result<> setQuiet(qint64 id, const QDateTime &since) override;
    Result<> end(qint64 id, const QDateTime &until) override;
    Result<int> mailsSince(const QDateTime &since) const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
