#include "app/EngineProposals.h"

#include "app/EngineReplay.h"
#include "app/Proposals.h"

#include <QtConcurrent>

namespace Helmdesk
{

EngineProposals::EngineProposals(Workspace &workspace)
    : m_workspace(workspace)
{
    m_pool.setMaxThreadCount(1);
}

EngineProposals::~EngineProposals()
{
    m_newest.request_stop();
    m_end.request_stop();
    m_pool.waitForDone();
}

ReplayPeriod EngineProposals::period() const
{
    const QDate today = m_workspace.clock().now().toLocalTime().date();
    return {today.addDays(1 - EngineReplay::days), {}};
}

Result<ProposalsView> EngineProposals::read(const QStringList &compared, const RunControl &control)
{
    Proposals proposals(m_workspace);
    const auto list = proposals.list();
    if (!list)
        return list.error();
    auto history = proposals.history();
    if (!history)
        return history.error();
    QStringList known; // one that was removed meanwhile is no longer compared
    ProposalsView view;
    for (const Proposal &proposal : *list) {
        view.rows.push_back({proposal, isInForce(*history, proposal.name)});
        if (compared.contains(proposal.name))
            known << proposal.name;
    }
    auto comparison = proposals.compare(known, period(), control);
    if (!comparison)
        return comparison.error();
    view.history = std::move(*history);
    view.comparison = std::move(*comparison);
    view.days = EngineReplay::days;
    view.settings = TuningSettings::names();
    return view;
}

ProposalRoom::Reply<ProposalsView> EngineProposals::view(const QStringList &compared)
{
    m_newest.request_stop();
    m_newest = std::stop_source();
    return QtConcurrent::run(
        &m_pool, [this, compared, control = RunControl(m_newest.get_token())]() -> Result<ProposalsView> {
            if (auto wanted = control.check(); !wanted)
                return wanted.error(); // overtaken while it waited
            return read(compared, control);
        });
}

ProposalRoom::Reply<Proposal> EngineProposals::save(const NewProposal &proposal)
{
    return QtConcurrent::run(&m_pool, [this, proposal, control = RunControl(m_end.get_token())] {
        return Proposals(m_workspace).save(proposal, period(), control);
    });
}

ProposalRoom::Reply<ProposalEvent> EngineProposals::apply(const ProposalStep &step)
{
    return QtConcurrent::run(&m_pool, [this, step] { return Proposals(m_workspace).apply(step); });
}

ProposalRoom::Reply<ProposalEvent> EngineProposals::rollBack(const ProposalStep &step, ChangedSince changed)
{
    return QtConcurrent::run(
        &m_pool, [this, step, changed] { return Proposals(m_workspace).rollBack(step, changed); });
}

ProposalRoom::Reply<> EngineProposals::remove(const ProposalStep &step)
{
    return QtConcurrent::run(&m_pool, [this, step] { return Proposals(m_workspace).remove(step); });
}

} // namespace Helmdesk
