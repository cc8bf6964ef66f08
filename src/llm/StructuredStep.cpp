#include "llm/StructuredStep.h"

namespace Helmdesk
{
namespace
{

constexpr int longestReply = 4000; // characters; without a bound small models repeat themselves

QString resultText(const ChatMessage &message)
{
    return QStringLiteral("Result of the tool: %1").arg(message.text);
}

QString callText(const ModelCall &call)
{
    return QString::fromUtf8(toBytes({{"action", call.name}, {"args", call.args}}));
}

} // namespace

ChatRequest asStructuredStep(ChatRequest request)
{
    if (request.tools.empty())
        return request;
    Json forms = Json::array();
    QString list;
    for (const ToolOffer &tool : request.tools) {
        forms.push_back({{"type", "object"},
                         {"properties", {{"action", {{"const", tool.name}}}, {"args", tool.schema}}},
                         {"required", {"action", "args"}},
                         {"additionalProperties", false}});
        list += QStringLiteral("\n- {\"action\": \"%1\", \"args\": …}: %2 Arguments: %3")
                    .arg(tool.name, tool.description, QString::fromUtf8(toBytes(tool.schema)));
    }
    forms.push_back(
        {{"type", "object"},
         {"properties",
          {{"action", {{"const", "no_tool"}}}, {"reply", {{"type", "string"}, {"maxLength", longestReply}}}}},
         {"required", {"action", "reply"}},
         {"additionalProperties", false}});
    request.system += QStringLiteral("\n\nAnswer with one JSON object and nothing else. To use a tool:%1\n"
                                     "To reply without a tool: {\"action\": \"no_tool\", \"reply\": \"…\"}")
                          .arg(list);
    request.schema = {{"oneOf", std::move(forms)}};
    request.tools.clear();
    for (ChatMessage &message : request.messages) {
        message.opaque = Json();
        if (message.role == ChatRole::Tool) {
            message = {ChatRole::User, resultText(message), {}, {}, {}};
        } else if (!message.calls.empty()) {
            message.text = callText(message.calls.front());
            message.calls.clear();
        }
    }
    return request;
}

ChatResult fromStructuredStep(ChatResult result)
{
    if (!result.reply)
        return result;
    QString text = result.reply->text.trimmed();
    if (const qsizetype begin = text.indexOf(QLatin1Char('{')); begin > 0) // fenced
        text = text.mid(begin, text.lastIndexOf(QLatin1Char('}')) - begin + 1);
    const auto step = parseJson(text.toUtf8());
    const QString action = step ? stringOr(*step, "action") : QString();
    if (action.isEmpty()) {
        ChatResult failed = ChatResult::failed(ChatFault::Garbled);
        failed.usage = result.usage;
        return failed;
    }
    result.reply->opaque = Json();
    result.reply->text.clear();
    if (action == QLatin1String("no_tool")) {
        result.reply->text = stringOr(*step, "reply").trimmed();
        result.reply->stop = StopReason::Finished;
        if (!result.reply->text.isEmpty())
            return result;
        ChatResult failed = ChatResult::failed(ChatFault::Empty);
        failed.usage = result.usage;
        return failed;
    }
    const Json &args = memberOrNull(*step, "args");
    result.reply->calls = {{QStringLiteral("step"), action, args.is_object() ? args : Json::object(), {}}};
    result.reply->stop = StopReason::Tools;
    return result;
}

} // namespace Helmdesk
