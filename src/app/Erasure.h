#pragma once

#include "app/Workspace.h"

namespace Helmdesk
{

struct ErasureReport {
    QMap<QString, qint64> rows; // removed or made nameless, by table
    qint64 mentions = 0;        // messages of other customers that hold an address or the name
    QStringList removedFiles;   // mails in the outbox and in the inbox folder's processed/ and failed/
    // What may still hold the customer's data, each by name.
    QStringList
        filesToLookAt; // in the workspace: backups, exports, mails and files that hold a word or the id
    QStringList
        learntFiles;      // of the router, in models/: made from sentences that may have been the customer's
    QStringList articles; // ids
    QStringList otherAddresses; // that the customer wrote from
    QStringList conversations;  // without a customer, from those addresses or under the name
    QString leftInFile;         // why the database's old pages may; empty: they do not
};

// Erases a customer, by id or by e-mail address (also one who only ever wrote mails), from the database (see
// eraseCustomer) and from the workspace's folders. Thread: any. Failure: NotFound for an unknown customer and
// for an address that nothing came from or went to, Io for a file that cannot be removed, otherwise that of
// the store; what was erased by then stays erased, and the call may be repeated for the files only by hand.
Result<ErasureReport> eraseCustomerData(Workspace &workspace, const QString &customer, const QString &by);

} // namespace Helmdesk
