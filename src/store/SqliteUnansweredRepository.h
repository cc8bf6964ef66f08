#pragma once

#include "pipeline/UnansweredRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See pipeline/UnansweredRepository.h. The Database is not owned.
class SqliteUnansweredRepository final : public UnansweredRepository
{
public:
    explicit SqliteUnansweredRepository(Database &database);

    Result<std::vector<UnansweredMessage>> all() const override;
    Result<std::vector<UnansweredMessage>> of(ConversationId conversation) const override;
    Result<std::vector<UnansweredMessage>> due(const QDateTime &now) const override;
    Result<std::optional<UnansweredMessage>> find(MessageId message) const override;
    Result<> recordFailure(MessageId message, const QString &why, const QDateTime &nextTry) override;
    Result<> markLate(const QDateTime &since) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
