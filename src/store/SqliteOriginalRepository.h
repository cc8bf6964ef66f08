#pragma once

#include "pipeline/OriginalRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/OriginalRepository.h. The Database is not owned.
class SqliteOriginalRepository final : public OriginalRepository
{
public:
    explicit SqliteOriginalRepository(Database &database)
        : m_database(database)
    {
    }
    Result<> keep(const OriginalMessage &original) override;
    Result<std::optional<OriginalMessage>> show(MessageId message, const QString &by,
                                                const QDateTime &now) override;
    Result<qint64> purge(const QDateTime &now, int hours) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
