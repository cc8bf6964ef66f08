#pragma once

#include "channels/GmimeSupport.h"
#include "core/Message.h"

// Parts of outgoing mails. Private to the files that use GMime.
namespace Helmdesk::Gmime
{

using Part = Owned<GMimeObject>;

Part partOf(const char *type, const char *subtype, const QByteArray &content, GMimeContentEncoding encoding);

// A boundary of the mail's own id: the same mail gives the same bytes.
void setBoundary(GMimeMultipart *multipart, const QString &messageId, const char *which);

// The body alone, or in multipart/mixed with the files: base64, their names by RFC 2231. A media type that is
// none, or of something with parts of its own, becomes application/octet-stream.
Part withFiles(Part body, const QList<Attachment> &files, const QString &messageId);

} // namespace Helmdesk::Gmime
