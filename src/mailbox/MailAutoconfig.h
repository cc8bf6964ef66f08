#pragma once

#include "mailbox/MailDiscovery.h"

namespace Helmdesk
{

// What a domain says of its mail servers in the file that mail programs ask for (clientConfig, version 1.1):
// the first IMAP and the first SMTP server that are encrypted and take a password or a token. Nothing where
// the file is no such file or names no IMAP server. Pure; everything in it is the domain's own word.
std::optional<FoundServers> serversFromAutoconfig(const QByteArray &xml, const QString &address);

// Where a domain keeps that file, in the order to ask. Of the domain alone: nobody else learns of it.
std::vector<QUrl> autoconfigAddresses(const QString &address);

} // namespace Helmdesk
