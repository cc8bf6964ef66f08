#pragma once

#include "app/ProposalRoom.h"
#include "app/ReplayReading.h"

namespace Helmdesk
{

// The proposal's settings hold: the last that became of it under this name is that it was applied.
bool isInForce(const std::vector<ProposalEvent> &newestFirst, const QString &name);

// Several settings of a workspace at once, under a name. A value-like set of functions on the workspace,
// which outlives it. Thread: any but the GUI thread. Failure: InvalidInput as withProposal() and for a
// missing name, author or reason; NotFound for a proposal that there is not; Conflict as said below; Denied
// for a setting that an administrator locked; that of the store; Cancelled.
class Proposals
{
public:
    explicit Proposals(Workspace &workspace);

    // With the figures of a replay over the period. Conflict when the name is taken.
    Result<Proposal> save(const NewProposal &proposal, const ReplayPeriod &period,
                          const RunControl &control = {});
    Result<std::vector<Proposal>> list() const;         // the oldest first
    Result<std::vector<ProposalEvent>> history() const; // the newest first, also of removed ones
    Result<Proposal> find(const QString &name) const;
    // Today's settings beside each proposal, over the runs of the period.
    Result<ProposalComparison> compare(const QStringList &names, const ReplayPeriod &period,
                                       const RunControl &control = {});

    // Every setting of it through what a single one goes through, with its audit; all or none. Conflict when
    // all of them have their values already.
    Result<ProposalEvent> apply(const ProposalStep &step);
    // What it had changed has the values from before again; all or none. Also of a removed one. Conflict when
    // it is not in force, and when somebody changed one of the settings since, unless that is overwritten.
    Result<ProposalEvent> rollBack(const ProposalStep &step, ChangedSince changed);
    Result<> remove(const ProposalStep &step);

private:
    Result<> change(const Json &values, const QString &author);
    Result<ProposalEvent> inOneStep(const std::function<Result<ProposalEvent>()> &work);

    Workspace &m_workspace;
    std::unique_ptr<ProposalRepository> m_repository;
};

} // namespace Helmdesk
