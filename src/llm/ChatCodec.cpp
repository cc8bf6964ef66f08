#include "llm/ChatCodec.h"

#include "http/RetryPolicy.h"
#include "llm/AnthropicCodec.h"
#include "llm/OpenAiChatCodec.h"
#include "llm/OpenAiResponsesCodec.h"

#include <algorithm>
#include <set>

namespace Helmdesk
{
namespace
{

constexpr qsizetype mostSaid = 300; // characters of a server's own message

struct ErrorBody {
    QString code; // of the innermost, which says most
    QString type;
    QString message;
};

QString codeText(const Json &value)
{
    if (value.is_string())
        return value.get<QString>();
    return value.is_number_integer() ? QString::number(value.get<qint64>()) : QString();
}

// {"error":{...}}, {"error":"text"}, {"type":"error","error":{...}}, or the inner object itself.
ErrorBody errorIn(const Json &json)
{
    const Json &outer = memberOrNull(json, "error");
    if (outer.is_string())
        return {{}, {}, outer.get<QString>()};
    const Json &error = outer.is_object() ? outer : json;
    ErrorBody out{codeText(memberOrNull(error, "code")), stringOr(error, "type"), stringOr(error, "message")};
    if (const QString inner = stringOr(memberOrNull(error, "details"), "error_code"); !inner.isEmpty())
        out.code = inner;
    return out;
}

bool isMoney(const ErrorBody &error)
{
    static const std::set<QString> codes{QStringLiteral("insufficient_quota"),
                                         QStringLiteral("credit_balance_exhausted"),
                                         QStringLiteral("organization_spend_limit_exceeded"),
                                         QStringLiteral("project_spend_limit_exceeded"),
                                         QStringLiteral("organization_usage_limit_exceeded"),
                                         QStringLiteral("enforced_spend_limit_reached"),
                                         QStringLiteral("billing_error")};
    return codes.contains(error.code) || codes.contains(error.type);
}

ChatFault faultOfStatus(int status, const ErrorBody &error)
{
    if (isMoney(error) || status == 402)
        return ChatFault::MoneySpent;
    if (error.code == QLatin1String("context_length_exceeded") ||
        error.type == QLatin1String("exceed_context_size_error") || status == 413)
        return ChatFault::ContextFull;
    if (error.code == QLatin1String("content_filter"))
        return ChatFault::Filtered;
    if (error.code == QLatin1String("model_not_found") || error.type == QLatin1String("not_found_error"))
        return ChatFault::NoSuchModel;
    if (error.type == QLatin1String("overloaded_error"))
        return ChatFault::Overloaded;
    if (error.type == QLatin1String("rate_limit_error"))
        return ChatFault::RateLimited;
    if (error.type == QLatin1String("authentication_error") || error.code == QLatin1String("invalid_api_key"))
        return ChatFault::KeyWrong;
    switch (status) {
    case 401:
    case 403:
        return ChatFault::KeyWrong;
    case 404:
        return ChatFault::NoSuchModel;
    case 408:
        return ChatFault::Timeout;
    case 429:
        return ChatFault::RateLimited;
    case 503:
    case 529:
        return ChatFault::Overloaded;
    default:
        return status >= 500 ? ChatFault::Server : ChatFault::BadRequest;
    }
}

} // namespace

void ReplyBuilder::addText(const QString &piece)
{
    if (piece.isEmpty())
        return;
    text += piece;
    if (m_sink)
        m_sink(piece);
}

ReplyBuilder::Call &ReplyBuilder::callAt(qint64 index)
{
    const auto found = std::ranges::find(calls, index, &Call::index);
    if (found != calls.end())
        return *found;
    calls.push_back({.index = index});
    return calls.back();
}

void ReplyBuilder::fail(ChatFault fault, const QString &detail, const QString &serverSaid)
{
    if (m_failure)
        return;
    m_failure = ChatResult::failed(fault, detail).failure;
    m_failure->serverSaid = serverSaid.left(mostSaid);
}

ChatResult ReplyBuilder::finish(bool isWhole)
{
    ChatResult result;
    if (!m_failure && !stop && !(isWhole && hasEnded))
        fail(ChatFault::Cut);
    if (!m_failure && stop == StopReason::Filtered)
        fail(ChatFault::Filtered);
    if (!m_failure && stop == StopReason::Refused)
        fail(ChatFault::Refusal);
    if (!m_failure && text.trimmed().isEmpty() && calls.empty())
        fail(stop == StopReason::Length ? ChatFault::Truncated : ChatFault::Empty);
    result.usage = usage;
    if (m_failure) {
        result.failure = *m_failure;
        return result;
    }
    ChatReply reply;
    reply.text = text;
    reply.stop = stop.value_or(StopReason::Unknown);
    reply.opaque = opaque;
    std::set<QString> ids;
    for (Call &call : calls) {
        ModelCall made{call.id, call.name, call.whole, {}};
        if (!call.whole.is_object()) {
            const auto parsed =
                parseJson(call.arguments.trimmed().isEmpty() ? QByteArray("{}") : call.arguments);
            if (parsed && parsed->is_object()) {
                made.args = *parsed;
            } else {
                made.args = Json::object();
                made.raw = QString::fromUtf8(call.arguments);
            }
        }
        if (made.id.isEmpty() || ids.contains(made.id))
            made.id = QStringLiteral("call_%1").arg(reply.calls.size() + 1);
        ids.insert(made.id);
        reply.calls.push_back(std::move(made));
    }
    result.reply = std::move(reply);
    return result;
}

const ChatCodec &codecOf(ModelProvider provider)
{
    static const OpenAiChatCodec chat;
    static const OpenAiResponsesCodec responses;
    static const AnthropicCodec anthropic;
    switch (provider) {
    case ModelProvider::OpenAiResponses:
        return responses;
    case ModelProvider::Anthropic:
        return anthropic;
    case ModelProvider::OpenAi:
    case ModelProvider::Managed:
        break;
    }
    return chat;
}

ChatFailure failureOf(const HttpHead &head, const QByteArray &body, const QDateTime &now)
{
    const auto json = parseJson(body);
    const ErrorBody error = json ? errorIn(*json) : ErrorBody();
    ChatFailure failure;
    failure.fault = faultOfStatus(head.status, error);
    failure.detail =
        QStringLiteral("HTTP %1%2: %3")
            .arg(head.status)
            .arg(error.code.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.code.left(60)),
                 sentenceOf(failure.fault));
    failure.serverSaid = error.message.left(mostSaid);
    failure.retryAfter = askedWait(head.header("retry-after"), head.header("retry-after-ms"), now);
    switch (failure.fault) {
    case ChatFault::RateLimited:
    case ChatFault::Overloaded:
    case ChatFault::Timeout:
        failure.isRetryable = true;
        break;
    case ChatFault::Server:
        // With llama-server 500 is a lasting fault of the request; elsewhere it passes.
        failure.isRetryable = !head.header("server").toLower().contains("llama.cpp");
        break;
    default:
        failure.isRetryable = head.status == 409;
    }
    const QByteArray told = head.header("x-should-retry");
    if (told == "true" || told == "false")
        failure.isRetryable =
            told == "true" && failure.fault != ChatFault::MoneySpent && failure.fault != ChatFault::KeyWrong;
    return failure;
}

void failWith(const Json &error, ReplyBuilder &builder)
{
    const ErrorBody body = errorIn(error);
    bool isNumber = false;
    const int status = body.code.toInt(&isNumber);
    builder.fail(faultOfStatus(isNumber ? status : 500, body), {}, body.message);
}

QUrl endpoint(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString stem = url.path();
    while (stem.endsWith(QLatin1Char('/')))
        stem.chop(1);
    if (!stem.endsWith(path)) {
        if (stem.isEmpty())
            stem = QStringLiteral("/v1");
        stem += path;
    }
    url.setPath(stem);
    return url;
}

OutgoingRequest jsonRequest(const QUrl &url, const Json &body, std::vector<HttpHeader> headers)
{
    OutgoingRequest request;
    request.url = url;
    request.headers = std::move(headers);
    request.headers.push_back({"Content-Type", "application/json"});
    request.headers.push_back({"Accept", "text/event-stream, application/json"});
    request.body = toBytes(body);
    return request;
}

} // namespace Helmdesk
