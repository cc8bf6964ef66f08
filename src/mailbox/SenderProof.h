#pragma once

#include <QByteArray>
#include <QString>

namespace Helmdesk
{

// Whether the server that calls itself `authserv` vouches for the domain of the mail's one From address,
// which has to be `sender`: its topmost Authentication-Results field (RFC 8601) says that DMARC passed for
// that domain, or that DKIM or SPF did for one that is aligned with it as DMARC has it, relaxed (RFC 7489):
// of the same organisation. Fields of any other name count nothing, and neither do those below: a sender can
// write them. False where DMARC failed, where the mail has several From fields or addresses, and where
// `authserv` is empty. Never fails. Thread: any.
bool isSenderProven(const QByteArray &mail, const QString &sender, const QString &authserv);

} // namespace Helmdesk
