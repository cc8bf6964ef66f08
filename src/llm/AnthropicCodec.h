#pragma once

#include "llm/ChatCodec.h"

namespace Helmdesk
{

// Anthropic's Messages.
class AnthropicCodec final : public ChatCodec
{
public:
    OutgoingRequest request(const ModelProfile &profile, const ChatRequest &request,
                            const QString &key) const override;
    void take(const ServerSentEvent &event, ReplyBuilder &builder) const override;
    void takeWhole(const Json &reply, ReplyBuilder &builder) const override;
};

} // namespace Helmdesk
