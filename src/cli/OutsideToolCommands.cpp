#include "cli/OutsideCommands.h"

#include "outside/OpenApiImport.h"

#include <memory>
#include <QFile>
#include <QTextStream>

// Tools of outside systems over HTTP.
namespace Helmdesk
{
namespace
{

struct AddHttpOptions {
    std::string file;
    bool isOpenApi = false;
    std::string operation;
    std::string server;
    std::string name;
    std::string risk;
    bool isPrivateAllowed = false;
    bool isReplacing = false;
};

struct StripeOptions {
    std::string origin;
    bool isLive = false;
};

Result<Json> readJson(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io,
                     QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString())};
    auto json = parseJson(file.readAll());
    return json ? json
                : Error{ErrorKind::InvalidInput,
                        QStringLiteral("%1 is not JSON: %2").arg(file.fileName(), json.error().detail)};
}

Result<Json> definitionIn(const AddHttpOptions &given)
{
    auto json = readJson(given.file);
    if (!json || !given.isOpenApi)
        return json;
    OpenApiChoice choice;
    choice.operation = QString::fromStdString(given.operation);
    choice.server = QString::fromStdString(given.server);
    choice.name = QString::fromStdString(given.name);
    choice.risk = QString::fromStdString(given.risk);
    choice.isPrivateAllowed = given.isPrivateAllowed;
    return httpToolFromOpenApi(*json, choice);
}

int listOperations(const CommandContext &context, const AddHttpOptions &given)
{
    const Output out = context.output();
    auto json = readJson(given.file);
    if (!json)
        return out.fail(json.error());
    const QStringList operations = operationsOf(*json);
    out.result({{"operations", operations}}, operations.join(QLatin1Char('\n')));
    return 0;
}

int addHttp(const CommandContext &context, const AddHttpOptions &given)
{
    const Output out = context.output();
    if (given.isOpenApi && given.operation.empty())
        return listOperations(context, given);
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    auto definition = definitionIn(given);
    if (!definition)
        return out.fail(definition.error());
    OutsideTools &tools = *desk->tools;
    auto added =
        tools.addHttp(*definition, given.isReplacing ? OutsideTools::Replace::Yes : OutsideTools::Replace::No,
                      systemUserName());
    if (!added)
        return out.fail(added.error());
    QStringList lines = abilitiesOf(*added);
    for (const QString &name : tools.missingSecrets(*added))
        lines << QStringLiteral(
                     "The secret %1 is not there yet: give it with \"%2 tools secret %1\", or in %3.")
                     .arg(name, context.program(), OutsideTools::secretVariable(name));
    out.result(
        {{"tool", added->spec.name},
         {"abilities", abilitiesOf(*added)},
         {"missing_secrets", tools.missingSecrets(*added)},
         {"definition", *definition}},
        QStringLiteral("The tool %1 is added:\n%2").arg(added->spec.name, lines.join(QLatin1Char('\n'))));
    return 0;
}

int keepSecret(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    const QString secret = QTextStream(stdin).readLine().trimmed();
    if (secret.isEmpty())
        return out.fail({ErrorKind::InvalidInput, QStringLiteral("no secret came on standard input")});
    if (auto kept = desk->tools->keepSecret(name, secret); !kept)
        return out.fail(kept.error());
    out.result({{"secret", name}}, QStringLiteral("The secret %1 is kept.").arg(name));
    return 0;
}

int setApproval(const CommandContext &context, const QString &name, bool needsApproval)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    auto set = desk->tools->setNeedsApproval(name, needsApproval, systemUserName());
    if (!set)
        return out.fail(set.error());
    out.result(
        {{"tool", name}, {"needs_approval", needsApproval}},
        needsApproval
            ? QStringLiteral("Every call of %1 waits for a person.").arg(name)
            : QStringLiteral("Calls of %1 wait for a person only where the policy says so.").arg(name));
    return 0;
}

int removeTool(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    if (auto removed = desk->tools->removeTool(name, systemUserName()); !removed)
        return out.fail(removed.error());
    out.result({{"removed", name}}, QStringLiteral("The tool %1 is gone.").arg(name));
    return 0;
}

