#include "cli/OutsideCommands.h"

#include "app/McpToolServer.h"
#include "outside/McpListing.h"
#include "outside/McpTool.h"
#include "store/SqliteBusinessBackend.h"

#include <algorithm>
#include <memory>
#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

// MCP servers whose tools the desk uses, and the desk as one.
namespace Helmdesk
{
namespace
{

constexpr qint64 longestLine = 4 * 1024 * 1024;

struct AddServerOptions {
    std::string name;
    std::vector<std::string> command;
    std::vector<std::string> environment;
    std::vector<std::string> secrets; // VARIABLE=NAME
    std::string url;
    std::string bearer;
    bool isPrivateAllowed = false;
};

struct ConsentOptions {
    std::string name;
    std::string tool;
    bool isReading = false;
    bool isMoney = false;
};

QString stateOf(const OutsideToolRow &row)
{
    if (row.consented.isEmpty())
        return QStringLiteral("new, off until \"mcp consent\"");
    if (!row.isConsented())
        return QStringLiteral("changed, off until \"mcp consent\"");
    return row.needsApproval ? QStringLiteral("on, waits for a person") : QStringLiteral("on");
}

Json toJson(const OutsideToolRow &row)
{
    const McpToolDefinition definition = McpToolDefinition::from(row.definition);
    return {{"name", row.name},
            {"tool", definition.tool},
            {"description", McpListing::description(definition.listing)},
            {"claims", McpListing::claims(definition.listing)},
            {"risk", nameOf(definition.risk)},
            {"consented", row.isConsented()},
            {"changed", !row.consented.isEmpty() && !row.isConsented()},
            {"needs_approval", row.needsApproval},
            {"input_schema", memberOrNull(definition.listing, "inputSchema")}};
}

QString linesOf(const OutsideToolRow &row)
{
    const McpToolDefinition definition = McpToolDefinition::from(row.definition);
    const QString claims = McpListing::claims(definition.listing);
    return QStringLiteral("  %1 (%2): %3\n    %4%5")
        .arg(row.name, nameOf(definition.risk), stateOf(row),
             McpListing::description(definition.listing).simplified().left(200),
             claims.isEmpty() ? QString() : QStringLiteral("\n    ") + claims);
}

Result<McpServerDefinition> definitionOf(const AddServerOptions &given)
{
    Json json = Json::object();
    if (!given.command.empty()) {
        const QString program = QStandardPaths::findExecutable(QString::fromStdString(given.command.front()));
        if (program.isEmpty())
            return Error{
                ErrorKind::NotFound,
                QStringLiteral("there is no program %1").arg(QString::fromStdString(given.command.front()))};
        json["command"] = given.command;
        json["command"][0] = program;
    }
    json["environment"] = given.environment;
    for (const std::string &pair : given.secrets) {
        const QString text = QString::fromStdString(pair);
        json["secrets"][text.section(QLatin1Char('='), 0, 0).toStdString()] =
            text.section(QLatin1Char('='), 1);
    }
    if (!given.url.empty())
        json["url"] = given.url;
    json["bearer"] = given.bearer;
    json["allow_private"] = given.isPrivateAllowed;
    return McpServerDefinition::parse(QString::fromStdString(given.name), json);
}

int addServer(const CommandContext &context, const AddServerOptions &given)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    auto definition = definitionOf(given);
    if (!definition)
        return out.fail(definition.error());
    if (!out.isJson())
        out.line(QStringLiteral("%1 %2").arg(definition->name, startOf(*definition)));
    auto rows = desk->tools->addServer(*definition, systemUserName(), RunControl());
    if (!rows)
        return out.fail(rows.error());
    Json tools = Json::array();
    QStringList lines;
    for (const OutsideToolRow &row : *rows) {
        tools.push_back(toJson(row));
        lines << linesOf(row);
    }
    lines << QStringLiteral("None of them acts until \"%1 mcp consent %2\".")
                 .arg(context.program(), definition->name);
    out.result({{"server", definition->name}, {"tools", tools}}, lines.join(QLatin1Char('\n')));
    return 0;
}

int listServers(const CommandContext &context, bool isRefreshing)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    OutsideTools &outside = *desk->tools;
    auto servers = outside.repository().servers();
    if (!servers)
        return out.fail(servers.error());
    Json list = Json::array();
    QStringList lines;
    for (const McpServerRow &server : *servers) {
        if (isRefreshing) {
            if (auto asked = outside.refresh(server.name, RunControl()); !asked)
                out.warn(QStringLiteral("%1: %2").arg(server.name, asked.error().detail));
        }
        auto rows = outside.repository().tools();
        if (!rows)
            return out.fail(rows.error());
        const auto definition = McpServerDefinition::parse(server.name, server.definition);
        lines << QStringLiteral("%1 %2").arg(server.name,
                                             definition ? startOf(*definition) : definition.error().detail);
        Json tools = Json::array();
        for (const OutsideToolRow &row : *rows) {
            if (row.server != server.name)
                continue;
            tools.push_back(toJson(row));
            lines << linesOf(row);
        }
        list.push_back(
            {{"name", server.name}, {"definition", server.definition}, {"tools", std::move(tools)}});
    }
    if (lines.isEmpty())
        lines << QStringLiteral("No MCP server.");
    out.result({{"servers", std::move(list)}}, lines.join(QLatin1Char('\n')));
    return 0;
}

