#pragma once

#include "insights/ProposalComparison.h"
#include "insights/ProposalRepository.h"
#include "insights/ReplayReport.h"

#include <QFuture>

namespace Helmdesk
{

struct NewProposal {
    QString name;
    std::vector<ProposedSetting> settings;
    QString author;
    QString reason;
};

// Who does something with a proposal, and why.
struct ProposalStep {
    QString name; // of the proposal
    QString author;
    QString reason;
};

enum class ChangedSince { Refuse, Overwrite };

struct ProposalComparison {
    std::vector<ComparedColumn> columns; // those that hold today first
    double promised = 0.0;               // routing threshold that the promise asks for; 0: none
    qint64 notKept = 0;                  // runs of before, which cannot be decided again
};

// What the page of the proposals shows.
struct ProposalsView {
    struct Row {
        Proposal proposal;
        bool isInForce = false;
    };
    std::vector<Row> rows;              // the oldest first
    std::vector<ProposalEvent> history; // the newest first
    ProposalComparison comparison;      // of the asked ones
    int days = 0;                       // that it looks at
    QStringList settings;               // names of those that a proposal may hold
};

// The use cases of the proposals' page; what `helmdeskctl proposal` does, by the same functions. Thread: the
// GUI thread, which never waits. Ownership: outlives the window. Failure: as Proposals; Cancelled when a
// newer view was asked for.
class ProposalRoom
{
public:
    template <class T = Unit>
    using Reply = QFuture<Result<T>>;

    virtual ~ProposalRoom() = default;
    virtual Reply<ProposalsView> view(const QStringList &compared) = 0;
    virtual Reply<Proposal> save(const NewProposal &proposal) = 0;
    virtual Reply<ProposalEvent> apply(const ProposalStep &step) = 0;
    virtual Reply<ProposalEvent> rollBack(const ProposalStep &step, ChangedSince changed) = 0;
    virtual Reply<> remove(const ProposalStep &step) = 0;
};

} // namespace Helmdesk
