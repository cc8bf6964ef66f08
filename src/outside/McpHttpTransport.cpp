#include "outside/McpHttpTransport.h"

#include "http/ServerSentEvents.h"

#include <algorithm>

namespace Helmdesk
{
namespace
{

constexpr qint64 mostBytes = 16 * 1024 * 1024;
constexpr std::chrono::milliseconds shortly{5000};
constexpr std::chrono::milliseconds longest{3'600'000}; // a server may say nothing until it is done

bool isAnswer(const Json &message, const Json &id)
{
    return message.is_object() && !message.contains("method") && memberOrNull(message, "id") == id;
}

bool isStream(const HttpHead &head)
{
    return head.header("Content-Type").toLower().startsWith("text/event-stream");
}

} // namespace

QByteArray mcpHeaderValue(const QString &value)
{
    const bool isPlain =
        !value.startsWith(QLatin1String("=?base64?")) &&
        std::ranges::all_of(value, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    return isPlain ? value.toLatin1() : "=?base64?" + value.toUtf8().toBase64() + "?=";
}

McpHttpTransport::McpHttpTransport(McpAddress address, std::shared_ptr<const GuardedHttp> http,
                                   Incoming incoming)
    : m_address(std::move(address))
    , m_where{{hostEntryOf(m_address.url)}, m_address.reach}
    , m_http(std::move(http))
    , m_incoming(std::move(incoming))
{
}

McpHttpTransport::~McpHttpTransport()
{
    if (m_session.isEmpty() || m_isLost)
        return;
    OutgoingRequest bye = post(Json());
    bye.method = "DELETE";
    bye.body.clear();
    (void)m_http->send(bye, m_where, RunControl().withDeadline(std::chrono::milliseconds(1000)));
}

OutgoingRequest McpHttpTransport::post(const Json &message) const
{
    OutgoingRequest request;
    request.url = m_address.url;
    request.body = toBytes(message);
    request.mostBytes = mostBytes;
    request.firstByteLimit = longest;
    request.quietLimit = longest;
    request.headers = {{"Content-Type", "application/json"},
                       {"Accept", "application/json, text/event-stream"}};
    if (!m_address.bearer.isEmpty())
        request.headers.push_back({"Authorization", "Bearer " + m_address.bearer});
    const std::lock_guard lock(m_mutex);
    const Json &params = memberOrNull(message, "params");
    // The question which version it is speaks the modern form already.
    const QString asked = stringOr(memberOrNull(params, "_meta"), "io.modelcontextprotocol/protocolVersion");
    const QByteArray version = asked.isEmpty() ? m_version : asked.toLatin1();
    if (!version.isEmpty())
        request.headers.push_back({"MCP-Protocol-Version", version});
    if (!asked.isEmpty()) {
        request.headers.push_back({"Mcp-Method", stringOr(message, "method").toLatin1()});
        if (params.contains("name"))
            request.headers.push_back({"Mcp-Name", mcpHeaderValue(stringOr(params, "name"))});
    }
    if (!m_session.isEmpty())
        request.headers.push_back({"Mcp-Session-Id", m_session});
    return request;
}

Result<Json> McpHttpTransport::exchange(const Json &message, const RunControl &control, const Late &)
{
    ServerSentEvents events;
    std::optional<Json> streamed;
    QByteArray body;
    const Json &id = message["id"];
    const auto take = [&](const ServerSentEvent &event) {
        const auto json = event.data.isEmpty() ? Result<Json>(Json()) : parseJson(event.data);
        if (!json || !json->is_object())
            return;
        if (isAnswer(*json, id)) {
            streamed = *json;
        } else if (json->contains("method")) {
            if (const auto answer = m_incoming(*json))
                (void)notify(*answer);
        }
    };
    const auto sent =
        m_http->send(post(message), m_where, control, [&](const HttpHead &head, const QByteArray &piece) {
            if (!isStream(head)) {
                body += piece;
                return true;
            }
            for (const ServerSentEvent &event : events.take(piece))
                take(event);
            return !streamed;
        });
    if (!sent)
        return Error{sent.error().kind == ErrorKind::Unavailable ? ErrorKind::NotFound : sent.error().kind,
                     sent.error().detail};
    for (const ServerSentEvent &event : events.finish())
        take(event);
    HttpAnswer answer = *sent;
    answer.body = body;
    auto told = answerIn(answer, std::move(streamed), control);
    const bool isGivenUp =
        !told && (told.error().kind == ErrorKind::Timeout || told.error().kind == ErrorKind::Cancelled);
    if (isGivenUp && !m_isModern && stringOr(message, "method") != QLatin1String("initialize"))
        (void)notify(JsonRpc::notification("notifications/cancelled",
                                           {{"requestId", id}, {"reason", "nobody waits any more"}}));
    return told;
}

Result<Json> McpHttpTransport::answerIn(const HttpAnswer &answer, std::optional<Json> streamed,
                                        const RunControl &control)
{
    if (const QByteArray session = answer.head.header("Mcp-Session-Id"); !session.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        m_session = session;
    }
    if (streamed)
        return std::move(*streamed);
    if (answer.fault) {
        const HttpFault fault = *answer.fault;
        if (fault == HttpFault::Refused || fault == HttpFault::Unknown)
            return Error{ErrorKind::NotFound, answer.detail};
        if (fault == HttpFault::Tls || fault == HttpFault::Redirect)
            return Error{ErrorKind::Denied, answer.detail};
        if (auto over = control.check(); !over)
            return over.error();
        return Error{fault == HttpFault::Stalled ? ErrorKind::Timeout : ErrorKind::Unavailable,
                     answer.detail};
    }
    const int status = answer.head.status;
    const auto json = parseJson(answer.body);
    const bool isMessage = json && json->is_object() && (json->contains("result") || json->contains("error"));
    // Some leave the id of an error out or write one of their own; only one request is open here.
    if (isMessage && (status == 200 || json->contains("error"))) {
        if (status != 404 || m_session.isEmpty() || m_isModern)
            return *json;
    }
    if (status == 401 || status == 403)
        return Error{ErrorKind::Denied,
                     QStringLiteral("the server wants another token (HTTP %1)").arg(status)};
    if ((status == 404 || status == 400) && !m_session.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        m_isLost = true;
        return Error{ErrorKind::Conflict, QStringLiteral("the server has forgotten the session")};
    }
    if (status >= 400 && status < 500 && status != 408 && status != 409 && status != 429)
        return Error{ErrorKind::Denied, QStringLiteral("the server refuses (HTTP %1)").arg(status)};
    return Error{ErrorKind::Unavailable,
                 QStringLiteral("the server answered with HTTP %1 and no message").arg(status)};
}

Result<> McpHttpTransport::notify(const Json &notification)
{
    const auto sent = m_http->send(post(notification), m_where, RunControl().withDeadline(shortly));
    if (!sent)
        return sent.error();
    return sent->fault ? Result<>(Error{ErrorKind::Unavailable, sent->detail}) : Result<>();
}

bool McpHttpTransport::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return !m_isLost;
}

void McpHttpTransport::setVersion(const QString &version, bool isModern)
{
    const std::lock_guard lock(m_mutex);
    m_version = version.toLatin1();
    m_isModern = isModern;
}

} // namespace Helmdesk
