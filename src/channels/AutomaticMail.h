#pragma once

#include <functional>
#include <QString>

namespace Helmdesk
{

// Looks up a header by its name; empty when there is none.
using HeaderLookup = std::function<QString(const char *name)>;

// Why nobody should answer this mail: an auto-reply, a bounce or a mailbox that is not read. Empty: a person
// may have written it, also where it came through a list or a group (List-*, Precedence,
// X-Auto-Response-Suppress alone say no more). Pure and thread-safe. After RFC 3834 and the de facto headers
// of mail programs.
QString automaticReason(const HeaderLookup &header, const QString &contentType, const QString &senderAddress);

// no-reply@ and its like.
bool isUnreadMailbox(const QString &address);

// wordpress@, webform@ and their like, from which a web page writes.
bool isFormMailbox(const QString &address);

} // namespace Helmdesk
