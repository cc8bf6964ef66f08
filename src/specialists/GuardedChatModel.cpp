#include "specialists/GuardedChatModel.h"

#include "specialists/PersonalPlaceholders.h"

#include <array>

namespace Helmdesk
{
namespace
{

// The same for every request, so that a server may keep what stands before.
const QString placeholderRule = QStringLiteral(
    "- Words in brackets that begin like [NAME_...] or [EMAIL_...] stand for data that you may not see. Copy "
    "them exactly where you need them, also into a tool's arguments. Invent none.\n");

// Half a character at the end of a text that was cut would keep the others from being looked at.
QString whole(const QString &text)
{
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

// A result of a tool is JSON unless it was cut.
std::optional<Json> jsonOf(const ChatMessage &message)
{
    if (message.role != ChatRole::Tool)
        return {};
    auto json = parseJson(message.text.toUtf8());
    return json && json->is_structured() ? std::optional(std::move(*json)) : std::nullopt;
}

void learn(PersonalPlaceholders &placeholders, const ChatMessage &message,
           const std::vector<PersonalValue> &known)
{
    if (const auto json = jsonOf(message))
        placeholders.learn(*json, known);
    else
        placeholders.learn(message.text, known);
    for (const ModelCall &call : message.calls)
        placeholders.learn(call.args, known);
}

void hide(const PersonalPlaceholders &placeholders, ChatMessage &message)
{
    if (auto json = jsonOf(message))
        message.text = QString::fromUtf8(toBytes(placeholders.hide(std::move(*json))));
    else
        message.text = placeholders.hide(message.text);
    for (ModelCall &call : message.calls) {
        call.args = placeholders.hide(std::move(call.args));
        call.raw = placeholders.hide(call.raw);
    }
}

// False: it holds a placeholder that nobody gave out.
bool reveal(const PersonalPlaceholders &placeholders, ChatReply &reply)
{
    const auto text = placeholders.reveal(reply.text);
    if (!text)
        return false;
    reply.text = *text;
    for (ModelCall &call : reply.calls) {
        auto args = placeholders.reveal(call.args);
        const auto raw = placeholders.reveal(call.raw);
        if (!args || !raw)
            return false;
        call.args = std::move(*args);
        call.raw = *raw;
    }
    return true;
}

// Failures from before a word of the request left this machine.
bool isNothingSent(ChatFault fault)
{
    return fault == ChatFault::NoKey || fault == ChatFault::Budget || fault == ChatFault::CircuitOpen ||
           fault == ChatFault::Refused || fault == ChatFault::Tls;
}

// A message for people to read.
Json told(const ChatMessage &message)
{
    constexpr std::array roles{"user", "assistant", "tool"};
    Json json = {{"role", roles[static_cast<size_t>(message.role)]}, {"text", message.text}};
    for (const ModelCall &call : message.calls)
        json["calls"].push_back({{"name", call.name}, {"args", call.args}});
    return json;
}

} // namespace

GuardedChatModel::GuardedChatModel(std::shared_ptr<const ChatModel> inner, ModelProfile profile,
                                   QByteArray key)
    : m_inner(std::move(inner))
    , m_profile(std::move(profile))
    , m_key(std::move(key))
{
}

ChatResult GuardedChatModel::complete(const ChatRequest &request, const RunControl &control,
                                      const DeltaSink &sink) const
{
    if (usesPlaceholders(m_profile))
        return disguised(request, control, sink);
    ChatResult result = m_inner->complete(request, control, sink);
    tell(result, request);
    return result;
}

ChatResult GuardedChatModel::disguised(const ChatRequest &request, const RunControl &control,
                                       const DeltaSink &sink) const
{
    ChatRequest sent = request;
    sent.system += u'\n' + placeholderRule;
    sent.personal.clear();
    PersonalPlaceholders placeholders(m_key, request.purpose.conversation);
    for (ChatMessage &message : sent.messages) {
        message.text = whole(message.text);
        learn(placeholders, message, request.personal);
    }
    for (ChatMessage &message : sent.messages)
        hide(placeholders, message);
    // Its words are shown when all of them are there: half a placeholder cannot be put back.
    ChatResult result = m_inner->complete(sent, control);
    tell(result, sent);
    if (!result.reply)
        return result;
    if (!reveal(placeholders, *result.reply)) {
        result.reply.reset();
        result.failure = {ChatFault::Garbled,
                          QStringLiteral("the model wrote a placeholder that it was not given"),
                          {},
                          false,
                          {}};
        return result;
    }
    if (sink && !result.reply->text.isEmpty())
        sink(result.reply->text);
    return result;
}

void GuardedChatModel::tell(ChatResult &result, const ChatRequest &sent) const
{
    if (!result.reply && isNothingSent(result.failure.fault))
        return;
    Json messages = Json::array();
    for (const ChatMessage &message : sent.messages)
        messages.push_back(told(message));
    Json tools = Json::array();
    for (const ToolOffer &tool : sent.tools)
        tools.push_back(tool.name);
    result.sent = Json::array({{{"model", m_profile.name},
                                {"address", m_profile.url.toString()},
                                {"placeholders", usesPlaceholders(m_profile)},
                                {"system", sent.system},
                                {"messages", std::move(messages)},
                                {"tools", std::move(tools)}}});
}

} // namespace Helmdesk