int addStripe(const CommandContext &context, const StripeOptions &given)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    auto names = desk->tools->addStripe(QUrl(QString::fromStdString(given.origin), QUrl::StrictMode),
                                        given.isLive, systemUserName());
    if (!names)
        return out.fail(names.error());
    out.result(
        {{"tools", *names}, {"live", given.isLive}},
        QStringLiteral("Added: %1.\nGive the key with \"%2 tools secret stripe\", or in %3; a restricted key "
                       "is enough. Every call waits for a person until that is lifted.")
            .arg(names->join(QStringLiteral(", ")), context.program(),
                 OutsideTools::secretVariable(QStringLiteral("stripe"))));
    return 0;
}

void addHttpCommand(CLI::App &tools, CommandContext &context)
{
    auto *add = tools.add_subcommand("add-http", "Add a tool of an outside system from a file");
    auto given = std::make_shared<AddHttpOptions>();
    add->add_option("FILE", given->file, "Its definition in JSON, or an OpenAPI 3 document in JSON")
        ->required();
    add->add_flag("--openapi", given->isOpenApi,
                  "FILE is an OpenAPI document; alone it lists the operations");
    add->add_option("--operation", given->operation, "The operationId of the operation");
    add->add_option("--server", given->server, "The server's address, where the document names none");
    add->add_option("--name", given->name, "How the tool is called; else as its operation");
    add->add_option("--risk", given->risk, "What it can do at worst; else read for GET and write otherwise")
        ->check(CLI::IsMember({"read", "write", "money"}));
    add->add_flag("--allow-private", given->isPrivateAllowed,
                  "The server may be this machine or in its network");
    add->add_flag("--replace", given->isReplacing,
                  "Replace the tool of that name; its calls wait for a person again");
    add->footer("Example:\n  helmdeskctl tools add-http cancel-order.json\n"
                "  helmdeskctl tools add-http shop.json --openapi --operation cancelOrder");
    add->callback([&context, given] { context.exitCode = addHttp(context, *given); });
}

} // namespace

Result<OutsideDesk> OutsideDesk::open(const CommandContext &context)
{
    auto workspace = context.openWorkspace();
    if (!workspace)
        return workspace.error();
    OutsideDesk desk;
    desk.workspace = std::move(*workspace);
    desk.rows =
        std::make_unique<SqliteOutsideToolRepository>(desk.workspace->database(), desk.workspace->clock());
    desk.tools = std::make_unique<OutsideTools>(*desk.rows);
    return desk;
}

CLI::App &toolsGroup(CLI::App &app)
{
    const auto there = app.get_subcommands([](CLI::App *command) { return command->get_name() == "tools"; });
    if (!there.empty())
        return *there.front();
    auto *tools =
        app.add_subcommand("tools", "What the agent can do, on the desk's own and on outside systems");
    tools->require_subcommand(1);
    return *tools;
}

void addOutsideToolCommands(CLI::App &app, CommandContext &context)
{
    CLI::App &tools = toolsGroup(app);
    addHttpCommand(tools, context);
    const auto named = [&](const char *command, const char *about,
                           int (*act)(const CommandContext &, const QString &)) {
        auto *sub = tools.add_subcommand(command, about);
        auto name = std::make_shared<std::string>();
        sub->add_option("NAME", *name, "The name")->required();
        sub->callback(
            [&context, name, act] { context.exitCode = act(context, QString::fromStdString(*name)); });
    };
    named("secret", "Keep a secret of outside tools, from standard input", keepSecret);
    named("remove", "Remove an outside tool", removeTool);

    auto *approval =
        tools.add_subcommand("approval", "Whether every call of an outside tool waits for a person");
    auto name = std::make_shared<std::string>();
    auto state = std::make_shared<std::string>();
    approval->add_option("NAME", *name, "The tool")->required();
    approval->add_option("STATE", *state, "on or off")->required()->check(CLI::IsMember({"on", "off"}));
    approval->callback([&context, name, state] {
        context.exitCode = setApproval(context, QString::fromStdString(*name), *state == "on");
    });

    auto *stripe = tools.add_subcommand("add-stripe", "Add the tools of Stripe");
    auto given = std::make_shared<StripeOptions>();
    stripe->add_option("--origin", given->origin, "Another address than Stripe's own, for a test server");
    stripe->add_flag("--live", given->isLive, "Allow a key that moves real money");
    stripe->callback([&context, given] { context.exitCode = addStripe(context, *given); });
}

} // namespace Helmdesk
