#include "llm/HttpChatModel.h"

#include "llm/ChatCodec.h"
#include "llm/ChatHistory.h"
#include "llm/StructuredStep.h"

#include <QElapsedTimer>

namespace Helmdesk
{
namespace
{

constexpr qsizetype bytesOfToken = 3; // of UTF-8; English has four and more

enum class BodyKind { Unknown, Events, Whole, Foreign };

BodyKind kindOf(const HttpHead &head, const QByteArray &beginning)
{
    const QByteArray type = head.header("content-type").toLower();
    if (type.contains("event-stream"))
        return BodyKind::Events;
    if (type.contains("json"))
        return BodyKind::Whole;
    if (!type.isEmpty() && !type.contains("text/plain") && !type.contains("octet-stream"))
        return BodyKind::Foreign;
    const QByteArray begun = beginning.trimmed();
    if (begun.isEmpty())
        return BodyKind::Unknown;
    if (begun.startsWith('{'))
        return BodyKind::Whole;
    return begun.startsWith("data:") || begun.startsWith("event:") || begun.startsWith(':')
               ? BodyKind::Events
               : BodyKind::Foreign;
}

ChatFault faultOf(HttpFault fault)
{
    switch (fault) {
    case HttpFault::Refused:
        return ChatFault::Refused;
    case HttpFault::Timeout:
        return ChatFault::Timeout;
    case HttpFault::Stalled:
        return ChatFault::Stalled;
    case HttpFault::Cut:
        return ChatFault::Cut;
    case HttpFault::TooLarge:
        return ChatFault::TooLarge;
    case HttpFault::Tls:
        return ChatFault::Tls;
    case HttpFault::Redirect:
        return ChatFault::Redirect;
    case HttpFault::Stopped:
        return ChatFault::Stopped;
    case HttpFault::Unknown:
    case HttpFault::Transport:
        break;
    }
    return ChatFault::Unreachable;
}

// What is worth another try where not one word has come: the connection, not the answer.
bool isPassing(ChatFault fault)
{
    return fault == ChatFault::Refused || fault == ChatFault::Unreachable || fault == ChatFault::Cut ||
           fault == ChatFault::Stalled;
}

// Takes the body of one answer, as whatever it turns out to be.
class Body
{
public:
    Body(const ChatCodec &codec, ReplyBuilder &builder)
        : m_codec(codec)
        , m_builder(builder)
    {
    }

    bool take(const HttpHead &head, const QByteArray &piece)
    {
        if (head.status >= 400) {
            m_raw += piece;
            return true;
        }
        if (m_kind == BodyKind::Unknown) {
            m_raw += piece;
            m_kind = kindOf(head, m_raw);
            if (m_kind == BodyKind::Events)
                return takeEvents(m_events.take(std::exchange(m_raw, {})));
            return m_kind != BodyKind::Foreign;
        }
        if (m_kind == BodyKind::Events)
            return takeEvents(m_events.take(piece));
        m_raw += piece;
        return m_kind != BodyKind::Foreign;
    }

    // After the last piece of an answer that is whole.
    void finish()
    {
        if (m_kind == BodyKind::Events) {
            takeEvents(m_events.finish());
        } else if (m_kind == BodyKind::Whole) {
            const auto json = parseJson(m_raw);
            if (json && json->is_object())
                m_codec.takeWhole(*json, m_builder);
            else
                m_builder.fail(ChatFault::Garbled);
        } else if (m_kind == BodyKind::Foreign) {
            m_builder.fail(ChatFault::WrongType);
        } else {
            m_builder.fail(ChatFault::Empty);
        }
    }

    const QByteArray &raw() const { return m_raw; }

private:
    bool takeEvents(const std::vector<ServerSentEvent> &events)
    {
        for (const ServerSentEvent &event : events) {
            if (!m_builder.hasFailed())
                m_codec.take(event, m_builder);
        }
        return !m_builder.hasFailed() && !(m_builder.hasEnded && m_builder.stop);
    }

