#pragma once

#include "http/HttpGateway.h"
#include "outside/AddressRules.h"

#include <memory>
#include <QStringList>

namespace Helmdesk
{

// Where requests may go.
struct HttpReach {
    QStringList hosts; // "shop.example", or "shop.example:8443" where the port is not the scheme's own
    Reach reach = Reach::PublicOnly;
};

// "host" or "host:port" as in HttpReach::hosts; empty for what is no address of http or https.
QString hostEntryOf(const QUrl &url);

// Requests to outside systems. None leaves for a host that is not listed, none connects to an address that is
// not allowed (the name is looked up here, and the connection goes to the address that was looked at), none
// goes unencrypted to the internet, and no redirect is followed.
//
// Thread: any, several at once; blocks. Failure: Denied for what is not allowed, Unavailable for a host that
// cannot be found; nothing has left the machine then. Everything else is an answer with its fault.
class GuardedHttp
{
public:
    GuardedHttp();
    ~GuardedHttp();

    Result<HttpAnswer> send(OutgoingRequest request, const HttpReach &where, const RunControl &control,
                            const HttpSink &sink = {}) const;

private:
    std::unique_ptr<HttpGateway> m_gateway;
};

} // namespace Helmdesk
