#pragma once

#include "core/Result.h"
#include "store/Database.h"

#include <QStringList>

namespace Helmdesk
{

struct ErasedCustomer {
    QString email;                   // as it was, for looking through files outside the database
    QString name;                    // the same; empty when it is too short to be looked for
    QStringList otherAddresses;      // that the erased conversations came from too
    std::vector<qint64> outboxItems; // ids of the erased outgoing messages
    QMap<QString, qint64> rows;      // removed or made nameless, by table
    qint64 mentions = 0;             // messages of other conversations that still hold an address or the name
    QStringList articles;            // ids of articles that do
    QStringList conversations; // "12 from other@…": without a customer, from another address or of the name
    QString leftInFile;        // why old pages may still hold the words, and what to do; empty: they do not

    // What to look for in texts and files: addresses and the name, in lower case.
    QStringList words() const;
};

// Removes a customer's personal data for good: the record, the conversations (also those without a customer
// that came from the customer's address) with messages, runs, drafts, tickets, approvals and outgoing mail,
// effects, training examples, and their words in the search index. Invoices and refunds stay for the books,
// without a customer. Then the whole file is written anew, so that no free page holds what was there, and the
// write-ahead log is emptied where no other program reads from it. The audit log keeps one record with counts
// alone.
//
// Thread: any; slow on a large workspace. Failure: NotFound for an unknown customer; otherwise that of the
// store. The database's part is all or nothing; a file that cannot be written anew is told in leftInFile.
// `customer` may be an e-mail address: then the customer of that address is erased, or, where there is none,
// whoever wrote from it, which may find nothing (no rows).
Result<ErasedCustomer> eraseCustomer(Database &database, const QString &customer, const QString &by,
                                     const QDateTime &now);

// Writes the whole file anew and empties its log. Returns why old pages may still hold texts, and what to do;
// empty: they do not. Thread: any; slow on a large workspace, and needs as much free space as the file has.
QString compact(Database &database);

} // namespace Helmdesk
