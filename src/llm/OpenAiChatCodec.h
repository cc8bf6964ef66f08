#pragma once

#include "llm/ChatCodec.h"

namespace Helmdesk
{

// Chat Completions, as OpenAI, Azure, vLLM, Ollama, LM Studio and llama.cpp speak it.
class OpenAiChatCodec final : public ChatCodec
{
public:
    OutgoingRequest request(const ModelProfile &profile, const ChatRequest &request,
                            const QString &key) const override;
    void take(const ServerSentEvent &event, ReplyBuilder &builder) const override;
    void takeWhole(const Json &reply, ReplyBuilder &builder) const override;
};

// The header of the key as that provider and its look-alikes want it: one, since a second may hide the first.
std::vector<HttpHeader> keyHeader(const QUrl &url, const QString &key);

} // namespace Helmdesk
