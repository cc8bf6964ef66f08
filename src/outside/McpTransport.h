#pragma once

#include "core/Json.h"
#include "core/RunControl.h"

#include <functional>
#include <optional>

namespace Helmdesk
{

// One JSON-RPC connection to an MCP server.
//
// Thread: any, several exchanges at once; incoming messages are handed over on a thread of the transport.
// Ownership: whoever made it ends it by destroying it. Failure of exchange(): NotFound when the request
// certainly did not leave, Denied when the server turns the desk away, Conflict when the server has forgotten
// the session (nothing ran), Timeout and Cancelled when nobody waits any more (the server is told),
// Unavailable when the connection ended before the answer. A JSON-RPC error is an answer, not a failure.
class McpTransport
{
public:
    // Requests and notifications of the server; what comes back is the answer to a request.
    using Incoming = std::function<std::optional<Json>(const Json &message)>;
    // An answer for which nobody waits any more.
    using Late = std::function<void(const Json &response)>;

    virtual ~McpTransport() = default;

    // `request` has a whole number as its id, which no other open request of this connection has.
    virtual Result<Json> exchange(const Json &request, const RunControl &control, const Late &late) = 0;
    virtual Result<> notify(const Json &notification) = 0;
    virtual bool isOpen() const = 0;
    // What the server said beside the protocol of late; empty: nothing or nothing that can be seen.
    virtual QString lastWords() const { return {}; }
    // The protocol version that was settled; from then on every message carries it where it has to.
    virtual void setVersion(const QString &version, bool isModern) = 0;
    virtual bool isHttp() const = 0;
};

namespace JsonRpc
{

inline constexpr int methodNotFound = -32601;
inline constexpr int invalidParams = -32602;
inline constexpr int unsupportedVersion = -32022;

Json request(qint64 id, const char *method, Json params);
Json notification(const char *method, Json params);
// The answer to a request of a server by a client that offers nothing: an empty one to ping, else an error.
std::optional<Json> answerTo(const Json &message);

} // namespace JsonRpc

} // namespace Helmdesk
