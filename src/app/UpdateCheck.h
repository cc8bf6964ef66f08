#pragma once

#include "core/RunControl.h"

#include <QUrl>

namespace Helmdesk
{

class HttpGateway;

// What an address says of the newest version; the document is {"version": "0.2.0", "page": "https://…"}.
struct PublishedVersion {
    QString version;
    QUrl page; // https
    bool isNewer = false;
};

// Where to ask, as the administrator set it (AdminDefaults::updateAddress). InvalidInput for all but https;
// of this machine http will do.
Result<QUrl> checkedUpdateAddress(const QString &address);

// What an answer says, which is nobody's to be trusted. InvalidInput with one sentence.
Result<PublishedVersion> readPublishedVersion(const QByteArray &document, const QString &ownVersion);

// Asks once, by a GET that says nothing of this machine but its address and the program's name; follows
// nothing and installs nothing. Thread: any but the gateway's; it waits some seconds at most. Failure: also
// Unavailable, Timeout, Cancelled.
Result<PublishedVersion> askForUpdate(HttpGateway &gateway, const QString &address, const QString &ownVersion,
                                      const RunControl &control);

} // namespace Helmdesk
