#pragma once

#include "core/RunControl.h"
#include "llm/ChatTypes.h"

namespace Helmdesk
{

// A language model, wherever it runs. Thread: any, several calls at once; blocks. Failure: in the result.
class ChatModel
{
public:
    virtual ~ChatModel() = default;
    virtual ChatResult complete(const ChatRequest &request, const RunControl &control,
                                const DeltaSink &sink = {}) const = 0;
};

} // namespace Helmdesk
