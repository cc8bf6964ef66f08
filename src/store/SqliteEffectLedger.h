#pragma once

#include "store/Database.h"
#include "tools/EffectLedger.h"

#include <memory>

namespace Helmdesk
{

// The table `effects`. Thread: any, through the connection of each thread. Ownership: shares nothing; the
// Database must outlive it.
class SqliteEffectLedger final : public EffectLedger
{
public:
    explicit SqliteEffectLedger(Database &database);

    Result<EffectRecord> begin(const EffectIntent &intent) override;
    Result<> finish(const EffectKey &key, const Json &result, const QDateTime &at) override;
    Result<EffectRecord> giveUp(const EffectKey &key, EffectState state, const QString &why,
                                const QDateTime &at) override;
    Result<EffectRecord> find(const EffectKey &key) const override;
    Result<std::vector<PastEffect>> past(const PastEffectQuery &query) const override;

    // For a backend inside its own transaction: the row as it stands, and Started (or else `from`) becoming
    // Done with the result and the money that it moved. Conflict when it is not.
    static Result<EffectRecord> findIn(Connection &connection, const EffectKey &key);
    static Result<> markDone(Connection &connection, const EffectKey &key, const Json &result,
                             const QDateTime &at, const std::optional<Money> &amount = {},
                             EffectState from = EffectState::Started);

private:
    Database &m_database;
};

} // namespace Helmdesk
