#include "outside/McpSession.h"

#include <algorithm>
#include <cmath>
#include <QSet>

namespace Helmdesk
{
namespace
{

constexpr int mostPages = 100;
constexpr std::chrono::milliseconds longestQuestion{3000}; // for the version: silence means an older one

const QString metaVersion = QStringLiteral("io.modelcontextprotocol/protocolVersion");

bool isOlderVersion(const QString &version)
{
    static const QStringList known{QString::fromLatin1(McpSession::versionBefore),
                                   QStringLiteral("2025-06-18"), QStringLiteral("2025-03-26"),
                                   QStringLiteral("2024-11-05")};
    return known.contains(version);
}

Json clientInfo()
{
    return {{"name", "helmdesk"}, {"version", "1"}};
}

} // namespace

McpSession::~McpSession() = default;

Result<std::shared_ptr<McpSession>> McpSession::open(const MakeTransport &make, const RunControl &control)
{
    std::shared_ptr<McpSession> session(new McpSession);
    auto transport = make([raw = session.get()](const Json &message) { return raw->take(message); });
    if (!transport)
        return transport.error();
    session->m_transport = std::move(*transport);
    if (auto settled = session->settle(control); !settled)
        return settled.error();
    return session;
}

// What the server sends by itself. Its numbers may be those of requests of ours: it is told by the method.
std::optional<Json> McpSession::take(const Json &message)
{
    const QString method = stringOr(message, "method");
    if (method == QLatin1String("notifications/tools/list_changed"))
        m_listChanged.store(true);
    if (method == QLatin1String("notifications/progress")) {
        const Json &params = memberOrNull(message, "params");
        RunControl control;
        {
            const std::lock_guard lock(m_mutex);
            const auto found = m_progress.find(toInteger(memberOrNull(params, "progressToken"), -1));
            if (found == m_progress.end())
                return std::nullopt;
            control = found->second;
        }
        control.progress(std::llround(numberOr(params, "progress", 0)),
                         std::llround(numberOr(params, "total", 0)));
    }
    return JsonRpc::answerTo(message);
}

Json McpSession::withMeta(Json params) const
{
    if (!m_isModern)
        return params;
    Json &meta = params["_meta"];
    meta[metaVersion.toStdString()] = m_version;
    meta["io.modelcontextprotocol/clientCapabilities"] = Json::object();
    meta["io.modelcontextprotocol/clientInfo"] = clientInfo();
    return params;
}

Result<Json> McpSession::ask(const char *method, Json params, const RunControl &control,
                             const McpTransport::Late &late)
{
    const qint64 id = m_nextId.fetch_add(1);
    return m_transport->exchange(JsonRpc::request(id, method, withMeta(std::move(params))), control, late);
}

// The version is settled once. Whatever else than a clear yes comes back means an older one.
bool McpSession::isModernAfter(const Result<Json> &discovered)
{
    if (!discovered)
        return false;
    const Json &result = memberOrNull(*discovered, "result");
    const Json &error = memberOrNull(*discovered, "error");
    Json versions = memberOrNull(result, "supportedVersions");
    if (integerOr(error, "code", 0) == JsonRpc::unsupportedVersion)
        versions = memberOrNull(memberOrNull(error, "data"), "supported");
    if (result.is_object())
        m_serverName = stringOr(
            memberOrNull(memberOrNull(result, "_meta"), "io.modelcontextprotocol/serverInfo"), "name");
    return versions.is_array() &&
           std::find(versions.begin(), versions.end(), Json(newestVersion)) != versions.end();
}

Result<> McpSession::settle(const RunControl &control)
{
    m_isModern = true;
    m_version = QString::fromLatin1(newestVersion);
    const auto discovered = ask("server/discover", Json::object(), control.withDeadline(longestQuestion));
    if (!discovered && discovered.error().kind == ErrorKind::NotFound)
        return discovered.error(); // nobody is there
    if (!m_transport->isHttp() && !m_transport->isOpen())
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the server ended at once: %1").arg(lastWords().right(300))};
    if (isModernAfter(discovered)) {
        m_transport->setVersion(m_version, true);
        return {};
    }
    m_isModern = false;
    m_version.clear();
    return initialize(control);
}

Result<> McpSession::initialize(const RunControl &control)
{
    const auto answer = ask(
        "initialize",
        {{"protocolVersion", versionBefore}, {"capabilities", Json::object()}, {"clientInfo", clientInfo()}},
        control);
    if (!answer)
        return answer.error();
    const Json &result = memberOrNull(*answer, "result");
    m_version = stringOr(result, "protocolVersion");
    if (!isOlderVersion(m_version))
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("the server speaks no version of the protocol that the "
                                    "desk knows")};
    m_serverName = stringOr(memberOrNull(result, "serverInfo"), "name");
    m_transport->setVersion(m_version, false);
    return m_transport->notify(JsonRpc::notification("notifications/initialized", Json::object()));
}

