#include "llm/OpenAiChatCodec.h"

#include "llm/SchemaNormaliser.h"

namespace Helmdesk
{
namespace
{

Json messageOf(const ChatMessage &message)
{
    switch (message.role) {
    case ChatRole::User:
        return {{"role", "user"}, {"content", message.text}};
    case ChatRole::Tool:
        return {{"role", "tool"}, {"tool_call_id", message.callId}, {"content", message.text}};
    case ChatRole::Assistant:
        break;
    }
    Json out = {{"role", "assistant"}, {"content", message.text.isEmpty() ? Json() : Json(message.text)}};
    Json calls = Json::array();
    for (const ModelCall &call : message.calls)
        calls.push_back(
            {{"id", call.id},
             {"type", "function"},
             {"function", {{"name", call.name}, {"arguments", QString::fromUtf8(toBytes(call.args))}}}});
    if (!calls.empty())
        out["tool_calls"] = std::move(calls);
    return out;
}

StopReason stopOf(const QString &reason)
{
    if (reason == QLatin1String("stop"))
        return StopReason::Finished;
    if (reason == QLatin1String("tool_calls") || reason == QLatin1String("function_call"))
        return StopReason::Tools;
    if (reason == QLatin1String("length"))
        return StopReason::Length;
    if (reason == QLatin1String("content_filter"))
        return StopReason::Filtered;
    return StopReason::Unknown;
}

void takeUsage(const Json &usage, ReplyBuilder &builder)
{
    if (!usage.is_object())
        return;
    builder.hasUsage = true;
    const Json &input = memberOrNull(usage, "prompt_tokens_details");
    const Json &output = memberOrNull(usage, "completion_tokens_details");
    builder.usage.input = std::max<qint64>(0, integerOr(usage, "prompt_tokens", 0));
    builder.usage.output = std::max<qint64>(0, integerOr(usage, "completion_tokens", 0));
    builder.usage.cachedInput = std::max<qint64>(0, integerOr(input, "cached_tokens", 0));
    builder.usage.cacheWrite = std::max<qint64>(0, integerOr(input, "cache_write_tokens", 0));
    builder.usage.reasoning = std::max<qint64>(0, integerOr(output, "reasoning_tokens", 0));
}

QString contentOf(const Json &content)
{
    if (content.is_string())
        return content.get<QString>();
    QString text;
    if (content.is_array()) {
        for (const Json &part : content)
            text += stringOr(part, "text");
    }
    return text;
}

void takeCalls(const Json &list, ReplyBuilder &builder)
{
    if (!list.is_array())
        return;
    qint64 position = 0;
    for (const Json &item : list) {
        // Keyed by the index; a server that leaves it out sends whole calls.
        const bool isIndexed = memberOrNull(item, "index").is_number();
        const QString id = stringOr(item, "id");
        qint64 index = integerOr(item, "index", position);
        if (!isIndexed && !id.isEmpty()) {
            index = static_cast<qint64>(builder.calls.size());
            for (const ReplyBuilder::Call &known : builder.calls) {
                if (known.id == id)
                    index = known.index;
            }
        }
        ++position;
        ReplyBuilder::Call &call = builder.callAt(index);
        if (!id.isEmpty())
            call.id = id;
        const Json &function = memberOrNull(item, "function");
        if (const QString name = stringOr(function, "name"); !name.isEmpty())
            call.name = name;
        const Json &arguments = memberOrNull(function, "arguments");
        if (arguments.is_string())
            call.arguments += QByteArray::fromStdString(arguments.get<std::string>());
        else if (arguments.is_object())
            call.whole = arguments;
    }
}

// A choice's delta, or its whole message: they have the same members.
void takeMessage(const Json &message, ReplyBuilder &builder)
{
    builder.addText(contentOf(memberOrNull(message, "content")));
    takeCalls(memberOrNull(message, "tool_calls"), builder);
    if (!stringOr(message, "refusal").isEmpty())
        builder.stop = StopReason::Refused;
}

void takeChoices(const Json &json, const char *member, ReplyBuilder &builder)
{
    takeUsage(memberOrNull(json, "usage"), builder);
    const Json &choices = memberOrNull(json, "choices");
    if (!choices.is_array() || choices.empty())
        return;
    takeMessage(memberOrNull(choices.front(), member), builder);
    const QString reason = stringOr(choices.front(), "finish_reason");
    if (!reason.isEmpty() && builder.stop != StopReason::Refused)
        builder.stop = stopOf(reason);
}

} // namespace

std::vector<HttpHeader> keyHeader(const QUrl &url, const QString &key)
{
    if (key.isEmpty())
        return {};
    if (url.host().endsWith(QLatin1String(".openai.azure.com")))
        return {{"api-key", key.toLatin1()}};
    return {{"Authorization", "Bearer " + key.toLatin1()}};
}

OutgoingRequest OpenAiChatCodec::request(const ModelProfile &profile, const ChatRequest &request,
                                         const QString &key) const
{
    Json messages = Json::array();
    if (!request.system.isEmpty())
        messages.push_back({{"role", "system"}, {"content", request.system}});
    for (const ChatMessage &message : request.messages)
        messages.push_back(messageOf(message));
    const ModelCapabilities &can = profile.can;
    const std::string limit =
        can.tokenLimitField.isEmpty() ? "max_tokens" : can.tokenLimitField.toStdString();
    Json body = {{"model", profile.model}, {"messages", std::move(messages)}, {limit, request.maxTokens}};
    if (can.streaming) {
        body["stream"] = true;
        if (can.usage)
            body["stream_options"] = {{"include_usage", true}};
    }
    if (can.temperature)
        body["temperature"] = request.temperature;
    if (!can.effort.isEmpty())
        body["reasoning_effort"] = can.effort;
    for (const ToolOffer &tool : request.tools)
        body["tools"].push_back({{"type", "function"},
                                 {"function",
                                  {{"name", tool.name},
                                   {"description", tool.description},
                                   {"parameters", normalisedSchema(tool.schema)}}}});
    if (!request.tools.empty() && can.parallelTools)
        body["parallel_tool_calls"] = true;
    if (request.schema.is_object() && can.jsonSchema)
        body["response_format"] = {
            {"type", "json_schema"},
            {"json_schema", {{"name", "reply"}, {"schema", normalisedSchema(request.schema)}}}};
    return jsonRequest(endpoint(profile.url, QStringLiteral("/chat/completions")), body,
                       keyHeader(profile.url, key));
}

void OpenAiChatCodec::take(const ServerSentEvent &event, ReplyBuilder &builder) const
{
    if (event.data == "[DONE]") {
        builder.hasEnded = true;
        return;
    }
    const auto json = parseJson(event.data);
    if (!json || !json->is_object())
        return builder.fail(ChatFault::Garbled);
    if (json->contains("error") && !memberOrNull(*json, "error").is_null())
        return failWith(*json, builder);
    takeChoices(*json, "delta", builder);
}

void OpenAiChatCodec::takeWhole(const Json &reply, ReplyBuilder &builder) const
{
    if (reply.contains("error") && !memberOrNull(reply, "error").is_null())
        return failWith(reply, builder);
    if (!memberOrNull(reply, "choices").is_array())
        return builder.fail(ChatFault::Garbled);
    takeChoices(reply, "message", builder);
    builder.hasEnded = true;
}

} // namespace Helmdesk
