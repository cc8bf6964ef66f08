#pragma once

#include "app/ProposalRoom.h"
#include "app/ReplayReading.h"

#include <QThreadPool>

namespace Helmdesk
{

// The proposals of a workspace over its last 30 days, on a thread of their own. The workspace outlives it;
// the destructor stops what reads and waits for what writes.
class EngineProposals final : public ProposalRoom
{
public:
    explicit EngineProposals(Workspace &workspace);
    ~EngineProposals() override;

    Reply<ProposalsView> view(const QStringList &compared) override;
    Reply<Proposal> save(const NewProposal &proposal) override;
    Reply<ProposalEvent> apply(const ProposalStep &step) override;
    Reply<ProposalEvent> rollBack(const ProposalStep &step, ChangedSince changed) override;
    Reply<> remove(const ProposalStep &step) override;

private:
    Result<ProposalsView> read(const QStringList &compared, const RunControl &control);
    ReplayPeriod period() const;

    Workspace &m_workspace;
    QThreadPool m_pool;
    std::stop_source m_newest; // of the view that was asked for last
    std::stop_source m_end;
};

} // namespace Helmdesk
