#include "llm/AnthropicCodec.h"

#include "llm/SchemaNormaliser.h"

namespace Helmdesk
{
namespace
{

Json blocksOf(const ChatMessage &message)
{
    if (message.role == ChatRole::Assistant && message.opaque.is_array())
        return message.opaque; // every block unchanged, the thinking ones with their signatures
    Json blocks = Json::array();
    if (message.role == ChatRole::Tool) {
        blocks.push_back(
            {{"type", "tool_result"}, {"tool_use_id", message.callId}, {"content", message.text}});
        return blocks;
    }
    if (!message.text.isEmpty())
        blocks.push_back({{"type", "text"}, {"text", message.text}});
    for (const ModelCall &call : message.calls)
        blocks.push_back({{"type", "tool_use"}, {"id", call.id}, {"name", call.name}, {"input", call.args}});
    return blocks;
}

// Results of tools belong into the one user message that follows their calls.
Json messagesOf(const ChatRequest &request)
{
    Json messages = Json::array();
    for (const ChatMessage &message : request.messages) {
        const char *role = message.role == ChatRole::Assistant ? "assistant" : "user";
        if (!messages.empty() && stringOr(messages.back(), "role") == QLatin1String(role)) {
            for (const Json &block : blocksOf(message))
                messages.back()["content"].push_back(block);
            continue;
        }
        messages.push_back({{"role", role}, {"content", blocksOf(message)}});
    }
    return messages;
}

StopReason stopOf(const QString &reason)
{
    if (reason == QLatin1String("end_turn") || reason == QLatin1String("stop_sequence"))
        return StopReason::Finished;
    if (reason == QLatin1String("tool_use"))
        return StopReason::Tools;
    if (reason == QLatin1String("max_tokens"))
        return StopReason::Length;
    if (reason == QLatin1String("refusal"))
        return StopReason::Refused;
    return StopReason::Unknown;
}

// The three counts of input are added up: the first is the uncached part alone. Counts of output are running
// totals: the latest one holds.
void takeUsage(const Json &usage, ReplyBuilder &builder)
{
    if (!usage.is_object())
        return;
    builder.hasUsage = true;
    if (usage.contains("input_tokens")) {
        builder.usage.cachedInput = std::max<qint64>(0, integerOr(usage, "cache_read_input_tokens", 0));
        builder.usage.cacheWrite = std::max<qint64>(0, integerOr(usage, "cache_creation_input_tokens", 0));
        builder.usage.input = std::max<qint64>(0, integerOr(usage, "input_tokens", 0)) +
                              builder.usage.cachedInput + builder.usage.cacheWrite;
    }
    builder.usage.output = std::max<qint64>(0, integerOr(usage, "output_tokens", builder.usage.output));
}

void takeStop(const QString &reason, ReplyBuilder &builder)
{
    if (reason == QLatin1String("model_context_window_exceeded"))
        builder.fail(ChatFault::ContextFull);
    else if (!reason.isEmpty())
        builder.stop = stopOf(reason);
}

void addBlock(const Json &block, qint64 index, ReplyBuilder &builder)
{
    const QString type = stringOr(block, "type");
    if (type == QLatin1String("text")) {
        builder.addText(stringOr(block, "text"));
    } else if (type == QLatin1String("tool_use")) {
        ReplyBuilder::Call &call = builder.callAt(index);
        call.id = stringOr(block, "id");
        call.name = stringOr(block, "name");
        const Json &input = memberOrNull(block, "input");
        if (input.is_object() && !input.empty())
            call.whole = input;
    }
}

void takeDelta(const Json &delta, Json &block, qint64 index, ReplyBuilder &builder)
{
    const QString type = stringOr(delta, "type");
    const auto append = [&](const char *member) {
        block[member] = stringOr(block, member) + stringOr(delta, member);
    };
    if (type == QLatin1String("text_delta")) {
        append("text");
        builder.addText(stringOr(delta, "text"));
    } else if (type == QLatin1String("thinking_delta")) {
        append("thinking");
    } else if (type == QLatin1String("signature_delta")) {
        append("signature");
    } else if (type == QLatin1String("input_json_delta")) {
        builder.callAt(index).arguments += stringOr(delta, "partial_json").toUtf8();
    }
}

// The blocks as they go back to the server, in their order.
void keepBlocks(ReplyBuilder &builder)
{
    Json blocks = Json::array();
    for (auto &[index, block] : builder.scratch.items()) {
        if (stringOr(block, "type") == QLatin1String("tool_use")) {
            const ReplyBuilder::Call &call = builder.callAt(QString::fromStdString(index).toLongLong());
            const auto input = parseJson(call.arguments);
            block["input"] = call.whole.is_object()        ? call.whole
                             : input && input->is_object() ? *input
                                                           : Json::object();
        }
        blocks.push_back(block);
    }
    builder.opaque = std::move(blocks);
}

} // namespace

OutgoingRequest AnthropicCodec::request(const ModelProfile &profile, const ChatRequest &request,
                                        const QString &key) const
{
    const ModelCapabilities &can = profile.can;
    Json body = {
        {"model", profile.model}, {"max_tokens", request.maxTokens}, {"messages", messagesOf(request)}};
    if (can.streaming)
        body["stream"] = true;
    if (!request.system.isEmpty())
        body["system"] = Json::array(
            {{{"type", "text"}, {"text", request.system}, {"cache_control", {{"type", "ephemeral"}}}}});
    if (can.temperature)
        body["temperature"] = request.temperature;
    for (const ToolOffer &tool : request.tools)
        body["tools"].push_back({{"name", tool.name},
                                 {"description", tool.description},
                                 {"input_schema", normalisedSchema(tool.schema)}});
    if (!request.tools.empty() && !can.parallelTools)
        body["tool_choice"] = {{"type", "auto"}, {"disable_parallel_tool_use", true}};
    if (!can.effort.isEmpty())
        body["output_config"]["effort"] = can.effort;
    if (request.schema.is_object() && can.jsonSchema)
        body["output_config"]["format"] = {{"type", "json_schema"},
                                           {"schema", normalisedSchema(request.schema)}};
    std::vector<HttpHeader> headers{{"anthropic-version", "2023-06-01"}};
    if (!key.isEmpty())
        headers.push_back({"x-api-key", key.toLatin1()});
    return jsonRequest(endpoint(profile.url, QStringLiteral("/messages")), body, std::move(headers));
}

void AnthropicCodec::take(const ServerSentEvent &event, ReplyBuilder &builder) const
{
    const auto json = parseJson(event.data);
    if (!json || !json->is_object())
        return builder.fail(ChatFault::Garbled);
    const QString type = stringOr(*json, "type", QString::fromUtf8(event.name));
    const qint64 index = integerOr(*json, "index", 0);
    // Of one width, so that the order of the names is that of the blocks.
    const std::string place = QStringLiteral("%1").arg(index, 4, 10, QLatin1Char('0')).toStdString();
    if (type == QLatin1String("message_start")) {
        takeUsage(memberOrNull(memberOrNull(*json, "message"), "usage"), builder);
    } else if (type == QLatin1String("content_block_start")) {
        const Json &block = memberOrNull(*json, "content_block");
        builder.scratch[place] = block;
        addBlock(block, index, builder);
    } else if (type == QLatin1String("content_block_delta")) {
        takeDelta(memberOrNull(*json, "delta"), builder.scratch[place], index, builder);
    } else if (type == QLatin1String("message_delta")) {
        takeUsage(memberOrNull(*json, "usage"), builder);
        takeStop(stringOr(memberOrNull(*json, "delta"), "stop_reason"), builder);
    } else if (type == QLatin1String("message_stop")) {
        keepBlocks(builder);
        builder.hasEnded = true;
    } else if (type == QLatin1String("error")) {
        failWith(*json, builder);
    }
}

void AnthropicCodec::takeWhole(const Json &reply, ReplyBuilder &builder) const
{
    if (stringOr(reply, "type") == QLatin1String("error") || reply.contains("error"))
        return failWith(reply, builder);
    const Json &content = memberOrNull(reply, "content");
    if (!content.is_array())
        return builder.fail(ChatFault::Garbled);
    takeUsage(memberOrNull(reply, "usage"), builder);
    qint64 index = 0;
    for (const Json &block : content)
        addBlock(block, index++, builder);
    builder.opaque = content;
    takeStop(stringOr(reply, "stop_reason"), builder);
    builder.hasEnded = true;
}

} // namespace Helmdesk
