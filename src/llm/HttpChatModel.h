#pragma once

#include "http/HttpGateway.h"
#include "llm/ChatModel.h"
#include "llm/ModelProfile.h"

namespace Helmdesk
{

// One try at a model over HTTP. Repairs the history that it sends, takes streams and whole answers alike, and
// gives tools in the form that the model can take. Thread: any. Ownership: the gateway outlives it.
class HttpChatModel final : public ChatModel
{
public:
    // Reads the key when it is needed: it may be given, changed or locked meanwhile.
    using KeyReader = std::function<Result<QString>()>;
    HttpChatModel(HttpGateway &gateway, ModelProfile profile, KeyReader key);

    ChatResult complete(const ChatRequest &request, const RunControl &control,
                        const DeltaSink &sink = {}) const override;

private:
    ChatResult exchange(const ChatRequest &request, const QString &key, const RunControl &control,
                        const DeltaSink &sink) const;

    HttpGateway &m_gateway;
    ModelProfile m_profile;
    KeyReader m_key;
};

// About so many tokens does a request have, never less: for budgets, and where a server does not say.
qint64 estimatedInput(const ChatRequest &request);

} // namespace Helmdesk
