#pragma once

#include "core/RunControl.h"
#include "mailbox/MailAccount.h"

#include <functional>
#include <optional>
#include <QUrl>
#include <vector>

namespace Helmdesk
{

struct FoundServers {
    MailEndpoint imap;
    MailEndpoint smtp;
    QString source; // where from: "known provider", "DNS of example.org"
    QString note;   // what one needs to know before signing in; empty: nothing
    QString user;   // to sign in with; empty: the address
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

// The file at an address; nothing where there is none.
using WebLookup = std::function<std::optional<QByteArray>(const QUrl &)>;
// Over HTTPS, without following it elsewhere; some seconds at most. Thread: any.
WebLookup systemWebLookup(const RunControl &control);

// The servers for an address: by the provider's domain, by what the domain's DNS says (RFC 6186), by who
// takes its mail, or by the domain's own file for mail programs (see MailAutoconfig.h). NotFound when nothing
// tells; InvalidInput for what is no address. Without `web` no file is asked for.
Result<FoundServers> findMailServers(const QString &address, const DnsLookup &lookup,
                                     const WebLookup &web = {});

} // namespace Helmdesk
