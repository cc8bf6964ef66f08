#include "outside/AddressRules.h"

#include <algorithm>
#include <array>
#include <QHostInfo>

namespace Helmdesk
{
namespace
{

// Not for the public internet, by the registries of special addresses (RFC 6890 and its followers).
constexpr std::array closedNetworks{
    "0.0.0.0/8",      "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24",   "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",  "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4",  "240.0.0.0/4",    "::/127",         "100::/64",       "2001:db8::/32",
    "2001::/23",      "fc00::/7",     "fe80::/10",      "fec0::/10",      "ff00::/8",       "64:ff9b:1::/48"};

// IPv6 networks that carry an IPv4 address, and at which byte.
struct Wrapping {
    const char *network;
    int at;
};
constexpr std::array wrappings{Wrapping{"::ffff:0:0/96", 12}, Wrapping{"::/96", 12},
                               Wrapping{"64:ff9b::/96", 12}, Wrapping{"2002::/16", 2}};

bool isIn(const QHostAddress &address, const char *network)
{
    return address.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    if (address.isNull())
        return false;
    if (std::ranges::any_of(closedNetworks, [&](const char *network) { return isIn(address, network); }))
        return false;
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return true;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    for (const Wrapping &wrapping : wrappings) {
        if (!isIn(address, wrapping.network))
            continue;
        quint32 inner = 0;
        for (int i = 0; i < 4; ++i)
            inner = inner << 8 | bytes[wrapping.at + i];
        return isPublicAddress(QHostAddress(inner));
    }
    return true;
}

Result<QList<QHostAddress>> allowedAddresses(const QString &host, Reach reach)
{
    QList<QHostAddress> addresses;
    if (const QHostAddress literal(host); !literal.isNull()) {
        addresses << literal;
    } else {
        const QHostInfo found = QHostInfo::fromName(host);
        if (found.error() != QHostInfo::NoError || found.addresses().isEmpty())
            return Error{ErrorKind::Unavailable, QStringLiteral("the host %1 cannot be found").arg(host)};
        addresses = found.addresses();
    }
    if (reach == Reach::PublicOnly)
        addresses.removeIf([](const QHostAddress &address) { return !isPublicAddress(address); });
    if (addresses.isEmpty())
        return Error{
            ErrorKind::Denied,
            QStringLiteral("%1 lies on this machine or in a private network, which is not allowed here")
                .arg(host)};
    return addresses;
}

} // namespace Helmdesk
