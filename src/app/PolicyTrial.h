#pragma once

#include "app/Workspace.h"

namespace Helmdesk
{

// A call that nobody makes: what would the rules say to it?
struct PolicyQuestion {
    QString tool;
    Json args = Json::object();
    QString customer;
    ChannelKind channel = ChannelKind::Chat;
    std::optional<IdentityLevel> level; // nothing: what the channel alone establishes
    QString category;                   // empty: any
    bool isConfirmed = false;
    ApprovalId approval;                  // with which it would be made; invalid: with none
    QString approvedBy;                   // who would say yes, beside an approval that waits; empty: anybody
    std::shared_ptr<const Policy> policy; // to try; null: the one that holds
};

// How it would go now, with the clause that decides. Of an approval the further clauses are approval_missing,
// arguments_changed, another_customer, approval_used, approval_denied and approval_expired. Nothing is done
// and nothing is stored. Thread: any; the engine is loaded. Failure: that of the reads.
Result<GateDecision> tryPolicy(Workspace &workspace, const PolicyQuestion &question);

// What a channel alone says of who writes: a mail's From line says nothing.
IdentityLevel levelOfChannel(ChannelKind channel, const QString &customer);

// A tool as the rules see it: {"name","risk","description","schema","who","approval","enabled","source"}.
Json toolCard(const Workspace &workspace, const ToolSpec &spec);

} // namespace Helmdesk
