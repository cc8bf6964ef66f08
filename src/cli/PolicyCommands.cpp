#include "app/PolicyTrial.h"
#include "cli/Commands.h"

#include <memory>
#include <QFile>

// The rules of the desk: whether a file of them is valid, and what they say to a call.
namespace Helmdesk
{
namespace
{

struct QuestionOptions {
    std::string tool;
    std::string args = "{}";
    std::string customer;
    std::string channel = "chat";
    std::string level;
    std::string category;
    std::string file;
    std::string approver;
    qint64 approval = 0;
    bool isConfirmed = false;
};

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    return file.readAll();
}

int checkFile(const CommandContext &context, const QString &path)
{
    const Output out = context.output();
    const auto text = bytesOf(path);
    if (!text)
        return out.fail(text.error());
    const PolicyReading reading = readPolicy(*text);
    Json problems = Json::array();
    QStringList lines;
    for (const PolicyProblem &problem : reading.problems) {
        problems.push_back({{"pointer", problem.pointer}, {"problem", problem.what}});
        lines << QStringLiteral("%1: %2").arg(
            problem.pointer.isEmpty() ? QStringLiteral("/") : problem.pointer, problem.what);
    }
    if (reading.policy)
        lines
            << QStringLiteral("%1 is valid: rules for %2 tools.").arg(path).arg(reading.policy->tools.size());
    out.result({{"valid", reading.policy != nullptr}, {"problems", std::move(problems)}},
               lines.join(QLatin1Char('\n')));
    return reading.policy ? 0 : 1;
}

Result<PolicyQuestion> questionOf(const QuestionOptions &options)
{
    PolicyQuestion question;
    question.tool = QString::fromStdString(options.tool);
    auto args = parseJson(QByteArray::fromStdString(options.args));
    if (!args)
        return Error{ErrorKind::InvalidInput, QStringLiteral("--args: %1").arg(args.error().detail)};
    question.args = std::move(*args);
    question.customer = QString::fromStdString(options.customer);
    const auto channel = channelNamed(QString::fromStdString(options.channel));
    if (!channel)
        return Error{ErrorKind::InvalidInput, QStringLiteral("--channel is chat, mail, api or file")};
    question.channel = *channel;
    question.level = identityLevelNamed(QString::fromStdString(options.level));
    if (!options.level.empty() && !question.level)
        return Error{ErrorKind::InvalidInput,
                     QStringLiteral("--level is none, channel, verified or operator")};
    question.category = QString::fromStdString(options.category);
    question.isConfirmed = options.isConfirmed;
    question.approval = ApprovalId{options.approval};
    question.approvedBy = QString::fromStdString(options.approver);
    if (options.file.empty())
        return question;
    const auto text = bytesOf(QString::fromStdString(options.file));
    if (!text)
        return text.error();
    PolicyReading reading = readPolicy(*text);
    if (!reading.policy)
        return Error{
            ErrorKind::InvalidInput,
            QStringLiteral("%1: %2").arg(QString::fromStdString(options.file), sentenceOf(reading.problems))};
    question.policy = std::move(reading.policy);
    return question;
}

int explain(const CommandContext &context, const QuestionOptions &options)
{
    const Output out = context.output();
    auto question = questionOf(options);
    if (!question)
        return out.fail(question.error());
    auto workspace = context.openDesk();
    if (!workspace)
        return out.fail(workspace.error());
    const auto decision = tryPolicy(**workspace, *question);
    if (!decision)
        return out.fail(decision.error());
    Json document{{"verdict", nameOf(decision->verdict)}, {"clause", decision->rule}, {"why", decision->why}};
    if (!decision->detail.isEmpty())
        document["detail"] = decision->detail;
    QStringList approvers;
    for (const ApproverRule &rule : decision->approvers)
        approvers += rule.names;
    approvers.removeDuplicates();
    if (decision->verdict == GateVerdict::NeedsApproval) {
        document["people"] = decision->people();
        document["approvers"] = approvers;
    }
    QString line = nameOf(decision->verdict);
    if (!decision->rule.isEmpty())
        line += QStringLiteral(" (%1): %2").arg(decision->rule, decision->why);
    if (!decision->detail.isEmpty())
        line += QLatin1Char(' ') + decision->detail;
    if (!approvers.isEmpty())
        line += QStringLiteral(" It waits for %1.").arg(approvers.join(QStringLiteral(", ")));
    out.result(document, line);
    return 0;
}

} // namespace

void addPolicyCommands(CLI::App &app, CommandContext &context)
{
    auto *policy = app.add_subcommand("policy", "The rules that stand before every tool");
    policy->require_subcommand(1);

    auto *check =
        policy->add_subcommand("check", "Whether a file of rules is valid, and what is wrong in it");
    auto file = std::make_shared<std::string>();
    check->add_option("FILE", *file, "The file")->required();
    check->footer("Example:\n  helmdeskctl policy check policy.json");
    check->callback(
        [&context, file] { context.exitCode = checkFile(context, QString::fromStdString(*file)); });

    auto *explaining = policy->add_subcommand("explain", "What the rules say to a call that nobody makes");
    auto options = std::make_shared<QuestionOptions>();
    explaining->add_option("--tool", options->tool, "The tool")->required();
    explaining->add_option("--args", options->args, "Its arguments, a JSON object")->required();
    explaining->add_option("--customer", options->customer, "The customer for whom it is asked");
    explaining->add_option("--channel", options->channel, "chat, mail, api or file")->capture_default_str();
    explaining->add_option("--level", options->level,
                           "none, channel, verified or operator; by default what the channel establishes: a "
                           "mail's From line nothing");
    explaining->add_option("--category", options->category, "The specialist that asks");
    explaining->add_flag("--confirmed", options->isConfirmed, "The customer said yes to exactly this");
    explaining->add_option("--approval", options->approval, "The approval with which it would be made")
        ->check(CLI::PositiveNumber);
    explaining->add_option("--approve-as", options->approver, "Who would approve it");
    explaining->add_option("--file", options->file, "Rules to try instead of those that hold");
    explaining->footer(
        "Example:\n  helmdeskctl policy explain --tool process_refund --customer cus_1001 --args "
        "'{\"invoice_id\": \"INV-1042\", \"amount_minor\": 4900, \"currency\": \"USD\"}'");
    explaining->callback([&context, options] { context.exitCode = explain(context, *options); });
}

} // namespace Helmdesk
