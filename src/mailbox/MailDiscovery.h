#pragma once

#include "core/RunControl.h"
#include "mailbox/MailAccount.h"

#include <functional>

namespace Helmdesk
{

struct FoundServers {
    MailEndpoint imap;
    MailEndpoint smtp;
    QString source; // where from: "known provider", "DNS of example.org"
    QString note;   // what one needs to know before signing in; empty: nothing
};

enum class DnsQuestion { Service, MailExchange };
struct DnsAnswer {
    QString host;
    quint16 port = 0; // of a service
    int priority = 0;
};
// The answers in the order to use them; none for a name that is not there.
using DnsLookup = std::function<std::vector<DnsAnswer>(DnsQuestion, const QString &name)>;
// The system's, at most some seconds a question. Needs a thread made by Qt.
DnsLookup systemDnsLookup(const RunControl &control);

// The servers for an address: by the provider's domain, by what the domain says of itself (RFC 6186), or by
// who takes its mail. NotFound when nothing tells; InvalidInput for what is no address.
Result<FoundServers> findMailServers(const QString &address, const DnsLookup &lookup);

} // namespace Helmdesk
