#pragma once

#include "app/Workspace.h"

namespace Helmdesk
{

struct ErasureReport {
    QMap<QString, qint64> rows; // removed or made nameless, by table
    qint64 mentions = 0;        // messages of other customers that hold the address
    QStringList removedFiles;   // mails in the outbox and in the inbox folder's processed/ and failed/
    QStringList filesToLookAt;  // backups, and files of several customers that hold the address or the id
};

// Erases a customer from the database (see eraseCustomer) and from the workspace's folders.
// Thread: any. Failure: NotFound for an unknown customer, Io for a file that cannot be removed, otherwise
// that of the store; what was erased by then stays erased, and the call may be repeated for the files only by
// hand.
Result<ErasureReport> eraseCustomerData(Workspace &workspace, const QString &customer, const QString &by);

} // namespace Helmdesk