Result<std::vector<Json>> McpSession::listTools(const RunControl &control)
{
    std::vector<Json> tools;
    QSet<QString> seen;
    Json params = Json::object();
    for (int page = 0; page < mostPages; ++page) {
        const auto answer = ask("tools/list", params, control);
        if (!answer)
            return answer.error();
        const Json &result = memberOrNull(*answer, "result");
        const Json &listed = memberOrNull(result, "tools");
        if (!listed.is_array())
            return Error{ErrorKind::Unavailable, QStringLiteral("the server does not list its tools")};
        for (const Json &tool : listed) {
            if (!stringOr(tool, "name").isEmpty())
                tools.push_back(tool);
        }
        const Json &next = memberOrNull(result, "nextCursor"); // an empty text is one
        if (!next.is_string())
            return tools;
        if (seen.contains(next.get<QString>()))
            break;
        seen.insert(next.get<QString>());
        params = {{"cursor", next}};
    }
    return Error{ErrorKind::Corrupt, QStringLiteral("the server's list of tools has no end")};
}

McpOutcome McpSession::outcomeOf(const Json &response)
{
    using Kind = McpOutcome::Kind;
    const Json &error = memberOrNull(response, "error");
    if (error.is_object()) {
        const qint64 code = integerOr(error, "code", 0);
        const bool neverRan = code == JsonRpc::methodNotFound || code == JsonRpc::invalidParams;
        return {neverRan ? Kind::NeverRan : Kind::Unknown,
                {},
                QStringLiteral("error %1: %2").arg(code).arg(stringOr(error, "message").left(300)),
                neverRan ? ErrorKind::InvalidInput : ErrorKind::Unavailable};
    }
    const Json &result = memberOrNull(response, "result");
    const QString type = stringOr(result, "resultType", QStringLiteral("complete"));
    if (!result.is_object() || type != QLatin1String("complete"))
        return {Kind::Unknown,
                {},
                QStringLiteral("the server answered \"%1\"").arg(type.left(40)),
                ErrorKind::Unavailable};
    return {
        boolOr(result, "isError", false) ? Kind::ToolFailed : Kind::Done, result, {}, ErrorKind::Unavailable};
}

McpOutcome McpSession::call(const QString &tool, const Json &args, const Json &, const RunControl &control,
                            const McpTransport::Late &late)
{
    const qint64 id = m_nextId.fetch_add(1);
    {
        const std::lock_guard lock(m_mutex);
        m_progress[id] = control;
    }
    const Json params{{"name", tool},
                      {"arguments", args.is_object() ? args : Json::object()},
                      {"_meta", {{"progressToken", id}}}};
    const auto answer =
        m_transport->exchange(JsonRpc::request(id, "tools/call", withMeta(params)), control, late);
    {
        const std::lock_guard lock(m_mutex);
        m_progress.erase(id);
    }
    if (answer)
        return outcomeOf(*answer);
    const ErrorKind kind = answer.error().kind;
    const bool neverRan =
        kind == ErrorKind::NotFound || kind == ErrorKind::Denied || kind == ErrorKind::Conflict;
    return {
        neverRan ? McpOutcome::Kind::NeverRan : McpOutcome::Kind::Unknown, {}, answer.error().detail, kind};
}

} // namespace Helmdesk
