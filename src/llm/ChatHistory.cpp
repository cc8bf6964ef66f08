#include "llm/ChatHistory.h"

#include <algorithm>
#include <QRegularExpression>
#include <set>

namespace Helmdesk
{
namespace
{

ChatMessage lostResult(const QString &callId)
{
    return {ChatRole::Tool, QStringLiteral("{\"error\":\"this call was not made\"}"), {}, callId, {}};
}

} // namespace

std::vector<ChatMessage> repaired(std::vector<ChatMessage> messages)
{
    std::vector<ChatMessage> out;
    std::set<QString> seen;
    int made = 0;
    for (size_t i = 0; i < messages.size(); ++i) {
        if (messages[i].role == ChatRole::Tool)
            continue; // taken with its call below, or left over
        out.push_back(std::move(messages[i]));
        std::vector<ModelCall> calls = out.back().calls;
        std::vector<ChatMessage> results;
        for (size_t c = 0; c < calls.size(); ++c) {
            ModelCall &call = calls[c];
            const QString asked = call.id;
            if (call.id.isEmpty() || seen.contains(call.id))
                call.id = QStringLiteral("call_%1_%2").arg(out.size()).arg(++made);
            seen.insert(call.id);
            if (!call.args.is_object())
                call.args = Json::object();
            ChatMessage result = lostResult(call.id);
            for (size_t r = i + 1; r < messages.size() && messages[r].role == ChatRole::Tool; ++r) {
                if (messages[r].callId == asked) {
                    result = std::move(messages[r]);
                    result.callId = call.id;
                    messages[r].callId = QString(); // once
                    break;
                }
            }
            results.push_back(std::move(result));
        }
        const bool hasChanged =
            !std::ranges::equal(calls, out.back().calls, {}, &ModelCall::id, &ModelCall::id);
        if (hasChanged)
            out.back().opaque = Json(); // it names the calls as they were
        out.back().calls = std::move(calls);
        std::ranges::move(results, std::back_inserter(out));
    }
    // A prefill is not an answer: the last word is the customer's or a tool's.
    while (!out.empty() && out.back().role == ChatRole::Assistant)
        out.pop_back();
    return out;
}

bool looksLikeCall(const QString &text, const QStringList &toolNames)
{
    static const QRegularExpression tags(
        QStringLiteral("<\\|?/?(?:tool_call|function_call|tool_use|invoke|function)\\b|\\[TOOL_CALLS\\]|"
                       "<\\|python_tag\\|>"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression members(
        QStringLiteral(
            "[{,]\\s*[\"'](?:name|tool|tool_name|function|action|arguments|args|parameters|input|tool_calls)"
            "[\"']\\s*:"),
        QRegularExpression::CaseInsensitiveOption);
    if (tags.match(text).hasMatch() || members.match(text).hasMatch())
        return true;
    return std::ranges::any_of(toolNames, [&](const QString &name) {
        // search_docs(...), or the bare name, which no customer knows
        return text.contains(name, Qt::CaseInsensitive) && name.contains(QLatin1Char('_'));
    });
}

Json toJson(const ChatMessage &message)
{
    Json calls = Json::array();
    for (const ModelCall &call : message.calls)
        calls.push_back({{"id", call.id}, {"name", call.name}, {"args", call.args}, {"raw", call.raw}});
    return {{"role", static_cast<int>(message.role)},
            {"text", message.text},
            {"calls", std::move(calls)},
            {"call", message.callId},
            {"opaque", message.opaque}};
}

ChatMessage messageFromJson(const Json &json)
{
    ChatMessage message;
    message.role = static_cast<ChatRole>(std::clamp<qint64>(integerOr(json, "role", 0), 0, 2));
    message.text = stringOr(json, "text");
    for (const Json &item : memberOrNull(json, "calls"))
        message.calls.push_back({stringOr(item, "id"), stringOr(item, "name"), memberOrNull(item, "args"),
                                 stringOr(item, "raw")});
    message.callId = stringOr(json, "call");
    message.opaque = memberOrNull(json, "opaque");
    return message;
}

} // namespace Helmdesk
