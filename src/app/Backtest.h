#pragma once

#include "app/BacktestComparison.h"
#include "app/BacktestFigures.h"
#include "archives/ArchiveImport.h"

namespace Helmdesk
{

struct BacktestOptions {
    QString input;
    ArchiveOptions archive;
    BacktestNames names = BacktestNames::Kept;
    // Where the state lies from which a stopped backtest goes on; empty: nowhere, and a stopped one begins
    // again.
    QString stateFolder;
    qint64 most = 0; // conversations that are compared; 0: all
};

struct BacktestResult {
    ArchiveSource source;
    ArchiveCounts counts; // of what was read; not there where the backtest was stopped
    BacktestNames names = BacktestNames::Kept;
    std::vector<BacktestRecord> records;
    BacktestFigures figures;
    qint64 resumed = 0; // records that an earlier start had left
    double seconds = 0.0;
};

// What the desk would have done with an archive of a team's own conversations: each first message is answered
// in shadow and compared with what people answered. On all cores. A stop (Ctrl+C) is no failure: what was
// compared is kept and reported as incomplete. The state is for one archive, mapping and way of masking under
// one set of articles and settings; another one begins anew. Progress counts conversations; the total is 0
// while it is not known. Failure: as readArchive(), BacktestComparison::create(); Io for the state.
Result<BacktestResult> runBacktest(Workspace &desk, const BacktestOptions &options,
                                   const RunControl &control);

} // namespace Helmdesk
