#pragma once

#include "core/Json.h"
#include "support/LoopbackServer.h"

#include <QStringList>

// What a model server says, in the OpenAI form.
namespace Helmdesk::Test
{

// A whole answer of these words.
inline QByteArray content(const QString &text)
{
    return toBytes({{"choices", Json::array({{{"message", {{"role", "assistant"}, {"content", text}}},
                                              {"finish_reason", "stop"}}})},
                    {"usage", {{"prompt_tokens", 900}, {"completion_tokens", 30}}}});
}

inline QByteArray call(const char *tool, const Json &args)
{
    return toBytes(
        {{"choices",
          Json::array(
              {{{"message",
                 {{"role", "assistant"},
                  {"content", nullptr},
                  {"tool_calls",
                   Json::array({{{"id", "c1"},
                                 {"type", "function"},
                                 {"function",
                                  {{"name", tool}, {"arguments", QString::fromUtf8(toBytes(args))}}}}})}}},
                {"finish_reason", "tool_calls"}}})},
         {"usage", {{"prompt_tokens", 900}, {"completion_tokens", 30}}}});
}

// Answers everything with one text, streamed as most servers do.
inline void answerWith(const QString &text, const ServerSide &side)
{
    side.beginStream();
    for (const QString &word : text.split(QLatin1Char(' ')))
        side.event(toBytes(
            {{"choices", Json::array({{{"index", 0}, {"delta", {{"content", word + QLatin1Char(' ')}}}}})}}));
    side.event(R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})");
    side.event(R"({"choices":[],"usage":{"prompt_tokens":900,"completion_tokens":30}})");
    side.event("[DONE]");
    side.close();
}

} // namespace Helmdesk::Test
