#pragma once

#include "llm/ChatModel.h"
#include "llm/ManagedServer.h"

namespace Helmdesk
{

// A model of a file on this machine, through the server that the desk starts for it. Thread: any; requests
// follow one another. Ownership: shares the server; the gateway outlives it.
class ManagedChatModel final : public ChatModel
{
public:
    ManagedChatModel(HttpGateway &gateway, ModelProfile profile, std::shared_ptr<ManagedServer> server);

    ChatResult complete(const ChatRequest &request, const RunControl &control,
                        const DeltaSink &sink = {}) const override;

private:
    HttpGateway &m_gateway;
    ModelProfile m_profile;
    std::shared_ptr<ManagedServer> m_server;
};

} // namespace Helmdesk
