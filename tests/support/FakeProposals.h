#pragma once

#include "app/ProposalRoom.h"

#include <QFuture>

namespace Helmdesk::Test
{

// A room of proposals in memory that answers at once and notes what it is asked.
class FakeProposals final : public ProposalRoom
{
public:
    ProposalsView answer;
    std::vector<NewProposal> saved;
    QStringList steps; // "apply bolder by Robin: why"
    std::vector<QStringList> compared;
    std::optional<Error> refusal; // of the next rolling back that is not forced

    Reply<ProposalsView> view(const QStringList &names) override
    {
        compared.push_back(names);
        ProposalsView view = answer;
        std::erase_if(view.comparison.columns, [&](const ComparedColumn &column) {
            return column.name != QStringLiteral("today") && !names.contains(column.name);
        });
        return ready(std::move(view));
    }
    Reply<Proposal> save(const NewProposal &proposal) override
    {
        saved.push_back(proposal);
        return ready(Proposal{proposal.name, proposal.author, proposal.reason, {}, {}, {}});
    }
    Reply<ProposalEvent> apply(const ProposalStep &step) override
    {
        return done(QStringLiteral("apply"), step);
    }
    Reply<ProposalEvent> rollBack(const ProposalStep &step, ChangedSince changed) override
    {
        if (refusal && changed == ChangedSince::Refuse)
            return QtFuture::makeReadyFuture(Result<ProposalEvent>(*refusal));
        return done(changed == ChangedSince::Refuse ? QStringLiteral("roll back")
                                                    : QStringLiteral("force back"),
                    step);
    }
    Reply<> remove(const ProposalStep &step) override
    {
        note(QStringLiteral("remove"), step);
        return QtFuture::makeReadyFuture(Result<>());
    }

private:
    template <class T>
    static QFuture<Result<T>> ready(T value)
    {
        return QtFuture::makeReadyFuture(Result<T>(std::move(value)));
    }
    void note(const QString &what, const ProposalStep &step)
    {
        steps << QStringLiteral("%1 %2 by %3: %4").arg(what, step.name, step.author, step.reason);
    }
    Reply<ProposalEvent> done(const QString &what, const ProposalStep &step)
    {
        note(what, step);
        ProposalEvent event;
        event.name = step.name;
        return ready(event);
    }
};

} // namespace Helmdesk::Test
