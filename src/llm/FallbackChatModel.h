#pragma once

#include "llm/ChatModel.h"

#include <memory>

namespace Helmdesk
{

// Two models as one: the second is asked where the first gives no reply, unless the work was stopped or words
// of the first were shown already. The first has half of the time that is left. Thread: any. Ownership:
// shares both.
class FallbackChatModel final : public ChatModel
{
public:
    FallbackChatModel(std::shared_ptr<const ChatModel> first, std::shared_ptr<const ChatModel> second,
                      QString secondName);

    ChatResult complete(const ChatRequest &request, const RunControl &control,
                        const DeltaSink &sink = {}) const override;

private:
    std::shared_ptr<const ChatModel> m_first;
    std::shared_ptr<const ChatModel> m_second;
    QString m_secondName;
};

} // namespace Helmdesk