int consent(const CommandContext &context, const ConsentOptions &given)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    std::optional<RiskClass> risk;
    if (given.isReading || given.isMoney)
        risk = given.isReading ? RiskClass::Read : RiskClass::Money;
    auto rows = desk->tools->consent(QString::fromStdString(given.name), QString::fromStdString(given.tool),
                                     risk, systemUserName());
    if (!rows)
        return out.fail(rows.error());
    Json tools = Json::array();
    QStringList lines;
    for (const OutsideToolRow &row : *rows) {
        tools.push_back(toJson(row));
        lines << linesOf(row);
    }
    lines << QStringLiteral("A desk that runs uses them after its next start.");
    out.result({{"tools", std::move(tools)}}, lines.join(QLatin1Char('\n')));
    return 0;
}

int removeServer(const CommandContext &context, const QString &name)
{
    const Output out = context.output();
    auto desk = OutsideDesk::open(context);
    if (!desk)
        return out.fail(desk.error());
    if (auto removed = desk->tools->removeServer(name, systemUserName()); !removed)
        return out.fail(removed.error());
    out.result({{"removed", name}}, QStringLiteral("The server %1 and its tools are gone.").arg(name));
    return 0;
}

// Standard output belongs to the protocol from here on.
int serveMcp(const CommandContext &context, const std::string &customer)
{
    const Output out = context.output();
    auto workspace = context.openDesk();
    if (!workspace)
        return out.fail(workspace.error());
    const QString bound = QString::fromStdString(customer);
    auto known = (*workspace)->backend().customer(bound);
    if (!known)
        return out.fail(known.error());
    if (!*known)
        return out.fail({ErrorKind::NotFound, QStringLiteral("there is no customer %1").arg(bound)});
    McpToolServer server(**workspace, bound);
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return out.fail({ErrorKind::Io, QStringLiteral("there is no input or output to speak over")});
    while (true) {
        const QByteArray line = input.readLine(longestLine);
        if (line.isEmpty() || (!line.endsWith('\n') && line.size() >= longestLine - 1))
            break;
        if (line.trimmed().isEmpty())
            continue;
        if (const auto answer = server.answer(line)) {
            output.write(toBytes(*answer) + '\n');
            output.flush();
        }
    }
    return 0;
}

void addAddCommand(CLI::App &mcp, CommandContext &context)
{
    auto *add = mcp.add_subcommand("add", "Add a server and look at its tools; none acts before a consent");
    auto given = std::make_shared<AddServerOptions>();
    add->add_option("NAME", given->name, "How it is called here")->required();
    add->add_option("COMMAND", given->command, "The program that is the server, and its arguments, after --");
    add->add_option("--env", given->environment, "A variable of the environment that it may see");
    add->add_option("--secret", given->secrets, "VARIABLE=NAME: a secret in a variable of its environment");
    add->add_option("--url", given->url, "The address of a server over HTTP");
    add->add_option("--bearer", given->bearer, "The name of the secret that is its token");
    add->add_flag("--allow-private", given->isPrivateAllowed, "It may be this machine or in its network");
    add->footer("Example:\n  helmdeskctl mcp add shop -- shop-mcp-server --read-write\n"
                "  helmdeskctl mcp add shop --url https://shop.example/mcp --bearer shop");
    add->callback([&context, given] { context.exitCode = addServer(context, *given); });
}

} // namespace

void addMcpCommands(CLI::App &app, CommandContext &context)
{
    auto *mcp = app.add_subcommand("mcp", "Servers of the Model Context Protocol whose tools the desk uses");
    mcp->require_subcommand(1);
    addAddCommand(*mcp, context);

    auto *list = mcp->add_subcommand("list", "The servers and their tools");
    auto isRefreshing = std::make_shared<bool>(false);
    list->add_flag("--refresh", *isRefreshing, "Ask them for their tools again");
    list->callback([&context, isRefreshing] { context.exitCode = listServers(context, *isRefreshing); });

    auto *agree = mcp->add_subcommand("consent", "Agree to a server's tools as \"mcp list\" shows them");
    auto agreed = std::make_shared<ConsentOptions>();
    agree->add_option("NAME", agreed->name, "The server")->required();
    agree->add_option("--tool", agreed->tool, "One of its tools alone");
    auto *reading = agree->add_flag("--reads", agreed->isReading, "You know that it only reads");
    agree->add_flag("--money", agreed->isMoney, "It moves money")->excludes(reading);
    agree->callback([&context, agreed] { context.exitCode = consent(context, *agreed); });

    auto *remove = mcp->add_subcommand("remove", "Remove a server and its tools");
    auto name = std::make_shared<std::string>();
    remove->add_option("NAME", *name, "The server")->required();
    remove->callback(
        [&context, name] { context.exitCode = removeServer(context, QString::fromStdString(*name)); });

    auto *serve = toolsGroup(app).add_subcommand(
        "serve-mcp",
        "Lend the desk's tools to another agent, for one customer, over standard input and output");
    auto customer = std::make_shared<std::string>();
    serve->add_option("--customer", *customer, "The id of the customer for whom all calls are")->required();
    serve->callback([&context, customer] { context.exitCode = serveMcp(context, *customer); });
}

} // namespace Helmdesk
