#include "llm/OpenAiResponsesCodec.h"

#include "llm/OpenAiChatCodec.h"
#include "llm/SchemaNormaliser.h"

namespace Helmdesk
{
namespace
{

void putItems(const ChatMessage &message, Json &input)
{
    switch (message.role) {
    case ChatRole::User:
        input.push_back({{"role", "user"}, {"content", message.text}});
        return;
    case ChatRole::Tool:
        input.push_back(
            {{"type", "function_call_output"}, {"call_id", message.callId}, {"output", message.text}});
        return;
    case ChatRole::Assistant:
        break;
    }
    if (message.opaque.is_array()) { // with the encrypted reasoning, without which it would reason afresh
        for (const Json &item : message.opaque)
            input.push_back(item);
        return;
    }
    if (!message.text.isEmpty())
        input.push_back({{"role", "assistant"}, {"content", message.text}});
    for (const ModelCall &call : message.calls)
        input.push_back({{"type", "function_call"},
                         {"call_id", call.id},
                         {"name", call.name},
                         {"arguments", QString::fromUtf8(toBytes(call.args))}});
}

void takeUsage(const Json &usage, ReplyBuilder &builder)
{
    if (!usage.is_object())
        return;
    builder.hasUsage = true;
    const Json &input = memberOrNull(usage, "input_tokens_details");
    builder.usage.input = std::max<qint64>(0, integerOr(usage, "input_tokens", 0));
    builder.usage.output = std::max<qint64>(0, integerOr(usage, "output_tokens", 0));
    builder.usage.cachedInput = std::max<qint64>(0, integerOr(input, "cached_tokens", 0));
    builder.usage.cacheWrite = std::max<qint64>(0, integerOr(input, "cache_write_tokens", 0));
    builder.usage.reasoning =
        std::max<qint64>(0, integerOr(memberOrNull(usage, "output_tokens_details"), "reasoning_tokens", 0));
}

// The whole response, which the last event of a stream carries as well; its text was taken piece by piece
// then.
void takeResponse(const Json &response, ReplyBuilder &builder)
{
    takeUsage(memberOrNull(response, "usage"), builder);
    const bool hadText = builder.hasText();
    builder.calls.clear();
    const Json &output = memberOrNull(response, "output");
    bool isRefused = false;
    for (const Json &item : output) {
        const QString type = stringOr(item, "type");
        if (type == QLatin1String("message")) {
            for (const Json &part : memberOrNull(item, "content")) {
                isRefused = isRefused || stringOr(part, "type") == QLatin1String("refusal");
                if (!hadText)
                    builder.addText(stringOr(part, "text"));
            }
        } else if (type == QLatin1String("function_call")) {
            ReplyBuilder::Call &call = builder.callAt(static_cast<qint64>(builder.calls.size()));
            call.id = stringOr(item, "call_id", stringOr(item, "id"));
            call.name = stringOr(item, "name");
            call.arguments = stringOr(item, "arguments").toUtf8();
        }
    }
    builder.opaque = output;
    const QString why = stringOr(memberOrNull(response, "incomplete_details"), "reason");
    if (isRefused)
        builder.stop = StopReason::Refused;
    else if (why == QLatin1String("content_filter"))
        builder.stop = StopReason::Filtered;
    else if (stringOr(response, "status") == QLatin1String("incomplete"))
        builder.stop = StopReason::Length;
    else
        builder.stop = builder.calls.empty() ? StopReason::Finished : StopReason::Tools;
    builder.hasEnded = true;
}

} // namespace

OutgoingRequest OpenAiResponsesCodec::request(const ModelProfile &profile, const ChatRequest &request,
                                              const QString &key) const
{
    Json input = Json::array();
    for (const ChatMessage &message : request.messages)
        putItems(message, input);
    const ModelCapabilities &can = profile.can;
    Json body = {{"model", profile.model},
                 {"instructions", request.system},
                 {"input", std::move(input)},
                 {"max_output_tokens", request.maxTokens},
                 {"store", false},
                 {"include", {"reasoning.encrypted_content"}}};
    if (can.streaming)
        body["stream"] = true;
    if (can.temperature)
        body["temperature"] = request.temperature;
    if (!can.effort.isEmpty())
        body["reasoning"] = {{"effort", can.effort}};
    for (const ToolOffer &tool : request.tools)
        body["tools"].push_back({{"type", "function"},
                                 {"name", tool.name},
                                 {"description", tool.description},
                                 {"strict", false},
                                 {"parameters", normalisedSchema(tool.schema)}});
    if (!request.tools.empty())
        body["parallel_tool_calls"] = can.parallelTools;
    if (request.schema.is_object() && can.jsonSchema)
        body["text"] = {{"format",
                         {{"type", "json_schema"},
                          {"name", "reply"},
                          {"strict", false},
                          {"schema", normalisedSchema(request.schema)}}}};
    return jsonRequest(endpoint(profile.url, QStringLiteral("/responses")), body,
                       keyHeader(profile.url, key));
}

void OpenAiResponsesCodec::take(const ServerSentEvent &event, ReplyBuilder &builder) const
{
    if (event.data == "[DONE]")
        return;
    const auto json = parseJson(event.data);
    if (!json || !json->is_object())
        return builder.fail(ChatFault::Garbled);
    const QString type = stringOr(*json, "type", QString::fromUtf8(event.name));
    if (type == QLatin1String("response.output_text.delta"))
        builder.addText(stringOr(*json, "delta"));
    else if (type == QLatin1String("response.completed") || type == QLatin1String("response.incomplete"))
        takeResponse(memberOrNull(*json, "response"), builder);
    else if (type == QLatin1String("response.failed"))
        failWith(memberOrNull(*json, "response"), builder);
    else if (type == QLatin1String("error"))
        failWith(*json, builder);
    // The pieces of calls are left out: the last event carries them whole. Unknown kinds are skipped.
}

void OpenAiResponsesCodec::takeWhole(const Json &reply, ReplyBuilder &builder) const
{
    if (!memberOrNull(reply, "error").is_null())
        return failWith(reply, builder);
    if (!memberOrNull(reply, "output").is_array())
        return builder.fail(ChatFault::Garbled);
    takeResponse(reply, builder);
}

} // namespace Helmdesk
