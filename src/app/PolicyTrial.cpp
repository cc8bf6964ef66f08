#include "app/PolicyTrial.h"

#include "pipeline/RateSettings.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteEffectLedger.h"
#include "tools/BuiltinTools.h"

#include <algorithm>
#include <array>

namespace Helmdesk
{
namespace
{

constexpr std::array builtinTools{
    ToolName::checkInvoice,  ToolName::processRefund, ToolName::updatePaymentMethod, ToolName::resetPassword,
    ToolName::updateAccount, ToolName::searchDocs,    ToolName::createTicket};

// Why the approval is of no use for the call; nothing: it serves.
std::optional<GateDecision> objectionTo(const std::optional<Approval> &approval,
                                        const PolicyQuestion &question, const QDateTime &now)
{
    if (!approval)
        return GateDecision::deny("approval_missing", QStringLiteral("There is no such approval."));
    const NewApproval &request = approval->request;
    if (request.customer != question.customer)
        return GateDecision::deny("another_customer",
                                  QStringLiteral("The approval is for another customer."));
    if (request.tool != question.tool || request.args != question.args ||
        approvalDigest(request) != approval->digest)
        return GateDecision::deny("arguments_changed",
                                  QStringLiteral("The arguments are not those that were approved."));
    const bool isOver = approval->state == ApprovalState::Expired ||
                        (approval->state == ApprovalState::Pending && now > request.expiresAt);
    if (isOver)
        return GateDecision::deny("approval_expired",
                                  QStringLiteral("The approval had expired, which denies it."));
    if (approval->state == ApprovalState::Approved && approval->isSettled)
        return GateDecision::deny("approval_used", QStringLiteral("The approval was used before."));
    if (approval->state == ApprovalState::Denied || approval->state == ApprovalState::Voided)
        return GateDecision::deny("approval_denied",
                                  QStringLiteral("The approval is %1.").arg(nameOf(approval->state)));
    return std::nullopt;
}

QString levelName(const PolicyExpression &level, const Settings &settings)
{
    if (level.op == PolicyOp::Literal)
        return level.literal.get<QString>();
    const SettingDefinition *definition = findSetting(level.name);
    return definition == nullptr ? QString() : settings.value(definition->key).get<QString>();
}

} // namespace

IdentityLevel levelOfChannel(ChannelKind channel, const QString &customer)
{
    return customer.isEmpty() || channel == ChannelKind::Mail ? IdentityLevel::None : IdentityLevel::Channel;
}

Result<GateDecision> tryPolicy(Workspace &workspace, const PolicyQuestion &question)
{
    ToolContext context;
    context.customer = question.customer;
    context.now = workspace.clock().now();
    context.settings = workspace.settings();
    context.limits.rates = exchangeRatesOf(context.settings);
    context.channel = question.channel;
    context.category = question.category;
    context.level = question.level.value_or(levelOfChannel(question.channel, question.customer));
    context.isConfirmed = question.isConfirmed;
    const ToolRunner &runner = workspace.toolRunner();
    if (question.approval.isValid()) {
        auto approval = workspace.approvals().get(question.approval);
        if (!approval)
            return approval.error();
        if (auto objection = objectionTo(*approval, question, context.now))
            return *objection;
        context.isApproved = true;
        context.approvedBy = (*approval)->decidedBy.isEmpty() ? question.approvedBy : (*approval)->decidedBy;
        context.key = (*approval)->request.callKey;
    }
    if (!question.policy)
        return runner.gate().check(question.tool, question.args, context, {});
    return runner.gate().under({question.policy, {}}).check(question.tool, question.args, context, {});
}

Json toolCard(const Workspace &workspace, const ToolSpec &spec)
{
    const PolicyInForce inForce = workspace.policy();
    Json card{{"name", spec.name},
              {"risk", nameOf(spec.risk)},
              {"description", spec.description},
              {"schema", spec.schema},
              {"source", std::ranges::any_of(
                             builtinTools, [&](const char *name) { return spec.name == QLatin1String(name); })
                             ? "builtin"
                             : "added"}};
    if (!inForce.policy)
        return card;
    const ToolRules &rules = inForce.policy->rulesOf(spec);
    const Settings settings = workspace.settings();
    Json who = Json::object();
    for (const ChannelKind channel :
         {ChannelKind::Chat, ChannelKind::Mail, ChannelKind::Api, ChannelKind::File}) {
        const auto own = rules.who.ofChannel.find(channel);
        who[nameOf(channel).toStdString()] =
            levelName(own == rules.who.ofChannel.end() ? rules.who.level : own->second, settings);
    }
    Json approval = Json::array();
    const auto add = [&](const std::vector<PolicyClause> &clauses) {
        for (const PolicyClause &clause : clauses) {
            if (clause.otherwise == PolicyClause::Otherwise::Approval)
                approval.push_back(clause.id);
        }
    };
    if (spec.needsApproval && !rules.isTrusted)
        approval.push_back("tool_default");
    add(rules.limits);
    add(rules.approvals);
    card["who"] = std::move(who);
    card["approval"] = std::move(approval);
    card["enabled"] = rules.isEnabled;
    return card;
}

} // namespace Helmdesk
