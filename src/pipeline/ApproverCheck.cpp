#include "pipeline/ApproverCheck.h"

#include "pipeline/RateSettings.h"

namespace Helmdesk
{
namespace
{

// As the call will be made once it is approved.
ToolContext contextOf(const PipelineParts &parts, const NewApproval &request)
{
    ToolContext context;
    context.customer = request.customer;
    context.conversation = request.conversation;
    context.message = request.message;
    context.run = request.run;
    context.now = parts.clock.now();
    context.settings = parts.settings();
    context.limits.rates = exchangeRatesOf(context.settings);
    context.level = IdentityLevel::Operator;
    context.isConfirmed = true;
    context.key = request.callKey;
    return context;
}

QString wantedOf(const GateDecision &decision)
{
    QStringList names;
    for (const ApproverRule &rule : decision.approvers)
        names += rule.names;
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

} // namespace

Result<QString> earlierYes(const PipelineParts &parts, ApprovalId approval, const QString &by)
{
    const auto votes = parts.approvals.votes(approval);
    if (!votes)
        return votes.error();
    for (const QString &voter : *votes) {
        if (voter.compare(by, Qt::CaseInsensitive) != 0)
            return voter;
    }
    return QString();
}

Result<> mayApprove(const PipelineParts &parts, const Approval &approval, const Json &args, const QString &by)
{
    const NewApproval &request = approval.request;
    const auto decision = parts.tools.gate().check(request.tool, args.is_object() ? args : request.args,
                                                   contextOf(parts, request), {});
    if (!decision)
        return decision.error();
    if (decision->verdict != GateVerdict::NeedsApproval)
        return {};
    if (decision->rule == QLatin1String("policy_unreadable"))
        return Error{ErrorKind::Unavailable, decision->detail, true};
    if (!decision->admits(by))
        return Error{ErrorKind::Denied, QStringLiteral("%1 may not approve this (%2): it waits for %3")
                                            .arg(by, decision->rule, wantedOf(*decision))};
    if (decision->people() < 2)
        return {};
    const auto earlier = earlierYes(parts, approval.id, by);
    if (!earlier)
        return earlier.error();
    if (!earlier->isEmpty())
        return {};
    if (auto kept = parts.approvals.vote(approval.id, approval.digest, by, parts.clock.now()); !kept)
        return kept;
    return Error{ErrorKind::Conflict,
                 QStringLiteral("the yes of %1 is kept; a second person has to approve it too (%2)")
                     .arg(by, decision->rule)};
}

} // namespace Helmdesk
