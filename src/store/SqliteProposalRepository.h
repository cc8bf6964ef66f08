#pragma once

#include "insights/ProposalRepository.h"
#include "store/Database.h"

namespace Helmdesk
{

// In the tables proposals and proposal_events. The database is not owned.
class SqliteProposalRepository final : public ProposalRepository
{
public:
    explicit SqliteProposalRepository(Database &database)
        : m_database(database)
    {
    }
    Result<> save(const Proposal &proposal) override;
    Result<std::vector<Proposal>> proposals() const override;
    Result<std::optional<Proposal>> find(const QString &name) const override;
    Result<> note(const ProposalEvent &event) override;
    Result<std::vector<ProposalEvent>> events() const override;

private:
    Database &m_database;
};

} // namespace Helmdesk
