#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <QStringList>

namespace Helmdesk
{

struct ErasedCustomer {
    QString email;                   // as it was, for looking through files outside the database
    std::vector<qint64> outboxItems; // ids of the erased outgoing messages
    QMap<QString, qint64> rows;      // removed or made nameless, by table
    qint64 mentions = 0;             // messages of other conversations that still hold the address
};

// Removes a customer's personal data for good: the record, the conversations (also those without a customer
// that came from the customer's address) with messages, runs, drafts, tickets, approvals and outgoing mail,
// effects, training examples, and their words in the search index. Invoices and refunds stay for the books,
// without a customer. The pages of the file are overwritten, and the write-ahead log is emptied where no
// other program reads from it. The audit log keeps one record with counts alone.
//
// Thread: any; slow on a large workspace. Failure: NotFound for an unknown customer; otherwise that of the
// store. The database's part is all or nothing.
Result<ErasedCustomer> eraseCustomer(Database &database, const QString &customer, const QString &by,
                                     const QDateTime &now);

} // namespace Helmdesk
