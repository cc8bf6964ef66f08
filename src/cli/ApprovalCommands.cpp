#include "cli/Commands.h"
#include "cli/ConversationText.h"
#include "cli/OperatorSession.h"

#include <algorithm>
#include <memory>

// What waits for a person, and the person's decision on it.
namespace Helmdesk
{
namespace
{

struct DecisionOptions {
    qint64 approval = 0;
    std::string digest;
    std::string reason;
    std::string as;
    bool isYes = false;
};

QString nameOf(const DecisionOptions &options)
{
    return options.as.empty() ? systemUserName() : QString::fromStdString(options.as);
}

int listApprovals(const CommandContext &context)
{
    const Output out = context.output();
    auto session = OperatorSession::open(context, systemUserName(), SessionFor::Reading);
    if (!session)
        return out.fail(session.error());
    auto approvals = OperatorSession::await((*session)->desk().approvals());
    if (!approvals)
        return out.fail(approvals.error());
    Json rows = Json::array();
    QStringList lines;
    for (const ApprovalView &approval : *approvals) {
        rows.push_back(toJson(approval));
        lines << QStringLiteral("Conversation %1, %2\n    %3")
                     .arg(QString::number(approval.conversation.value), approval.customer,
                          textOf(approval, context.program()));
    }
    if (lines.isEmpty())
        lines << QStringLiteral("Nothing waits for a decision.");
    out.result({{"approvals", std::move(rows)}}, lines.join(u'\n'));
    return 0;
}

// The call that the decision was about, as it stands now.
std::optional<ToolCall> callOf(const ConversationView &view, const NewApproval &request)
{
    if (!view.outcome || view.outcome->run != request.run)
        return std::nullopt;
    const auto call = std::ranges::find(view.outcome->tools, request.callKey, &ToolCall::key);
    return call == view.outcome->tools.end() ? std::nullopt : std::optional(*call);
}

QString sentenceOf(const DecisionOptions &options, const Approval &approval,
                   const std::optional<ToolCall> &call, const ConversationView &view,
                   const CommandContext &context)
{
    if (!options.isYes)
        return QStringLiteral("Denied as %1; it is not done: %2")
            .arg(nameOf(options), approval.request.preview);
    QString text = QStringLiteral("Approved as %1: %2").arg(nameOf(options), approval.request.preview);
    if (call && call->status == ToolStatus::Done)
        text += QStringLiteral("\nIt is done.");
    else if (call && !call->failure.isEmpty())
        text += QStringLiteral("\nIt is not done: %1").arg(call->failure);
    if (view.draft)
        text += QStringLiteral("\nThe reply is a draft, not sent: %1 send %2")
                    .arg(context.program())
                    .arg(view.row.id.value);
    return text;
}

int decide(const CommandContext &context, const DecisionOptions &options)
{
    const Output out = context.output();
    auto session = OperatorSession::open(context, nameOf(options), SessionFor::Acting);
    if (!session)
        return out.fail(session.error());
    const ApprovalId id{options.approval};
    const QString digest = QString::fromStdString(options.digest).trimmed();
    const QString reason = givenText(options.reason);
    Desk &desk = (*session)->desk();
    const Result<> decided =
        OperatorSession::await(options.isYes ? desk.approve(id, digest) : desk.deny(id, digest, reason));
    if (!decided)
        return out.fail(decided.error());
    auto approval = (*session)->workspace().approvals().get(id);
    if (!approval || !*approval)
        return out.fail(approval ? Error{ErrorKind::NotFound, QStringLiteral("the approval was removed")}
                                 : approval.error());
    const ConversationId conversation = (*approval)->request.conversation;
    if (options.isYes && !reason.isEmpty()) {
        if (auto noted = OperatorSession::await(desk.addNote(conversation, reason)); !noted)
            return out.fail(noted.error());
    }
    if (auto delivered = (*session)->deliver(conversation); !delivered)
        return out.fail(delivered.error());
    auto view = (*session)->view(conversation);
    if (!view)
        return out.fail(view.error());
    const auto call = callOf(*view, (*approval)->request);
    Json document = toJson(*view);
    document["decided"] = {{"approval", id.value},
                           {"state", nameOf((*approval)->state)},
                           {"by", (*approval)->decidedBy},
                           {"at", toIso((*approval)->decidedAt)},
                           {"reason", (*approval)->reason},
                           {"effect", (*approval)->request.preview},
                           {"call", call ? Json(Helmdesk::nameOf(call->status)) : Json()}};
    out.result(document, sentenceOf(options, **approval, call, *view, context));
    return 0;
}

void addDecision(CLI::App &app, CommandContext &context, const std::string &name, const char *meaning,
                 bool isYes)
{
    auto *command = app.add_subcommand(name, meaning);
    auto options = std::make_shared<DecisionOptions>();
    options->isYes = isYes;
    command->add_option("APPROVAL", options->approval, "The approval's number")
        ->required()
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--digest", options->digest,
                     "The digest of what you saw, from \"show\" or \"approvals\": another request is refused")
        ->required();
    command->add_option("--as", options->as, "The operator; by default who is logged in");
    command->add_option("--reason", options->reason,
                        isYes ? "Why, as an internal note; - reads standard input"
                              : "Why; - reads standard input");
    command->footer("Example:\n  helmdeskctl " + name + " 3 --digest 5f0c... --as Robin" +
                    (isYes ? "" : " --reason \"refunded last week\""));
    command->callback([&context, options] { context.exitCode = decide(context, *options); });
}

} // namespace

void addApprovalCommands(CLI::App &app, CommandContext &context)
{
    auto *list = app.add_subcommand("approvals", "What waits for a decision, with its digest");
    list->footer("Example:\n  helmdeskctl --json approvals");
    list->callback([&context] { context.exitCode = listApprovals(context); });
    addDecision(app, context, "approve", "Approve exactly what was shown; it is done once", true);
    addDecision(app, context, "deny", "Deny what waits; it is never done", false);
}

} // namespace Helmdesk
