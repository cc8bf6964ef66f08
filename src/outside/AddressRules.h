#pragma once

#include "core/Result.h"

#include <QHostAddress>
#include <QList>
#include <QString>

namespace Helmdesk
{

enum class Reach {
    PublicOnly,
    PrivateToo, // also this machine and its network
};

// Whether anybody on the internet could own the address: not loopback, private, link-local, shared, multicast
// or reserved, also where it is wrapped in an IPv6 one. Pure.
bool isPublicAddress(const QHostAddress &address);

// The addresses of a host that may be connected to, in the resolver's order; blocks while it asks.
// Unavailable when the name is not known, Denied when every address lies where it may not.
Result<QList<QHostAddress>> allowedAddresses(const QString &host, Reach reach);

} // namespace Helmdesk
