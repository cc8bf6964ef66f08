#include "app/McpToolServer.h"

#include "app/Workspace.h"
#include "pipeline/RateSettings.h"
#include "store/SqliteBusinessBackend.h"
#include "store/SqliteEffectLedger.h"
#include "tools/ToolRunner.h"

#include <algorithm>
#include <array>
#include <QLoggingCategory>
#include <QUuid>

namespace Helmdesk
{
namespace
{

constexpr int parseError = -32700;
constexpr int invalidRequest = -32600;
constexpr int methodNotFound = -32601;
constexpr int invalidParams = -32602;
constexpr int unsupportedVersion = -32022;
constexpr qint64 approvalLifetimeSeconds = 24 * 3600;
constexpr std::array versions{"2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26"}; // newest first
constexpr const char *metaVersion = "io.modelcontextprotocol/protocolVersion";

bool isKnown(const QString &version)
{
    return std::ranges::any_of(versions, [&](const char *one) { return version == QLatin1String(one); });
}

Json serverInfo()
{
    return {{"name", "helmdesk"}, {"title", "Helmdesk"}, {"version", "1"}};
}

Json failure(const Json &id, int code, const QString &message, const Json &data = {})
{
    Json error{{"code", code}, {"message", message}};
    if (!data.is_null())
        error["data"] = data;
    return {{"jsonrpc", "2.0"}, {"id", id}, {"error", std::move(error)}};
}

Json initialized(const Json &params)
{
    const QString asked = stringOr(params, "protocolVersion");
    const bool isOlder = isKnown(asked) && asked != QLatin1String(versions.front());
    return {{"protocolVersion", isOlder ? asked : QString::fromLatin1(versions[1])},
            {"capabilities", {{"tools", Json::object()}}},
            {"serverInfo", serverInfo()}};
}

Json discovered()
{
    Json supported = Json::array();
    for (const char *version : versions)
        supported.push_back(version);
    return {{"supportedVersions", std::move(supported)},
            {"capabilities", {{"tools", Json::object()}}},
            {"ttlMs", 0},
            {"cacheScope", "private"},
            {"_meta", {{"io.modelcontextprotocol/serverInfo", serverInfo()}}}};
}

// What the outside agent is told of a call.
Json toldOf(const ToolCall &call)
{
    Json structured;
    QString text;
    switch (call.status) {
    case ToolStatus::Done:
        structured = call.result.is_object() ? call.result : Json{{"result", call.result}};
        text = QString::fromUtf8(toBytes(structured));
        break;
    case ToolStatus::PendingApproval:
        structured = {{"status", "waits_for_a_person"}, {"approval", call.approval.value}};
        text = QStringLiteral(
                   "Not done: it waits for a person as approval %1 (%2). Ask for it again with the same "
                   "arguments when somebody has decided.")
                   .arg(call.approval.value)
                   .arg(call.preview);
        break;
    default:
        structured = {{"status", nameOf(call.status)}, {"reason", call.failure}};
        if (!call.rule.isEmpty())
            structured["rule"] = call.rule;
        text = QStringLiteral("Not done (%1): %2").arg(nameOf(call.status), call.failure);
        break;
    }
    return {{"content", Json::array({Json{{"type", "text"}, {"text", text}}})},
            {"structuredContent", std::move(structured)},
            {"isError", call.status != ToolStatus::Done}};
}

} // namespace

McpToolServer::McpToolServer(Workspace &workspace, QString customer)
    : m_workspace(workspace)
    , m_customer(std::move(customer))
{
    // The registry is the workspace's, which outlives this.
    const std::shared_ptr<const ToolRegistry> registry(std::shared_ptr<void>(), &workspace.tools());
    const auto ledger = std::make_shared<SqliteEffectLedger>(workspace.database());
    auto gate =
        std::make_shared<PolicyGate>(registry, std::make_shared<SqliteBusinessBackend>(workspace.database()),
                                     ledger, [&workspace] { return workspace.policy(); });
    m_runner = std::make_unique<ToolRunner>(registry, std::move(gate), ledger);
}

McpToolServer::~McpToolServer() = default;

std::optional<Json> McpToolServer::answer(const QByteArray &bytes)
{
    const auto message = parseJson(bytes);
    if (!message)
        return failure(Json(), parseError, QStringLiteral("not JSON"));
    const Json id = memberOrNull(*message, "id");
    const QString method = stringOr(*message, "method");
    if (!message->is_object() || (!id.is_null() && !id.is_string() && !id.is_number_integer()))
        return failure(Json(), invalidRequest, QStringLiteral("not a request"));
    if (method.isEmpty() || id.is_null()) // an answer, or a notification
        return std::nullopt;
    const Json &params = memberOrNull(*message, "params");
    const QString version = stringOr(memberOrNull(params, "_meta"), metaVersion);
    if (!version.isEmpty() && !isKnown(version))
        return failure(id, unsupportedVersion,
                       QStringLiteral("this version of the protocol is not known here"),
                       {{"supported", discovered()["supportedVersions"]}, {"requested", version}});
    Result<Json> result = Json::object();
    if (method == QLatin1String("initialize"))
        result = initialized(params);
    else if (method == QLatin1String("server/discover"))
        result = discovered();
    else if (method == QLatin1String("tools/list"))
        result = list();
    else if (method == QLatin1String("tools/call"))
        result = call(params);
    else if (method != QLatin1String("ping"))
        return failure(id, methodNotFound,
                       QStringLiteral("there is no method %1 here").arg(method.left(100)));
    if (!result)
        return failure(id, invalidParams, result.error().detail);
    if (version == QLatin1String(versions.front()))
        (*result)["resultType"] = "complete";
    return Json{{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(*result)}};
}

Json McpToolServer::list() const
{
    Json tools = Json::array();
    for (const ToolSpec *spec : m_workspace.tools().specs())
        tools.push_back({{"name", spec->name},
                         {"description", spec->description},
                         {"inputSchema", spec->schema},
                         {"annotations",
                          {{"readOnlyHint", spec->risk == RiskClass::Read},
                           {"destructiveHint", spec->risk == RiskClass::Money},
                           {"idempotentHint", true}}}});
    return {{"tools", std::move(tools)}, {"ttlMs", 0}, {"cacheScope", "private"}};
}

Result<Json> McpToolServer::call(const Json &params)
{
    const QString tool = stringOr(params, "name");
    Json args = memberOrNull(params, "arguments");
    if (args.is_null())
        args = Json::object();
    if (m_workspace.tools().find(tool) == nullptr || !args.is_object())
        return Error{ErrorKind::InvalidInput, QStringLiteral("there is no such tool, or no such arguments")};
    return toldOf(made(tool, args));
}

void McpToolServer::takeSettings(const Settings &settings, ToolContext &context)
{
    context.settings = settings;
    context.channel = ChannelKind::Api;
    context.limits.rates = exchangeRatesOf(settings);
    context.limits.timeout =
        std::chrono::milliseconds(static_cast<qint64>(settings.toolTimeoutSeconds() * 1000.0));
}

ToolCall McpToolServer::made(const QString &tool, const Json &args)
{
    const QString digest = argumentsDigest(tool, args);
    if (const auto known = m_effects.find(digest); known != m_effects.end()) {
        if (known->second.status == ToolStatus::PendingApproval)
            known->second = goneOn(known->second);
        return known->second;
    }
    const Settings settings = m_workspace.settings();
    ToolContext context;
    context.customer = m_customer;
    context.now = m_workspace.clock().now();
    takeSettings(settings, context);
    // While the settings cannot be read nothing acts.
    const ExecutionMode mode = settings.isHeldBack() ? ExecutionMode::HoldWrites : ExecutionMode::Execute;
    ToolCall call = m_runner->run({tool, args}, context, mode, {});
    if (call.status == ToolStatus::PendingApproval)
        askForApproval(call);
    const bool isEffect = m_workspace.tools().find(tool)->spec().risk != RiskClass::Read;
    // What was refused may be asked for again; what may have happened not.
    const bool isOpen = call.status == ToolStatus::Denied ||
                        (call.status == ToolStatus::Failed &&
                         stringOr(call.result, "error") != QLatin1String("outcome_unknown"));
    if (call.status == ToolStatus::PendingApproval || (isEffect && !isOpen))
        m_effects[digest] = call;
    return call;
}

Result<ApprovalId> McpToolServer::requested(const ToolCall &call)
{
    ToolContext context;
    context.customer = m_customer;
    context.now = m_workspace.clock().now();
    if (!m_conversation.isValid()) {
        ConversationOpening opening;
        opening.key = QStringLiteral("mcp-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        opening.customer = m_customer;
        opening.subject = QStringLiteral("Another agent");
        opening.at = context.now;
        auto conversation = m_workspace.conversations().findOrCreate(opening);
        if (!conversation)
            return conversation.error();
        m_conversation = conversation->id;
    }
    Message line;
    line.conversation = m_conversation;
    line.author = Author::System;
    line.text = QStringLiteral("Another agent asks for %1: %2").arg(call.name, call.preview);
    line.at = context.now;
    if (auto told = m_workspace.conversations().append(line); !told)
        return told.error();
    NewApproval request;
    request.callKey = call.key;
    request.conversation = m_conversation;
    request.tool = call.name;
    request.args = call.args;
    request.amount = moneyIn(call.args);
    request.customer = m_customer;
    request.preview = call.preview;
    request.shown = m_runner->describe(call, context);
    request.createdAt = context.now;
    request.expiresAt = context.now.addSecs(approvalLifetimeSeconds);
    auto approval = m_workspace.approvals().create(request);
    return approval ? Result<ApprovalId>(approval->id) : Result<ApprovalId>(approval.error());
}

void McpToolServer::askForApproval(ToolCall &call)
{
    const auto approval = requested(call);
    if (approval) {
        call.approval = *approval;
        return;
    }
    call.status = ToolStatus::Failed;
    call.failure = QStringLiteral("The approval could not be asked for.");
    qWarning().noquote() << "an approval could not be asked for:" << approval.error().detail;
}

// What became of a call that waits.
ToolCall McpToolServer::goneOn(const ToolCall &waiting)
{
    auto approval = m_workspace.approvals().get(waiting.approval);
    if (!approval || !*approval)
        return waiting;
    const Approval &decided = **approval;
    if (decided.state == ApprovalState::Pending)
        return waiting;
    if (decided.state != ApprovalState::Approved) {
        ToolCall denied = waiting;
        denied.status = ToolStatus::Denied;
        denied.failure = decided.reason.isEmpty()
                             ? QStringLiteral("A person said no, or nobody decided in time.")
                             : decided.reason;
        return denied;
    }
    const Settings settings = m_workspace.settings();
    if (settings.isHeldBack())
        return waiting;
    ToolContext context;
    context.customer = m_customer;
    context.now = m_workspace.clock().now();
    takeSettings(settings, context);
    const Grant grant{decided.decidedBy,    decided.request.customer, decided.request.tool,
                      decided.request.args, decided.request.preview,  decided.request.shown};
    ToolCall call = m_runner->runApproved(waiting, context, grant);
    if (call.status == ToolStatus::PendingApproval) // what was shown has changed: a new question
        askForApproval(call);
    return call;
}

} // namespace Helmdesk
