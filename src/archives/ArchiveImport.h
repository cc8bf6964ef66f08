#pragma once

#include "archives/Archive.h"
#include "archives/ArchiveForm.h"
#include "core/RunControl.h"

#include <functional>
#include <QMap>

namespace Helmdesk
{

struct ArchiveOptions {
    // Which column of a table, or member of a JSON record, holds what: "question" -> "Body". Fields that it
    // does not name are guessed. docs/backtest.md lists the fields.
    QMap<QString, QString> columns;
    // Addresses or domains of the team, for mail: who writes from them is staff. Empty: who began a thread is
    // the customer and everybody else in it is staff.
    QStringList staff;
};

// What a file was taken for, told before it is read.
struct ArchiveSource {
    ArchiveForm form = ArchiveForm::Table;
    QString system;                 // "mbox", "zendesk", "csv", …
    QMap<QString, QString> columns; // of a table: the mapping in force
    QStringList unused;             // of a table: columns that are not used
};

// Conversations in the order in which they are complete. A failure ends the reading with it.
using ConversationSink = std::function<Result<>(ArchiveConversation conversation)>;

Result<ArchiveSource> describeArchive(const QString &path, const ArchiveOptions &options = {});

// Reads a file or folder of any form. Nothing is dropped silently: see ArchiveCounts. Progress is in bytes.
// Memory: the ids of threads and messages, and the users of a desk; texts that wait for the rest of their
// thread lie in a temporary file. Failure: as archiveFormOf; InvalidInput for columns that are missing;
// Cancelled; that of the sink. Thread: any.
Result<ArchiveCounts> readArchive(const QString &path, const ArchiveOptions &options,
                                  const ConversationSink &sink, const RunControl &control = {});

// For all readers.
QStringList archiveFiles(const QString &path); // of a folder with all below, by name; hidden ones too

} // namespace Helmdesk
