#include "app/PolicyTrial.h"
#include "cli/OperatorSession.h"
#include "cli/OutsideCommands.h"

#include <memory>

// The tools of the desk, and a call of one by hand.
namespace Helmdesk
{
namespace
{

struct CallOptions {
    std::string tool;
    std::string args = "{}";
    std::string customer;
    std::string as;
    std::string approver;
    bool isConfirmed = false;
};

int listTools(const CommandContext &context)
{
    const Output out = context.output();
    auto workspace = context.openDesk();
    if (!workspace)
        return out.fail(workspace.error());
    Json tools = Json::array();
    QStringList lines;
    for (const ToolSpec *spec : (*workspace)->tools().specs()) {
        tools.push_back(toolCard(**workspace, *spec));
        const Json &card = tools.back();
        QStringList approval;
        if (const Json &clauses = memberOrNull(card, "approval"); clauses.is_array())
            approval = clauses.get<QStringList>();
        lines << QStringLiteral("%1  %2, from %3 (mail: %4), %5\n    %6")
                     .arg(spec->name, nameOf(spec->risk), stringOr(memberOrNull(card, "who"), "chat"),
                          stringOr(memberOrNull(card, "who"), "mail"),
                          approval.isEmpty()
                              ? QStringLiteral("never waits by these rules")
                              : QStringLiteral("waits by %1").arg(approval.join(QStringLiteral(", "))),
                          spec->description);
    }
    const QString problem = (*workspace)->policy().problem;
    if (!problem.isEmpty())
        out.warn(problem);
    out.result({{"tools", std::move(tools)}, {"problem", problem}}, lines.join(QLatin1Char('\n')));
    return 0;
}

Json documentOf(const ToolCall &call, const std::optional<Approval> &approval)
{
    Json document{{"tool", call.name},      {"args", call.args},     {"status", nameOf(call.status)},
                  {"clause", call.rule},    {"result", call.result}, {"preview", call.preview},
                  {"failure", call.failure}};
    if (approval)
        document["approval"] = {{"approval", approval->id.value},
                                {"digest", approval->digest},
                                {"state", nameOf(approval->state)},
                                {"expires", toIso(approval->request.expiresAt)}};
    return document;
}

QString sentenceOf(const ToolCall &call, const std::optional<Approval> &approval, const QString &program)
{
    switch (call.status) {
    case ToolStatus::Done:
        return QStringLiteral("Done: %1")
            .arg(call.preview.isEmpty() ? QString::fromUtf8(toBytes(call.result)) : call.preview);
    case ToolStatus::PendingApproval:
        return approval ? QStringLiteral("It waits for a person (%1): %2\n    %3 approve %4 --digest %5")
                              .arg(call.rule, call.preview, program)
                              .arg(approval->id.value)
                              .arg(approval->digest)
                        : QStringLiteral("It waits for a person (%1): %2").arg(call.rule, call.preview);
    case ToolStatus::Denied:
        return QStringLiteral("Refused (%1): %2").arg(call.rule, call.failure);
    case ToolStatus::Failed:
        break;
    }
    return QStringLiteral("Failed: %1").arg(call.failure);
}

int callTool(const CommandContext &context, const CallOptions &options)
{
    const Output out = context.output();
    auto args = parseJson(QByteArray::fromStdString(options.args));
    if (!args)
        return out.fail({ErrorKind::InvalidInput, QStringLiteral("--args: %1").arg(args.error().detail)});
    const QString as = options.as.empty() ? systemUserName() : QString::fromStdString(options.as);
    auto session = OperatorSession::open(context, as, SessionFor::Acting);
    if (!session)
        return out.fail(session.error());
    Workspace &workspace = (*session)->workspace();
    DirectCall asked{QString::fromStdString(options.tool), std::move(*args),
                     QString::fromStdString(options.customer), as, options.isConfirmed};
    auto call = workspace.operatorDesk().call(asked, RunControl());
    if (!call)
        return out.fail(call.error());
    std::optional<Approval> approval;
    if (call->approval.isValid()) {
        auto stored = workspace.approvals().get(call->approval);
        if (!stored)
            return out.fail(stored.error());
        approval = std::move(*stored);
    }
    if (approval && !options.approver.empty()) {
        auto outcome = workspace.operatorDesk().approve(approval->id, approval->digest,
                                                        QString::fromStdString(options.approver).simplified(),
                                                        RunControl());
        if (!outcome)
            return out.fail(outcome.error());
        if (!outcome->tools.empty())
            *call = outcome->tools.front();
        auto stored = workspace.approvals().get(approval->id);
        if (stored && *stored)
            approval = std::move(*stored);
    }
    if (auto sent = (*session)->sendDue(); !sent)
        return out.fail(sent.error());
    out.result(documentOf(*call, approval), sentenceOf(*call, approval, context.program()));
    return call->status == ToolStatus::Done || call->status == ToolStatus::PendingApproval ? 0 : 1;
}

} // namespace

void addToolCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *tools = &toolsGroup(app);
    tools->add_subcommand("list", "Each tool with its risk, arguments, and what the rules ask of a call")
        ->callback([&context] { context.exitCode = listTools(context); });

    auto *call =
        tools->add_subcommand("call", "Calls a tool for a customer, through rules, approval and ledger");
    auto options = std::make_shared<CallOptions>();
    call->add_option("TOOL", options->tool, "The tool")->required();
    call->add_option("--args", options->args, "Its arguments, a JSON object")->capture_default_str();
    call->add_option("--customer", options->customer, "The customer for whom it is called");
    call->add_option("--as", options->as, "The operator; by default who is logged in");
    call->add_option("--approve-as", options->approver, "Who says yes where the rules want a person");
    call->add_flag("--confirmed", options->isConfirmed, "The customer said yes to exactly this");
    call->footer("Example:\n  helmdeskctl tools call check_invoice --customer cus_1001 --args "
                 "'{\"invoice_id\": \"INV-1042\"}'");
    call->callback([&context, options] { context.exitCode = callTool(context, *options); });
}

} // namespace Helmdesk
