#pragma once

#include "app/Workspace.h"

namespace Helmdesk
{

struct BatchReport {
    int messages = 0;
    int alreadyDone = 0; // had an outcome from an earlier start: the stored one is given again
    int unreadable = 0;
    QStringList ignored;             // files of the folder that hold no messages
    Json decisions = Json::object(); // count by decision
};

// Runs the messages of a file or folder through the pipeline in order, after what an earlier start left
// unfinished (see SharedAnswering), and writes one outcome a line to `output` (standard output when it is
// empty). Nothing is done twice when it is started again after a kill. Failure: NotFound for the input, Io or
// StorageFull for the output, otherwise as the pipeline.
Result<BatchReport> runBatch(Workspace &desk, const QString &input, const QString &output,
                             const RunControl &control);

} // namespace Helmdesk
