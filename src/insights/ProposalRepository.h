#pragma once

#include "core/Json.h"
#include "core/Result.h"

#include <optional>
#include <QDateTime>
#include <vector>

namespace Helmdesk
{

// Several settings under one name.
struct Proposal {
    QString name;
    QString author;
    QString reason;
    QDateTime made;
    Json settings = Json::object(); // name to value
    Json figures = Json::object();  // of the replay when it was made; docs/tuning.md has each
};

enum class ProposalAct { Saved, Applied, RolledBack, Removed };
// Fixed names in the store.
inline QString nameOf(ProposalAct value)
{
    switch (value) {
    case ProposalAct::Saved:
        return QStringLiteral("saved");
    case ProposalAct::Applied:
        return QStringLiteral("applied");
    case ProposalAct::RolledBack:
        return QStringLiteral("rolled_back");
    case ProposalAct::Removed:
        return QStringLiteral("removed");
    }
    return {};
}

struct ProposalEvent {
    qint64 id = 0;
    QString name; // of the proposal
    ProposalAct act = ProposalAct::Saved;
    QString author;
    QString reason;
    QDateTime at;
    Json before = Json::object(); // the settings that it changed, as they were
    Json after = Json::object();
};

// Proposals and what became of them. Names that differ in case alone are one. Thread: any. Failure: Conflict
// for a name that is taken, NotFound for one that there is not; otherwise that of the store.
class ProposalRepository
{
public:
    virtual ~ProposalRepository() = default;
    virtual Result<> save(const Proposal &proposal) = 0;         // notes it; audited
    virtual Result<std::vector<Proposal>> proposals() const = 0; // the oldest first
    virtual Result<std::optional<Proposal>> find(const QString &name) const = 0;
    // What becomes of it; Removed takes it off the list. Audited.
    virtual Result<> note(const ProposalEvent &event) = 0;
    virtual Result<std::vector<ProposalEvent>> events() const = 0; // the newest first
};

} // namespace Helmdesk
