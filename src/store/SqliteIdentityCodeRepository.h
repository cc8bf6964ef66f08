#pragma once

#include "pipeline/IdentityCodeRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// See IdentityCodeRepository.
class SqliteIdentityCodeRepository final : public IdentityCodeRepository
{
public:
    explicit SqliteIdentityCodeRepository(Database &database)
        : m_database(database)
    {
    }

    Result<> add(const IdentityCode &code) override;
    Result<std::optional<IdentityCode>> ofMessage(MessageId message) const override;
    Result<std::optional<IdentityCode>> latest(ConversationId conversation,
                                               const QString &address) const override;
    Result<int> issuedTo(const QString &address, const QDateTime &since) const override;
    Result<> countWrong(MessageId message, const QDateTime &at) override;
    Result<> markProven(MessageId message, const QDateTime &at) override;

private:
    Database &m_database;
};

} // namespace Helmdesk
