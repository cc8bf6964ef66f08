#include "llm/ManagedChatModel.h"

#include "llm/HttpChatModel.h"

namespace Helmdesk
{
namespace
{

// What every request of a managed model is called by its server, which serves one file.
const QString servedName = QStringLiteral("managed");

ChatFault faultOf(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return ChatFault::Stopped;
    case ErrorKind::Timeout:
        return ChatFault::Timeout;
    default:
        return ChatFault::Unreachable;
    }
}

} // namespace

ManagedChatModel::ManagedChatModel(HttpGateway &gateway, ModelProfile profile,
                                   std::shared_ptr<ManagedServer> server)
    : m_gateway(gateway)
    , m_profile(std::move(profile))
    , m_server(std::move(server))
{
}

ChatResult ManagedChatModel::complete(const ChatRequest &request, const RunControl &control,
                                      const DeltaSink &sink) const
{
    const QString conversation = request.purpose.conversation.isValid()
                                     ? QString::number(request.purpose.conversation.value)
                                     : QString();
    auto turn = m_server->turn(conversation, control);
    if (!turn)
        return ChatResult::failed(faultOf(turn.error()), turn.error().detail);
    ModelProfile served = m_profile;
    served.url = turn->place().url;
    if (served.model.isEmpty())
        served.model = servedName;
    const QString key = turn->place().key;
    return HttpChatModel(m_gateway, std::move(served), [key] { return Result<QString>(key); })
        .complete(request, control, sink);
}

} // namespace Helmdesk
