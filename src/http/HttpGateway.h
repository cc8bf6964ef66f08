#pragma once

#include "core/RunControl.h"
#include "http/HttpTypes.h"

#include <memory>

namespace Helmdesk
{

// All requests of the program to other servers, on one thread of its own with connections that are kept.
// Follows no redirect, sends no cookies and uses the system's proxy (never for this machine itself).
//
// Thread: send() from any but the gateway's, several at once; it blocks until the answer is whole. Ownership:
// outlives every send(). Failure: HttpAnswer::fault.
class HttpGateway
{
public:
    HttpGateway();
    ~HttpGateway();
    HttpGateway(const HttpGateway &) = delete;
    HttpGateway &operator=(const HttpGateway &) = delete;

    // With a sink the body goes there piece by piece, otherwise into the answer. A stop or deadline of
    // `control` ends the exchange at once.
    HttpAnswer send(const OutgoingRequest &request, const RunControl &control, const HttpSink &sink = {});

private:
    class Network;
    std::unique_ptr<Network> m_network;
};

} // namespace Helmdesk