    const ChatCodec &m_codec;
    ReplyBuilder &m_builder;
    ServerSentEvents m_events;
    BodyKind m_kind = BodyKind::Unknown;
    QByteArray m_raw;
};

} // namespace

qint64 estimatedInput(const ChatRequest &request)
{
    qsizetype bytes = request.system.toUtf8().size();
    for (const ChatMessage &message : request.messages) {
        bytes += message.text.toUtf8().size() + 16;
        for (const ModelCall &call : message.calls)
            bytes += toBytes(call.args).size() + call.name.size() + 32;
    }
    for (const ToolOffer &tool : request.tools)
        bytes += toBytes(tool.schema).size() + tool.description.toUtf8().size() + tool.name.size() + 32;
    if (!request.schema.is_null())
        bytes += toBytes(request.schema).size();
    return bytes / bytesOfToken + 16;
}

HttpChatModel::HttpChatModel(HttpGateway &gateway, ModelProfile profile, KeyReader key)
    : m_gateway(gateway)
    , m_profile(std::move(profile))
    , m_key(std::move(key))
{
}

ChatResult HttpChatModel::complete(const ChatRequest &asked, const RunControl &control,
                                   const DeltaSink &sink) const
{
    const Result<QString> key = m_key ? m_key() : Result<QString>(QString());
    if (!key)
        return ChatResult::failed(ChatFault::NoKey, key.error().detail);
    ChatRequest request = asked;
    request.messages = repaired(std::move(request.messages));
    const bool isStructured = m_profile.can.tools == ToolsVia::Structured && !request.tools.empty();
    if (isStructured)
        request = asStructuredStep(std::move(request));
    else if (m_profile.can.tools == ToolsVia::None)
        request.tools.clear();
    ChatResult result = exchange(request, *key, control, isStructured ? DeltaSink() : sink);
    return isStructured ? fromStructuredStep(std::move(result)) : result;
}

ChatResult HttpChatModel::exchange(const ChatRequest &request, const QString &key, const RunControl &control,
                                   const DeltaSink &sink) const
{
    QElapsedTimer timer;
    timer.start();
    qint64 first = -1;
    const DeltaSink timed = [&](const QString &text) {
        if (first < 0)
            first = timer.elapsed();
        if (sink)
            sink(text);
    };
    ReplyBuilder builder(timed);
    const ChatCodec &codec = codecOf(m_profile.provider);
    Body body(codec, builder);
    const HttpAnswer answer =
        m_gateway.send(codec.request(m_profile, request, key), control,
                       [&](const HttpHead &head, const QByteArray &piece) { return body.take(head, piece); });
    ChatResult result;
    if (answer.fault && !(builder.hasEnded && builder.stop)) {
        result = ChatResult::failed(faultOf(*answer.fault), answer.detail);
        result.failure.isRetryable = isPassing(result.failure.fault) && answer.bytes == 0;
        result.usage = builder.usage;
    } else if (answer.head.status >= 400) {
        result.failure = failureOf(answer.head, body.raw(), QDateTime::currentDateTimeUtc());
    } else {
        if (!builder.hasFailed() && !(builder.hasEnded && builder.stop))
            body.finish();
        result = builder.finish(true);
    }
    // What a cut stream cost is not told: it is estimated, and rather too high.
    const bool hasBegun = result.reply || builder.hasText() || answer.head.status == 200;
    if (!builder.hasUsage && hasBegun) {
        result.usage.input = estimatedInput(request);
        result.usage.output = builder.text.toUtf8().size() / bytesOfToken + 1;
        for (const ReplyBuilder::Call &call : builder.calls)
            result.usage.output += call.arguments.size() / bytesOfToken + 16;
        result.usage.isEstimated = true;
    }
    result.firstDeltaMs = first;
    result.ms = timer.elapsed();
    return result;
}

} // namespace Helmdesk
